"""The map of a province on a day: cells or boundaries, numbered, with the list that names them.

The list says all that the map shows; the map is for the eye, the list for keyboard and ear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, say
from lotrinh.places import Place
from lotrinh.publish.chart.ground import Ground, Outline, bounds_ground, cells_ground
from lotrinh.publish.page.atlas import ONE_DAY, Atlas
from lotrinh.publish.page.place_words import PlaceLink, written

#: Tones there are for the provinces that became one.
TONES = 4


@dataclass(frozen=True)
class MapShape:
    """The ground of one unit on the map."""

    id: str
    title: str
    path: str
    x: float
    y: float
    #: Number in the list, of the unit or of its group; empty where the group's stands elsewhere.
    number: str
    tone: int


@dataclass(frozen=True)
class MapGroup:
    """Units that lay in one district, or came out of one province."""

    place: PlaceLink
    #: Number on the map; empty when the units themselves are numbered.
    number: str
    tone: int
    units: tuple[PlaceLink, ...]
    #: Number of its first unit, where units are numbered.
    start: int


@dataclass(frozen=True)
class MapDay:
    """A day whose map can be shown."""

    day: date
    text: str
    is_shown: bool


@dataclass(frozen=True)
class PlaceMap:
    """The map component."""

    province: str
    day: date
    days: tuple[MapDay, ...]
    #: Says how many units there were, of how many districts.
    sentence: str
    note: str
    ground: Ground
    shapes: tuple[MapShape, ...]
    groups: tuple[MapGroup, ...]

    @property
    def label(self) -> float:
        """How large a number is drawn: one for many cells may be wider than a cell."""
        return self.ground.label * (1.9 if any(one.number for one in self.groups) else 1)


def place_map(atlas: Atlas, id: str, asked: date, lang: Lang) -> PlaceMap:
    """Return the map of a province's ground as on the day asked for."""
    units = atlas.units(id, asked)
    holders = atlas.holders(id, asked)
    groups = _groups(atlas, id, units, lang)
    group_of = {unit.id: number for number, one in enumerate(groups) for unit in one.units}
    ground = _ground(atlas, units, asked, {id: groups[n].place.id for id, n in group_of.items()})
    return PlaceMap(
        province=id,
        day=asked,
        days=_days(atlas, id, asked, lang),
        sentence=_sentence(atlas, holders, units, asked, lang),
        note=_note(atlas, units, asked, lang),
        ground=ground,
        shapes=_shapes(ground, units, groups, group_of, lang),
        groups=groups,
    )


def _groups(atlas: Atlas, id: str, units: tuple[Place, ...], lang: Lang) -> tuple[MapGroup, ...]:
    """Return units by district, where there are districts, else by the province before."""
    tones = _tones(atlas, id)
    members: dict[str, list[Place]] = defaultdict(list)
    for unit in units:
        parent = atlas.gazetteer[unit.parent]
        key = parent.id if parent.level == "district" else _came_from(atlas, unit, parent.id, tones)
        members[key].append(unit)
    order = sorted(
        members,
        key=lambda key: (tones.get(_province(atlas, key), 0), atlas.gazetteer[key].code, key),
    )
    are_districts = any(atlas.gazetteer[key].level == "district" for key in order)
    found, start = [], 1
    for number, key in enumerate(order, 1):
        place = atlas.gazetteer[key]
        links = tuple(PlaceLink(one.id, one.say(lang)) for one in members[key])
        tone = tones.get(_province(atlas, key), 0)
        link = PlaceLink(place.id, place.say(lang))
        shown = str(number) if are_districts else ""
        found.append(MapGroup(link, shown, tone, links, start))
        start += len(links)
    return tuple(found)


def _tones(atlas: Atlas, id: str) -> dict[str, int]:
    """Return a tone for each province that the ground belonged to on the eve of the reform."""
    day = atlas.reform_day(id) or atlas.gazetteer[id].valid_to
    whole = atlas.holders(id, day) if day else ()
    near = [one for now in whole for one in atlas.holders(now.id, day - ONE_DAY)] if day else []
    before = {one.id: one for one in near or [atlas.gazetteer[id]]}.values()
    ordered = sorted(before, key=lambda one: one.id != id and one.code != atlas.gazetteer[id].code)
    return {one.id: number % TONES for number, one in enumerate(ordered)}


