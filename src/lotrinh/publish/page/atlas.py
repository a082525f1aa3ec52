"""All that a page about places may draw on: the country through time, and boundaries if given.

It answers which units hold a ground on a day; how they look is for the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from lotrinh.base.words import Words
from lotrinh.places import Country, Gazetteer, Hierarchy, Membership, Place, Tree, tree_on
from lotrinh.places.boundaries import Boundary
from lotrinh.places.cartogram import Cell, cartogram
from lotrinh.places.search import Index
from lotrinh.places.tree import STATE

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ListSource:
    """Where a weight was read."""

    title: Words
    url: str = ""


@dataclass(frozen=True, eq=False)
class Atlas:
    """The country with its hierarchies, boundaries and sources; one for each load of content."""

    country: Country
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    #: Where weights come from, by the name that weights give.
    sources: Mapping[str, ListSource] = field(default_factory=dict)

    @property
    def gazetteer(self) -> Gazetteer:
        """All units and changes."""
        return self.country.gazetteer

    @cached_property
    def index(self) -> Index:
        """Names, folded once."""
        return Index(self.gazetteer)

    def tree(self, day: date, hierarchy: str = STATE) -> Tree:
        """Return the tree of a hierarchy as on a day."""
        return _tree(self, day, hierarchy)

    def units(self, id: str, day: date) -> tuple[Place, ...]:
        """Return the smallest units on the day of the ground that a place holds."""
        tree = self.tree(day)
        holders = (one for one in self.holders(id, day) if one.id in tree.places)
        found = {unit.id: unit for one in holders for unit in tree.finest(one.id)}
        return tuple(sorted(found.values(), key=lambda one: (one.code, one.id)))

    def holders(self, id: str, day: date) -> tuple[Place, ...]:
        """Return who holds the ground of a place on a day: itself, those before or after it."""
        place = self.gazetteer[id]
        if place.is_there_on(day):
            return (place,)
        has_ended = place.valid_to is not None and place.valid_to <= day
        step = self.gazetteer.successors if has_ended else self.gazetteer.predecessors
        near = (found for one in step(id) for found in self.holders(one.id, day))
        found = {one.id: one for one in near}.values()
        return tuple(sorted(found, key=lambda one: (one.code != place.code, one.code)))

    def cells(self, units: tuple[Place, ...]) -> tuple[Cell, ...]:
        """Return the cartogram of units; one whose point is not known is left out."""
        return _cells(self, tuple(one.id for one in units))

    def reform_day(self, id: str) -> date | None:
        """Return the last day on which most units of a province were made anew; None if never."""
        return _reform_day(self, id)

    def shape(self, id: str, day: date) -> Boundary | None:
        """Return the boundary of a unit on a day."""
        return next((b for b in self._bounds.get(id, ()) if b.is_there_on(day)), None)

    @cached_property
    def _bounds(self) -> dict[str, list[Boundary]]:
        found: dict[str, list[Boundary]] = {}
        for one in self.boundaries:
            found.setdefault(one.place, []).append(one)
        return found


@lru_cache(maxsize=24)
def _tree(atlas: Atlas, day: date, hierarchy: str) -> Tree:
    return tree_on(atlas.gazetteer, day, hierarchy, atlas.memberships)


@lru_cache(maxsize=160)
def _cells(atlas: Atlas, ids: tuple[str, ...]) -> tuple[Cell, ...]:
    """Lay units out once: it takes a second where they are hundreds."""
    points = atlas.country.points
    return cartogram({id: points[id] for id in ids if id in points})


@lru_cache(maxsize=256)
def _reform_day(atlas: Atlas, id: str) -> date | None:
    place = atlas.gazetteer[id]
    if place.level != "province" or place.valid_to is not None:
        return None
    day = date.max if not place.valid_from else place.valid_from
    made = [atlas.gazetteer.made_by(one.id) for one in atlas.units(id, day)]
    days = [change.day for change in made if change is not None]
    return max(set(days), key=days.count) if days else None
