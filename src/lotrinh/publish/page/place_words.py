"""How places are worded on every page about them: spans of days, acts, links between places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, day, say
from lotrinh.places import Place
from lotrinh.places.search import name_of_act
from lotrinh.publish.page.atlas import ONE_DAY, Atlas


@dataclass(frozen=True)
class PlaceLink:
    """A place with its name and, to tell it from others of that name, what lies around it."""

    id: str
    name: str
    #: The places around it, nearest first: `Thành phố Buôn Ma Thuột, Tỉnh Đắk Lắk`.
    within: str = ""
    span: str = ""


def place_link(atlas: Atlas, place: Place, lang: Lang) -> PlaceLink:
    """Return a place as a link with all around it."""
    around = ", ".join(one.say(lang) for one in above(atlas, place))
    return PlaceLink(place.id, place.say(lang), around, span(place, lang))


def above(atlas: Atlas, place: Place) -> tuple[Place, ...]:
    """Return the places above, nearest first, without the nation and regions."""
    found: list[Place] = []
    while place.parent in atlas.gazetteer:
        place = atlas.gazetteer[place.parent]
        if place.level not in ("country", "region"):
            found.append(place)
    return tuple(found)


def span(place: Place, lang: Lang) -> str:
    """Say from when to when a place was there, as far as that is known."""
    last = place.valid_to - ONE_DAY if place.valid_to else None
    match place.valid_from, last:
        case None, None:
            return say("publish.place_lasts", lang)
        case None, date():
            return say("publish.place_until", lang, last=last)
        case date(), None:
            return say("publish.place_since", lang, first=place.valid_from)
        case _:
            return say("publish.place_span", lang, first=place.valid_from, last=last)


def act(number: str, lang: Lang) -> str:
    """Name the act that changed the map; before 2013 the government did so by decree."""
    if not number:
        return say("publish.act_unknown", lang)
    return name_of_act(number, lang)


def written(value: date, lang: Lang) -> str:
    """Write a day."""
    return day(value, lang)
