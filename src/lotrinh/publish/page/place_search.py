"""The page that finds a place by an old or new name and tells what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, say
from lotrinh.places import Place
from lotrinh.places.search import communes_after, fates, origins
from lotrinh.publish.page.atlas import Atlas
from lotrinh.publish.page.place_words import PlaceLink, act, place_link

#: Found places that are told of; a reader narrows the search down for the rest.
MOST = 60


@dataclass(frozen=True)
class Told:
    """One thing told of a place: what it became, or of what it was made."""

    key: str
    text: str
    places: tuple[PlaceLink, ...]
    by: str


@dataclass(frozen=True)
class Found:
    """A place found."""

    place: PlaceLink
    level: str
    code: str
    lasts: bool
    told: tuple[Told, ...]


@dataclass(frozen=True)
class ProvinceRow:
    """A province of today, with those it was made of."""

    place: PlaceLink
    made_of: tuple[PlaceLink, ...]
    communes: int


@dataclass(frozen=True)
class SearchPage:
    """What the search shows."""

    asked: str
    sentence: str
    found: tuple[Found, ...]
    #: How many more there are.
    more: int
    #: Every province of the day, when nothing was asked.
    provinces: tuple[ProvinceRow, ...]


def search_page(atlas: Atlas, asked: str, day: date, lang: Lang) -> SearchPage:
    """Return the places called so, or the provinces when no name is given."""
    text = asked.strip()[:120]
    found = atlas.index.find(text) if text else ()
    sentence = ""
    if text:
        key = "publish.search_found" if found else "publish.search_none"
        sentence = say(key, lang, count=len(found), asked=text)
    shown = tuple(_found(atlas, one, day, lang) for one in found[:MOST])
    provinces = () if found else _provinces(atlas, day, lang)
    return SearchPage(text, sentence, shown, max(0, len(found) - MOST), provinces)


def _found(atlas: Atlas, place: Place, day: date, lang: Lang) -> Found:
    return Found(
        place=place_link(atlas, place, lang),
        level=say(f"publish.level_{place.level}", lang),
        code=place.code,
        lasts=place.is_there_on(day),
        told=_told(atlas, place, lang),
    )


def _told(atlas: Atlas, place: Place, lang: Lang) -> tuple[Told, ...]:
    """Tell of what it became; of what lasts, what it was made of."""
    told = []
    for fate in fates(atlas.gazetteer, place.id):
        key = "publish.search_part" if fate.is_part else "publish.search_became"
        told.append(_tell("became", key, (fate.after,), fate.change.day,
                          fate.change.legal_basis, atlas, lang))  # fmt: skip
    ended = atlas.gazetteer.ended_by(place.id)
    if not told and ended is not None and place.valid_to is not None:
        heirs = communes_after(atlas.gazetteer, place.id)
        told.append(_tell("became", "publish.search_ended", heirs, ended.day,
                          ended.legal_basis, atlas, lang))  # fmt: skip
    made = origins(atlas.gazetteer, place.id)
    if made:
        change = made[0].change
        told.append(_tell("made", "publish.search_made", tuple(one.before for one in made),
                          change.day, change.legal_basis, atlas, lang))  # fmt: skip
    return tuple(told)


def _tell(
    key: str,
    words: str,
    places: tuple[Place, ...],
    day: date,
    number: str,
    atlas: Atlas,
    lang: Lang,
) -> Told:
    links = tuple(place_link(atlas, one, lang) for one in places)
    by = say("publish.search_by", lang, day=day, act=act(number, lang))
    return Told(key, say(words, lang), links, by)


def _provinces(atlas: Atlas, day: date, lang: Lang) -> tuple[ProvinceRow, ...]:
    tree = atlas.tree(day)
    found = sorted((p for p in tree.places.values() if p.level == "province"), key=lambda p: p.code)
    return tuple(
        ProvinceRow(
            place=PlaceLink(one.id, one.say(lang)),
            made_of=tuple(
                PlaceLink(before.id, before.say(lang))
                for before in atlas.gazetteer.predecessors(one.id)
            ),
            communes=sum(1 for _ in tree.finest(one.id)),
        )
        for one in found
    )
