"""Reads boundaries out of GeoJSON or TopoJSON, each for one place and one span of days.

It refuses what is no boundary: an unknown place, an open ring, a point off the globe. Whether
neighbours overlap or leave gaps is reported by `boundary_faults.py`; nothing is drawn here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.base.files import read_day
from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.read_topology import Arcs, read_arcs, rings_of_arcs

#: East and north in degrees.
Vertex = tuple[float, float]
#: A closed line: its last vertex is its first.
Ring = tuple[Vertex, ...]
#: An outer ring and its holes.
Polygon = tuple[Ring, ...]


@dataclass(frozen=True)
class Boundary:
    """The ground of one place from `valid_from` to the day before `valid_to`."""

    place: str
    polygons: tuple[Polygon, ...]
    #: The place's own days unless the file says otherwise.
    valid_from: date | None
    valid_to: date | None
    #: Name of the file it was read from.
    source: str = ""

    def is_there_on(self, day: date) -> bool:
        """Whether the boundary held on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)

    def rings(self) -> Iterator[Ring]:
        """Yield every ring, holes included."""
        for polygon in self.polygons:
            yield from polygon


def read_boundaries(
    text: str, name: str, gazetteer: Gazetteer, property: str = "id"
) -> tuple[Boundary, ...]:
    """Return the boundaries in a file called `name`; `property` holds the id of each place.

    Raises one LotrinhError with every feature that is wrong and what is wrong with it.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise wrong("places.not_json", Where(name, error.lineno), problem=error.msg) from error
    arcs = read_arcs(data)
    problems, found = Problems(), []
    for where, properties, geometry in _features(data, name):
        try:
            found.append(_boundary(properties, geometry, arcs, gazetteer, property, where))
        except LotrinhError as error:
            problems.take(error)
    problems.raise_if_any()
    return tuple(found)


def _features(data: Any, name: str) -> Iterator[tuple[Where, dict[str, Any], dict[str, Any]]]:
    """Yield the properties and geometry of each feature with its place in the file."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "FeatureCollection":
        for number, one in enumerate(data.get("features", ())):
            yield (
                Where(name, field=f"features[{number}]"),
                one.get("properties") or {},
                one.get("geometry") or {},
            )
    elif kind == "Topology":
        for key, collection in data.get("objects", {}).items():
            for number, one in enumerate(collection.get("geometries", [collection])):
                where = Where(name, field=f"objects.{key}[{number}]")
                yield where, one.get("properties") or {}, one
    else:
        raise wrong("places.no_features", Where(name), kind=kind or "–")


def _boundary(
    properties: Mapping[str, Any],
    geometry: Mapping[str, Any],
    arcs: Arcs,
    gazetteer: Gazetteer,
    property: str,
    where: Where,
) -> Boundary:
    id = str(properties.get(property) or geometry.get("id") or "")
    if id not in gazetteer:
        raise wrong("places.unknown", where, id=id)
    place = gazetteer[id]
    polygons = tuple(_polygons(geometry, arcs, where))
    for ring in (ring for polygon in polygons for ring in polygon):
        _check(ring, id, where)
    start, end = (properties.get(key) for key in ("valid_from", "valid_to"))
    return Boundary(
        place=id,
        polygons=polygons,
        valid_from=read_day(start, where) if start else place.valid_from,
        valid_to=read_day(end, where) if end else place.valid_to,
        source=where.file,
    )


def _polygons(geometry: Mapping[str, Any], arcs: Arcs, where: Where) -> Iterator[Polygon]:
    kind = geometry.get("type")
    if kind not in ("Polygon", "MultiPolygon"):
        raise wrong("places.no_polygon", where, kind=kind or "–")
    try:
        whole = geometry["arcs"] if "arcs" in geometry else geometry["coordinates"]
        for one in whole if kind == "MultiPolygon" else [whole]:
            rings = rings_of_arcs(one, arcs) if "arcs" in geometry else one
            yield tuple(tuple((float(v[0]), float(v[1])) for v in ring) for ring in rings)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise wrong("places.broken_geometry", where) from error


def _check(ring: Ring, id: str, where: Where) -> None:
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise wrong("places.open_ring", where, id=id)
    off = next((v for v in ring if not (-180 <= v[0] <= 180 and -90 <= v[1] <= 90)), None)
    if off is not None:
        raise wrong("places.off_the_globe", where, id=id, lon=str(off[0]), lat=str(off[1]))
