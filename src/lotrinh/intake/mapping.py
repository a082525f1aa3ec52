"""Matches the columns of a body's own table to the cells of a report; the match is remembered.

Two shapes are read: one column for each indicator, rows of places; or one row for each
figure, with columns for indicator, place and value. A name nobody knows is an error, once
for each name, and the mapping learns it when a person says what it means.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping as Dictionary
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from lotrinh.base.errors import LotrinhError, Problem, Problems, Where
from lotrinh.base.words import LANGS, Lang, say
from lotrinh.intake.filing import Filled
from lotrinh.intake.form import Form
from lotrinh.intake.free_table import Table
from lotrinh.intake.layout import STATUSES, Column
from lotrinh.intake.number import read_number
from lotrinh.intake.sheet import Sheet, exact, typed
from lotrinh.intake.template import Entry
from lotrinh.intake.workbook import Value
from lotrinh.ledger.observation import Status
from lotrinh.plan.obligation import Cell

_BAR = "|"
#: Words before the name of a place that people write or leave out.
_LEVELS = ("xã", "phường", "thị trấn", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "đặc khu")


@dataclass(frozen=True)
class Mapping:
    """What the heads of a table mean."""

    #: Head of the column of places; empty where the report is about one.
    place: str = ""
    #: Head -> `indicator|breakdown`, for one column an indicator.
    values: Dictionary[str, str] = field(default_factory=dict)
    #: Heads of the columns of a table with one row a figure.
    indicator: str = ""
    value: str = ""
    status: str = ""
    note: str = ""
    #: How numbers are written where they are texts.
    numbers: Lang = "vi"
    #: What the body calls places and indicators -> their ids.
    names: Dictionary[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the mapping as JSON data."""
        return asdict(self)

    @classmethod
    def of(cls, data: Dictionary[str, Any]) -> Mapping:
        """Return the mapping that `as_dict` wrote."""
        return cls(**data)


def fingerprint(heads: tuple[str, ...]) -> str:
    """Return what tells tables of one shape: a body's monthly export has the same each month."""
    return hashlib.sha256("\n".join(map(fold, heads)).encode()).hexdigest()[:16]


def suggest(table: Table, form: Form) -> Mapping:
    """Return what the heads seem to mean: by ids and by names, exact ones first."""
    asked = {f"{one.cell.indicator}{_BAR}{one.cell.breakdown}": one for one in form.lines}
    called = {}
    for code, line in asked.items():
        for name in (line.cell.indicator, line.indicator.name.vi, line.indicator.name.en):
            called[fold(f"{name} {line.part.vi if line.part else ''}")] = code
    values: dict[str, str] = {}
    for head in table.heads:
        near = get_close_matches(fold(head), list(called), n=1, cutoff=0.85)
        if near and called[near[0]] not in values.values():
            values[head] = called[near[0]]
    heads = {fold(head): head for head in table.heads if head not in values}

    def first(*names: str) -> str:
        return next((heads[name] for name in names if name in heads), "")

    return Mapping(
        place=first("địa bàn", "xã", "xã, phường", "đơn vị hành chính", "nơi", "place", "commune"),
        values=values,
        indicator="" if values else first("chỉ tiêu", "tên chỉ tiêu", "indicator"),
        value="" if values else first("giá trị", "số liệu", "kỳ này", "value"),
        status=first("tình trạng", "status"),
        note=first("ghi chú", "ghi chú, lý do", "note"),
    )


def read_mapped(table: Table, mapping: Mapping, form: Form) -> Sheet:
    """Return what the table holds for the form.

    Raises one LotrinhError for names nobody knows, for rows that stand twice and for heads
    that are not there; faults of single cells are in the result, as of a workbook.
    """
    return _Reader(table, mapping, form).read()


