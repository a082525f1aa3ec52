"""The page of a province's reform: which old units flow into which new unit, and by which act."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, say
from lotrinh.places import Change, Place
from lotrinh.publish.chart.ribbons import Ribbons, ribbons
from lotrinh.publish.page.atlas import ONE_DAY, Atlas
from lotrinh.publish.page.place_map import PlaceMap, place_map
from lotrinh.publish.page.place_words import PlaceLink, act, written


@dataclass(frozen=True)
class OldUnit:
    """A unit before the reform."""

    place: PlaceLink
    is_part: bool
    #: What else is said of it: how many units a province had.
    note: str = ""


@dataclass(frozen=True)
class Flow:
    """A new unit with those it was made of, and the picture between them."""

    place: PlaceLink
    old: tuple[OldUnit, ...]
    ribbons: Ribbons
    act: str
    #: Says when nothing was put together: the unit went on, or only its kind changed.
    note: str = ""


@dataclass(frozen=True)
class FlowGroup:
    """New units on the ground of one old district."""

    id: str
    name: str
    flows: tuple[Flow, ...]


@dataclass(frozen=True)
class ReformPage:
    """What the page of a reform shows."""

    place: PlaceLink
    day: date
    day_text: str
    sentence: str
    acts: tuple[str, ...]
    #: The provinces that became one.
    provinces: Flow
    groups: tuple[FlowGroup, ...]
    map: PlaceMap


def reform_page(atlas: Atlas, id: str, asked: date | None, lang: Lang) -> ReformPage | None:
    """Return the reform of a province with the map of the day asked for; None without one."""
    day = atlas.reform_day(id)
    if day is None:
        return None
    place = atlas.gazetteer[id]
    flows = [_flow(atlas, one, day, lang) for one in atlas.units(id, day)]
    groups = _groups(atlas, flows, place.code, lang)
    old = {unit.place.id for flow in flows for unit in flow.old}
    acts = tuple(dict.fromkeys(flow.act for flow in flows if flow.act))
    return ReformPage(
        place=PlaceLink(id, place.say(lang)),
        day=day,
        day_text=written(day, lang),
        sentence=say("publish.reform_sentence", lang, day=day, old=len(old), new=len(flows)),
        acts=acts,
        provinces=_provinces(atlas, place, day, lang),
        groups=groups,
        map=place_map(atlas, id, asked or day, lang),
    )


def _flow(atlas: Atlas, unit: Place, day: date, lang: Lang) -> Flow:
    change = atlas.gazetteer.made_by(unit.id)
    if change is None or change.day != day:
        same = OldUnit(_old_link(atlas, unit, lang), False)
        note = say("publish.reform_unchanged", lang)
        return Flow(PlaceLink(unit.id, unit.say(lang)), (same,), ribbons((False,)), "", note)
    old = tuple(
        OldUnit(_old_link(atlas, atlas.gazetteer[one], lang), one in change.parts)
        for one in change.before
    )
    return Flow(
        place=PlaceLink(unit.id, unit.say(lang)),
        old=old,
        ribbons=ribbons(tuple(one.is_part for one in old)),
        act=act(change.legal_basis, lang),
        note=_note(atlas, unit, change, lang),
    )


def _note(atlas: Atlas, unit: Place, change: Change, lang: Lang) -> str:
    if len(change.before) > 1 or change.parts:
        return ""
    renamed = atlas.gazetteer[change.before[0]].name.vi != unit.name.vi
    return say("publish.reform_renamed" if renamed else "publish.reform_moved", lang)


def _old_link(atlas: Atlas, place: Place, lang: Lang) -> PlaceLink:
    parent = atlas.gazetteer[place.parent]
    within = parent.say(lang) if parent.level == "district" else ""
    return PlaceLink(place.id, place.say(lang), within)


def _groups(atlas: Atlas, flows: list[Flow], code: str, lang: Lang) -> tuple[FlowGroup, ...]:
    """Return the flows by the old district that most of their units lay in."""
    found: dict[str, list[Flow]] = defaultdict(list)
    for flow in flows:
        parents = Counter(atlas.gazetteer[one.place.id].parent for one in flow.old)
        found[parents.most_common(1)[0][0]].append(flow)

    def order(id: str) -> tuple[bool, bool, str, str]:
        one = atlas.gazetteer[id]
        above = atlas.gazetteer.places.get(one.parent)
        return one.level == "district", above is None or above.code != code, one.parent, one.code

    return tuple(
        FlowGroup(id.replace("/", "-").replace("@", "-"), _heading(atlas, id, lang), tuple(one))
        for id, one in sorted(found.items(), key=lambda pair: order(pair[0]))
    )


def _heading(atlas: Atlas, id: str, lang: Lang) -> str:
    place = atlas.gazetteer[id]
    if place.level != "district":
        return place.say(lang)
    return f"{place.say(lang)}, {atlas.gazetteer[place.parent].say(lang)}"


def _provinces(atlas: Atlas, place: Place, day: date, lang: Lang) -> Flow:
    """Return the provinces of the eve flowing into the one of the day."""
    eve = day - ONE_DAY
    tree = atlas.tree(eve)
    old = tuple(
        OldUnit(
            PlaceLink(one.id, one.say(lang)),
            False,
            say("publish.reform_units", lang, count=sum(1 for _ in tree.finest(one.id))),
        )
        for one in sorted(atlas.holders(place.id, eve), key=lambda one: one.code != place.code)
    )
    change = atlas.gazetteer.made_by(place.id)
    is_new = change is not None and change.day == day
    return Flow(
        place=PlaceLink(place.id, place.say(lang)),
        old=old,
        ribbons=ribbons(tuple(False for _ in old)),
        act=act(change.legal_basis, lang) if change is not None and is_new else "",
        note=say("publish.reform_units", lang, count=len(atlas.units(place.id, day))),
    )
