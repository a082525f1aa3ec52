"""Between what a person typed into the cells of a draft and what the checks look at.

A draft keeps texts exactly as typed, unreadable ones too, with the language they were typed
in: a comma is not the same mark in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast, get_args

from lotrinh.base.errors import LotrinhError, Problem, Where
from lotrinh.base.words import Lang
from lotrinh.intake.filing import Filled
from lotrinh.intake.form import Form
from lotrinh.intake.number import read_number, write_number
from lotrinh.intake.sheet import MOST_NOTE, Sheet
from lotrinh.intake.template import Entry
from lotrinh.ledger.observation import Status
from lotrinh.plan import Cell

#: Longest text of a value; numbers of statistics have fewer digits.
MOST_VALUE = 60


@dataclass(frozen=True)
class Typed:
    """What stands in the three cells of one line, as typed."""

    cell: Cell
    value: str
    status: str = "actual"
    note: str = ""
    lang: Lang = "vi"

    def as_dict(self, period: str) -> dict[str, str]:
        """Return the cell as a draft keeps it."""
        return {
            "indicator": self.cell.indicator,
            "place": self.cell.place,
            "breakdown": self.cell.breakdown,
            "period": period,
            "value": self.value,
            "status": self.status,
            "note": self.note,
            "lang": self.lang,
        }

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.value.strip() or self.note.strip())

    def number(self) -> Decimal | None:
        """Return the number typed, None for an empty cell; LotrinhError for no number."""
        if not self.value.strip():
            return None
        return read_number(self.value, self.lang, Where(field=self.cell.code))

    def shown(self, lang: Lang) -> str:
        """Return the value in a reader's writing; what is no number stays as typed."""
        try:
            number = self.number()
        except LotrinhError:
            return self.value
        return "" if number is None else write_number(number, lang)


def from_draft(cells: Iterable[Mapping[str, Any]]) -> dict[Cell, Typed]:
    """Return what a draft holds, by cell."""
    found = {}
    for one in cells:
        cell = Cell(one["indicator"], one["place"], one.get("breakdown", ""))
        lang: Lang = "en" if one.get("lang") == "en" else "vi"
        found[cell] = Typed(
            cell, str(one.get("value", "")), one.get("status", "actual"), one.get("note", ""), lang
        )
    return found


def sent(code: str, value: str, status: str, note: str, lang: Lang) -> Typed | None:
    """Return what came from a form or a script, cut to what can be meant; None for no cell."""
    try:
        cell = Cell.read(code)
    except ValueError:
        return None
    kept = status if status in get_args(Status) else "actual"
    return Typed(cell, _plain(value)[:MOST_VALUE], kept, _plain(note)[:MOST_NOTE], lang)


def _plain(text: str) -> str:
    """Return a text as a database can keep it: PostgreSQL knows no NUL."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode().strip()


def read_typed(form: Form, typed: Mapping[Cell, Typed]) -> Sheet:
    """Return what was typed as every door reads it: figures, and what is no number by cell."""
    filled: dict[Cell, Filled] = {}
    entries: dict[Cell, Entry] = {}
    problems: dict[Any, Problem] = {}
    for line in form.lines:
        one = typed.get(line.cell) or Typed(line.cell, "")
        value: Decimal | None = None
        try:
            value = one.number()
        except LotrinhError as error:
            problems[line.cell, "value"] = error.problems[0]
        status = cast(Status, one.status)
        entries[line.cell] = Entry(value if value is not None else one.value, status, one.note)
        where = Where(field=line.cell.code)
        filled[line.cell] = Filled(line.cell, value, status, one.note, where)
    return Sheet(filled, entries, problems)


def as_text(value: Decimal | None) -> str:
    """Return a number as it stands in a draft, in Vietnamese writing."""
    return "" if value is None else write_number(value, "vi")
