"""A slab of the cube: all values of an indicator, a row a period and a column a place.

Missing is NaN. A slab of a nation's communes over sixteen years is 1.4 MB, so that it is made,
rolled up and used while it lies in the processor's cache. Small slabs are made in stacks:
several indicators with the same rows, and one more axis in front of each array. All that works
on slabs works on stacks, so it speaks of the last two axes only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.axis import Axis, axis_of
from lotrinh.engine.cube.coverage import Codes, are_partial

Values = NDArray[np.float64]
Firmness = NDArray[np.int8]


class Bounds(NamedTuple):
    """Cells known only as a bound: they are shown and enter no arithmetic."""

    #: Number in the stack, row and column of each.
    nth: NDArray[np.intp]
    row: NDArray[np.intp]
    column: NDArray[np.intp]
    value: Values
    #: Firmness and sign, as in `facts.codes`.
    label: Firmness


@dataclass(frozen=True)
class Slab:
    """The values of an indicator, or of several; how firm each is, what is behind the totals."""

    axis: Axis
    #: Shape (periods, places), in the unit of the indicator.
    values: Values
    #: The same shape; what stands beside a missing value means nothing.
    firmness: Firmness
    #: Shape (periods, places that have places below); None where there is no total.
    coverage: Codes | None = None
    #: The same shape: the share of the weight that reported, NaN where it is not known.
    weight: Values | None = None
    bounds: Bounds | None = None

    @cached_property
    def whole(self) -> Values:
        """The values without the totals that units are missing from."""
        if self.coverage is None:
            return self.values
        inner = self.coverage.shape[-1]
        partial = are_partial(self.coverage) & ~np.isnan(self.values[..., :inner])
        if not partial.any():
            return self.values
        values = self.values.copy()
        values[..., :inner][partial] = np.nan
        return values

    def nth(self, n: int) -> Slab:
        """Return one slab of a stack."""
        if self.bounds is None:
            return self.some(n)
        bounds = Bounds(*(one[self.bounds.nth == n] for one in self.bounds))
        return replace(self.some(n), bounds=bounds)

    def alone(self) -> Slab:
        """Return a slab as a stack of one."""
        return replace(self.some(np.newaxis), bounds=self.bounds)

    def some(self, some: int | slice | None) -> Slab:
        """Return one slab of a stack, or some, without bounds; nothing is copied."""
        coverage = None if self.coverage is None else self.coverage[some]
        weight = None if self.weight is None else self.weight[some]
        return Slab(self.axis, self.values[some], self.firmness[some], coverage, weight)


def empty_slab(columns: int, *stack: int) -> Slab:
    """Return the slab of what was never reported, or a stack of so many."""
    shape = (*stack, 0, columns)
    return Slab(axis_of(()), np.empty(shape), np.empty(shape, dtype=np.int8))
