"""Rolls a slab up the tree, level by level, as `engine.over_places` says for one figure.

A place's own figure holds; where there is none, the sum or the weighted mean of the places
below stands, with how many of the finest units it covers and what share of the weight.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.coverage import NONE, Codes, coverage_codes
from lotrinh.engine.cube.frame import Columns, Frame, Level, Map
from lotrinh.engine.cube.part import Cells
from lotrinh.engine.cube.scratch import scratch_of_thread
from lotrinh.engine.cube.shared import SharedCells
from lotrinh.engine.cube.slab import Slab, Values

_FIRMEST = np.int8(3)


class _Carried(NamedTuple):
    """What goes up the tree, a row a period: of each place its own, or what it is made of."""

    #: Sum of the figures, or of the figures times their weights.
    value: Values
    firmness: NDArray[np.int8]
    #: Finest units that stand behind it.
    units: NDArray[np.int32]
    #: Sum of the weights, NaN as soon as one is not known; None where nothing is weighed.
    weight: Values | None


def add_totals(
    slab: Slab, shared: SharedCells, over: str, frame: Frame, weight: Slab | None
) -> Slab:
    """Return the slab with the totals of an indicator, and what stands behind each.

    `over` is the indicator's `over_places`, `weight` the slab of its weight. The slab's own
    arrays are written to.
    """
    there = ~np.isnan(slab.values)
    shared.mark(there)
    shape = (*slab.values.shape[:-1], frame.inner)
    coverage = np.full(shape, NONE, dtype=np.int64)
    shares = None if weight is None else np.full(shape, np.nan)
    weights = None if weight is None else _rows(weight, slab)
    own = slab.values, slab.firmness
    if shared:
        own = slab.values.copy(), np.where(np.isnan(slab.values), _FIRMEST, slab.firmness)
        shared.add_to_own_place(slab)
    for on, rows in frame.by_map(slab.axis) if over != "none" else ():
        known = there[..., rows, :]
        weighs = None if weights is None else weights[..., rows, :]
        values, firmness = (slab.values, slab.firmness) if over == "mean" else own
        carried = _start(values[..., rows, :], firmness[..., rows, :], known, on, weighs, over)
        _carry(carried, known, on)
        if over == "sum":
            shared.add_above(carried.value, carried.firmness, known, on, rows)
        total = carried.value[..., : frame.inner]
        if over == "mean":
            assert carried.weight is not None
            total = np.divide(total, carried.weight[..., : frame.inner])
        made = ~known[..., : frame.inner] & (carried.units[..., : frame.inner] > 0)
        at = (..., rows, slice(frame.inner))
        _set(coverage, at, made, _coverages(carried.units, on.units, made))
        made &= np.isfinite(total)
        _set(slab.values, at, made, total)
        _set(slab.firmness, at, made, carried.firmness[..., : frame.inner])
        if shares is not None and weighs is not None and carried.weight is not None:
            whole = np.where(weighs[..., : frame.inner] == 0, np.nan, weighs[..., : frame.inner])
            _set(shares, at, made, carried.weight[..., : frame.inner] / whole)
    return Slab(slab.axis, slab.values, slab.firmness, coverage, shares, slab.bounds)


def _start(
    values: Values,
    firmness: NDArray[np.int8],
    there: NDArray[np.bool_],
    on: Map,
    weights: Values | None,
    over: str,
) -> _Carried:
    """Return what each place brings in by itself; a mean takes only what has a weight."""
    if over == "mean":
        weights = np.full(values.shape, np.nan) if weights is None else weights
        there = there & ~np.isnan(weights)
        values = values * weights
    scratch = scratch_of_thread()
    value, firm = scratch.copy("value", values), scratch.copy("firmness", firmness)
    # A place may have reported shared results only, and nothing of its own.
    missing = np.isnan(value)
    np.copyto(value, 0.0, where=missing)
    np.copyto(firm, _FIRMEST, where=missing)
    units = scratch.array("units", there.size, np.int32).reshape(there.shape)
    np.multiply(there, on.units, out=units)
    return _Carried(value, firm, units, None if weights is None else np.where(there, weights, 0.0))


def _carry(carried: _Carried, there: NDArray[np.bool_], on: Map) -> None:
    """Add each level to the one above, where that has no figure of its own."""
    for level in on.levels:
        empty = ~there[..., level.parents]
        starts = _starts(level, there.shape)
        for cells, ufunc in zip(carried, (np.add, np.minimum, np.add, np.add), strict=True):
            if cells is not None:
                found = _reduced(ufunc, cells[..., level.children], starts)
                _set(cells, (..., level.parents), empty, found[..., level.strangers :])


def _starts(level: Level, shape: tuple[int, ...]) -> Columns:
    """Return where each parent's children begin when the rows of cells are laid end to end."""
    children, (*rows, _) = level.children, shape
    columns = children.stop - children.start if isinstance(children, slice) else len(children)
    number = math.prod(rows)
    starts = scratch_of_thread().array("starts", number * len(level.starts), np.intp)
    found: Columns = starts.reshape(*rows, len(level.starts))
    np.add(np.arange(number).reshape(*rows, 1) * columns, level.starts, out=found)
    return found


def _reduced(ufunc: np.ufunc, cells: Cells, starts: Columns) -> Cells:
    """Reduce each row from each start to the next.

    Laid end to end, the rows are one: only then does NumPy let other threads work meanwhile.
    """
    scratch = scratch_of_thread()
    flat = cells if cells.flags.c_contiguous else scratch.copy(f"below {cells.dtype}", cells)
    found = scratch.array(f"total {cells.dtype}", starts.size, cells.dtype)
    return ufunc.reduceat(flat.ravel(), starts.ravel(), out=found).reshape(starts.shape)


def _coverages(
    units: NDArray[np.int32], expected: NDArray[np.int32], made: NDArray[np.bool_]
) -> Codes:
    """Return the codes of the totals made; most are whole, and alike in every period."""
    units, expected = units[..., : made.shape[-1]], expected[: made.shape[-1]]
    whole = np.broadcast_to(expected, made.shape)
    codes = np.broadcast_to(coverage_codes(expected, expected), made.shape)
    partial = made & (units != whole)
    if partial.any():
        codes = codes.copy()
        codes[partial] = coverage_codes(units[partial], whole[partial])
    return codes


def _set(cells: Cells, at: tuple[Any, ...], where: NDArray[np.bool_], found: Cells) -> None:
    """Write what was found at an index of the cells, where `where` says so."""
    if any(isinstance(one, np.ndarray) for one in at):
        cells[at] = np.where(where, found, cells[at])
    else:
        np.copyto(cells[at], found, where=where)


def _rows(weight: Slab, slab: Slab) -> Values:
    """Return the weights in the periods of the slab; a total that lacks units weighs nothing."""
    at = weight.axis.rows_of(slab.axis)
    if isinstance(at, slice):
        return weight.whole[..., at, :]
    if not len(weight.axis):
        return np.full(slab.values.shape, np.nan)
    found = weight.whole[..., at, :]
    found[..., at < 0, :] = np.nan
    return found
