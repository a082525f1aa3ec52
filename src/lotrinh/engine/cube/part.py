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
    # A plain number weakens nothing.
    rested = [one for one in parts if one.firmness.ndim] or parts[:1]
    _, firmness, coverage, weight = rested[0]
    for one in rested[1:]:
        firmness = np.minimum(firmness, one.firmness)
        coverage = np.minimum(*_as_wide(coverage, one.coverage, NONE))
        weight = np.fmin(*_as_wide(weight, one.weight, np.nan))
    return firmness, coverage, weight


def either(first: NDArray[np.bool_], one: Part, other: Part) -> Part:
    """Return the first part where `first` says so, else the other, with all beside it."""
    values = np.where(first, one.values, other.values)
    firmness = np.where(first, one.firmness, other.firmness)
    return Part(
        values,
        firmness,
        _chosen(first, *_as_wide(one.coverage, other.coverage, NONE)),
        _chosen(first, *_as_wide(one.weight, other.weight, np.nan)),
    )


def _chosen(first: NDArray[np.bool_], one: Cells, other: Cells) -> Cells:
    """Choose what stands beside the first columns."""
    if not one.ndim and not other.ndim:
        return one
    columns = max(one.shape[-1:], other.shape[-1:])[0]
    return np.where(first[..., :columns] if first.ndim else first, one, other)


def operate(ufunc: Callable[..., Cells], *parts: Part) -> Part:
    """Return what an operation gives on parts that must all be there; too large is missing."""
    values = ufunc(*(part.values for part in parts))
    return Part(finite(values), *beside(parts))


def finite(values: Cells) -> Cells:
    """Return the values without those that are too large."""
    infinite = np.isinf(values)
    return np.where(infinite, np.nan, values) if infinite.any() else values


def slab_of(part: Part, axis: Axis, places: int, *stack: int) -> Slab:
    """Return a part, with a row for each period of the axis, as a slab or a stack of slabs."""
    shape = (*stack, len(axis), places)
    values = np.broadcast_to(part.values, shape)
    firmness = np.broadcast_to(part.firmness, shape)
    if not part.coverage.ndim:
        return Slab(axis, values, firmness)
    above = (*shape[:-1], part.coverage.shape[-1])
    weight = None
    if part.weight.ndim:
        weight = np.broadcast_to(widened(part.weight, above[-1], np.nan), above)
    return Slab(axis, values, firmness, np.broadcast_to(part.coverage, above), weight)


def _as_wide(one: Cells, other: Cells, missing: object) -> tuple[Cells, Cells]:
    """Return both with as many columns: the value above a place may stand beside its own."""
    if not one.ndim or not other.ndim:
        return one, other
    columns = max(one.shape[-1], other.shape[-1])
    return widened(one, columns, missing), widened(other, columns, missing)


def widened(cells: Cells, columns: int, missing: object) -> Cells:
    """Return the cells with so many columns; in those that are new nothing stands."""
    if cells.shape[-1] == columns:
        return cells
    found = np.full((*cells.shape[:-1], columns), missing, dtype=cells.dtype)
    found[..., : cells.shape[-1]] = cells
    return found


def _rows(cells: Cells, rows: Rows, missing: object) -> Cells:
    if isinstance(rows, slice):
        return cells[..., rows, :]
    if not cells.shape[-2]:
        return np.full((*cells.shape[:-2], len(rows), cells.shape[-1]), missing, dtype=cells.dtype)
    found = cells.take(rows, axis=-2, mode="clip")
    found[..., rows < 0, :] = missing
    return found
