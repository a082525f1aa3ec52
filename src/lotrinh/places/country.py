"""The whole country, commune by commune, on every day that is known.

It is large (13,000 communes) and lies apart from the few places a plan names, so that a plan
opens without it and is kept without it. `load_country` reads it when it is asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from lotrinh.base.errors import Problems, Where
from lotrinh.base.files import Files, text_of
from lotrinh.base.words import Words
from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.load import load_places
from lotrinh.places.place import CHANGE_KINDS, Change, Place
from lotrinh.places.weights import BASES, Weight, Weights

#: Folder of the national list; the road of a plan passes it by.
COUNTRY_FOLDER = "places/vn/country"
COLUMNS = {
    "kinds": "kind,name_en",
    "provinces": "id,code,name,name_ascii,parent,valid_from,valid_to,lat,lon",
    "districts": "id,code,name,name_ascii,parent,valid_from,valid_to,lat,lon",
    "communes": "code,name,name_ascii,parent,valid_from,valid_to,lat,lon",
    "changes": "day,kind,before,parts,after,legal_basis",
    "weights": "place,basis,value,as_of,source",
    "part_weights": "before,after,basis,value,as_of,source",
}
#: Since when the list holds every unit below one of a level: the 63 provinces since Ha Tay
#: was merged into Ha Noi; of the communes, those that the 2025 reform started from.
_WHOLE_SINCE = {
    "country": date(2008, 8, 1), "province": date(2025, 3, 1), "district": date(2025, 3, 1),
}  # fmt: skip
_SOURCE = "https://github.com/tranngocminhhieu/vietnamadminunits"


@dataclass(frozen=True)
class Point:
    """Where a unit lies, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True)
class Country:
    """All units with their changes, weights and points."""

    gazetteer: Gazetteer
    weights: Weights
    points: Mapping[str, Point]
    #: Names in ASCII letters, by id.
    ascii_names: Mapping[str, str]


def load_country(files: Files) -> Country:
    """Return the whole country; raises one LotrinhError with every row that leads nowhere.

    What `units.csv` and `changes.csv` hold beside it (the nation, regions) comes along.
    """
    problems = Problems()
    kinds = {kind: name for _, (kind, name) in _rows(files, "kinds", problems)}
    base = load_places(files)
    places, points, ascii_names = dict(base.places), {}, {}
    seen: set[str] = set()
    for where, level, (id, code, name, ascii_name, parent, start, end, lat, lon) in _units(
        files, problems
    ):
        if id in seen:
            problems.add("places.twice", where, id=id)
        seen.add(id)
        name_of = Words(name, _english(name, kinds))
        places[id] = Place(id, name_of, level, code, parent, _day(start), _day(end), _SOURCE)
        ascii_names[id] = ascii_name
        if lat:
            points[id] = Point(float(lat), float(lon))
        if parent not in places:
            problems.add("places.unknown", where, id=parent)
    changes = _changes(files, places, base.changes, problems)
    weights = _weights(files, places, problems)
    problems.raise_if_any()
    wholes = {
        id: _WHOLE_SINCE[one.level] for id, one in places.items() if one.level in _WHOLE_SINCE
    }
    return Country(Gazetteer(places, changes, wholes), weights, points, ascii_names)


def commune_id(code: str, valid_from: str) -> str:
    """Return the id of a commune: its code and the first day it is known to have begun.

    >>> commune_id("24133", "2025-07-01"), commune_id("24136", "")
    ('vn/24133@2025-07-01', 'vn/24136')
    """
    return f"vn/{code}@{valid_from}" if valid_from else f"vn/{code}"


def _units(files: Files, problems: Problems) -> Iterator[tuple[Where, str, list[str]]]:
    """Yield the units of all levels, larger ones first, each with its id as the first cell."""
    for level, table in (("province", "provinces"), ("district", "districts")):
        for where, cells in _rows(files, table, problems):
            yield where, level, cells
    for where, cells in _rows(files, "communes", problems):
        yield where, "commune", [commune_id(cells[0], cells[4]), *cells]


def _changes(
    files: Files, places: Mapping[str, Place], others: tuple[Change, ...], problems: Problems
) -> tuple[Change, ...]:
    """Return the changes of the list, and those known elsewhere that it does not hold."""
    found = []
    for where, (day, kind, before, parts, after, act) in _rows(files, "changes", problems):
        if kind not in CHANGE_KINDS:
            problems.add("places.unknown_change", where, kind=kind, kinds=CHANGE_KINDS)
        one = Change(
            date.fromisoformat(day), kind, tuple(before.split(";")), tuple(after.split(";")), act,
            _SOURCE, tuple(parts.split(";")) if parts else (),
        )  # fmt: skip
        for id in (*one.before, *one.after):
            if id not in places:
                problems.add("places.unknown", where, id=id)
        found.append(one)
    known = {(one.day, frozenset(one.before), one.after) for one in found}
    found += [one for one in others if (one.day, frozenset(one.before), one.after) not in known]
    return tuple(sorted(found, key=lambda change: change.day))


def _weights(files: Files, places: Mapping[str, Place], problems: Problems) -> Weights:
    whole, parts = {}, {}
    for where, (place, basis, value, as_of, source) in _rows(files, "weights", problems):
        _check_weight(where, (place,), basis, places, problems)
        whole[place, basis] = Weight(float(value), as_of, source)
    for where, cells in _rows(files, "part_weights", problems):
        before, after, basis, value, as_of, source = cells
        _check_weight(where, (before, after), basis, places, problems)
        parts[before, after, basis] = Weight(float(value), as_of, source)
    return Weights(whole, parts)


def _check_weight(
    where: Where,
    ids: tuple[str, ...],
    basis: str,
    places: Mapping[str, Place],
    problems: Problems,
) -> None:
    for id in ids:
        if id not in places:
            problems.add("places.unknown", where, id=id)
    if basis not in BASES:
        problems.add("places.unknown_basis", where, basis=basis, known=BASES)


def _rows(files: Files, table: str, problems: Problems) -> Iterator[tuple[Where, list[str]]]:
    """Yield the rows of a table with their places; one of another width is named and left out."""
    path = f"{COUNTRY_FOLDER}/{table}.csv"
    rows = csv.reader(text_of(files, path).splitlines())
    if (columns := ",".join(next(rows, []))) != COLUMNS[table]:
        problems.add("base.columns", Where(path, 1), columns=COLUMNS[table])
        problems.raise_if_any()
    width = columns.count(",") + 1
    for number, row in enumerate(rows, 2):
        if len(row) == width:
            yield Where(path, number), row
        else:
            problems.add("places.other_width", Where(path, number), count=width)


def _english(name: str, kinds: Mapping[str, str]) -> str:
    """Return the English name: “Phường Ba Đình” is Ba Đình ward."""
    for length in (2, 1):
        words = name.split(" ", length)
        kind = kinds.get(" ".join(words[:length]))
        if kind is not None and len(words) > length:
            return f"{words[length]} {kind}"
    return name


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
