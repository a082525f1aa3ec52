"""Adds to a slab the longer periods that can be made of shorter ones.

The law stands in `engine.over_time`, figure by figure; this does a row at a time.
"""

from __future__ import annotations

import numpy as np

from lotrinh.engine.cube.axis import axis_of
from lotrinh.engine.cube.slab import Slab
from lotrinh.engine.over_time import STEPS, longer_ones, needed
from lotrinh.periods import Period
from lotrinh.periods.arithmetic import Frequency


def add_longer_periods(slab: Slab, how: str) -> Slab:
    """Return the slab with the longer periods of an indicator that adds up over time.

    `how` is the indicator's `over_time`. A reported figure of the longer period holds.
    """
    if how == "none":
        return slab
    for shorter, longer in STEPS:
        periods = [one for one in slab.axis.periods if one is not None]
        made = longer_ones(periods, shorter, longer)
        if made:
            slab = _step(with_rows(slab, made), made, shorter, how)
    return slab


def _step(slab: Slab, made: set[Period], shorter: Frequency, how: str) -> Slab:
    """Fill the rows of the longer periods, in place, where nothing is there."""
    for longer in made:
        rows = [slab.axis.row_of.get(one, -1) for one in needed(longer, shorter, how)]
        if -1 in rows:
            continue
        at = slab.axis.row_of[longer]
        values, firmness = slab.values[..., at, :], slab.firmness[..., at, :]
        total = slab.values[..., rows, :].sum(axis=-2)
        empty = np.isnan(values) & np.isfinite(total)
        values[empty] = total[empty]
        firmness[empty] = slab.firmness[..., rows, :].min(axis=-2)[empty]
    return slab


def with_rows(slab: Slab, made: set[Period]) -> Slab:
    """Return a slab that has rows for these periods besides its own."""
    known = {one for one in slab.axis.periods if one is not None}
    if made <= known:
        return slab
    axis = axis_of(tuple(sorted(known | made)))
    there = [axis.row_of[one] for one in slab.axis.periods if one is not None]
    rows = np.array(there, dtype=np.intp)
    *stack, _, columns = slab.values.shape
    values = np.full((*stack, len(axis), columns), np.nan)
    firmness = np.zeros(values.shape, dtype=np.int8)
    values[..., rows, :], firmness[..., rows, :] = slab.values, slab.firmness
    bounds = slab.bounds
    if bounds is not None:
        bounds = bounds._replace(row=rows[bounds.row])
    return Slab(axis, values, firmness, bounds=bounds)
