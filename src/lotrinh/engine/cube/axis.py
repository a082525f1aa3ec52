"""An axis of periods: the rows of a slab, or the periods that a part of a formula is asked for.

Axes of the same periods are one object, so that what is known of one (which rows lie a year
earlier, where its rows stand in another) is worked out once for all slabs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.candidates import shifted
from lotrinh.periods import Period

#: Where the rows of one axis stand in another: side by side, or one by one with -1 for none.
Rows = slice | NDArray[np.intp]


class Axis:
    """Periods in a row; None stands for a time before the calendar. Made by `axis_of` only."""

    def __init__(self, periods: tuple[Period | None, ...]) -> None:
        self.periods = periods
        self.row_of = {one: row for row, one in enumerate(periods) if one is not None}
        self._earlier: dict[int, Axis] = {}
        self._rows: dict[Axis, Rows] = {}

    def __len__(self) -> int:
        return len(self.periods)

    def earlier(self, years: int) -> Axis:
        """Return the axis of the same stretches `years` earlier."""
        if years not in self._earlier:
            moved = (None if one is None else shifted(one, -years) for one in self.periods)
            self._earlier[years] = axis_of(tuple(moved))
        return self._earlier[years]

    def rows_of(self, other: Axis) -> Rows:
        """Return where the periods of another axis stand in this one.

        >>> years = axis_of(tuple(map(Period.year, (2022, 2023, 2024))))
        >>> years.rows_of(axis_of((Period.year(2023), Period.year(2024))))
        slice(1, 3, None)
        >>> years.rows_of(years.earlier(1)).tolist()
        [-1, 0, 1]
        """
        if other not in self._rows:
            self._rows[other] = _rows([self.row_of.get(one, -1) for one in other.periods])  # type: ignore[arg-type]
        return self._rows[other]


@lru_cache(maxsize=4096)
def axis_of(periods: tuple[Period | None, ...]) -> Axis:
    """Return the axis of the periods, the same one each time."""
    return Axis(periods)


def _rows(at: Sequence[int]) -> Rows:
    if at and at[0] >= 0 and list(at) == list(range(at[0], at[0] + len(at))):
        return slice(at[0], at[0] + len(at))
    return np.array(at, dtype=np.intp)
