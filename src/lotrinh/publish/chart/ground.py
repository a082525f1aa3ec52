"""Draws the ground of units as SVG paths: equal cells of a cartogram, or given boundaries.

Both come out as the same shapes, so that one map component shows either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, radians

from lotrinh.places.boundaries import Boundary, Ring
from lotrinh.places.cartogram import Cell

#: Side of a cell, and the width that boundaries are drawn to.
CELL = 10
WIDTH = 400


@dataclass(frozen=True)
class Outline:
    """The ground of one unit, and the point where its label stands."""

    id: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Ground:
    """The grounds of all units of a map."""

    width: float
    height: float
    outlines: tuple[Outline, ...]
    #: Lines between units of different groups.
    borders: str = ""
    #: How large a label may be.
    label: float = 4.6


def cells_ground(cells: tuple[Cell, ...], group: Callable[[str], str]) -> Ground:
    """Return a cartogram's cells as shapes, with lines between the groups."""
    gap = 0.35
    side = CELL - 2 * gap
    outlines = tuple(
        Outline(
            one.id,
            f"M{one.col * CELL + gap:g} {one.row * CELL + gap:g}h{side:g}v{side:g}h-{side:g}z",
            one.col * CELL + CELL / 2,
            one.row * CELL + CELL / 2,
        )
        for one in cells
    )
    width = (max((one.col for one in cells), default=0) + 1) * CELL
    height = (max((one.row for one in cells), default=0) + 1) * CELL
    return Ground(width, height, outlines, _borders(cells, group))


def _borders(cells: tuple[Cell, ...], group: Callable[[str], str]) -> str:
    """Return the lines where a cell meets one of another group."""
    at = {(one.row, one.col): group(one.id) for one in cells}
    lines = []
    for (row, col), own in sorted(at.items()):
        east, south = at.get((row, col + 1)), at.get((row + 1, col))
        if east is not None and east != own:
            lines.append(f"M{(col + 1) * CELL} {row * CELL}v{CELL}")
        if south is not None and south != own:
            lines.append(f"M{col * CELL} {(row + 1) * CELL}h{CELL}")
    return "".join(lines)


def bounds_ground(bounds: Mapping[str, Boundary]) -> Ground:
    """Return boundaries as shapes, east to the right and north up, fitted to the width."""
    every = [v for one in bounds.values() for ring in one.rings() for v in ring]
    west, east = min(v[0] for v in every), max(v[0] for v in every)
    south, north = min(v[1] for v in every), max(v[1] for v in every)
    squeeze = cos(radians((south + north) / 2))
    scale = WIDTH / max((east - west) * squeeze, (north - south) * 0.75, 1e-9)

    def at(vertex: tuple[float, float]) -> tuple[float, float]:
        return (vertex[0] - west) * squeeze * scale, (north - vertex[1]) * scale

    outlines = []
    for id, one in bounds.items():
        path = "".join(_ring(ring, at) for ring in one.rings())
        largest = max((polygon[0] for polygon in one.polygons), key=len)
        middle = [sum(v[axis] for v in largest) / len(largest) for axis in (0, 1)]
        outlines.append(Outline(id, path, *at((middle[0], middle[1]))))
    return Ground(
        round((east - west) * squeeze * scale, 1),
        round((north - south) * scale, 1),
        tuple(outlines),
        label=9,
    )


def _ring(ring: Ring, at: Callable[[tuple[float, float]], tuple[float, float]]) -> str:
    points = [at(vertex) for vertex in ring[:-1]]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