@dataclass
class _Reader:
    """One reading of one table."""

    table: Table
    mapping: Mapping
    form: Form
    filled: dict[Cell, Filled] = field(default_factory=dict)
    entries: dict[Cell, Entry] = field(default_factory=dict)
    problems: dict[tuple[Cell, Column], Problem] = field(default_factory=dict)
    broken: Problems = field(default_factory=Problems)
    unknown: set[str] = field(default_factory=set)

    def read(self) -> Sheet:
        self.heads()
        self.places = _names((one.place.id, one.place) for one in self.form.lines)
        self.indicators = _names((one.indicator.id, one.indicator) for one in self.form.lines)
        for number, row in self.table.rows:
            cells = dict(zip(self.table.heads, row, strict=True))
            place = self.place(cells, number)
            if place:
                self.row(number, cells, place)
        if not self.filled:
            self.broken.add("intake.nothing_mapped", Where(self.table.name))
        self.broken.raise_if_any()
        order = {
            one.cell: self.filled[one.cell] for one in self.form.lines if one.cell in self.filled
        }
        return Sheet(order, self.entries, self.problems)

    def heads(self) -> None:
        one = self.mapping
        named = (one.place, one.indicator, one.value, one.status, one.note, *one.values)
        for head in named:
            if head and head not in self.table.heads:
                where = Where(self.table.name, 1)
                self.broken.add("intake.no_head", where, head=head, heads=self.table.heads)
        if not one.values and not (one.indicator and one.value):
            self.broken.add("intake.no_values_mapped", Where(self.table.name, 1))
        self.broken.raise_if_any()

    def place(self, cells: Dictionary[str, Value], number: int) -> str:
        if not self.mapping.place:
            return self.form.lines[0].place.id if self.form.lines else ""
        return self.known(str(cells[self.mapping.place]), self.places, number, self.mapping.place)

    def known(self, name: str, names: Dictionary[str, str], number: int, head: str) -> str:
        """Return the id of a name; note it once when nobody knows it."""
        plain = fold(name)
        found = self.mapping.names.get(plain) or names.get(plain) or names.get(_bare(plain), "")
        if not found and plain and plain not in self.unknown:
            self.unknown.add(plain)
            near = ", ".join(get_close_matches(plain, list(names), n=3)) or "–"
            where = Where(self.table.name, number, head)
            self.broken.add("intake.unknown_name", where, name=name[:60], near=near)
        return found

    def row(self, number: int, cells: Dictionary[str, Value], place: str) -> None:
        if self.mapping.values:
            for head, code in self.mapping.values.items():
                indicator, _, breakdown = code.partition(_BAR)
                self.cell(Cell(indicator, place, breakdown), cells, head, number)
            return
        name = str(cells[self.mapping.indicator])
        if indicator := self.known(name, self.indicators, number, self.mapping.indicator):
            self.cell(Cell(indicator, place), cells, self.mapping.value, number)

    def cell(self, cell: Cell, cells: Dictionary[str, Value], head: str, number: int) -> None:
        where = Where(self.table.name, number, head)
        if cell not in self.form.by_cell:
            return
        if cell in self.filled:
            self.broken.add("intake.figure_twice", where, what=cell.code)
            return
        note = str(cells[self.mapping.note]).strip() if self.mapping.note else ""
        self.entries[cell] = Entry(typed(cells[head]), self.status(cell, cells, where), note)
        value = self.value(cell, cells[head], where)
        self.filled[cell] = Filled(cell, value, self.entries[cell].status, note, where)

    def value(self, cell: Cell, value: Value, where: Where) -> Decimal | None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return exact(value)
        if not str(value).strip():
            return None
        try:
            return read_number(str(value), self.mapping.numbers, where)
        except LotrinhError as error:
            self.problems[cell, "value"] = error.problems[0]
            return None

    def status(self, cell: Cell, cells: Dictionary[str, Value], where: Where) -> Status:
        text = fold(str(cells[self.mapping.status])) if self.mapping.status else ""
        if not text:
            return "actual"
        for one in STATUSES:
            if text in {one, *(say(f"intake.status_{one}", lang) for lang in LANGS)}:
                return one
        allowed = [say(f"intake.status_{one}", "vi") for one in STATUSES]
        at = replace(where, field=self.mapping.status)
        values = {"value": text[:40], "allowed": allowed}
        self.problems[cell, "status"] = Problem("intake.not_allowed", at, values)
        return "actual"


def fold(text: str) -> str:
    """Return a name as names are compared: one writing of its letters, small, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _bare(name: str) -> str:
    """Return the name of a place without the word for its level."""
    for level in _LEVELS:
        if name.startswith(f"{level} "):
            return name.removeprefix(f"{level} ")
    return name


def _names(things: Any) -> dict[str, str]:
    """Return the ids of things by every name they go by; a name of two things is none."""
    found: dict[str, set[str]] = {}
    for id, thing in things:
        for name in (id, thing.name.vi, thing.name.en, getattr(thing, "code", "")):
            for form in (fold(name), _bare(fold(name))):
                found.setdefault(form, set()).add(id)
    return {name: next(iter(ids)) for name, ids in found.items() if name and len(ids) == 1}
