"""A slab, or a part of it, as rows of a table of results: what is missing has no row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lotrinh.engine.cube.coverage import units_of
from lotrinh.engine.cube.run import Part
from lotrinh.engine.cube.slab import Slab
from lotrinh.engine.facts.codes import SIGNS, STATUSES, firmness_of, sign_of
from lotrinh.engine.table_file import SCHEMA

_STATUSES, _SIGNS = pa.array(STATUSES), pa.array(SIGNS)


class Tables:
    """Makes tables of slabs; the names of the places are turned into Arrow once."""

    def __init__(self, places: Sequence[str], columns: NDArray[np.intp] | None = None) -> None:
        self.places = pa.array(places)
        #: The columns that are wanted; None for all.
        self.columns = columns

    def of(self, part: Part, slab: Slab, rows: Sequence[int] | None = None) -> pa.Table:
        """Return the values of some rows, or of all, in order of period and place; then bounds."""
        there = ~np.isnan(slab.values)
        _keep_only(there, rows, self.columns)
        row, column = np.nonzero(there)
        table = self._table(
            part, slab, row, column, slab.values[there], slab.firmness[there],
            np.zeros(len(row), dtype=np.int8),
        )  # fmt: skip
        if slab.bounds is None:
            return table
        return pa.concat_tables([table, self._bounds(part, slab, rows)])

    def _bounds(self, part: Part, slab: Slab, rows: Sequence[int] | None) -> pa.Table:
        """Return what is known only as a bound and of which no total could be made."""
        bounds = slab.bounds
        assert bounds is not None
        wanted = np.ones(slab.values.shape, dtype=np.bool_)
        _keep_only(wanted, rows, self.columns)
        kept = wanted[bounds.row, bounds.column] & np.isnan(slab.values[bounds.row, bounds.column])
        label = bounds.label[kept]
        return self._table(
            part, slab, bounds.row[kept], bounds.column[kept], bounds.value[kept],
            firmness_of(label), sign_of(label),
        )  # fmt: skip

    def _table(
        self,
        part: Part,
        slab: Slab,
        row: NDArray[np.intp],
        column: NDArray[np.intp],
        value: NDArray[np.float64],
        firmness: NDArray[np.int8],
        sign: NDArray[np.int8],
    ) -> pa.Table:
        reported, expected, weight = _behind(slab, row, column)
        columns = (
            _same(part.indicator, len(row)),
            _coded(column.astype(np.int32), self.places),
            _coded(row.astype(np.int32), pa.array([str(one) for one in slab.axis.periods])),
            pa.array(value),
            _coded(firmness, _STATUSES),
            _coded(sign, _SIGNS),
            _same(part.breakdown, len(row)),
            reported, expected, weight,
        )  # fmt: skip
        return pa.Table.from_arrays([*columns], schema=SCHEMA)


def _behind(
    slab: Slab, row: NDArray[np.intp], column: NDArray[np.intp]
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Return the units reported and expected and the share of weight behind each cell."""
    if slab.coverage is None:
        nothing = pa.nulls(len(row), pa.int32())
        return nothing, nothing, pa.nulls(len(row), pa.float64())
    reported, expected = np.full((2, len(row)), -1, dtype=np.int32)
    weight = np.full(len(row), np.nan)
    above = column < slab.coverage.shape[1]
    at = row[above], column[above]
    reported[above], expected[above] = units_of(slab.coverage[at])
    if slab.weight is not None:
        weight[above] = slab.weight[at]
    none = reported < 0
    return (
        pa.array(reported, mask=none), pa.array(expected, mask=none),
        pa.array(weight, mask=none | np.isnan(weight)),
    )  # fmt: skip


def _keep_only(
    there: NDArray[np.bool_], rows: Sequence[int] | None, columns: NDArray[np.intp] | None
) -> None:
    """Leave out of `there` the rows and columns that are not wanted."""
    if rows is not None:
        unwanted = np.ones(len(there), dtype=np.bool_)
        unwanted[list(rows)] = False
        there[unwanted] = False
    if columns is not None:
        hidden = np.ones(there.shape[1], dtype=np.bool_)
        hidden[columns] = False
        there[:, hidden] = False


def _coded(codes: NDArray[np.integer], names: pa.Array) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes), names)


def _same(name: str, rows: int) -> pa.Array:
    return _coded(np.zeros(rows, dtype=np.int16), pa.array([name]))
