"""Looks at other places and parts over whole slabs: the place above, the units, the categories.

`engine.crossings` says the same for one figure. What the formulas around them make of the
slabs stands in `formulas`.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import EllipsisType

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.coverage import NONE, Codes, coverage_codes
from lotrinh.engine.cube.frame import Columns, Frame
from lotrinh.engine.cube.part import Cells, Part, figures, finite, operate, slab_of, widened
from lotrinh.engine.cube.slab import Slab, empty_slab
from lotrinh.engine.steps import Crossing

_FIRMEST = np.int8(3)


def crossing_slab(step: Crossing, sources: Sequence[Slab], frame: Frame) -> Slab:
    """Return the slab of a crossing.

    `sources` are the slabs of all categories for a sum over a disaggregation, else the one
    slab of the source.
    """
    if step.kind == "sum_over":
        return _sum_over(sources, frame)
    if not sources:
        return empty_slab(len(frame.places))
    return _above(sources[0], frame) if step.kind == "above" else _count(step, sources[0], frame)


def _above(source: Slab, frame: Frame) -> Slab:
    """Put the figure of each place into the columns of the places below it."""
    columns = len(frame.places)
    whole = figures(source, source.axis, takes_partial=True)
    coverage = whole.coverage if not whole.coverage.ndim else widened(whole.coverage, columns, NONE)
    weight = whole.weight if not whole.weight.ndim else widened(whole.weight, columns, np.nan)
    found = Part(
        np.full(source.values.shape, np.nan),
        np.zeros(source.firmness.shape, dtype=np.int8),
        np.full_like(coverage, NONE),
        np.full_like(weight, np.nan),
    )
    for on, rows in frame.by_map(source.axis):
        for made, cells in zip(
            found, (whole.values, whole.firmness, coverage, weight), strict=True
        ):
            if made.ndim:
                below = np.flatnonzero(on.above >= 0)
                made[_cells(rows, below)] = cells[_cells(rows, on.above[below])]
    return slab_of(found, source.axis, columns, *source.values.shape[:-2])


def _count(step: Crossing, source: Slab, frame: Frame) -> Slab:
    """Add up the figures of the units of a level in each place, and tell how many there are."""
    shape = source.values.shape
    values, firmness = np.full(shape, np.nan), np.zeros(shape, dtype=np.int8)
    coverage: Codes = np.full(shape, NONE, dtype=np.int64)
    for on, rows in frame.by_map(source.axis):
        units = on.of_level(step.by, frame.column_of)
        if not len(units.within):
            continue
        cells = source.values[_cells(rows, units.units)]
        there = ~np.isnan(cells)
        firm = np.where(there, source.firmness[_cells(rows, units.units)], _FIRMEST)
        total = np.add.reduceat(np.where(there, cells, 0.0), units.starts, axis=-1)
        reported = np.add.reduceat(there.astype(np.int64), units.starts, axis=-1)
        at, codes = _cells(rows, units.within), coverage_codes(reported, units.expected)
        values[at] = np.where(reported > 0, finite(total), np.nan)
        firmness[at] = np.minimum.reduceat(firm, units.starts, axis=-1)
        coverage[at] = np.where(reported > 0, codes, NONE)
    return Slab(source.axis, values, firmness, coverage)


def _sum_over(sources: Sequence[Slab], frame: Frame) -> Slab:
    """Add up the categories; every one must have a value."""
    if not sources:
        return empty_slab(len(frame.places))
    axis = sources[0].axis
    found, *others = (figures(one, axis, takes_partial=True) for one in sources)
    for one in others:
        found = operate(np.add, found, one)
    shape = sources[0].values.shape
    return slab_of(found._replace(values=finite(found.values)), axis, shape[-1], *shape[:-2])


def _cells(
    rows: slice | NDArray[np.intp], columns: Columns
) -> tuple[EllipsisType, slice | Cells, Columns]:
    """Name the cells of some rows and some columns, as an index."""
    return ..., (rows if isinstance(rows, slice) else rows[:, None]), columns
