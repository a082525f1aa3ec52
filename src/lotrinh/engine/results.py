"""The results of one computation, found by indicator, place, period and part of the whole.

A result is made when it is asked for: a fast engine holds plain numbers and attaches the
trace of the few that a page shows. What could not be computed is simply not here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Self

from lotrinh.engine.result import Key, Result
from lotrinh.periods import Period


class OfIndicator:
    """The results of one indicator; it never changes, so computations may share it."""

    def __init__(self, keys: Iterable[Key], make: Callable[[Key], Result]) -> None:
        self.keys = frozenset(keys)
        self._make = make
        self._made: dict[Key, Result] = {}

    def at(self, key: Key) -> Result | None:
        """Return the result of a key, or None when there is none."""
        if key not in self._made:
            if key not in self.keys:
                return None
            self._made[key] = self._make(key)
        return self._made[key]

    @cached_property
    def series(self) -> dict[tuple[str, str], list[Key]]:
        """The keys of each place and part of the whole, in order of period."""
        found: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in sorted(self.keys):
            found[key.place, key.breakdown].append(key)
        return found


class Results:
    """All results on one vintage."""

    def __init__(self, keys: Iterable[Key], make: Callable[[Key], Result]) -> None:
        by_indicator: dict[str, list[Key]] = defaultdict(list)
        for key in keys:
            by_indicator[key.indicator].append(key)
        self.by_indicator: Mapping[str, OfIndicator] = {
            name: OfIndicator(found, make) for name, found in by_indicator.items()
        }

    @classmethod
    def of(cls, by_indicator: Mapping[str, OfIndicator]) -> Self:
        """Return the results of these indicators."""
        results = cls((), dict[Key, Result]().__getitem__)
        results.by_indicator = by_indicator
        return results

    def only(self, keys: Iterable[Key]) -> Results:
        """Return some of the results."""

        def make(key: Key) -> Result:
            found = self.at(key)
            assert found is not None, "only some of what is there"
            return found

        return Results(keys, make)

    def get(self, indicator: str, place: str, period: Period, breakdown: str = "") -> Result | None:
        """Return the result, that of the total unless a part is named; None when there is none."""
        return self.at(Key(indicator, place, period, breakdown))

    def at(self, key: Key) -> Result | None:
        """Return the result of a key, or None when there is none."""
        found = self.by_indicator.get(key.indicator)
        return found.at(key) if found else None

    def series(self, indicator: str, place: str, breakdown: str = "") -> tuple[Result, ...]:
        """Return the results of an indicator for a place, in order of period."""
        found = self.by_indicator.get(indicator)
        keys = found.series.get((place, breakdown), ()) if found else ()
        return tuple(one for key in keys if (one := self.at(key)) is not None)

    def all(self) -> tuple[Result, ...]:
        """Return every result, in order of indicator, place, part and period."""
        return tuple(
            result
            for name, found in sorted(self.by_indicator.items())
            for place, part in sorted(found.series)
            for result in self.series(name, place, part)
        )

    def items(self) -> Iterator[tuple[Key, Result]]:
        """Yield every result with its key, in no order."""
        for found in self.by_indicator.values():
            for key in found.keys:
                if (one := found.at(key)) is not None:
                    yield key, one

    def __len__(self) -> int:
        return sum(len(one.keys) for one in self.by_indicator.values())
