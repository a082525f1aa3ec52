"""The results of one computation, found by indicator, place and period.

A result is made when it is asked for: a fast engine holds plain numbers and attaches the
trace of the few that a page shows. What could not be computed is simply not here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from lotrinh.engine.result import Key, Result
from lotrinh.periods import Period


class Results:
    """All results on one vintage."""

    def __init__(self, keys: Iterable[Key], make: Callable[[Key], Result]) -> None:
        self._keys = frozenset(keys)
        self._make = make
        self._made: dict[Key, Result] = {}

    def get(self, indicator: str, place: str, period: Period) -> Result | None:
        """Return the result, or None when there is none."""
        key = (indicator, place, period)
        if key not in self._keys:
            return None
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def series(self, indicator: str, place: str) -> tuple[Result, ...]:
        """Return the results of an indicator for a place, in order of period."""
        periods = self._periods.get((indicator, place), ())
        return tuple(one for p in periods if (one := self.get(indicator, place, p)) is not None)

    def all(self) -> tuple[Result, ...]:
        """Return every result, in order of indicator, place and period."""
        return tuple(one for pair in sorted(self._periods) for one in self.series(*pair))

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _periods(self) -> dict[tuple[str, str], list[Period]]:
        found: dict[tuple[str, str], list[Period]] = defaultdict(list)
        for indicator, place, period in sorted(self._keys):
            found[indicator, place].append(period)
        return found
