"""Puts slabs that were made in different stacks together in one, to compute with all at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lotrinh.engine.cube.axis import axis_of
from lotrinh.engine.cube.coverage import NONE
from lotrinh.engine.cube.part import Cells
from lotrinh.engine.cube.slab import Slab

#: A slab: which one of which stack.
Place = tuple[Slab, int]


def stacked(places: Sequence[Place]) -> Slab:
    """Return slabs as one stack, without their bounds.

    Nothing is copied where they follow each other in one stack already, or are all the same. A
    row that some have and others lack is empty in those.
    """
    if len({(id(slab), n) for slab, n in places}) == 1:
        return _repeated(*places[0], len(places))
    runs: list[tuple[Slab, slice]] = []
    for slab, n in places:
        if runs and runs[-1][0] is slab and runs[-1][1].stop == n:
            runs[-1] = slab, slice(runs[-1][1].start, n + 1)
        else:
            runs.append((slab, slice(n, n + 1)))
    found = [slab.some(run) for slab, run in runs]
    return found[0] if len(found) == 1 else _joined(found)


def _repeated(slab: Slab, n: int, times: int) -> Slab:
    def repeated(cells: Cells) -> Cells:
        return np.broadcast_to(cells[n], (times, *cells.shape[1:]))

    coverage = None if slab.coverage is None else repeated(slab.coverage)
    weight = None if slab.weight is None else repeated(slab.weight)
    return Slab(slab.axis, repeated(slab.values), repeated(slab.firmness), coverage, weight)


def _joined(found: Sequence[Slab]) -> Slab:
    axis = axis_of(tuple(sorted({period for one in found for period in one.axis.row_of})))
    number = sum(len(one.values) for one in found)

    def joined(cells: Sequence[Cells | None], missing: object) -> Cells | None:
        there = [one for one in cells if one is not None]
        if not there:
            return None
        columns = max(one.shape[-1] for one in there)
        whole = np.full((number, len(axis), columns), missing, there[0].dtype)
        at = 0
        for slab, one in zip(found, cells, strict=True):
            if one is not None:
                rows = axis.rows_of(slab.axis)
                whole[at : at + len(one)][:, rows, : one.shape[-1]] = one
            at += len(slab.values)
        return whole

    values = joined([one.values for one in found], np.nan)
    firmness = joined([one.firmness for one in found], 0)
    assert values is not None
    assert firmness is not None
    coverage = joined([one.coverage for one in found], NONE)
    return Slab(axis, values, firmness, coverage, joined([one.weight for one in found], np.nan))
