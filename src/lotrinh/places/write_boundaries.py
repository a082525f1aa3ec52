"""Writes boundaries as GeoJSON: what `read_boundaries` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lotrinh.places.boundaries import Boundary


def write_boundaries(boundaries: Sequence[Boundary]) -> str:
    """Return a FeatureCollection, one feature a place, its days where the file gave them."""
    features = [_feature(one) for one in boundaries]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def _feature(one: Boundary) -> dict[str, Any]:
    days = {"valid_from": one.valid_from, "valid_to": one.valid_to}
    known = {name: day.isoformat() for name, day in days.items() if day is not None}
    polygons = [[[list(vertex) for vertex in ring] for ring in rings] for rings in one.polygons]
    return {
        "type": "Feature",
        "properties": {"id": one.place, **known},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }
