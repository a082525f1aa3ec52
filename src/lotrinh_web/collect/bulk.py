"""Takes a report in from a machine: row by row into a filing, then whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from lotrinh.base.errors import LotrinhError, Problem, Where, wrong
from lotrinh.intake.checkup import said
from lotrinh.intake.filing import Filled
from lotrinh.intake.sheet import MOST_NOTE, Sheet
from lotrinh.ledger import day_of
from lotrinh.ledger.observation import Status
from lotrinh.plan import Cell
from lotrinh_web.collect import actions
from lotrinh_web.collect.asked import Asked
from lotrinh_web.collect.beside import beside

#: Rows of one call.
MOST_ROWS = 100_000
#: Names a row may have.
NAMES = frozenset({"indicator", "place", "breakdown", "value", "status", "note"})
_MOST_DIGITS = 30


@dataclass
class Bulk:
    """Rows as they were read, with what is wrong with each."""

    filled: dict[Cell, Filled] = field(default_factory=dict)
    #: Number of the row of each cell, from 1.
    rows: dict[Cell, int] = field(default_factory=dict)
    problems: dict[int, list[Problem]] = field(default_factory=dict)
    count: int = 0


@dataclass(frozen=True)
class Taken:
    """What came of a bulk call."""

    #: Id of the submission; empty after a dry run, and when anything was refused.
    submission: str
    count: int
    problems: Mapping[int, list[Problem]]
    #: Odd figures that came with their reason, by row.
    explained: Mapping[int, list[Problem]]
    #: Problems of the call as a whole.
    whole: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether anything stands in the way."""
        return bool(self.problems or self.whole)


def read(rows: Iterable[Mapping[str, str]], cells: Iterable[Cell]) -> Bulk:
    """Return the rows as a report's cells; raises LotrinhError for more than one call takes."""
    known = {cell: cell for cell in cells}
    bulk = Bulk()
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise wrong("lotrinh_web.api_too_many_rows", Where(line=number), most=MOST_ROWS)
        bulk.count = number
        try:
            _take(bulk, row, number, known)
        except LotrinhError as error:
            bulk.problems[number] = list(error.problems)
    return bulk


def take(*, asked: Asked, bulk: Bulk, by: str, at: datetime, reason: str, dry_run: bool) -> Taken:
    """Check the rows of a report and, unless it is a dry run, send it whole; or say why not."""
    today = day_of(at)
    at_hand = beside(asked, today)
    looked = actions.look(at_hand, Sheet(bulk.filled, {}, {}))
    problems = {row: list(found) for row, found in bulk.problems.items()}
    explained: dict[int, list[Problem]] = {}
    for finding in looked.checkup.findings:
        row = bulk.rows[finding.cell]
        if looked.checkup.is_answered(finding):
            explained.setdefault(row, []).append(finding.problem)
        else:
            problems.setdefault(row, []).append(said(finding))
    if problems:
        return Taken("", bulk.count, problems, explained)
    try:
        if dry_run:
            actions.prepare(at_hand=at_hand, looked=looked, by=by, at=at, reason=reason)
            return Taken("", bulk.count, {}, explained)
        sent = actions.send(at_hand=at_hand, looked=looked, by=by, at=at, reason=reason)
    except LotrinhError as error:
        return Taken("", bulk.count, {}, explained, error.problems)
    return Taken(sent.id, bulk.count, {}, explained)


def _take(bulk: Bulk, row: Mapping[str, str], number: int, known: Mapping[Cell, Cell]) -> None:
    """Read one row into its cell."""
    where = Where(line=number)
    if unknown := sorted(set(row) - NAMES):
        raise wrong("lotrinh_web.api_unknown_names", where, names=unknown, known=sorted(NAMES))
    asked = Cell(row.get("indicator", ""), row.get("place", ""), row.get("breakdown", ""))
    cell = known.get(asked)
    if cell is None:
        raise wrong("lotrinh_web.api_not_asked", where, code=asked.code)
    if cell in bulk.filled:
        raise wrong("intake.figure_twice", where, what=cell.code)
    status = row.get("status") or "actual"
    if status not in get_args(Status):
        values: dict[str, Any] = {"value": status[:40], "allowed": get_args(Status)}
        raise wrong("intake.not_allowed", Where(line=number, field="status"), **values)
    note = row.get("note", "")
    if len(note) > MOST_NOTE:
        raise wrong("intake.note_too_long", Where(line=number, field="note"), most=MOST_NOTE)
    value = _value(row.get("value", ""), number)
    bulk.filled[cell] = Filled(cell, value, cast(Status, status), note, where)
    bulk.rows[cell] = number


def _value(text: str, number: int) -> Decimal | None:
    """Return a number with a decimal point, as machines write it; None for an empty one."""
    if not text:
        return None
    where = Where(line=number, field="value")
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise wrong("intake.not_a_number", where, text=text[:40]) from error
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    if not isinstance(exponent, int) or len(digits) + abs(exponent) > _MOST_DIGITS:
        raise wrong("intake.not_a_number", where, text=text[:40])
    return value
