"""The figures of a vintage in columns, one block a series; where they lie is not told here.

The rows of a block are in the order of place, period and strength, so that of all figures
of one thing the last that was known is the one that holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.facts.codes import STATUSES, Announcement, Announcements, Codes, Series
from lotrinh.ledger import Observation, Vintage


class Block(NamedTuple):
    """Figures of one series: places and periods as codes, values as reported."""

    place: NDArray[np.int32]
    period: NDArray[np.int32]
    value: NDArray[np.float64]
    #: Code of the announcement.
    how: NDArray[np.int32]

    def only(self, rows: slice) -> Block:
        """Return some of the rows."""
        return Block(self.place[rows], self.period[rows], self.value[rows], self.how[rows])


@dataclass(frozen=True)
class Facts:
    """Figures by the code of their series, read when they are asked for.

    `load` may be called from several threads at once.
    """

    codes: Codes
    load: Callable[[int], Block]
    #: The ids of the observations of a series, as numbers, row by row.
    ids: Callable[[int], NDArray[np.uint64]]
    #: The observations of some series, with their texts.
    observations: Callable[[Collection[int]], Iterable[Observation]]
    #: How many figures there are, and the day of the vintage.
    rows: int
    as_known_on: date


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
    blocks: dict[int, list[tuple[int, int, float, int]]] = {}
    ids: dict[int, list[int]] = {}
    for code, place, period, _, _, _, id, value, how in rows:
        blocks.setdefault(code, []).append((place, period, value, how))
        ids.setdefault(code, []).append(int(id, 16))
    made = {code: _block(found) for code, found in blocks.items()}
    known = {code: np.array(found, dtype=np.uint64) for code, found in ids.items()}

    def whole(series: Collection[int]) -> Iterable[Observation]:
        return (one for one in observations if numbers[0][_series(one)] in series)

    return Facts(codes, made.__getitem__, known.__getitem__, whole, len(rows), vintage.as_known_on)


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


def _block(rows: list[tuple[int, int, float, int]]) -> Block:
    place, period, value, how = zip(*rows, strict=True)
    return Block(
        np.array(place, dtype=np.int32),
        np.array(period, dtype=np.int32),
        np.array(value, dtype=np.float64),
        np.array(how, dtype=np.int32),
    )
