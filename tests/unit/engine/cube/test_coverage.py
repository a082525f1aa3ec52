"""Coverages of many cells are the numbers that `Coverage` gives one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.engine.cube.coverage import coverage_codes
from lotrinh.engine.result import MOST_UNITS, Coverage


@given(st.integers(1, MOST_UNITS), st.data())
def test_codes_are_those_of_single_coverages(expected: int, data: st.DataObject) -> None:
    """To the last unit: 699,050 of 699,051 is not whole."""
    reported = data.draw(st.one_of(st.integers(0, expected), st.just(expected - 1)))
    found = coverage_codes(np.array([reported], np.int32), np.array([expected], np.int32))
    assert found.tolist() == [Coverage(reported, expected).code()]
