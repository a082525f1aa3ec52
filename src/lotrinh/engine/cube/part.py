"""A part of a formula over whole slabs: its values, and what stands beside each of them.

Plain numbers stay single numbers; arrays have a row for each period asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.axis import Axis, Rows
from lotrinh.engine.cube.coverage import NONE
from lotrinh.engine.cube.slab import Slab

#: Of a plain number, which rests on no figure.
FIRMEST = np.int8(3)

Cells = NDArray[Any]


class Part(NamedTuple):
    """Values and, of the figures that each rests on, the least firmness and coverage."""

    values: Cells
    firmness: Cells
    #: Of the columns that have places below; `NONE` where no total stands behind a value.
    coverage: Cells
    #: The share of weight, NaN where it is not known; of the same columns.
    weight: Cells


def number(value: float) -> Part:
    """Return a plain number as a part."""
    return Part(np.array(value), np.array(FIRMEST), np.array(NONE), np.array(np.nan))


def figures(slab: Slab, axis: Axis, *, takes_partial: bool) -> Part:
    """Return the figures of a slab in the periods asked for."""
    rows = slab.axis.rows_of(axis)
    return Part(
        _rows(slab.values if takes_partial else slab.whole, rows, np.nan),
        _rows(slab.firmness, rows, 0),
        np.array(NONE) if slab.coverage is None else _rows(slab.coverage, rows, NONE),
        np.array(np.nan) if slab.weight is None else _rows(slab.weight, rows, np.nan),
    )


def beside(parts: tuple[Part, ...]) -> tuple[Cells, Cells, Cells]:
    """Return the least firmness, coverage and weight of parts that are all rested on."""
    _, firmness, coverage, weight = parts[0]
    for one in parts[1:]:
        firmness = np.minimum(firmness, one.firmness)
        coverage = np.minimum(coverage, one.coverage)
        weight = np.fmin(weight, one.weight)
    return firmness, coverage, weight


def either(first: NDArray[np.bool_], one: Part, other: Part) -> Part:
    """Return the first part where `first` says so, else the other, with all beside it."""
    values = np.where(first, one.values, other.values)
    firmness = np.where(first, one.firmness, other.firmness)
    inner = max(part.coverage.shape[-1:] for part in (one, other))
    if not inner:
        return Part(values, firmness, one.coverage, one.weight)
    above = first[:, : inner[0]] if first.ndim else first
    coverage = np.where(above, one.coverage, other.coverage)
    return Part(values, firmness, coverage, np.where(above, one.weight, other.weight))


def operate(ufunc: Callable[..., Cells], *parts: Part) -> Part:
    """Return what an operation gives on parts that must all be there; too large is missing."""
    values = ufunc(*(part.values for part in parts))
    return Part(finite(values), *beside(parts))


def finite(values: Cells) -> Cells:
    """Return the values without those that are too large."""
    infinite = np.isinf(values)
    return np.where(infinite, np.nan, values) if infinite.any() else values


def _rows(cells: Cells, rows: Rows, missing: object) -> Cells:
    if isinstance(rows, slice):
        return cells[rows]
    found = np.full((len(rows), cells.shape[1]), missing, dtype=cells.dtype)
    there = rows >= 0
    found[there] = cells[rows[there]]
    return found
