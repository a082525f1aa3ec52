"""Who lies in whom, as on the last day of a period: all that rolling up needs of the places.

A place whose list of places below is not whole stands for itself: it is a finest unit, and
no total is made of what happens to be known in it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lotrinh.periods import Period
from lotrinh.places import Gazetteer
from lotrinh.places.tree import Tree, tree_on


@dataclass(frozen=True)
class Land:
    """The tree of state administration on one map, with its units counted."""

    tree: Tree
    gazetteer: Gazetteer
    _units: dict[str, int] = field(default_factory=dict, compare=False)

    def parent(self, place: str) -> str:
        """Return the place above; empty for a top and for a place that was not there."""
        return self.tree.parents.get(place, "")

    def made_of(self, place: str) -> tuple[str, ...]:
        """Return the places that a total is made of: all directly below, when all are known."""
        if not self.gazetteer.lists_all(place, self.tree.day):
            return ()
        return tuple(one.id for one in self.tree.children(place))

    def units(self, place: str) -> int:
        """Return how many finest units a place stands for; itself, when none is below."""
        if place not in self._units:
            self._units[place] = sum(map(self.units, self.made_of(place))) or 1
        return self._units[place]

    def of_level(self, place: str, level: str) -> tuple[str, ...] | None:
        """Return the places of a level in one, itself when it is of that level.

        None when some list on the way is not whole, so that nobody knows how many there are.
        """
        if place not in self.tree.places:
            return ()
        if self.tree.places[place].level == level:
            return (place,)
        if not self.gazetteer.lists_all(place, self.tree.day):
            return None
        found: list[str] = []
        for below in self.made_of(place):
            units = self.of_level(below, level)
            if units is None:
                return None
            found += units
        return tuple(found)


class Territory:
    """The places of all days; the map of each is drawn once."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer({})
        self._lands: dict[int, Land] = {}

    def on(self, period: Period) -> Land:
        """Return the map as on the last day of a period."""
        number = self.map_number(period)
        if number not in self._lands:
            tree = tree_on(self.gazetteer, period.last_day)
            self._lands[number] = Land(tree, self.gazetteer)
        return self._lands[number]

    def map_number(self, period: Period) -> int:
        """Return the number of the map: two periods with one number have one map."""
        return bisect_right(self._days, period.last_day)

    @cached_property
    def _days(self) -> list[date]:
        """The days on which a place began or ended, or a list became whole."""
        places = self.gazetteer.places.values()
        days = {day for one in places for day in (one.valid_from, one.valid_to)}
        return sorted(filter(None, days | set((self.gazetteer.wholes or {}).values())))
