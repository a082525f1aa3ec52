"""A vintage: the observations known on a day, frozen, with the hash that names them.

A vintage depends on nothing but what was recorded on or before its day, so a report signed
on it can be computed again, to the digit. Writing it to disk is the engine's business.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lotrinh.ledger.as_known import history, holding, known_on, order
from lotrinh.ledger.observation import Key, Observation


@dataclass(frozen=True)
class Vintage:
    """All that was known on a day, superseded figures included."""

    as_known_on: date
    #: In canonical order.
    observations: tuple[Observation, ...]

    @classmethod
    def freeze(cls, observations: Iterable[Observation], as_known_on: date) -> Vintage:
        """Freeze what was known on the day."""
        return cls(as_known_on, known_on(observations, as_known_on))

    def changed(self, gone: Iterable[Observation], new: Iterable[Observation]) -> Vintage:
        """Return the vintage of the day without `gone`, which it holds, and with `new`.

        Equal to freezing all of it again, without looking at what stays.
        """
        steps = [(order(one), 0, one) for one in gone]
        steps += [(order(one), 1, one) for one in new if one.recorded_at <= self.as_known_on]
        found: list[Observation] = []
        at = 0
        for place, comes, one in sorted(steps, key=lambda step: step[:2]):
            until = bisect_left(self.observations, place, at, key=order)
            found += self.observations[at:until]
            found += [one] if comes else []
            at = until if comes else until + 1
        return Vintage(self.as_known_on, (*found, *self.observations[at:]))

    @cached_property
    def indicators(self) -> dict[str, slice]:
        """Where the observations of each indicator stand."""
        found: dict[str, slice] = {}
        at = 0
        while at < len(self.observations):
            name = self.observations[at].indicator
            until = bisect_right(self.observations, name, at, key=lambda one: one.indicator)
            found[name] = slice(at, until)
            at = until
        return found

    def of_indicator(self, name: str) -> tuple[Observation, ...]:
        """Return the observations of an indicator."""
        return self.observations[self.indicators.get(name, slice(0))]

    @cached_property
    def hash(self) -> str:
        """Return the SHA-256 of the day and the canonical observations."""
        digest = hashlib.sha256(self.as_known_on.isoformat().encode())
        for one in self.observations:
            digest.update(one.line)
        return digest.hexdigest()

    @cached_property
    def holding(self) -> dict[Key, Observation]:
        """The figure that holds for each indicator, place, period and part of the whole."""
        return holding(self.observations)

    @cached_property
    def history(self) -> dict[Key, tuple[Observation, ...]]:
        """Every figure of each thing, the one that holds last."""
        return history(self.observations)
