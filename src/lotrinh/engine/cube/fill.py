"""Fills a stack of slabs with the figures that hold on a day, in the indicators' own units.

The rows of a series lie in order of strength, so the last that is known of each cell holds:
each is put into its cell in turn, and the last one stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import compress, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.cube.axis import axis_of
from lotrinh.engine.cube.scratch import scratch_of_thread
from lotrinh.engine.cube.slab import Bounds, Slab
from lotrinh.engine.facts import Block, Facts, Run
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

#: The label of a figure that was not known on the day.
_UNKNOWN = np.int8(-1)
#: The column of a place that is not asked for: no sum with it is a cell.
_NOWHERE = -(2**62)
#: Figures that are put at once: what is worked out of them stays in the processor's cache.
_FIGURES = 65_536
#: Cells for each figure up to which all periods of the vintage get a row.
_DENSE = 4


class Filler:
    """Makes slabs of observed indicators, as known on a day."""

    def __init__(self, facts: Facts, day: date, column_of: Mapping[str, int], columns: int) -> None:
        codes = facts.codes
        self.facts = facts
        self.columns = columns
        #: The column of a place by its code; far below any for a place that is not asked for.
        self.column = np.array([column_of.get(one, _NOWHERE) for one in codes.places], np.intp)
        self.all_places = bool((self.column >= 0).all())
        self.known = codes.announcements.known_on(day)
        self.labels = np.where(self.known, codes.announcements.labels, _UNKNOWN)
        self.unknown = ~self.known
        self.scale = _scales(facts)
        announced = codes.announcements.all
        self.pairs = sorted({(one.unit, one.price_basis) for one in announced})
        number = {pair: n for n, pair in enumerate(self.pairs)}
        self.pair = np.array([number[one.unit, one.price_basis] for one in announced], np.int32)

    def stack(
        self, series: Sequence[int | None], indicators: Sequence[Indicator], problems: Problems
    ) -> Slab:
        """Return the slabs of some series, each with its indicator; None was never reported.

        Notes what was reported in a wrong unit or price basis.
        """
        number = {code: n for n, code in enumerate(series) if code is not None}
        runs = self.facts.runs([*number])
        periods = self._periods(runs, len(series))
        into = _Cells(self, periods, indicators)
        for run in runs:
            into.put(run, number[run.first])
        self._check(into.used, indicators, problems)
        axis = axis_of(tuple(self.facts.codes.periods[n] for n in periods))
        shape = (len(series), len(axis), self.columns)
        values, labels = into.values[:-1].reshape(shape), into.labels[:-1].reshape(shape)
        has_bounds = is_bound(self.labels[into.used.any(axis=0)]).any()
        bounds = _take_bounds(values, labels) if has_bounds else None
        return Slab(axis, values, labels, bounds=bounds)

    def _periods(self, runs: Sequence[Run], slabs: int) -> NDArray[np.intp]:
        """Return the codes of the periods that get a row: all, unless most rows would be empty.

        An empty row costs less than a look at every figure.
        """
        every = len(self.facts.codes.periods)
        figures = sum(len(run.block.value) for run in runs)
        if slabs * every * self.columns <= _DENSE * figures:
            return np.arange(every)
        present = np.zeros(every, dtype=np.bool_)
        for run in runs:
            present[scratch_of_thread().codes("period", run.block.period)] = True
        return np.flatnonzero(present)

    def cells(self, code: int, indicator: Indicator, problems: Problems) -> Held:
        """Return the figures of a series one by one: those that hold, by period and column."""
        block, ids = self.facts.load(code), self.facts.ids(code)
        used = np.bincount(block.how, minlength=len(self.known)) > 0
        self._check(used[None], [indicator], problems)
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

    def _check(
        self, used: NDArray[np.bool_], indicators: Sequence[Indicator], problems: Problems
    ) -> None:
        """Check the announcements used, a row an indicator.

        A figure that was not known on the day is no matter of it.
        """
        for n, (code, price_basis) in enumerate(self.pairs):
            are_used = used[:, self.known & (self.pair == n)]
            for one in compress(indicators, map(np.any, are_used)):
                check_reported(code, price_basis, one, Where(field=one.id), problems)


class _Cells:
    """The cells of a stack, row by row, into which figures are put."""

    def __init__(
        self, filler: Filler, periods: NDArray[np.intp], indicators: Sequence[Indicator]
    ) -> None:
        """`periods` are the codes of those that have a row."""
        self.filler = filler
        self.size = len(periods) * filler.columns
        #: Where the row of each period begins in its slab.
        self.begin = np.zeros(len(filler.facts.codes.periods), dtype=np.intp)
        self.begin[periods] = np.arange(len(periods)) * filler.columns
        # One cell more than there are: figures that are not to be seen are put there.
        self.values = np.full(len(indicators) * self.size + 1, np.nan)
        self.labels = np.zeros(len(self.values), dtype=np.int8)
        # By series and announcement, which are few: what is true of all that were used spares a
        # look at each figure.
        scales = np.array([one.unit.scale for one in indicators])
        self.factor = filler.scale / scales[:, None]
        self.is_other_unit = self.factor != 1
        self.used = np.zeros(self.factor.shape, dtype=np.bool_)

    def put(self, run: Run, first: int) -> None:
        """Put the figures of a run in order, so that the last of each cell stays.

        `first` is the number of its first series in the stack; the others follow.
        """
        for n, (begin, end) in enumerate(pairwise(run.begins), first):
            for at in range(begin, end, _FIGURES):
                self._put(run.block.only(slice(at, min(at + _FIGURES, end))), n)

    def _put(self, block: Block, n: int) -> None:
        """Put some figures of the n-th series."""
        filler, scratch = self.filler, scratch_of_thread()
        used, factor, begin = self.used[n], self.factor[n], n * self.size
        how = scratch.codes("how", block.how)
        cell = scratch.taken("cell", self.begin, scratch.codes("period", block.period))
        cell += scratch.taken("column", filler.column, scratch.codes("place", block.place))
        used[how] = True
        label = scratch.taken("label", filler.labels, how)
        values, labels = self.values[begin:], self.labels[begin:]
        hidden = len(values) - 1
        if (used & filler.unknown).any():
            np.copyto(cell, hidden, where=label == _UNKNOWN)
        if not filler.all_places:
            np.copyto(cell, hidden, where=cell < 0)
        value = block.value
        if (used & self.is_other_unit[n]).any():
            value = scratch.taken("factor", factor, how)
            value *= block.value
        values[cell] = value
        labels[cell] = label


def _scales(facts: Facts) -> NDArray[np.float64]:
    """Return the scale of the unit of each announcement; NaN where the unit is not known."""
    units = known_units()
    announced = facts.codes.announcements.all
    return np.array([units[one.unit].scale if one.unit in units else np.nan for one in announced])


def _take_bounds(values: NDArray[np.float64], labels: NDArray[np.int8]) -> Bounds | None:
    """Take the bounds out of the values, where arithmetic would meet them."""
    at = nth, row, column = np.nonzero(is_bound(labels) & ~np.isnan(values))
    if not len(nth):
        return None
    bounds = Bounds(nth, row, column, values[at], labels[at])
    values[at] = np.nan
    labels[at] = firmness_of(labels[at])
    return bounds
