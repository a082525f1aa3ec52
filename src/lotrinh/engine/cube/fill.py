"""Fills a slab with the figures that hold on a day, in the indicator's own unit.

The rows of a series lie in order of strength, so the last that is known of each cell holds:
each is put into its cell in turn, and the last one stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.cube.axis import axis_of
from lotrinh.engine.cube.scratch import Scratch, scratch_of_thread
from lotrinh.engine.cube.slab import Bounds, Slab
from lotrinh.engine.facts import Block, Facts
from lotrinh.engine.facts.codes import SIGNS, STATUSES, firmness_of, is_bound
from lotrinh.engine.observed import check_reported
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import known_units
from lotrinh.periods import Period


class HeldCell(NamedTuple):
    """A figure that holds, and all that is to be known of it."""

    value: float
    firmness: int
    #: Day of recording, firmness and id: the order in which figures replace each other.
    strength: tuple[int, int, int]
    #: Place in `SIGNS`.
    sign: int


#: By period and column.
Held = dict[tuple[Period, int], HeldCell]


class Filler:
    """Makes slabs of observed indicators, as known on a day."""

    def __init__(self, facts: Facts, day: date, column_of: Mapping[str, int], columns: int) -> None:
        codes = facts.codes
        self.facts = facts
        self.columns = columns
        #: The column of a place by its code; -1 for a place that is not asked for.
        self.column = np.array([column_of.get(one, -1) for one in codes.places], dtype=np.intp)
        self.all_places = bool((self.column >= 0).all())
        self.known = codes.announcements.known_on(day)
        self.unknown = ~self.known
        self.labels = codes.announcements.labels
        self.scale = _scales(facts)
        announced = codes.announcements.all
        self.pairs = sorted({(one.unit, one.price_basis) for one in announced})
        number = {pair: n for n, pair in enumerate(self.pairs)}
        self.pair = np.array([number[one.unit, one.price_basis] for one in announced], np.int32)

    def slab(self, code: int, indicator: Indicator, problems: Problems) -> Slab:
        """Return the slab of a series; notes what was reported in a wrong unit or price basis."""
        block = self.facts.load(code)
        scratch = scratch_of_thread()
        how = scratch.codes("how", block.how)
        # Announcements are few: what is true of all that were used spares a look at each figure.
        used = np.flatnonzero(np.bincount(how, minlength=1))
        self._check(used, indicator, problems)
        period = scratch.codes("period", block.period)
        present = np.flatnonzero(np.bincount(period, minlength=1))
        shape = (len(present), self.columns)
        size = len(present) * self.columns
        # One cell more than there are: figures that are not to be seen are put there.
        values, labels = np.full(size + 1, np.nan), np.zeros(size + 1, dtype=np.int8)
        begin = np.zeros(len(self.facts.codes.periods), dtype=np.intp)
        begin[present] = np.arange(len(present)) * self.columns
        cell = scratch.taken("cell", begin, period)
        self._add_columns(cell, block, size, scratch)
        if not self.known[used].all():
            np.putmask(cell, scratch.taken("unknown", self.unknown, how), size)
        values[cell] = self._in_unit(block, how, used, indicator.unit.scale, scratch)
        labels[cell] = scratch.taken("label", self.labels, how)
        values, labels = values[:size].reshape(shape), labels[:size].reshape(shape)
        bounds = _take_bounds(values, labels) if is_bound(self.labels[used]).any() else None
        axis = axis_of(tuple(self.facts.codes.periods[n] for n in present))
        return Slab(axis, values, labels, bounds=bounds)

    def cells(self, code: int, indicator: Indicator, problems: Problems) -> Held:
        """Return the figures of a series one by one: those that hold, by period and column."""
        block, ids = self.facts.load(code), self.facts.ids(code)
        self._check(np.unique(block.how), indicator, problems)
        announced, periods = self.facts.codes.announcements, self.facts.codes.periods
        found: Held = {}
        for place, period, value, how, id in zip(*block, ids, strict=True):
            column = int(self.column[place])
            if not self.known[how] or column < 0:
                continue
            scale, declared = self.scale[how], indicator.unit.scale
            said = announced.all[how]
            firmness = STATUSES.index(said.status)
            found[periods[period], column] = HeldCell(
                float(value if scale == declared else value * scale / declared),
                firmness,
                (said.recorded_at.toordinal(), firmness, int(id)),
                SIGNS.index(said.sign),
            )
        return found

    def _add_columns(
        self, cell: NDArray[np.intp], block: Block, nowhere: int, scratch: Scratch
    ) -> None:
        """Move each figure from the beginning of its row to its cell, counted row by row."""
        column = scratch.taken("column", self.column, scratch.codes("place", block.place))
        cell += column
        if not self.all_places:
            cell[column < 0] = nowhere

    def _in_unit(
        self,
        block: Block,
        how: NDArray[np.intp],
        used: NDArray[np.intp],
        declared: float,
        scratch: Scratch,
    ) -> NDArray[np.float64]:
        if (self.scale[used] == declared).all():
            return block.value
        factor = scratch.taken("factor", self.scale / declared, how)
        factor *= block.value
        return factor

    def _check(self, used: NDArray[np.intp], indicator: Indicator, problems: Problems) -> None:
        """A figure that was not known on the day is no matter of it."""
        for n in {*self.pair[used[self.known[used]]].tolist()}:
            code, price_basis = self.pairs[n]
            check_reported(code, price_basis, indicator, Where(field=indicator.id), problems)


def _scales(facts: Facts) -> NDArray[np.float64]:
    """Return the scale of the unit of each announcement; NaN where the unit is not known."""
    units = known_units()
    announced = facts.codes.announcements.all
    return np.array([units[one.unit].scale if one.unit in units else np.nan for one in announced])


def _take_bounds(values: NDArray[np.float64], labels: NDArray[np.int8]) -> Bounds | None:
    """Take the bounds out of the values, where arithmetic would meet them."""
    row, column = np.nonzero(is_bound(labels) & ~np.isnan(values))
    if not len(row):
        return None
    bounds = Bounds(row, column, values[row, column], labels[row, column])
    values[row, column] = np.nan
    labels[row, column] = firmness_of(labels[row, column])
    return bounds
