"""Puts figures together into one that rests on all of them; says nothing of which belong."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from lotrinh.engine.result import Coverage, How, Key, Result

#: From the least firm to the firmest; a value is as firm as the least firm it rests on.
FIRMNESS = ("estimate", "preliminary", "actual")


def least_firm(statuses: Iterable[str]) -> str:
    """Return the least firm status, estimate when there is none."""
    return FIRMNESS[min((FIRMNESS.index(one) for one in statuses), default=0)]


def put_together(
    key: Key,
    inputs: Sequence[Result],
    how: How,
    *,
    value: float | None = None,
    coverage: Coverage | None = None,
) -> Result | None:
    """Return the result made of others, their sum unless a value is given; None beyond floats."""
    total = sum(one.value for one in inputs) if value is None else value
    if not math.isfinite(total):
        return None
    return Result(
        key.indicator, key.place, key.period, total, least_firm(one.status for one in inputs),
        inputs=tuple(inputs), breakdown=key.breakdown, how=how, coverage=coverage,
    )  # fmt: skip
