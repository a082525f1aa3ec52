"""Coverages as arrays: the one number by which coverages are compared, for many cells at once.

What the number is made of stands in `engine.result.Coverage`, which is held to this by a test.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.result import MOST_UNITS, Coverage

Codes = NDArray[np.int64]

#: Stands where no total is behind a value; greater than every code, so that it is never least.
NONE = np.int64(2**62)


def coverage_codes(reported: NDArray[np.integer], expected: NDArray[np.integer]) -> Codes:
    """Return the codes of so many units reported of so many expected.

    >>> coverage_codes(np.array([3]), np.array([5])).item() == Coverage(3, 5).code()
    True
    """
    units, of = reported.astype(np.int64), expected.astype(np.int64)
    # Whole numbers below 2^53 divide exactly enough to be cut, and sooner so.
    share = ((units << 20) / np.maximum(of, 1)).astype(np.int64)
    return (share << 40) | ((MOST_UNITS - units) << 20) | of


def units_of(codes: Codes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many units reported and how many were expected; -1 where no total is."""
    reported = MOST_UNITS - ((codes >> 20) & MOST_UNITS)
    none = codes == NONE
    return np.where(none, -1, reported), np.where(none, -1, codes & MOST_UNITS)


def are_partial(codes: Codes) -> NDArray[np.bool_]:
    """Return which of the totals lack units."""
    return codes < np.int64(1 << 60)


def coverage_of(code: int, weight: float) -> Coverage | None:
    """Return a code and a share of weight (NaN when not known) as a coverage."""
    if code == NONE:
        return None
    return Coverage.decoded(int(code), None if np.isnan(weight) else float(weight))
