"""Reads places and changes from `units.csv` and `changes.csv`; judges nothing else.

These few files travel with every plan. The whole country stands in a folder of its own that
only `load_country` opens.
"""

from __future__ import annotations

from datetime import date

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.base.files import Files, read_day, read_day_or_none
from lotrinh.base.table import Row, read_table
from lotrinh.base.words import Words
from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.place import CHANGE_KINDS, Change, Place
from lotrinh.places.tree import Hierarchy, Membership

FOLDER = "places/vn"
UNIT_COLUMNS = "id,name_vi,name_en,level,code,parent,valid_from,valid_to,source_url".split(",")
WHOLE_COLUMNS = "place,valid_from,source_url".split(",")
CHANGE_COLUMNS = "day,kind,before,after,legal_basis,source_url".split(",")
HIERARCHY_COLUMNS = "id,name_vi,name_en,valid_from,valid_to,source_url".split(",")
MEMBER_COLUMNS = "hierarchy,place,parent,valid_from,valid_to,source_url".split(",")


def load_places(files: Files) -> Gazetteer:
    """Return the gazetteer; raises one LotrinhError with every wrong row."""
    problems = Problems()
    places: dict[str, Place] = {}
    for where, row in read_table(files, f"{FOLDER}/units.csv", UNIT_COLUMNS):
        try:
            place = _place(row, where)
        except LotrinhError as error:
            problems.take(error)
            continue
        if place.id in places:
            problems.add("places.twice", where, id=place.id)
        places[place.id] = place
    changes = []
    for where, row in read_table(files, f"{FOLDER}/changes.csv", CHANGE_COLUMNS):
        try:
            change = _change(row, where)
        except LotrinhError as error:
            problems.take(error)
            continue
        for id in (*change.before, *change.after):
            if id not in places:
                problems.add("places.unknown", where, id=id)
        changes.append(change)
    for place in places.values():
        if place.parent and place.parent not in places:
            problems.add("places.unknown", Where(f"{FOLDER}/units.csv"), id=place.parent)
    wholes = _wholes(files, places, problems)
    problems.raise_if_any()
    return Gazetteer(places, tuple(sorted(changes, key=lambda change: change.day)), wholes)


def _wholes(files: Files, places: dict[str, Place], problems: Problems) -> dict[str, date | None]:
    """Return the places whose lists are whole; where no file says so, none is."""
    path, found = f"{FOLDER}/wholes.csv", {}
    for where, row in read_table(files, path, WHOLE_COLUMNS) if path in files else ():
        if row["place"] not in places:
            problems.add("places.unknown", where, id=row["place"])
        found[row["place"]] = read_day_or_none(row["valid_from"], where)
    return found


def load_hierarchies(
    files: Files, gazetteer: Gazetteer
) -> tuple[dict[str, Hierarchy], tuple[Membership, ...]]:
    """Return the hierarchies beside the state's own, and who is under whom in them."""
    problems = Problems()
    found: dict[str, Hierarchy] = {}
    for where, row in read_table(files, f"{FOLDER}/hierarchies.csv", HIERARCHY_COLUMNS):
        try:
            found[row["id"]] = Hierarchy(row["id"], _name(row, where), *_span(row, where))
        except LotrinhError as error:
            problems.take(error)
    members: list[Membership] = []
    for where, row in read_table(files, f"{FOLDER}/memberships.csv", MEMBER_COLUMNS):
        try:
            one = Membership(row["hierarchy"], row["place"], row["parent"], *_span(row, where))
        except LotrinhError as error:
            problems.take(error)
            continue
        for id in (one.place, one.parent):
            if id not in gazetteer:
                problems.add("places.unknown", where, id=id)
        if one.hierarchy not in found:
            problems.add("places.unknown_hierarchy", where, id=one.hierarchy, known=sorted(found))
        if any(_meet(one, other) for other in members):
            problems.add("places.two_parents", where, id=one.place, hierarchy=one.hierarchy)
        members.append(one)
    problems.raise_if_any()
    return found, tuple(members)


def _place(row: Row, where: Where) -> Place:
    return Place(
        id=row["id"],
        name=_name(row, where),
        level=row["level"],
        code=row["code"],
        parent=row["parent"],
        valid_from=read_day_or_none(row["valid_from"], where),
        valid_to=read_day_or_none(row["valid_to"], where),
        source_url=row["source_url"],
    )


def _change(row: Row, where: Where) -> Change:
    if row["kind"] not in CHANGE_KINDS:
        raise wrong("places.unknown_change", where, kind=row["kind"], kinds=CHANGE_KINDS)
    return Change(
        day=read_day(row["day"], where),
        kind=row["kind"],
        before=tuple(row["before"].split(";")),
        after=tuple(row["after"].split(";")),
        legal_basis=row["legal_basis"],
        source_url=row["source_url"],
    )


def _name(row: Row, where: Where) -> Words:
    if not (row["name_vi"] and row["name_en"]):
        raise wrong("places.no_name", where, id=row["id"])
    return Words(row["name_vi"], row["name_en"])


def _span(row: Row, where: Where) -> tuple[date | None, date | None, str]:
    first = read_day_or_none(row["valid_from"], where)
    return first, read_day_or_none(row["valid_to"], where), row["source_url"]


def _meet(one: Membership, other: Membership) -> bool:
    """Whether two memberships put one place under two parents on one day."""
    if (one.hierarchy, one.place) != (other.hierarchy, other.place):
        return False
    starts = [m.valid_from for m in (one, other) if m.valid_from]
    ends = [m.valid_to for m in (one, other) if m.valid_to]
    return not starts or not ends or max(starts) < min(ends)
