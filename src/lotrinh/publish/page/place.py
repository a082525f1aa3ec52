"""The page of a place: what it was, what it became, its codes, its tree, its figures and duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, say
from lotrinh.places import Gazetteer, Place
from lotrinh.places.search import Fate, communes_after, fates, origins
from lotrinh.publish.page.atlas import ONE_DAY, Atlas
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.place_facts import (
    PlaceFigure,
    Seat,
    WeightView,
    place_figures,
    place_seats,
    place_weights,
)
from lotrinh.publish.page.place_map import PlaceMap, place_map
from lotrinh.publish.page.place_words import PlaceLink, above, act, place_link, span, written

#: Others that a sentence names before it only counts them.
MOST_NAMED = 5


@dataclass(frozen=True)
class Step:
    """One change: another place before or after this one, with day and act."""

    place: PlaceLink
    #: Of whom it is told, when it is not the place of the page but one that came out of it.
    of: str
    day: str
    act: str
    is_part: bool
    kind: str


@dataclass(frozen=True)
class CodeRow:
    """A code with the name and days it was borne."""

    code: str
    place: PlaceLink
    is_this: bool


@dataclass(frozen=True)
class PlacePage:
    """What the page of a place shows."""

    id: str
    name: str
    #: Its level in words.
    level: str
    span: str
    #: Whether it is there on the day of the page.
    lasts: bool
    sentence: str
    #: Places above, largest first, for the crumbs.
    above: tuple[PlaceLink, ...]
    #: The place directly above on the day of the tree.
    parent: PlaceLink | None
    made_of: tuple[Step, ...]
    became: tuple[Step, ...]
    #: Units that hold its ground, when it left none of its level.
    heirs: tuple[PlaceLink, ...]
    codes: tuple[CodeRow, ...]
    #: The day of the tree: the day asked for, or its last one.
    tree_day: str
    children: tuple[PlaceLink, ...]
    children_head: str
    weights: tuple[WeightView, ...]
    figures: tuple[PlaceFigure, ...]
    seats: tuple[Seat, ...]
    #: Id of the province whose reform tells of it; empty without one.
    reform_of: str
    reform_name: str
    map: PlaceMap | None
    source_url: str

    @property
    def idle(self) -> tuple[Seat, ...]:
        """Bodies here that no plan gives a duty of their own."""
        return tuple(one for one in self.seats if not one.duties)


def place_page(
    atlas: Atlas, cases: tuple[Case, ...], id: str, asked: date, map_day: date | None, lang: Lang
) -> PlacePage | None:
    """Return the page of a place as on the day asked for; None when there is no such place."""
    if id not in atlas.gazetteer:
        return None
    place = atlas.gazetteer[id]
    tree_day = _day_within(place, asked)
    children = _children(atlas, place, tree_day, lang)
    reform = _reform_of(atlas, place)
    shown_map = map_day or tree_day
    return PlacePage(
        id=id,
        name=place.say(lang),
        level=say(f"publish.level_{place.level}", lang),
        span=span(place, lang),
        lasts=place.is_there_on(asked),
        sentence=_sentence(atlas, place, asked, lang),
        above=tuple(place_link(atlas, one, lang) for one in reversed(above(atlas, place))),
        parent=_parent(atlas, place, tree_day, lang),
        made_of=tuple(
            _step(atlas, one, one.before, place, lang) for one in origins(atlas.gazetteer, id)
        ),
        became=tuple(_step(atlas, f, f.after, place, lang) for f in fates(atlas.gazetteer, id)),
        heirs=_heirs(atlas, place, lang),
        codes=_codes(atlas, place, lang),
        tree_day=written(tree_day, lang),
        children=children,
        children_head=say("publish.place_children", lang, count=len(children), day=tree_day),
        weights=place_weights(atlas, id, lang),
        figures=place_figures(cases, id, lang),
        seats=place_seats(cases, id, lang),
        reform_of=reform,
        reform_name=atlas.gazetteer[reform].say(lang) if reform else "",
        map=place_map(atlas, id, shown_map, lang) if place.level == "province" else None,
        source_url=place.source_url,
    )


def _day_within(place: Place, asked: date) -> date:
    """Return the day asked for, or the nearest day on which the place was there."""
    if place.valid_to is not None and asked >= place.valid_to:
        return place.valid_to - ONE_DAY
    if place.valid_from is not None and asked < place.valid_from:
        return place.valid_from
    return asked


def _sentence(atlas: Atlas, place: Place, asked: date, lang: Lang) -> str:
    """Say in one sentence what became of it."""
    if place.valid_to is None or asked < place.valid_to:
        since = place.valid_from
        if since is None:
            return say("publish.place_is_there", lang)
        return say("publish.place_is_there_since", lang, day=since)
    change = atlas.gazetteer.ended_by(place.id)
    after = [one.say(lang) for one in atlas.gazetteer.successors(place.id)]
    values = {"day": place.valid_to, "act": act(change.legal_basis if change else "", lang)}
    if change is None or not after or not change.carries_ground:
        return say("publish.place_ended", lang, **values)
    if len(after) > 1:
        return say("publish.place_divided", lang, after=after, **values)
    others = [atlas.gazetteer[one].say(lang) for one in change.before if one != place.id]
    if not others or change.kind != "merge":
        return say("publish.place_became", lang, after=after, **values)
    if len(others) > MOST_NAMED:
        return say("publish.place_merged_many", lang, after=after, count=len(others), **values)
    return say("publish.place_merged", lang, after=after, others=others, **values)


def _step(atlas: Atlas, fate: Fate, other: Place, place: Place, lang: Lang) -> Step:
    return Step(
        place=place_link(atlas, other, lang),
        of="" if place.id in (fate.before.id, fate.after.id) else fate.before.say(lang),
        day=written(fate.change.day, lang),
        act=act(fate.change.legal_basis, lang),
        is_part=fate.is_part,
        kind=say(f"publish.change_{fate.change.kind}", lang),
    )


def _heirs(atlas: Atlas, place: Place, lang: Lang) -> tuple[PlaceLink, ...]:
    if place.level != "district" or place.valid_to is None:
        return ()
    heirs = communes_after(atlas.gazetteer, place.id)
    return tuple(place_link(atlas, one, lang) for one in heirs)


def _codes(atlas: Atlas, place: Place, lang: Lang) -> tuple[CodeRow, ...]:
    """Return the codes of the place and of those it goes on from or in, oldest first."""
    line = [*reversed(_along(atlas.gazetteer, place, back=True)), place]
    line += _along(atlas.gazetteer, place, back=False)
    return tuple(CodeRow(one.code, place_link(atlas, one, lang), one == place) for one in line)


def _along(gazetteer: Gazetteer, place: Place, *, back: bool) -> list[Place]:
    """Return the line of those that bear its code, or that alone came before or after."""
    found: list[Place] = []
    seen = {place.id}
    while True:
        step = gazetteer.predecessors if back else gazetteer.successors
        near = [one for one in step(place.id) if one.level == place.level and one.id not in seen]
        same = [one for one in near if one.code == place.code]
        if not (same or len(near) == 1):
            return found
        place = (same or near)[0]
        seen.add(place.id)
        found.append(place)


def _parent(atlas: Atlas, place: Place, day: date, lang: Lang) -> PlaceLink | None:
    tree = atlas.tree(day)
    found = next(tree.above(place.id), None) if place.id in tree.places else None
    return PlaceLink(found.id, found.say(lang)) if found else None


def _children(atlas: Atlas, place: Place, day: date, lang: Lang) -> tuple[PlaceLink, ...]:
    tree = atlas.tree(day)
    if place.id not in tree.places:
        return ()
    below = sorted(tree.children(place.id), key=lambda one: (one.code, one.id))
    return tuple(PlaceLink(one.id, one.say(lang)) for one in below)


def _reform_of(atlas: Atlas, place: Place) -> str:
    """Return the province of today in whose reform the place has a part."""
    around = (place, *above(atlas, place))
    province = next((one for one in around if one.level == "province"), None)
    while province is not None and province.valid_to is not None:
        after = [one for one in atlas.gazetteer.successors(province.id) if one.level == "province"]
        province = after[0] if len(after) == 1 else None
    return province.id if province and atlas.reform_day(province.id) else ""
