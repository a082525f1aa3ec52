"""Carries many figures at once: a table of units by columns, with NumPy.

The same law as `carry.py`, which is the judge; here NaN stands for a figure that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lotrinh.places.crosswalk import Crosswalk

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Dense:
    """A crosswalk as arrays, its pairs in the order of the units they lead to."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    #: Row of `before` of each pair.
    source: NDArray[np.intp]
    #: Share of each pair, NaN when it is not known.
    share: Table
    #: First pair of each unit of `after`.
    start: NDArray[np.intp]

    @classmethod
    def of(cls, over: Crosswalk) -> Dense:
        """Return the arrays of a crosswalk."""
        row = {id: number for number, id in enumerate(over.units)}
        pairs = [one for shares in over.into.values() for one in shares]
        sizes = [len(shares) for shares in over.into.values()]
        share = [np.nan if one.share is None else one.share for one in pairs]
        return cls(
            before=over.units,
            after=tuple(over.into),
            source=np.array([row[one.before] for one in pairs], dtype=np.intp),
            share=np.array(share, dtype=np.float64),
            start=np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.intp),
        )

    def carry(self, values: Table, block: int = 64) -> Table:
        """Return the table on the new map; a missing part leaves its sum missing.

        `values` has a row for each unit of `before`; columns go through in blocks, so that
        the machine's cache holds what is worked on.
        """
        out = np.empty((len(self.after), values.shape[1]))
        for first in range(0, values.shape[1], block):
            part = values[:, first : first + block][self.source]
            part *= self.share[:, None]
            np.add.reduceat(part, self.start, axis=0, out=out[:, first : first + block])
        return out

    def reported(self, values: Table) -> NDArray[np.int64]:
        """Return how many of the units that make up each new one have a figure."""
        there = (~np.isnan(values)).astype(np.int64)
        return np.add.reduceat(there[self.source], self.start, axis=0)

    @property
    def expected(self) -> NDArray[np.int64]:
        """How many units make up each new one."""
        return np.diff(np.append(self.start, len(self.source))).astype(np.int64)
