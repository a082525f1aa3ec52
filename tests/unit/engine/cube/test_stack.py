"""Slabs of different stacks are put together, copied only where they must be."""

from __future__ import annotations

import numpy as np

from lotrinh.engine.cube.axis import axis_of
from lotrinh.engine.cube.coverage import NONE
from lotrinh.engine.cube.slab import Slab, empty_slab
from lotrinh.engine.cube.stack import stacked
from lotrinh.periods import Period


def _stack(number: int, first: int, last: int, inner: int | None = None) -> Slab:
    """Return a stack for two places; what stands in a cell tells which slab and year it is of."""
    years = range(first, last + 1)
    values = [[[1000.0 * n + year] * 2 for year in years] for n in range(number)]
    coverage = None if inner is None else np.full((number, len(years), inner), 7, dtype=np.int64)
    return Slab(
        axis_of(tuple(map(Period.year, years))),
        np.array(values),
        np.full((number, len(years), 2), 2, dtype=np.int8),
        coverage,
    )


def test_neighbours_are_not_copied() -> None:
    whole = _stack(5, 2020, 2022)
    found = stacked([(whole, 1), (whole, 2), (whole, 3)])
    assert np.shares_memory(found.values, whole.values)
    assert found.values[:, 0, 0].tolist() == [3020, 4020, 5020]


def test_one_that_all_rest_on_is_not_copied() -> None:
    whole = _stack(3, 2020, 2022)
    found = stacked([(whole, 2)] * 4)
    assert np.shares_memory(found.values, whole.values)
    assert found.values[:, 0, 0].tolist() == [4020] * 4


def test_rows_that_one_lacks_are_empty() -> None:
    early, late = _stack(1, 2019, 2020), _stack(2, 2020, 2021, inner=1)
    found = stacked([(late, 1), (early, 0), (empty_slab(2, 1), 0)])
    assert found.axis.periods == tuple(map(Period.year, (2019, 2020, 2021)))
    expected = [[np.nan, 3020, 3021], [2019, 2020, np.nan], [np.nan] * 3]
    np.testing.assert_array_equal(found.values[..., 1], expected)
    assert found.coverage is not None
    assert found.coverage[..., 0].tolist() == [[NONE, 7, 7], [NONE] * 3, [NONE] * 3]
