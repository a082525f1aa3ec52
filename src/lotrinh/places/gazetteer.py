"""A gazetteer: all places and changes known, found by id, by day, by what came before and after.

It holds facts only; figures are carried over by `places/crosswalk.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lotrinh.places.place import Change, Place


@dataclass(frozen=True)
class Gazetteer:
    """All places and changes known, by id."""

    places: dict[str, Place]
    changes: tuple[Change, ...] = ()
    #: Places whose places directly below are all here, with the first day since when that is
    #: so. None where every list is whole. A total is made of a whole list only.
    wholes: Mapping[str, date | None] | None = None

    def __getitem__(self, id: str) -> Place:
        return self.places[id]

    def __contains__(self, id: str) -> bool:
        return id in self.places

    def lists_all(self, id: str, day: date) -> bool:
        """Whether all places directly below one, as on that day, are here.

        >>> Gazetteer({}, wholes={"vn": date(2008, 8, 1)}).lists_all("vn", date(2004, 1, 1))
        False
        """
        if self.wholes is None:
            return True
        since = self.wholes.get(id, date.max)
        return since is None or since <= day

    def successors(self, id: str) -> tuple[Place, ...]:
        """Return what the place became, empty while it lasts."""
        after = dict.fromkeys(a for change in self.endings(id) for a in change.after)
        return tuple(self.places[a] for a in after)

    def predecessors(self, id: str) -> tuple[Place, ...]:
        """Return the places whose ground, or a part of it, the place was made of."""
        made = (c for c in self._making.get(id, ()) if c.carries_ground)
        before = dict.fromkeys(b for change in made for b in change.before)
        return tuple(self.places[b] for b in before)

    def ended_by(self, id: str) -> Change | None:
        """Return the change that ended the place, None while it lasts."""
        return next(iter(self.endings(id)), None)

    def made_by(self, id: str) -> Change | None:
        """Return the change that made the place, None when that is not known."""
        return next((c for c in self._making.get(id, ()) if c.carries_ground), None)

    def endings(self, id: str) -> tuple[Change, ...]:
        """Return every change the place went into: one, or one for each part when divided."""
        return tuple(self._ending.get(id, ()))

    def on(self, day: date, level: str = "") -> Iterator[Place]:
        """Yield the places that were there on the day, all levels or one."""
        for place in self.places.values():
            if (not level or place.level == level) and place.is_there_on(day):
                yield place

    def days_of_change(self, after: date, until: date) -> tuple[date, ...]:
        """Return the days later than `after`, up to `until`, on which the map changed."""
        return tuple(sorted(day for day in self._by_day if after < day <= until))

    def changes_on(self, day: date) -> tuple[Change, ...]:
        """Return what changed on the day."""
        return tuple(self._by_day.get(day, ()))

    @cached_property
    def _ending(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            for id in change.before:
                found[id].append(change)
        return found

    @cached_property
    def _making(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            for id in change.after:
                found[id].append(change)
        return found

    @cached_property
    def _by_day(self) -> dict[date, list[Change]]:
        found: dict[date, list[Change]] = defaultdict(list)
        for change in self.changes:
            found[change.day].append(change)
        return found
