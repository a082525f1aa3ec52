"""Targets and duties in tables: a row an indicator with a column a year, or a row a task.

A table is read only where its header says what its columns are; others are left to the
finders that read sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lotrinh.directive.deadlines import Clock
from lotrinh.directive.draft import Duty, Kind, Operator, Target
from lotrinh.directive.duties_in_tables import column_of, duties_in
from lotrinh.directive.numbers import Figure, find_figures
from lotrinh.directive.operators import operator_of
from lotrinh.directive.stacked import find_stacked
from lotrinh.directive.tables import Cell, Table, find_tables
from lotrinh.directive.task_cards import find_task_cards
from lotrinh.directive.units import unit_after

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SPAN = re.compile(r"20\d\d\s?[-–]\s?(20\d\d)")
_DONE = re.compile(r"\b(?:th|thực hiện|ước|hiện trạng|kết quả|đã|cơ sở|gốc|kỳ trước)\b")
_NAME = re.compile(r"chỉ tiêu|nội dung|tên|mục tiêu|chỉ số|tiêu chí|hạng mục")
_UNIT = re.compile(r"đvt|đơn vị(?: tính)?$|đơn vị tính")
#: What only the header of a table says.
_COLUMN = re.compile(r"^(?:s?tt|số tt|đvt|đơn vị tính)$|^(?:cơ quan |đơn vị )?chủ trì$")
_ONLY_YEAR = re.compile(r"(?:đến )?(?:năm )?20\d\d")
_GROWS = re.compile(r"^(?:tốc độ tăng|tỷ lệ (?:tăng|giảm)|tăng|giảm|mức (?:tăng|giảm))\b")
#: A cell that says how much says little else.
_LONGEST = 40


@dataclass(frozen=True)
class InTable:
    """What a table promises and whom it tells; the stretch it was read from is read."""

    start: int
    end: int
    targets: tuple[Target, ...] = ()
    duties: tuple[Duty, ...] = ()


def find_in_tables(text: str, written: int | None, clock: Clock | None = None) -> list[InTable]:
    r"""Return what the tables of a text hold, for those whose header tells.

    >>> text = "TT | Chỉ tiêu | ĐVT | TH 2025 | 2030\n1 | Số hợp tác xã | HTX | 512 | 680"
    >>> [(t.name, str(t.value), t.unit, t.year) for t in find_in_tables(text, 2025)[0].targets]
    [('Số hợp tác xã', '680', 'HTX', 2030)]
    """
    found = []
    tables = sorted([*find_tables(text), *find_stacked(text), *find_task_cards(text)], key=_start)
    for table in map(_headed, tables):
        targets = tuple(_targets(table, written))
        duties = () if targets else tuple(duties_in(table, clock))
        if targets or duties:
            found.append(InTable(table.start, table.end, targets, duties))
    return found


def _headed(table: Table) -> Table:
    """Take a first row for the header when it names columns behind a bar at its edge."""
    first = table.rows[0] if table.rows else ()
    names = [cell.low for cell in first]
    by_year = any(map(_ONLY_YEAR.fullmatch, names)) and any(map(_NAME.match, names))
    if table.header or not (by_year or any(map(_COLUMN.search, names))):
        return table
    return replace(table, header=first, rows=table.rows[1:])


def table_at(tables: list[InTable], offset: int) -> InTable | None:
    """Return the table that an offset of the text lies in."""
    number = bisect_right(tables, offset, key=_start) - 1
    return tables[number] if number >= 0 and offset < tables[number].end else None


def _start(table: InTable | Table) -> int:
    return table.start


def _targets(table: Table, written: int | None) -> Iterator[Target]:
    """Read "chỉ tiêu | đơn vị | 2026 | 2030": a target for each year to come."""
    name, unit = column_of(table, _NAME), column_of(table, _UNIT)
    years = list(_years(table, written))
    if name is None or not years:
        return
    for row in table.rows:
        for column, year, head in years:
            if max(column, name) >= len(row) or not row[name].text:
                continue
            measured = row[unit].text if unit is not None and unit < len(row) else ""
            target = _target(row, row[name], row[column], measured, (year, head))
            if target is not None:
                yield target


def _years(table: Table, written: int | None) -> Iterator[tuple[int, int, Cell]]:
    """Yield the columns that promise: each with its year, none of them gone by or reported."""
    for column, cell in enumerate(table.header):
        low = cell.low
        span = _SPAN.search(low)
        year = int(span.group(1)) if span else 0
        if not year and (one := _YEAR.search(low)):
            year = int(one.group(1))
        if year and not _DONE.search(low) and (written is None or year >= written):
            yield column, year, cell


def _target(
    row: tuple[Cell, ...], name: Cell, said: Cell, measured: str, due: tuple[int, Cell]
) -> Target | None:
    low = said.low
    figures = find_figures(low)
    if len(low) > _LONGEST or len(figures) != 1 or len(low) != len(said.text):
        return None
    figure = figures[0]
    own = unit_after(said.text, figure.end)
    unit = measured or (own.text if own else "")
    end = own.end if own else figure.end
    return Target(
        name=re.sub(r"\s+", " ", name.text),
        kind=_kind(name.text.lower(), unit),
        operator=_operator(low, figure, end),
        value=figure.low,
        value_high=figure.high,
        unit=unit,
        year=due[0],
        baseline=None,
        at=(row[0].start, row[-1].end),
        confidence=0.85,
        rule="target_table",
        value_at=(said.start + figure.start, said.start + end),
        year_at=(due[1].start, due[1].end),
    )


def _operator(low: str, figure: Figure, end: int) -> Operator:
    signs: dict[str, Operator] = {
        ">=": ">=", ">": ">", "<=": "<=", "<": "<", "~": "~", "range": "range",
    }  # fmt: skip
    return signs.get(operator_of(low, figure, end)[0], "=")


def _kind(name: str, unit: str) -> Kind:
    if _GROWS.match(name) or ("/năm" in unit and "%" in unit):
        return "growth"
    family = unit_after(f"1 {unit}", 1)
    counted = family is not None and family.family == "count" and "/" not in unit
    return "count" if counted else "level"
