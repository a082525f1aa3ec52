"""Duties in assignment tables: "nhiệm vụ | chủ trì | phối hợp | sản phẩm | thời gian", one a row.

A table is read only where its header says which column leads and which tells the task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.blocks import foot_block
from lotrinh.directive.deadlines import Clock, Deadline, deadline_in_cell, every, find_deadline
from lotrinh.directive.draft import Duty
from lotrinh.directive.duty_kinds import kind_of
from lotrinh.directive.find_bodies import HEAD, split_bodies
from lotrinh.directive.products import product_of
from lotrinh.directive.tables import Cell, Table

_LEAD = re.compile(
    r"chủ trì|(?:cơ quan|đơn vị|bộ phận) (?:thực hiện|phụ trách|được giao)|trách nhiệm|thực hiện$"
)
_TASK = re.compile(r"nhiệm vụ|nội dung|công việc|giải pháp|hoạt động|tên đề án|hạng mục")
_WITH = re.compile(r"phối hợp")
_WHEN = re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành|hạn|lộ trình")
_ROMAN = re.compile(r"[IVX]+\.?$|[A-Z]\.?$")
_MADE = re.compile(r"sản phẩm|kết quả|đầu ra|hình thức văn bản")


def column_of(table: Table, words: re.Pattern[str]) -> int | None:
    """Return the first column whose header says so."""
    heads = [cell.low for cell in table.header]
    return next((i for i, head in enumerate(heads) if words.search(head)), None)


def duties_in(table: Table, clock: Clock | None = None) -> Iterator[Duty]:
    """Yield a duty for each row that names a body and a task; a body may span rows below it."""
    partners = column_of(table, _WITH)
    lead = column_of(table, _LEAD)
    if lead is not None and lead == partners:
        lead = None
    task = column_of(table, _TASK)
    if lead is None or task is None or lead == task:
        return
    when, made = column_of(table, _WHEN), column_of(table, _MADE)
    above: Cell | None = None
    for row in table.rows:
        if any(foot_block(cell.text) for cell in row):
            break  # an old Word file has the recipients and the signature in rows as well
        if _is_group(row):
            above = None
            continue
        body = _cell(row, lead)
        repeats = body is None and len(row) == len(table.header)
        above = body if body and HEAD.match(body.text) else above if repeats else None
        action = _cell(row, task)
        if above is not None and action is not None:
            yield _duty(
                row,
                above,
                action,
                (_cell(row, partners), _cell(row, made)),
                _due(row, when, action, clock),
            )


def _is_group(row: tuple[Cell, ...]) -> bool:
    """Say whether a row only heads those below it: "II | DỮ LIỆU SỐ | | |"."""
    filled = [cell.text for cell in row if cell.text]
    if len(filled) > 2:
        return False
    return not filled or filled[-1].isupper() or _ROMAN.match(filled[0]) is not None


def _cell(row: tuple[Cell, ...], column: int | None) -> Cell | None:
    found = row[column] if column is not None and column < len(row) else None
    return found if found is not None and found.text else None


def _due(
    row: tuple[Cell, ...], when: int | None, action: Cell, clock: Clock | None
) -> tuple[Deadline, int] | None:
    """Return the deadline of the cell for it, or of the task itself, and where its cell begins."""
    cell = _cell(row, when)
    if cell is not None and (due := deadline_in_cell(_low(cell), clock)):
        return due, cell.start
    due = find_deadline(_low(action), clock)
    return (due, action.start) if due else None


def _low(cell: Cell) -> str:
    """Return a cell in small letters, offset for offset."""
    low = cell.text.lower().replace("–", "-")
    return low if len(low) == len(cell.text) else ""


def _duty(
    row: tuple[Cell, ...],
    body: Cell,
    action: Cell,
    beside: tuple[Cell | None, Cell | None],
    due: tuple[Deadline, int] | None,
) -> Duty:
    partners, made = beside
    start = min(row[0].start, body.start)
    at = (start, row[-1].end)
    rhythm = " ".join(_low(cell) for cell in row)
    return Duty(
        actor=body.text,
        action=action.text,
        kind=kind_of(action.text),
        deadline=due[0].day if due else None,
        together=split_bodies(partners.text) if partners and HEAD.match(partners.text) else (),
        at=at,
        confidence=0.9,
        rule="duty_table",
        actor_at=(body.start, body.end),
        product=made.text if made else product_of(action.text),
        every=None if due else every(rhythm),
        deadline_at=(due[1] + due[0].start, due[1] + due[0].end) if due else None,
        deadline_year_at=due[0].year_at if due else None,
    )
