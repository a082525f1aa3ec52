"""The columns of the cube: places in tree order, so that each parent's children lie together.

Parents come first, level by level, then the places without any below: a level is then rolled
up by one `reduceat` over columns that are already sorted by parent. Where the map changes
between two periods, each map has its own levels over the same columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.cube.axis import Axis, Rows
from lotrinh.engine.territory import Land, Territory
from lotrinh.periods import Period

Columns = NDArray[np.intp]


@dataclass(frozen=True)
class Level:
    """All places of one depth that have children, and those children, sorted by parent."""

    parents: Columns | slice
    #: Those children; or every column, when nearly all are.
    children: Columns | slice
    #: Where each parent's children begin among `children`.
    starts: Columns
    #: How many of the first starts are no parent's.
    strangers: int = 0


class Units(NamedTuple):
    """The places of one level, by each place that they lie in and whose units are all known."""

    within: Columns
    #: How many there are in each, reported or not.
    expected: NDArray[np.int64]
    #: Those that have a column, place after place; no place is without any.
    units: Columns
    #: Where those of each place begin.
    starts: Columns


@dataclass(frozen=True)
class Map:
    """What lies in what on one map."""

    #: The lowest first.
    levels: tuple[Level, ...]
    #: How many finest units each column stands for.
    units: NDArray[np.int32]
    #: The column of the place whose total a place is part of; -1 where there is none.
    parent: Columns
    #: The column of the place above, whether or not all is known of what lies in it.
    above: Columns
    land: Land
    _units: dict[str, Units] = field(default_factory=dict)

    def of_level(self, level: str, column: Mapping[str, int]) -> Units:
        """Return the units of a level within each place, `column` being that of each place."""
        if level not in self._units:
            self._units[level] = _of_level(self.land, level, column)
        return self._units[level]


@dataclass(frozen=True)
class Frame:
    """The places of the columns, and the map of each period."""

    places: tuple[str, ...]
    #: The first columns: places that have places below on some map.
    inner: int
    territory: Territory
    _maps: dict[int, Map]
    _by_map: dict[Axis, list[tuple[Map, Rows]]] = field(default_factory=dict)

    @classmethod
    def of(cls, territory: Territory, reported: Iterable[str], periods: Sequence[Period]) -> Frame:
        """Return the columns for places that reported in these periods, and all above them."""
        places = dict.fromkeys(reported)
        lands = {territory.map_number(one): territory.on(one) for one in periods}
        found = [_above(places, land) for land in lands.values()]
        depth: dict[str, int] = {}
        for parents in found:
            for id in parents.values():
                depth[id] = max(depth.get(id, 0), _depth(id, parents))
        inner = sorted(sorted(depth), key=depth.__getitem__)
        latest = found[-1] if found else {}
        # Children of one parent lie together on the latest map, which most periods have.
        order = {id: n for n, id in enumerate(inner)}
        at = {id: (order.get(latest.get(id, ""), -1), id) for id in places if id not in depth}
        leaves = sorted(at, key=at.__getitem__)
        columns = (*inner, *leaves)
        column = {id: n for n, id in enumerate(columns)}
        maps = {
            number: _map(land, parents, column)
            for (number, land), parents in zip(lands.items(), found, strict=True)
        }
        return cls(columns, len(inner), territory, maps)

    def map_of(self, period: Period) -> Map:
        """Return the map as on the last day of a period."""
        number = self.territory.map_number(period)
        if number not in self._maps:
            land = self.territory.on(period)
            self._maps[number] = _map(land, _above(self.places, land), self.column_of)
        return self._maps[number]

    def by_map(self, axis: Axis) -> list[tuple[Map, Rows]]:
        """Return each map with the rows of the periods that have it."""
        if axis not in self._by_map:
            rows: dict[int, list[int]] = {}
            maps: dict[int, Map] = {}
            for row, period in enumerate(axis.periods):
                assert period is not None, "a slab has no row before the calendar"
                on = self.map_of(period)
                maps[id(on)] = on
                rows.setdefault(id(on), []).append(row)
            self._by_map[axis] = [
                (on, slice(None) if len(maps) == 1 else np.array(rows[number], dtype=np.intp))
                for number, on in maps.items()
            ]
        return self._by_map[axis]

    @cached_property
    def column_of(self) -> dict[str, int]:
        """The column of each place."""
        return {id: n for n, id in enumerate(self.places)}


@lru_cache(maxsize=4)
def frame_of(territory: Territory, reported: tuple[str, ...], periods: tuple[Period, ...]) -> Frame:
    """Return the columns for places and periods, the same ones each time they are asked for.

    Vintages of one nation have the same places: a server draws up their columns once.
    """
    return Frame.of(territory, reported, periods)


def _above(places: Iterable[str], land: Land) -> dict[str, str]:
    """Return the place above, by id, of those places and of all above them that make totals."""
    whole: dict[str, bool] = {}
    found: dict[str, str] = {}
    for one in places:
        id = one
        while id not in found and (above := land.parent(id)):
            if above not in whole:
                whole[above] = bool(land.made_of(above))
            if not whole[above]:
                break
            found[id] = above
            id = above
    return found


def _depth(id: str, parents: dict[str, str]) -> int:
    depth = 0
    while id in parents:
        id, depth = parents[id], depth + 1
    return depth


def _map(land: Land, parents: dict[str, str], column: dict[str, int]) -> Map:
    children: dict[str, list[str]] = {}
    for id, of in parents.items():
        if id in column and of in column:
            children.setdefault(of, []).append(id)
    depths: dict[int, list[str]] = {}
    for id in children:
        depths.setdefault(_depth(id, parents), []).append(id)
    levels = tuple(
        _level(depths[depth], children, column) for depth in sorted(depths, reverse=True)
    )
    units = np.ones(len(column), dtype=np.int32)
    parent, above = np.full((2, len(column)), -1, dtype=np.intp)
    for id, at in column.items():
        units[at] = land.units(id)
        if id in parents:
            parent[at] = column.get(parents[id], -1)
        above[at] = column.get(land.parent(id), -1)
    return Map(levels, units, parent, above, land)


def _of_level(land: Land, level: str, column: Mapping[str, int]) -> Units:
    found = [(at, land.of_level(id, level) or ()) for id, at in column.items()]
    there = [(at, len(of), [column[one] for one in of if one in column]) for at, of in found]
    there = [one for one in there if one[2]]
    flat = [one for _, _, units in there for one in units]
    begins = np.cumsum([0, *(len(units) for _, _, units in there)], dtype=np.intp)
    return Units(
        np.array([at for at, _, _ in there], dtype=np.intp),
        np.array([count for _, count, _ in there], dtype=np.int64),
        np.array(flat, dtype=np.intp),
        begins[:-1],
    )


def _level(parents: list[str], children: dict[str, list[str]], column: dict[str, int]) -> Level:
    in_order = sorted(parents, key=column.__getitem__)
    below = [sorted(column[one] for one in children[id]) for id in in_order]
    flat = np.array([one for found in below for one in found], dtype=np.intp)
    starts = np.cumsum([0, *map(len, below[:-1])], dtype=np.intp)
    there = np.array([column[id] for id in in_order], dtype=np.intp)
    places, lower = _side_by_side(there), _side_by_side(flat)
    if isinstance(lower, slice) and lower.stop == len(column) < 2 * len(flat):
        # Rows that are taken whole need not be copied to lie end to end.
        starts = np.concatenate([[0], starts + lower.start])
        return Level(places, slice(0, len(column)), starts, 1)
    return Level(places, lower, starts)


def _side_by_side(columns: Columns) -> Columns | slice:
    """Return columns as a slice if they lie side by side."""
    if (np.diff(columns) == 1).all():
        return slice(int(columns[0]), int(columns[-1]) + 1)
    return columns
