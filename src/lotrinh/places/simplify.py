"""Simplifies boundaries for the screen, so that neighbours go on sharing the same line.

Lines are cut where three units meet; each piece is simplified once (Douglas and Peucker) and
both neighbours get it. What is read stays as it was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lotrinh.places.boundaries import Boundary, Ring, Vertex


def simplify(boundaries: Sequence[Boundary], tolerance: float) -> tuple[Boundary, ...]:
    """Return the boundaries with every line within `tolerance` degrees of where it was.

    A ring that would shrink to nothing keeps its shape.
    """
    around: dict[Vertex, set[Vertex]] = defaultdict(set)
    for boundary in boundaries:
        for ring in boundary.rings():
            for one, other in pairwise(ring):
                around[one].add(other)
                around[other].add(one)
    junctions = {vertex for vertex, others in around.items() if len(others) > 2}
    return tuple(
        replace(
            boundary,
            polygons=tuple(
                tuple(_ring(ring, junctions, tolerance) for ring in polygon)
                for polygon in boundary.polygons
            ),
        )
        for boundary in boundaries
    )


def _ring(ring: Ring, junctions: set[Vertex], tolerance: float) -> Ring:
    corners = [n for n, vertex in enumerate(ring[:-1]) if vertex in junctions]
    # A line that nobody shares with a third is cut where any neighbour would cut it too.
    start = corners[0] if corners else ring.index(min(ring))
    turned = ring[start:-1] + ring[: start + 1]
    cuts = [0, *(n for n, v in enumerate(turned[1:-1], 1) if v in junctions), len(turned) - 1]
    found: list[Vertex] = [turned[0]]
    for first, last in pairwise(cuts):
        found += _line(turned[first : last + 1], tolerance)[1:]
    return tuple(found) if len(found) >= 4 else ring


def _line(line: Ring, tolerance: float) -> Ring:
    """Return one line simplified, the same whichever way it is walked."""
    if line[0] == line[-1]:
        # A closed line has no length from end to end: halve it at its farthest vertex.
        far = max(range(len(line)), key=lambda n: (_apart(line[n], line[0]), line[n]))
        if far == 0:
            return line
        return _line(line[: far + 1], tolerance) + _line(line[far:], tolerance)[1:]
    if line[0] > line[-1]:
        return _kept(line[::-1], tolerance)[::-1]
    return _kept(line, tolerance)


def _kept(line: Ring, tolerance: float) -> Ring:
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        off = [_off(line[n], line[first], line[last]) for n in range(first + 1, last)]
        worst = max(range(len(off)), key=off.__getitem__)
        if off[worst] > tolerance:
            middle = first + 1 + worst
            keep.add(middle)
            todo += [(first, middle), (middle, last)]
    return tuple(line[n] for n in sorted(keep))


def _off(vertex: Vertex, one: Vertex, other: Vertex) -> float:
    """Return how far a vertex lies from the stretch between two others."""
    (x, y), (x1, y1), (x2, y2) = vertex, one, other
    dx, dy = x2 - x1, y2 - y1
    along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    return _apart(vertex, (x1 + along * dx, y1 + along * dy))


def _apart(one: Vertex, other: Vertex) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