def _province(atlas: Atlas, id: str) -> str:
    place = atlas.gazetteer[id]
    while place.level not in ("province", "country") and place.parent in atlas.gazetteer:
        place = atlas.gazetteer[place.parent]
    return place.id


def _came_from(atlas: Atlas, unit: Place, now: str, tones: dict[str, int]) -> str:
    """Return the province most of whose units a new unit was made of."""
    before = [_province(atlas, one.id) for one in atlas.gazetteer.predecessors(unit.id)]
    counted = Counter(one for one in before if one in tones)
    return counted.most_common(1)[0][0] if counted else now


def _ground(
    atlas: Atlas, units: tuple[Place, ...], asked: date, group_of: dict[str, str]
) -> Ground:
    bounds = {one.id: atlas.shape(one.id, asked) for one in units}
    given = {id: one for id, one in bounds.items() if one is not None}
    if given and len(given) == len(units):
        return bounds_ground(given)
    return cells_ground(atlas.cells(units), lambda unit: group_of.get(unit, ""))


def _shapes(
    ground: Ground,
    units: tuple[Place, ...],
    groups: tuple[MapGroup, ...],
    group_of: dict[str, int],
    lang: Lang,
) -> tuple[MapShape, ...]:
    """Return the shapes with their numbers: every unit's, or one a group, in its middle."""
    names = {one.id: one.say(lang) for one in units}
    numbers = _numbers(ground, groups, group_of)
    found = []
    for one in ground.outlines:
        group = groups[group_of[one.id]]
        title = f"{names[one.id]} ({group.place.name})" if group.number else names[one.id]
        number = numbers.get(one.id, "")
        found.append(MapShape(one.id, title, one.path, one.x, one.y, number, group.tone))
    return tuple(found)


def _numbers(
    ground: Ground, groups: tuple[MapGroup, ...], group_of: dict[str, int]
) -> dict[str, str]:
    if not any(one.number for one in groups):
        every = [unit.id for one in groups for unit in one.units]
        return {id: str(number) for number, id in enumerate(every, 1)}
    lie: dict[int, list[Outline]] = defaultdict(list)
    for one in ground.outlines:
        lie[group_of[one.id]].append(one)
    found = {}
    for number, members in lie.items():
        x, y = (sum(getattr(one, axis) for one in members) / len(members) for axis in "xy")
        nearest = min(members, key=lambda one: (one.x - x) ** 2 + (one.y - y) ** 2)
        found[nearest.id] = groups[number].number
    return found


def _days(atlas: Atlas, id: str, asked: date, lang: Lang) -> tuple[MapDay, ...]:
    """Return the eve and the day of the reform, and the day asked for when it is another."""
    day = atlas.reform_day(id) or atlas.gazetteer[id].valid_to
    if day is None or not atlas.units(id, day):
        return ()
    eve = day - ONE_DAY
    shown = eve if asked < day else day
    return (
        MapDay(eve, say("publish.map_until", lang, day=eve), shown == eve),
        MapDay(day, say("publish.map_since", lang, day=day), shown == day),
    )


def _sentence(
    atlas: Atlas, holders: tuple[Place, ...], units: tuple[Place, ...], asked: date, lang: Lang
) -> str:
    tree = atlas.tree(asked)
    there = [one for one in holders if one.id in tree.places]
    districts = sum(one.level == "district" for p in there for one in tree.children(p.id))
    key = "publish.map_counts_districts" if districts else "publish.map_counts"
    return say(key, lang, day=written(asked, lang), places=[one.say(lang) for one in holders],
               districts=districts, count=len(units))  # fmt: skip


def _note(atlas: Atlas, units: tuple[Place, ...], asked: date, lang: Lang) -> str:
    if units and all(atlas.shape(one.id, asked) for one in units):
        return say("publish.map_is_boundaries", lang)
    lost = len(units) - len(atlas.cells(units))
    note = say("publish.map_is_cells", lang)
    return f"{note} {say('publish.map_without_point', lang, count=lost)}" if lost else note
