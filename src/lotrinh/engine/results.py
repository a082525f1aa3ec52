"""The results of one computation, found by indicator, place, period and part of the whole.

A result is made when it is asked for: a fast engine holds plain numbers and attaches the
trace of the few that a page shows. What could not be computed is simply not here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from lotrinh.engine.result import Key, Result
from lotrinh.periods import Period


class Results:
    """All results on one vintage."""

    def __init__(self, keys: Iterable[Key], make: Callable[[Key], Result]) -> None:
        self._keys = frozenset(keys)
        self._make = make
        self._made: dict[Key, Result] = {}

    def only(self, keys: Iterable[Key]) -> Results:
        """Return some of the results."""
        return Results(keys, self._get)

    def _get(self, key: Key) -> Result:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def get(self, indicator: str, place: str, period: Period, breakdown: str = "") -> Result | None:
        """Return the result, that of the total unless a part is named; None when there is none."""
        return self.at(Key(indicator, place, period, breakdown))

    def at(self, key: Key) -> Result | None:
        """Return the result of a key, or None when there is none."""
        return self._get(key) if key in self._keys else None

    def series(self, indicator: str, place: str, breakdown: str = "") -> tuple[Result, ...]:
        """Return the results of an indicator for a place, in order of period."""
        keys = sorted(self._series.get((indicator, place, breakdown), ()))
        return tuple(one for key in keys if (one := self.at(key)) is not None)

    def all(self) -> tuple[Result, ...]:
        """Return every result, in order of indicator, place, part and period."""
        return tuple(one for name in sorted(self._series) for one in self.series(*name))

    def items(self) -> Iterator[tuple[Key, Result]]:
        """Yield every result with its key, in no order."""
        for key in self._keys:
            if (one := self.at(key)) is not None:
                yield key, one

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _series(self) -> dict[tuple[str, str, str], list[Key]]:
        found: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
        for key in self._keys:
            found[key.indicator, key.place, key.breakdown].append(key)
        return found
