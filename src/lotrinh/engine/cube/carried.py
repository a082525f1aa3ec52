"""Carries slabs to the map of another day: every unit, in every period, at once.

`engine.restate` says the same of one figure after the other, with the reason where there is
none; here a cell without a value is simply empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.coverage import NONE, coverage_codes
from lotrinh.engine.cube.slab import Slab, empty_slab
from lotrinh.engine.restate import Maps, way
from lotrinh.indicators.indicator import ADDITIVE, Indicator
from lotrinh.places import Share

Columns = NDArray[np.intp]


@dataclass(frozen=True)
class _Way:
    """The units of the other map that are made of places of one earlier (or later) day."""

    target: Columns
    #: Columns of the places each is made of, one unit after the other, and where each begins.
    source: Columns
    starts: Columns
    #: Which part of each goes there; NaN where nobody knows.
    share: NDArray[np.float64]
    made_of: NDArray[np.int64]
    #: Whether one place goes there whole: even what does not add up is then carried.
    is_whole: NDArray[np.bool_]


class Carrying:
    """The way of the columns of a cube to the places of another day."""

    def __init__(
        self, source: Mapping[str, int], maps: Maps, day: date, wanted: Callable[[str], bool]
    ) -> None:
        """`source` are the columns of the places that reported.

        `wanted` says which places of the other day are asked for; no others are made.
        """
        here, apart = maps.sorted_out(source, day)
        found: dict[str, None] = dict.fromkeys(one for one in here if wanted(one))
        into: list[dict[str, tuple[Share, ...]]] = []
        for at, places in apart.items():
            made = way(maps, at, day).into
            reached = {one: shares for one, shares in made.items() if wanted(one)
                       and maps.gazetteer[one].is_there_on(day)
                       and any(share.before in places for share in shares)}  # fmt: skip
            found |= dict.fromkeys(reached)
            into.append(reached)
        self.places = tuple(sorted(found))
        column = {id: n for n, id in enumerate(self.places)}
        #: Columns of the places that are there on the day, before and after.
        self.own = (
            [source[one] for one in here if one in column],
            [column[one] for one in here if one in column],
        )
        self.ways = [
            _way({column[id]: shares for id, shares in reached.items()},
                 {id: source[id] for id in places})
            for reached, places in zip(into, apart.values(), strict=True) if reached
        ]  # fmt: skip

    def slab(self, slab: Slab, indicator: Indicator) -> Slab:
        """Return the slab of what was reported on the other map; its own figure of a place holds.

        What does not add up goes over only where one place does so whole.
        """
        if not len(slab.axis) or not self.places:
            return empty_slab(len(self.places))
        shape = (len(slab.axis), len(self.places))
        values, firmness = np.full(shape, np.nan), np.zeros(shape, dtype=np.int8)
        coverage = np.full(shape, NONE, dtype=np.int64)
        # A place that has not reported has a column too: the last, in which nothing stands.
        known = np.pad(slab.values, ((0, 0), (0, 1)), constant_values=np.nan)
        firm = np.pad(slab.firmness, ((0, 0), (0, 1)))
        for one in self.ways:
            total = np.add.reduceat(known[:, one.source] * one.share, one.starts, axis=1)
            made = np.isfinite(total)
            if indicator.kind not in ADDITIVE:
                made &= one.is_whole
            least = np.minimum.reduceat(firm[:, one.source], one.starts, axis=1)
            behind = coverage_codes(one.made_of, one.made_of)
            for cells, found in ((values, total), (firmness, least), (coverage, behind)):
                cells[:, one.target] = np.where(made, found, cells[:, one.target])
        before, after = self.own
        there = ~np.isnan(slab.values[:, before])
        alone = coverage_codes(np.array(1), np.array(1))
        for cells, found in (
            (values, slab.values[:, before]), (firmness, slab.firmness[:, before]),
            (coverage, alone),
        ):  # fmt: skip
            cells[:, after] = np.where(there, found, cells[:, after])
        return Slab(slab.axis, values, firmness, coverage)


def _way(into: Mapping[int, tuple[Share, ...]], column: Mapping[str, int]) -> _Way:
    shares = [one for found in into.values() for one in found]
    lengths = [len(found) for found in into.values()]
    return _Way(
        np.array([*into], dtype=np.intp),
        np.array([column.get(one.before, -1) for one in shares], dtype=np.intp),
        np.cumsum([0, *lengths[:-1]], dtype=np.intp),
        np.array([np.nan if one.share is None else one.share for one in shares]),
        np.array(lengths, dtype=np.int64),
        np.array([len(found) == 1 and found[0].is_exact for found in into.values()]),
    )
