"""A vintage: the observations known on a day, frozen, with the hash that names them.

A vintage depends on nothing but what was recorded on or before its day, so a report signed
on it can be computed again, to the digit. Writing it to disk is the engine's business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lotrinh.ledger.as_known import history, holding, known_on
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
