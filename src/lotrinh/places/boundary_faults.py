"""Reports where boundaries of one map overlap, and where they leave gaps between them.

The map is cut by level lines; along each the stretches of every unit are exact, and areas
are the sum over the lines. It reports and mends nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, floor, radians

from lotrinh.places.boundaries import Boundary

_KM_A_DEGREE = 111.32
#: West end, east end and the units that hold the stretch.
_Stretch = tuple[float, float, frozenset[str]]


@dataclass(frozen=True)
class Overlap:
    """Ground that two units both claim."""

    one: str
    other: str
    area_km2: float


@dataclass(frozen=True)
class Gap:
    """Ground within the map that no unit claims."""

    lon: float
    lat: float
    area_km2: float


@dataclass(frozen=True)
class Faults:
    """What is wrong with a map."""

    overlaps: tuple[Overlap, ...]
    gaps: tuple[Gap, ...]


def faults(boundaries: Sequence[Boundary], lines: int = 400, least_km2: float = 0.01) -> Faults:
    """Return the overlaps and the enclosed gaps of at least `least_km2`, largest first."""
    rows, height = _rows(boundaries, lines)
    claimed: dict[tuple[str, str], float] = defaultdict(float)
    for lat, stretches in rows:
        for west, east, units in stretches:
            for pair in _pairs(units):
                claimed[pair] += _km2(east - west, height, lat)
    overlaps = [Overlap(*pair, area) for pair, area in claimed.items() if area >= least_km2]
    gaps = [gap for gap in _gaps(rows, height) if gap.area_km2 >= least_km2]
    return Faults(
        tuple(sorted(overlaps, key=lambda one: (-one.area_km2, one.one, one.other))),
        tuple(sorted(gaps, key=lambda one: (-one.area_km2, one.lon))),
    )


def _rows(
    boundaries: Sequence[Boundary], lines: int
) -> tuple[list[tuple[float, list[_Stretch]]], float]:
    """Return the stretches along each line from south to north, and the lines' distance."""
    latitudes = [v[1] for one in boundaries for ring in one.rings() for v in ring]
    if not latitudes:
        return [], 0.0
    south = min(latitudes)
    height = (max(latitudes) - south) / lines or 1.0
    crossings: list[list[tuple[float, str]]] = [[] for _ in range(lines)]
    for one in boundaries:
        for ring in one.rings():
            for (x1, y1), (x2, y2) in pairwise(ring):
                # Lines lie half a step in, so that none runs along the southern border.
                first, last = sorted(((y1 - south) / height - 0.5, (y2 - south) / height - 0.5))
                for row in range(max(floor(first) + 1, 0), min(floor(last), lines - 1) + 1):
                    lat = south + (row + 0.5) * height
                    crossings[row].append((x1 + (lat - y1) / (y2 - y1) * (x2 - x1), one.place))
    found = [
        (south + (row + 0.5) * height, _stretches(sorted(found)))
        for row, found in enumerate(crossings)
    ]
    return found, height


def _stretches(crossings: list[tuple[float, str]]) -> list[_Stretch]:
    """Return what lies between the first crossing and the last, each stretch with its holders."""
    inside: set[str] = set()
    found: list[_Stretch] = []
    for (west, place), (east, _) in pairwise(crossings):
        inside ^= {place}
        if east > west:
            found.append((west, east, frozenset(inside)))
    return found


class _Regions:
    """Empty stretches joined into regions; region 0 is the outside of the map."""

    def __init__(self) -> None:
        self.area = [0.0]
        self.at = [(0.0, 0.0)]
        self._joined = [0]

    def new(self, lon: float, lat: float, area_km2: float) -> int:
        """Start a region with one stretch."""
        self.area.append(area_km2)
        self.at.append((lon, lat))
        self._joined.append(len(self._joined))
        return len(self._joined) - 1

    def top(self, one: int) -> int:
        """Return the name of the region that a stretch belongs to."""
        while self._joined[one] != one:
            one = self._joined[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make one region of two; the outside swallows what it meets."""
        first, second = sorted((self.top(one), self.top(other)))
        self._joined[second] = first

    def enclosed(self) -> Iterable[Gap]:
        """Yield every region that does not reach the outside."""
        together: dict[int, float] = defaultdict(float)
        for number, area in enumerate(self.area):
            together[self.top(number)] += area
        return (Gap(*self.at[one], area) for one, area in together.items() if one != 0)


def _gaps(rows: list[tuple[float, list[_Stretch]]], height: float) -> Iterable[Gap]:
    """Yield the empty stretches that hang together and nowhere reach the outside."""
    regions = _Regions()
    before: list[tuple[float, float, int]] = []
    row_before: list[_Stretch] = []
    for lat, row in [*rows, (0.0, [])]:
        here = [
            (west, east, regions.new((west + east) / 2, lat, _km2(east - west, height, lat)))
            for west, east, units in row
            if not units
        ]
        for west, east, number in here:
            for other_west, other_east, other in before:
                if west < other_east and other_west < east:
                    regions.join(number, other)
        for stretches, neighbour in ((here, row_before), (before, row)):
            for west, east, number in stretches:
                if _looks_out(west, east, neighbour):
                    regions.join(number, 0)
        before, row_before = here, row
    return regions.enclosed()


def _looks_out(west: float, east: float, row: list[_Stretch]) -> bool:
    """Whether a stretch lies beside what is outside the neighbouring line's ends."""
    return not row or west < row[0][0] or east > row[-1][1]


def _pairs(units: frozenset[str]) -> Iterable[tuple[str, str]]:
    ordered = sorted(units)
    return ((one, other) for n, one in enumerate(ordered) for other in ordered[n + 1 :])


def _km2(width: float, height: float, lat: float) -> float:
    return width * cos(radians(lat)) * height * _KM_A_DEGREE**2
