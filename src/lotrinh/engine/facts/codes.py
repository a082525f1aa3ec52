"""Numbers in place of the texts that repeat: series, places, periods, announcements.

A figure is then five narrow numbers: which series, where, when, its value, and how it was
announced. Codes count from 0 and follow the order of the texts they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.ledger import Observation
from lotrinh.ledger.observation import Method, Qualifier, Status
from lotrinh.periods import Period

#: Firmness of a status as a number; higher is firmer.
STATUSES = ("estimate", "preliminary", "actual")
#: What a bound says of the true value.
SIGNS = ("", "<", ">")
_BOUNDS = {"<": "<", "<=": "<", ">": ">", ">=": ">"}


class Series(NamedTuple):
    """Which figures replace each other, apart from place and period."""

    indicator: str
    #: Canonical text of the part of the whole; empty for the total.
    breakdown: str = ""
    #: Name of a result that several report together; empty for a figure of one's own.
    shared: str = ""


class Announcement(NamedTuple):
    """All that is said of a figure beside its value: thousands of figures share one of these."""

    recorded_at: date
    status: Status
    unit: str
    qualifier: Qualifier
    method: Method
    price_basis: str

    @classmethod
    def of(cls, one: Observation) -> Announcement:
        """Return how an observation was announced."""
        return cls(
            one.recorded_at, one.status, one.unit, one.qualifier, one.method, one.price_basis
        )

    @property
    def sign(self) -> str:
        """`<` or `>` when the figure only bounds the true value; empty otherwise."""
        return _BOUNDS.get(self.qualifier, "") if self.method == "inferred" else ""


class Announcements:
    """Every announcement by its code, with columns to look a property up by many codes."""

    def __init__(self, found: Sequence[Announcement]) -> None:
        self.all = tuple(found)
        #: Firmness of the status and sign of the bound in one number, see `label`.
        self.labels = np.array(
            [label(STATUSES.index(one.status), SIGNS.index(one.sign)) for one in self.all],
            dtype=np.int8,
        )

    def __len__(self) -> int:
        return len(self.all)

    def known_on(self, day: date) -> NDArray[np.bool_]:
        """Return, by code, whether it was recorded on the day or before."""
        return np.array([one.recorded_at <= day for one in self.all], dtype=np.bool_)

    @cached_property
    def has_bounds(self) -> bool:
        """Whether any figure is only a bound."""
        return bool((self.labels >= _BOUND).any())


@dataclass(frozen=True)
class Codes:
    """What the numbers of the facts stand for, each tuple in order of its code."""

    series: tuple[Series, ...]
    places: tuple[str, ...]
    periods: tuple[Period, ...]
    announcements: Announcements

    @cached_property
    def series_of(self) -> dict[tuple[str, str], list[int]]:
        """The codes of the series of an indicator and breakdown, that of one's own first."""
        found: dict[tuple[str, str], list[int]] = {}
        for code, one in enumerate(self.series):
            found.setdefault((one.indicator, one.breakdown), []).append(code)
        return found

    @cached_property
    def breakdowns(self) -> dict[str, list[str]]:
        """The breakdowns in which each indicator was reported."""
        found: dict[str, list[str]] = {}
        for indicator, breakdown in self.series_of:
            found.setdefault(indicator, []).append(breakdown)
        return found


#: A label below this is of an exact figure.
_BOUND = 4


def label(firmness: int, sign: int = 0) -> int:
    """Return the label of a cell: firmness in the lowest two bits, the sign of a bound above.

    >>> label(2), label(0, SIGNS.index(">"))
    (2, 8)
    """
    return firmness | sign * _BOUND


def is_bound(labels: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Return which of the labels are those of bounds."""
    return labels >= _BOUND


def firmness_of(labels: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the firmness in each label."""
    return labels & np.int8(_BOUND - 1)


def sign_of(labels: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the place in `SIGNS` of each label."""
    return labels >> np.int8(2)
