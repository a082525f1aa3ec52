"""Unpacks the arcs of TopoJSON: lines that neighbours share, written once and as differences.

It follows the TopoJSON specification 1.0 and knows nothing of places.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

#: Each arc as a list of (east, north).
Arcs = list[list[tuple[float, float]]]


def read_arcs(data: Any) -> Arcs:
    """Return the arcs of a topology in degrees; none for anything else.

    >>> read_arcs({"type": "Topology", "arcs": [[[1, 1], [1, 0]]],
    ...            "transform": {"scale": [0.5, 0.5], "translate": [100, 10]}})
    [[(100.5, 10.5), (101.0, 10.5)]]
    """
    if not isinstance(data, dict) or data.get("type") != "Topology":
        return []
    transform = data.get("transform")
    if transform is None:
        return [[(float(v[0]), float(v[1])) for v in arc] for arc in data.get("arcs", ())]
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    arcs = []
    for arc in data.get("arcs", ()):
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(points)
    return arcs


def rings_of_arcs(polygon: Sequence[Sequence[int]], arcs: Arcs) -> list[list[tuple[float, float]]]:
    """Return the rings of a polygon; a negative index is the arc walked backwards."""
    rings = []
    for indices in polygon:
        ring: list[tuple[float, float]] = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            ring += arc[1:] if ring else arc
        rings.append(ring)
    return rings
