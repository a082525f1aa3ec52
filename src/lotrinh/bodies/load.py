"""Reads the registers `bodies/<place>/*.csv` and their `ties.csv`; judges nothing else."""

from __future__ import annotations

from collections.abc import Callable

from lotrinh.base.errors import LotrinhError, Problems, Where, wrong
from lotrinh.base.files import Files, read_day_or_none, under
from lotrinh.base.mark import MARKS
from lotrinh.base.table import Row, rows_of
from lotrinh.base.words import Words
from lotrinh.bodies.body import Body, Register, Tie
from lotrinh.places import Gazetteer

FOLDER = "bodies"
COLUMNS = (
    "id,name_vi,name_en,kind,place,parent,valid_from,valid_to,successors,members,source_url"
).split(",")
#: Columns a register may have beside these.
LATER_COLUMNS = ("mark",)
TIE_COLUMNS = "hierarchy,body,parent,valid_from,valid_to,source".split(",")
HIERARCHIES = ("party", "state", "sector", "front")
KINDS = frozenset(
    "party council administration department front union enterprise statistics group".split()
)


def load_bodies(files: Files, places: Gazetteer) -> Register:
    """Return the register; raises one LotrinhError with every wrong row."""
    problems = Problems()
    bodies: dict[str, Body] = {}
    found: list[tuple[Where, Body]] = []
    registers = (pair for pair in under(files, FOLDER, ".csv") if not _is_ties(pair[0]))
    for path, text in registers:
        for where, row in rows_of(text, path, COLUMNS, LATER_COLUMNS):
            try:
                body = _body(row, where, places)
            except LotrinhError as error:
                problems.take(error)
                continue
            if body.id in bodies:
                problems.add("bodies.twice", where, id=body.id)
            bodies[body.id] = body
            found.append((where, body))
    for where, body in found:
        for id in (body.parent, *body.successors, *body.members):
            if id and id not in bodies:
                problems.add("bodies.unknown", where, id=id)
    ties = _ties(files, bodies, problems)
    problems.raise_if_any()
    _no_circles(found, bodies, problems)
    problems.raise_if_any()
    return Register(bodies, ties)


def _ties(files: Files, bodies: dict[str, Body], problems: Problems) -> tuple[Tie, ...]:
    """Return who stands under whom in further hierarchies, and note wrong rows."""
    ties = []
    for path, text in (pair for pair in under(files, FOLDER, ".csv") if _is_ties(pair[0])):
        for where, row in rows_of(text, path, TIE_COLUMNS):
            for id in (row["body"], row["parent"]):
                if id not in bodies:
                    problems.add("bodies.unknown", where, id=id)
            name = row["hierarchy"]
            if name not in HIERARCHIES:
                problems.add("bodies.unknown_hierarchy", where, name=name, known=HIERARCHIES)
            try:
                span = (
                    read_day_or_none(row["valid_from"], where),
                    read_day_or_none(row["valid_to"], where),
                )
            except LotrinhError as error:
                problems.take(error)
                continue
            ties.append(Tie(name, row["body"], row["parent"], *span, row["source"]))
    return tuple(ties)


def _is_ties(path: str) -> bool:
    return path.endswith("/ties.csv")


def _no_circles(
    found: list[tuple[Where, Body]], bodies: dict[str, Body], problems: Problems
) -> None:
    for where, body in found:
        for links in (lambda one: one.successors, lambda one: (one.parent,) if one.parent else ()):
            if body.id in _reached(body.id, bodies, links):
                problems.add("bodies.circle", where, id=body.id)


def _reached(
    id: str, bodies: dict[str, Body], links: Callable[[Body], tuple[str, ...]]
) -> set[str]:
    """Return every body that one is led to, step by step; itself too when they lead in a circle."""
    reached: set[str] = set()
    todo = list(links(bodies[id]))
    while todo:
        if (one := todo.pop()) not in reached:
            reached.add(one)
            todo += links(bodies[one])
    return reached


def _body(row: Row, where: Where, places: Gazetteer) -> Body:
    if not (row["name_vi"] and row["name_en"]):
        raise wrong("bodies.no_name", where, id=row["id"])
    if row["kind"] not in KINDS:
        raise wrong("bodies.unknown_kind", where, kind=row["kind"], kinds=sorted(KINDS))
    if row["mark"] not in MARKS:
        raise wrong("bodies.unknown_mark", where, mark=row["mark"], marks=[*filter(None, MARKS)])
    if row["place"] not in places:
        raise wrong("places.unknown", where, id=row["place"])
    return Body(
        id=row["id"],
        name=Words(row["name_vi"], row["name_en"]),
        kind=row["kind"],
        place=row["place"],
        parent=row["parent"],
        valid_from=read_day_or_none(row["valid_from"], where),
        valid_to=read_day_or_none(row["valid_to"], where),
        successors=_ids(row["successors"]),
        members=_ids(row["members"]),
        source_url=row["source_url"],
        mark=row["mark"],
    )


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()
