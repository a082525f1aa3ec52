"""The port to wherever observations are kept; the core reads them through it alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from lotrinh.ledger.observation import Observation


class Store(Protocol):
    """An append-only keep of observations: a database table, or a list in a notebook."""

    def append(self, observations: Iterable[Observation], *, by: str) -> int:
        """Add those that are not there yet; return how many were new."""

    def observations(self) -> Iterable[Observation]:
        """Return all that was ever recorded."""


class InMemory:
    """A store for a notebook or a test.

    >>> store = InMemory()
    >>> store.append([], by="office")
    0
    """

    def __init__(self) -> None:
        self._kept: dict[str, Observation] = {}
        #: Who added each observation, by its id.
        self.added_by: dict[str, str] = {}

    def append(self, observations: Iterable[Observation], *, by: str) -> int:
        """Add those that are not there yet; return how many were new."""
        before = len(self._kept)
        for one in observations:
            if one.id not in self._kept:
                self._kept[one.id] = one
                self.added_by[one.id] = by
        return len(self._kept) - before

    def observations(self) -> Iterable[Observation]:
        """Return all that was ever recorded."""
        return tuple(self._kept.values())
