"""The figures of a vintage in columns, series after series; where they lie is not told here.

The rows of a block are in the order of place, period and strength, so that of all figures
of one thing the last that was known is the one that holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.facts.codes import STATUSES, Announcement, Announcements, Codes, Series
from lotrinh.ledger import Observation, Vintage


class Block(NamedTuple):
    """Figures, places and periods as codes, values as reported."""

    place: NDArray[np.int32]
    period: NDArray[np.int32]
    value: NDArray[np.float64]
    #: Code of the announcement.
    how: NDArray[np.int32]

    def only(self, rows: slice) -> Block:
        """Return some of the rows."""
        return Block(self.place[rows], self.period[rows], self.value[rows], self.how[rows])


class Run(NamedTuple):
    """Figures of one or several series that lie one after the other."""

    block: Block
    #: Code of the first series; the others follow it.
    first: int
    #: Where each begins, and where the last one ends.
    begins: list[int]


@dataclass(frozen=True)
class Facts:
    """Figures by the code of their series, read when they are asked for.

    `runs` may be called from several threads at once.
    """

    codes: Codes
    #: The figures of some series, named in order of their codes; a large one is in several runs.
    runs: Callable[[Sequence[int]], list[Run]]
    #: The ids of the observations of a series, as numbers, row by row.
    ids: Callable[[int], NDArray[np.uint64]]
    #: The observations of some series, with their texts.
    observations: Callable[[Collection[int]], Iterable[Observation]]
    #: How many figures there are, and the day of the vintage.
    rows: int
    as_known_on: date

    def load(self, series: int) -> Block:
        """Return the figures of one series."""
        columns = zip(*(one.block for one in self.runs([series])), strict=True)
        return Block(*map(np.concatenate, columns))


def runs_of(
    block: Block, begins: NDArray[np.intp], first: int, asked: Sequence[int]
) -> Iterator[Run]:
    """Yield the runs of the series asked for; those that lie side by side are one run.

    `begins` says where in the block each series begins, counted from `first`, and where the
    last one ends; `asked` are some of them, in order.
    """
    apart = [n for n, one in enumerate(asked) if not n or asked[n - 1] != one - 1]
    for begin, end in pairwise([*apart, len(asked)]):
        at = begins[asked[begin] - first : asked[end - 1] - first + 2]
        yield Run(block.only(slice(int(at[0]), int(at[-1]))), asked[begin], (at - at[0]).tolist())


def facts_of(vintage: Vintage) -> Facts:
    """Return the figures of a vintage in memory."""
    observations = vintage.observations
    series = sorted({_series(one) for one in observations})
    places = sorted({one.place for one in observations})
    periods = sorted({one.period for one in observations})
    announced = sorted({Announcement.of(one) for one in observations})
    codes = Codes(tuple(series), tuple(places), tuple(periods), Announcements(announced))
    numbers = (_numbered(series), _numbered(places), _numbered(periods), _numbered(announced))
    rows = sorted(_row(one, *numbers) for one in observations)
    columns = zip(*rows, strict=True) if rows else [()] * 9
    in_series, place, period, _, _, _, id, value, how = columns
    block = Block(
        np.array(place, dtype=np.int32),
        np.array(period, dtype=np.int32),
        np.array(value, dtype=np.float64),
        np.array(how, dtype=np.int32),
    )
    begins = np.searchsorted(in_series, np.arange(len(series) + 1))
    ids = np.array([int(one, 16) for one in id], dtype=np.uint64)

    def whole(series: Collection[int]) -> Iterable[Observation]:
        return (one for one in observations if numbers[0][_series(one)] in series)

    return Facts(
        codes,
        lambda asked: [*runs_of(block, begins, 0, asked)],
        lambda code: ids[begins[code] : begins[code + 1]],
        whole,
        len(rows),
        vintage.as_known_on,
    )


def _series(one: Observation) -> Series:
    return Series(one.indicator, one.breakdown, one.shared)


def _numbered(found: Iterable[object]) -> dict[object, int]:
    return {one: n for n, one in enumerate(found)}


def _row(
    one: Observation,
    series: dict[object, int],
    places: dict[object, int],
    periods: dict[object, int],
    announced: dict[object, int],
) -> tuple[int, int, int, bool, int, int, str, float, int]:
    """Return an observation as numbers; what comes before the id is the order of strength."""
    return (
        series[_series(one)],
        places[one.place],
        periods[one.period],
        not one.is_bound,
        one.recorded_at.toordinal(),
        STATUSES.index(one.status),
        one.id,
        float(one.value),
        announced[Announcement.of(one)],
    )
