"""A slab, or a part of it, as rows of a table of results: what is missing has no row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from lotrinh.engine.cube.coverage import units_of
from lotrinh.engine.cube.recipes import Part
from lotrinh.engine.cube.slab import Slab
from lotrinh.engine.facts.codes import SIGNS, STATUSES, firmness_of, sign_of
from lotrinh.engine.table_file import SCHEMA

_STATUSES, _SIGNS = pa.array(STATUSES), pa.array(SIGNS)

#: Units reported and expected, and the share of weight.
Behind = tuple[pa.Array, pa.Array, pa.Array]


class Tables:
    """Makes tables of slabs; the names of the places are turned into Arrow once."""

    def __init__(self, places: Sequence[str], columns: NDArray[np.intp] | None = None) -> None:
        self.places = pa.array(places)
        self._codes = np.arange(len(places), dtype=np.int32)
        #: The columns that are not wanted; None where all are.
        self._hidden: NDArray[np.bool_] | None = None
        if columns is not None:
            self._hidden = np.ones(len(places), dtype=np.bool_)
            self._hidden[columns] = False

    def of(self, part: Part, slab: Slab, rows: Sequence[bool] | None = None) -> pa.Table:
        """Return the values in order of period and place, then bounds.

        `rows` says of each row whether it is wanted; all are when it is not given.
        """
        there = self._only(~np.isnan(slab.values), rows)
        counts = np.count_nonzero(there, axis=1)
        flat = np.flatnonzero(there)
        table = self._table(
            part,
            slab,
            np.repeat(np.arange(len(there), dtype=np.int32), counts),
            self._columns_of(there.shape)[flat],
            slab.values.ravel()[flat],
            slab.firmness.ravel()[flat],
            np.zeros(len(flat), dtype=np.int8),
            _behind(slab, there, counts),
        )
        if slab.bounds is None:
            return table
        return pa.concat_tables([table, self._bounds(part, slab, rows)])

    def _bounds(self, part: Part, slab: Slab, rows: Sequence[bool] | None) -> pa.Table:
        """Return what is known only as a bound and of which no total could be made."""
        bounds = slab.bounds
        assert bounds is not None
        wanted = self._only(np.isnan(slab.values), rows)
        kept = wanted[bounds.row, bounds.column]
        label = bounds.label[kept]
        return self._table(
            part, slab, bounds.row[kept].astype(np.int32), bounds.column[kept].astype(np.int32),
            bounds.value[kept], firmness_of(label), sign_of(label), _nothing(len(label)),
        )  # fmt: skip

    def _only(self, there: NDArray[np.bool_], rows: Sequence[bool] | None) -> NDArray[np.bool_]:
        """Leave out the rows and columns that are not wanted."""
        if rows is not None:
            there[~np.array(rows, dtype=np.bool_)] = False
        if self._hidden is not None:
            there[:, self._hidden] = False
        return there

    def _columns_of(self, shape: tuple[int, ...]) -> NDArray[np.int32]:
        """Return the column of each cell of a slab, row by row."""
        codes = self._codes
        if len(codes) < shape[0] * shape[1]:
            codes = self._codes = np.tile(np.arange(shape[1], dtype=np.int32), shape[0])
        return codes

    def _table(
        self,
        part: Part,
        slab: Slab,
        row: NDArray[np.int32],
        column: NDArray[np.int32],
        value: NDArray[np.float64],
        firmness: NDArray[np.int8],
        sign: NDArray[np.int8],
        behind: Behind,
    ) -> pa.Table:
        columns = (
            _same(part.indicator, len(row)),
            _coded(column, self.places),
            _coded(row, pa.array([str(one) for one in slab.axis.periods])),
            pa.array(value),
            _coded(firmness, _STATUSES),
            _coded(sign, _SIGNS),
            _same(part.breakdown, len(row)),
            *behind,
        )  # fmt: skip
        return pa.Table.from_arrays([*columns], schema=SCHEMA)


def _behind(slab: Slab, there: NDArray[np.bool_], counts: NDArray[np.intp]) -> Behind:
    """Return what stands behind each cell; `counts` says how many are there in each row."""
    rows = int(counts.sum())
    if slab.coverage is None:
        return _nothing(rows)
    # What lies in the first columns comes first in each row.
    inner = there[:, : slab.coverage.shape[1]]
    in_row = np.count_nonzero(inner, axis=1)
    skipped = np.cumsum(counts - in_row) - (counts - in_row)
    at = np.arange(int(in_row.sum())) + np.repeat(skipped, in_row)
    reported, expected = units_of(slab.coverage[inner])
    known = reported >= 0
    weight = np.full(len(at), np.nan) if slab.weight is None else slab.weight[inner]
    return (
        _sparse(rows, at[known], reported[known].astype(np.int32)),
        _sparse(rows, at[known], expected[known].astype(np.int32)),
        _sparse(rows, at[has := known & ~np.isnan(weight)], weight[has]),
    )


def _sparse(rows: int, at: NDArray[np.intp], values: NDArray[np.generic]) -> pa.Array:
    """Return a column of nulls in which a few values stand."""
    if not len(at):
        return pa.nulls(rows, pa.from_numpy_dtype(values.dtype))
    whole, is_there = np.zeros(rows, values.dtype), np.zeros(rows, dtype=np.bool_)
    whole[at], is_there[at] = values, True
    bits = np.packbits(is_there, bitorder="little")
    buffers = [pa.py_buffer(bits), pa.py_buffer(whole)]
    return pa.Array.from_buffers(pa.from_numpy_dtype(values.dtype), rows, buffers)


def _nothing(rows: int) -> Behind:
    units = pa.nulls(rows, pa.int32())
    return units, units, pa.nulls(rows, pa.float64())


def _coded(codes: NDArray[np.integer], names: pa.Array) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes), names, safe=False)


def _same(name: str, rows: int) -> pa.Array:
    return _coded(np.zeros(rows, dtype=np.int16), pa.array([name]))
