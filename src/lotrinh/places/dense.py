"""Carries many figures at once: a table of units by columns, with NumPy.

The same law as `carry.py`, which is the judge; here NaN stands for a figure that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lotrinh.places.crosswalk import Crosswalk

Table = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Layer:
    """One contribution to each of some units: which units, from which, with what share."""

    target: Rows
    source: Rows
    #: NaN when it is not known.
    share: Table


@dataclass(frozen=True)
class Dense:
    """A crosswalk as arrays: first contributions, second ones, and so on.

    A unit is made of three others in the mean, so a few layers of whole rows are quicker
    than one pass over all pairs.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    layers: tuple[Layer, ...]
    #: How many units make up each new one.
    expected: NDArray[np.int32]

    @classmethod
    def of(cls, over: Crosswalk) -> Dense:
        """Return the arrays of a crosswalk."""
        row = {id: number for number, id in enumerate(over.units)}
        found = list(over.into.values())
        layers = []
        for rank in range(max(map(len, found), default=0)):
            there = [(n, shares[rank]) for n, shares in enumerate(found) if rank < len(shares)]
            layers.append(
                Layer(
                    target=np.array([n for n, _ in there], dtype=np.intp),
                    source=np.array([row[one.before] for _, one in there], dtype=np.intp),
                    share=np.array(
                        [np.nan if one.share is None else one.share for _, one in there]
                    )[:, None],
                )
            )
        expected = np.array([len(shares) for shares in found], dtype=np.int32)
        return cls(over.units, tuple(over.into), tuple(layers), expected)

    def carry(self, values: Table) -> Table:
        """Return the table on the new map; a missing part leaves its sum missing.

        `values` has a row for each unit of `before`.
        """
        out = np.zeros((len(self.after), values.shape[1]))
        for layer in self.layers:
            # A block's rows stay in the cache between being read, weighed and added.
            for first in range(0, len(layer.target), 64):
                block = slice(first, first + 64)
                part = values[layer.source[block]]
                part *= layer.share[block]
                out[layer.target[block]] += part
        return out

    def reported(self, values: Table) -> NDArray[np.int32]:
        """Return how many of the units that make up each new one have a figure."""
        there = ~np.isnan(values)
        out = np.zeros((len(self.after), values.shape[1]), dtype=np.int32)
        for layer in self.layers:
            out[layer.target] += there[layer.source]
        return out
