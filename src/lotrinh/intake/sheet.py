"""Reads the workbook of a report back, whole or not at all; every error at once, by cell.

What a person may do is fill in three columns, sort and filter. Whatever else was done to
the workbook is said, never guessed around.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from lotrinh.base.errors import LotrinhError, Problem, Problems, Where, wrong
from lotrinh.base.words import LANGS, say
from lotrinh.intake.filing import Filled
from lotrinh.intake.form import LAYOUT, Form
from lotrinh.intake.layout import (
    COLUMNS,
    FIRST_ROW,
    MARK,
    NAMES_ROW,
    OPEN,
    STATUSES,
    Column,
    Mark,
    address,
)
from lotrinh.intake.template import Entry
from lotrinh.intake.workbook import Book, Value
from lotrinh.ledger.observation import Status
from lotrinh.plan.obligation import Cell

#: Longest note; the web form takes as many.
MOST_NOTE = 2000


@dataclass(frozen=True)
class Sheet:
    """What was read of a workbook: what was filled in, and what is wrong, by cell."""

    filled: Mapping[Cell, Filled]
    #: As typed, to be written back.
    entries: Mapping[Cell, Entry]
    problems: Mapping[tuple[Cell, Column], Problem]
    #: Figures in the file that the report does not ask for: line and column of each.
    passed: tuple[str, ...] = ()

    def of(self, cells: Collection[Cell]) -> Sheet:
        """Return what was read of some cells."""
        some = set(cells)
        filled = {cell: one for cell, one in self.filled.items() if cell in some}
        problems = {at: one for at, one in self.problems.items() if at[0] in some}
        return replace(self, filled=filled, problems=problems)

    def raise_if_any(self) -> None:
        """Raise one LotrinhError with everything that is wrong."""
        if self.problems:
            raise LotrinhError(self.problems.values())


def read_mark(data: bytes, name: str) -> Mark:
    """Return what report a workbook is of; raises LotrinhError when it is none of ours."""
    return _mark(Book(data, name))


def read_sheet(data: bytes, name: str, form: Form) -> Sheet:
    """Return what a workbook holds for the form.

    Raises LotrinhError when the file as a whole cannot be read: broken, of another report
    or version, with columns moved, with rows lost. Faults of single cells are in the result.
    """
    book = Book(data, name)
    mark = _mark(book)
    if mark.report != form.address:
        raise wrong("intake.other_report", Where(name), theirs=mark.report, ours=form.address)
    if mark.version != form.version or mark.layout != str(LAYOUT):
        raise wrong("intake.other_version", Where(name))
    sheet = sheet_of(mark)
    if sheet not in book.sheets:
        raise wrong("intake.no_sheet", Where(name), sheet=sheet)
    return _Reader(book, sheet, form).read()


def sheet_of(mark: Mark) -> str:
    """Return the name of the sheet of figures, in the language a workbook was written in."""
    return say("intake.sheet_figures", "en" if mark.lang == "en" else "vi")


def _mark(book: Book) -> Mark:
    if MARK not in book.sheets:
        raise wrong("intake.not_our_template", Where(book.name))
    told = {str(row[0]): str(row[1]) for _, row in book.rows(MARK) if len(row) > 1}
    return Mark(*(told.get(one, "") for one in ("layout", "report", "version", "lang")))


@dataclass
class _Reader:
    """One reading of one sheet, with what it found wrong."""

    book: Book
    sheet: str
    form: Form
    filled: dict[Cell, Filled] = field(default_factory=dict)
    entries: dict[Cell, Entry] = field(default_factory=dict)
    problems: dict[tuple[Cell, Column], Problem] = field(default_factory=dict)
    #: Of the sheet as a whole.
    broken: Problems = field(default_factory=Problems)
    hidden: Mapping[str, str] = field(default_factory=dict)

    def read(self) -> Sheet:
        rows = dict(self.book.rows(self.sheet))
        self.heads(rows.get(NAMES_ROW, []))
        self.merges()
        self.hidden = self.book.hidden_faults(self.sheet)
        for number, row in rows.items():
            if number >= FIRST_ROW and any(str(one).strip() for one in row):
                self.row(number, [*row, *[""] * (len(COLUMNS) - len(row))])
        lost = [one for one in self.form.lines if one.cell not in self.filled]
        if lost:
            names = ", ".join(one.cell.code for one in lost[:3])
            self.broken.add("intake.rows_lost", self.where(), count=len(lost), names=names)
        self.broken.raise_if_any()
        return Sheet(self.filled, self.entries, self.problems)

    def where(self, cell: str = "") -> Where:
        return Where(self.book.name, None, cell or self.sheet)

    def heads(self, row: list[Value]) -> None:
        """See that the hidden names of the columns stand where they were written."""
        if [str(one) for one in row[: len(COLUMNS)]] != list(COLUMNS):
            raise wrong("intake.columns_moved", self.where())

    def merges(self) -> None:
        for one in self.book.merged(self.sheet):
            if one.last[0] >= FIRST_ROW:
                first = f"{chr(ord('A') + one.first[1])}{one.first[0] + 1}"
                last = f"{chr(ord('A') + one.last[1])}{one.last[0] + 1}"
                self.broken.add("intake.merged", self.where(f"{first}:{last}"))

    def row(self, number: int, row: list[Value]) -> None:
        at = self.where(address("code", number))
        try:
            cell = Cell.read(str(row[0]))
        except ValueError:
            self.broken.add("intake.row_without_code", at, row=str(number + 1))
            return
        if cell not in self.form.by_cell:
            self.broken.add("intake.unknown_row", at, row=str(number + 1))
            return
        if cell in self.filled:
            self.broken.add("intake.row_twice", at, row=str(number + 1))
            return
        value, status, note = (row[COLUMNS.index(one)] for one in OPEN)
        where = self.where(address("value", number))
        self.entries[cell] = Entry(typed(value), self.status(status, cell, number), str(note))
        found = self.value(value, cell, where)
        if len(str(note)) > MOST_NOTE:
            self.fault(cell, "note", "intake.note_too_long", number, most=MOST_NOTE)
        self.filled[cell] = Filled(
            cell,
            found,
            self.entries[cell].status,
            str(note).strip()[:MOST_NOTE],
            where,
        )

    def fault(self, cell: Cell, column: Column, key: str, row: int, **values: object) -> None:
        where = self.where(address(column, row))
        self.problems[cell, column] = Problem(key, where, dict(values))

    def value(self, value: Value, cell: Cell, where: Where) -> Decimal | None:
        """Return the number of a cell, None for an empty one; note what is no number."""
        if where.field in self.hidden:
            error = self.hidden[where.field]
            key = "intake.excel_error" if error else "intake.uncomputed"
            self.problems[cell, "value"] = Problem(key, where, {"text": error[:20]})
            return None
        match value:
            case bool() | date() | datetime() | time() | timedelta():
                problem = Problem("intake.not_number_cell", where, {"text": str(value)})
            case int() | float():
                return exact(value)
            case str() if not value.strip():
                return None
            case _:
                problem = Problem("intake.text_in_number", where, {"text": str(value)[:40]})
        self.problems[cell, "value"] = problem
        return None

    def status(self, value: Value, cell: Cell, row: int) -> Status:
        """Return the status a word stands for; an empty one is that of a final figure."""
        text = str(value).strip()
        if not text:
            return "actual"
        for one in STATUSES:
            if text.casefold() in {say(f"intake.status_{one}", lang).casefold() for lang in LANGS}:
                return one
        allowed = [say(f"intake.status_{one}", "vi") for one in STATUSES]
        values = {"value": text[:40], "allowed": allowed}
        self.fault(cell, "status", "intake.not_allowed", row, **values)
        return "actual"


def exact(value: float) -> Decimal:
    """Return a number of a cell as typed: Excel keeps 15 digits, and 0.1 is one tenth.

    >>> exact(0.1 + 0.2), exact(180.0)
    (Decimal('0.3'), Decimal('180'))
    """
    return Decimal(f"{Decimal(f'{value:.15g}'):f}")


def typed(value: Value) -> Decimal | str | None:
    """Return what a cell held, so that it can be written back."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return exact(value)
    return str(value) or None
