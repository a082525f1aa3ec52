"""A cartogram: each unit an equal cell of a grid, neighbours kept near, nothing drawn yet.

It needs one point a unit and no boundaries. A small ward gets the room of a wide commune, so
that a finger can meet it on a phone. The same points give the same cells on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from lotrinh.places.country import Point

#: Rounds of pushing apart; more change nothing that an eye can see.
_ROUNDS = 80
#: A stretch without any unit (the sea before an island) is drawn at most so many cells wide.
_WIDEST_GAP = 1.5
_Places = NDArray[np.float64]


@dataclass(frozen=True, order=True)
class Cell:
    """The cell of one unit; rows count from the north, columns from the west."""

    row: int
    col: int
    id: str


def cartogram(points: Mapping[str, Point]) -> tuple[Cell, ...]:
    """Return a cell for each unit, row by row.

    >>> cartogram({"a": Point(12.0, 108.0), "b": Point(12.0, 108.1), "c": Point(11.9, 108.0)})
    (Cell(row=0, col=0, id='a'), Cell(row=0, col=1, id='b'), Cell(row=1, col=0, id='c'))
    """
    if not points:
        return ()
    ids = sorted(points)
    wanted = _spread(_flat([points[id] for id in ids]))
    cells = _improved(_seated(wanted), wanted)
    cols, rows = (_closed_up([cell[axis] for cell in cells]) for axis in (0, 1))
    return tuple(sorted(Cell(rows[y], cols[x], id) for id, (x, y) in zip(ids, cells, strict=True)))


def _flat(points: list[Point]) -> _Places:
    """Return x to the east and y to the south, in about the distance between neighbours."""
    middle = cos(radians(sum(one.lat for one in points) / len(points)))
    found = np.array([[one.lon * middle, -one.lat] for one in points])
    if len(points) > 1:
        apart = np.sort(_distances(found), axis=1)
        near = np.median(apart[:, min(4, len(points) - 1)])
        found /= near or 1.0
    return np.column_stack([_without_gaps(found[:, axis]) for axis in (0, 1)])


def _without_gaps(values: _Places) -> _Places:
    """Return the values with wide empty stretches narrowed."""
    order = np.argsort(values, kind="stable")
    gaps = np.minimum(np.diff(values[order], prepend=values[order[:1]]), _WIDEST_GAP)
    found = np.empty_like(values)
    found[order] = np.cumsum(gaps)
    return found


def _spread(places: _Places) -> _Places:
    """Push units apart that lie closer than a cell, gently held to where they are."""
    home, count = places, len(places)
    # Two units on one point would never part: each leans a hair its own way.
    turn = np.arange(count) * 2.399963
    places = home + 1e-3 * np.column_stack([np.cos(turn), np.sin(turn)])
    for _ in range(_ROUNDS):
        between = places[:, None, :] - places[None, :, :]
        apart = np.sqrt((between**2).sum(axis=2))
        np.fill_diagonal(apart, np.inf)
        push = np.clip(1.05 - apart, 0.0, None) / apart
        places = places + 0.25 * (push[:, :, None] * between).sum(axis=1) + 0.01 * (home - places)
    return places


def _seated(wanted: _Places) -> list[tuple[int, int]]:
    """Give each unit the nearest free cell, those in the middle first."""
    centre = wanted.mean(axis=0)
    order = np.argsort(np.round(((wanted - centre) ** 2).sum(axis=1), 9), kind="stable")
    taken: dict[tuple[int, int], int] = {}
    for unit in order:
        x, y = wanted[unit]
        taken[_nearest_free(float(x), float(y), taken)] = int(unit)
    cells = {unit: cell for cell, unit in taken.items()}
    return [cells[unit] for unit in range(len(wanted))]


def _nearest_free(x: float, y: float, taken: Mapping[tuple[int, int], int]) -> tuple[int, int]:
    """Return the free cell nearest to a point, looking in growing squares."""
    middle_x, middle_y, reach = round(x), round(y), 1
    while True:
        around = [
            (round((col - x) ** 2 + (row - y) ** 2, 9), row, col)
            for col in range(middle_x - reach, middle_x + reach + 1)
            for row in range(middle_y - reach, middle_y + reach + 1)
            if (col, row) not in taken
        ]
        # A cell outside the square is at least `reach` away, so the nearest is known.
        near = [one for one in around if one[0] <= reach**2]
        if near:
            _, row, col = min(near)
            return col, row
        reach += 1


def _improved(cells: list[tuple[int, int]], wanted: _Places) -> list[tuple[int, int]]:
    """Let two units change cells, or one move to a free cell, while that brings them nearer."""
    seats = np.array(cells, dtype=np.float64)
    for _ in range(20):
        own = ((seats - wanted) ** 2).sum(axis=1)
        # What unit i would be off by on the seat of unit j.
        cross = ((wanted[:, None, :] - seats[None, :, :]) ** 2).sum(axis=2)
        gain = own[:, None] + own[None, :] - cross - cross.T
        moved = np.zeros(len(seats), dtype=bool)
        for pair in np.argsort(-np.round(gain, 9), axis=None, kind="stable"):
            one, other = divmod(int(pair), len(seats))
            if gain[one, other] <= 1e-6:
                break
            if not (moved[one] or moved[other]):
                seats[[one, other]] = seats[[other, one]]
                moved[[one, other]] = True
        if not moved.any():
            break
    return [(int(x), int(y)) for x, y in seats]


def _distances(places: _Places) -> _Places:
    found: _Places = np.sqrt(((places[:, None, :] - places[None, :, :]) ** 2).sum(axis=2))
    return found


def _closed_up(values: list[int]) -> dict[int, int]:
    """Return the rows or columns renumbered from 0, those without any unit left out."""
    return {value: number for number, value in enumerate(sorted(set(values)))}
