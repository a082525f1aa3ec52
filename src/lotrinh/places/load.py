"""Reads places and changes from `units.csv` and `changes.csv`; judges nothing else."""

from __future__ import annotations

from datetime import date

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.base.files import Files, read_day
from lotrinh.base.table import Row, read_table
from lotrinh.base.words import Words
from lotrinh.places.place import Change, Gazetteer, Place

FOLDER = "places/vn"
UNIT_COLUMNS = "id,name_vi,name_en,level,code,parent,valid_from,valid_to,source_url".split(",")
CHANGE_COLUMNS = "day,kind,before,after,legal_basis,source_url".split(",")


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
    problems.raise_if_any()
    return Gazetteer(places, tuple(sorted(changes, key=lambda change: change.day)))


def _place(row: Row, where: Where) -> Place:
    if not (row["name_vi"] and row["name_en"]):
        raise wrong("places.no_name", where, id=row["id"])
    return Place(
        id=row["id"],
        name=Words(row["name_vi"], row["name_en"]),
        level=row["level"],
        code=row["code"],
        parent=row["parent"],
        valid_from=_day_or_none(row["valid_from"], where),
        valid_to=_day_or_none(row["valid_to"], where),
        source_url=row["source_url"],
    )


def _change(row: Row, where: Where) -> Change:
    return Change(
        day=read_day(row["day"], where),
        kind=row["kind"],
        before=tuple(row["before"].split(";")),
        after=tuple(row["after"].split(";")),
        legal_basis=row["legal_basis"],
        source_url=row["source_url"],
    )


def _day_or_none(text: str, where: Where) -> date | None:
    return read_day(text, where) if text else None
