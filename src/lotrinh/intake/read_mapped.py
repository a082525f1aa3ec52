"""Reads a body's own table by its mapping, whole or not at all.

A name nobody knows is an error, once for each name, with the nearest ones; the mapping learns
it when a person says what it means. A figure the report does not ask for is not taken, and
that is told.
"""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from lotrinh.base.errors import LotrinhError, Problem, Problems, Where
from lotrinh.base.words import LANGS, say
from lotrinh.intake.filing import Filled
from lotrinh.intake.form import Form
from lotrinh.intake.free_table import Table, as_text
from lotrinh.intake.layout import STATUSES, Column
from lotrinh.intake.mapping import BAR, SKIP, Mapping, fold, period_of
from lotrinh.intake.number import read_number
from lotrinh.intake.sheet import Sheet, exact, typed
from lotrinh.intake.suggest_mapping import TOTALS, asked_dimensions
from lotrinh.intake.template import Entry
from lotrinh.intake.workbook import Value
from lotrinh.ledger.breakdown import read_breakdown, write_breakdown
from lotrinh.ledger.observation import Status
from lotrinh.plan.obligation import Cell

#: Words before the name of a place that people write or leave out.
_LEVELS = ("xã", "phường", "thị trấn", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "đặc khu")
Cells = Dictionary[str, Value]


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
    #: Figures the report does not ask for, in words.
    passed: list[str] = field(default_factory=list)

    def read(self) -> Sheet:
        lines = self.form.lines
        self.places = _names((one.place.id, one.place.name, one.place.code) for one in lines)
        self.indicators = _names((one.indicator.id, one.indicator.name, "") for one in lines)
        self.categories = {
            one.id: _names((code, words, "") for code, words in one.categories.items())
            for one in asked_dimensions(self.form)
        }
        self.heads()
        for number, row in self.table.rows:
            self.row(number, dict(zip(self.table.heads, row, strict=True)))
        if not self.filled:
            self.broken.add("intake.nothing_mapped", Where(self.table.name))
        self.broken.raise_if_any()
        order = {one.cell: self.filled[one.cell] for one in lines if one.cell in self.filled}
        return Sheet(order, self.entries, self.problems, tuple(self.passed))

    def heads(self) -> None:
        """See that the mapping fits the table, and that it says whose figures there are."""
        one, where = self.mapping, Where(self.table.name, 1)
        for head in one.heads:
            if head not in self.table.heads:
                self.broken.add("intake.no_head", where, head=head, heads=self.table.heads)
        named = {code.partition(BAR)[0] for code in one.values.values()}
        self.only = next((line.indicator.id for line in self.form.lines), "")
        if not one.values:
            self.broken.add("intake.no_values_mapped", where)
        elif "" in named and not one.indicator and len(set(self.indicators.values())) > 1:
            self.broken.add("intake.no_indicator_mapped", where)
        for head, code in one.values.items():
            twice = set(read_breakdown(code.partition(BAR)[2])) & set(one.dimensions.values())
            if twice:
                self.broken.add("intake.dimension_twice", where, head=head, dimension=min(twice))
        if one.periods and str(self.form.period) not in one.periods.values():
            there = ", ".join(one.periods)
            self.broken.add("intake.no_such_period", where, period=self.form.period, there=there)
        self.broken.raise_if_any()

    def row(self, number: int, cells: Cells) -> None:
        one = self.mapping
        here = {
            head: code
            for head, code in one.values.items()
            if one.periods.get(head, str(self.form.period)) == str(self.form.period)
        }
        if not self.is_of_period(cells, number):
            return
        place = next((line.place.id for line in self.form.lines), "")
        if one.place:
            place = self.known(as_text(cells[one.place]), self.places, number, one.place)
        indicator = self.only
        if one.indicator:
            name = as_text(cells[one.indicator])
            indicator = self.known(name, self.indicators, number, one.indicator)
        parts = self.parts(cells, number)
        if SKIP in (place, indicator) or parts is None:
            return
        for head, code in here.items():
            named, _, breakdown = code.partition(BAR)
            whole = write_breakdown(parts | read_breakdown(breakdown))
            if place and (named or indicator):
                self.cell(Cell(named or indicator, place, whole), cells, head, number)
            elif str(cells[head]).strip():
                self.passed.append(f"{number} {head}")

    def is_of_period(self, cells: Cells, number: int) -> bool:
        """Whether a row is about the report's period; note one that names none."""
        head = self.mapping.period
        text = as_text(cells[head]) if head else ""
        if not text:
            return not head
        found = period_of(text, self.form.period)
        if found is None and fold(text) not in self.unknown:
            self.unknown.add(fold(text))
            self.broken.add("periods.unspoken", Where(self.table.name, number, head), text=text)
        return found == self.form.period

    def parts(self, cells: Cells, number: int) -> dict[str, str] | None:
        """Return which part of the whole a row is about; None for a row to pass over."""
        found: dict[str, str] | None = {}
        for head, dimension in self.mapping.dimensions.items():
            name = as_text(cells[head])
            if not name or fold(name) in TOTALS:
                continue
            code = self.known(name, self.categories[dimension], number, head, f"{dimension}=")
            if code in ("", SKIP):
                found = None
            elif found is not None:
                found[dimension] = code
        return found

    def known(
        self, name: str, names: Dictionary[str, str], number: int, head: str, of: str = ""
    ) -> str:
        """Return the id of a name; note it once when nobody knows it.

        `of` tells names of categories from those of places and indicators.
        """
        plain = fold(name)
        found = (
            self.mapping.names.get(of + plain) or names.get(plain) or names.get(_bare(plain), "")
        )
        if not found and plain and of + plain not in self.unknown:
            self.unknown.add(of + plain)
            near = ", ".join(get_close_matches(plain, list(names), n=3, cutoff=0.4)) or "–"
            where = Where(self.table.name, number, head)
            if of:
                known = ", ".join(dict.fromkeys(names))
                self.broken.add("intake.unknown_group", where, name=name[:60], head=head,
                                near=near, known=known, dimension=of.rstrip("="))  # fmt: skip
            else:
                self.broken.add("intake.unknown_name", where, name=name[:60], near=near)
        return found

    def cell(self, cell: Cell, cells: Cells, head: str, number: int) -> None:
        where = Where(self.table.name, number, head)
        if cell not in self.form.by_cell:
            if str(cells[head]).strip():
                self.passed.append(f"{number} {head}: {cell.code}")
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

    def status(self, cell: Cell, cells: Cells, where: Where) -> Status:
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


def _bare(name: str) -> str:
    """Return the name of a place without the word for its level."""
    for level in _LEVELS:
        if name.startswith(f"{level} "):
            return name.removeprefix(f"{level} ")
    return name


def _names(things: Any) -> dict[str, str]:
    """Return the ids of things by every name they go by; a name of two things is none."""
    found: dict[str, set[str]] = {}
    for id, words, code in things:
        for name in (id, words.vi, words.en, code):
            for form in (fold(name), _bare(fold(name))):
                found.setdefault(form, set()).add(id)
    return {name: next(iter(ids)) for name, ids in found.items() if name and len(ids) == 1}
