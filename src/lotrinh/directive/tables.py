"""The tables of a document, read back from its text with the offsets of every cell.

Openers write a row as a line with bars (`rows.py`); what the cells say is for the finders.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lotrinh.directive.document import BAR
from lotrinh.directive.plain import Plain

FIRST_COLUMN = re.compile(r"\s*(?:STT|TT|Số\s?TT|Số thứ tự|#)\s*$", re.IGNORECASE)
#: The line below a heading that numbers its columns: "(1) | (2) | (3)", "A | B | 1 | 2".
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-D])\)?(?:\s?=.{0,30})?|")
_NUMBER = re.compile(r"[\d.,%\s/+-]+")


@dataclass(frozen=True)
class Cell:
    """A cell: what is written in it, and where in the document's text."""

    text: str
    start: int
    end: int

    @cached_property
    def low(self) -> str:
        """What is written, for matching."""
        return Plain.of(self.text).low


@dataclass(frozen=True)
class Table:
    """A table; `header` names its columns where the table does."""

    start: int
    end: int
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def is_row(line: str) -> bool:
    """Say whether a line is the row of a table."""
    return BAR in line or line.startswith("| ") or line.endswith(" |")


def find_tables(text: str) -> tuple[Table, ...]:
    r"""Return the tables of a text: rows that follow each other.

    >>> text = "TT | Nhiệm vụ | Chủ trì\n1 | Rà soát | Sở Y tế\nHết."
    >>> table = find_tables(text)[0]
    >>> [cell.text for cell in table.header], table.rows[0][2].text
    (['TT', 'Nhiệm vụ', 'Chủ trì'], 'Sở Y tế')
    >>> text[table.rows[0][2].start : table.rows[0][2].end]
    'Sở Y tế'
    """
    groups: list[list[tuple[Cell, ...]]] = []
    at, going = 0, False
    for line in text.split("\n"):
        row = is_row(line.strip("\f "))
        if row and not going:
            groups.append([])
        if row:
            groups[-1].append(_cells(line, at))
        going = row or (going and not line.strip())
        at += len(line) + 1
    return tuple(_table(rows) for rows in groups)


def _cells(line: str, at: int) -> tuple[Cell, ...]:
    """Cut a row at its bars; an empty cell is an empty span."""
    cells = []
    for found in re.finditer(r"[^|]*", line):
        if found.start() and line[found.start() - 1] != "|":
            continue
        kept = found.group().strip()
        start = at + found.start() + found.group().find(kept)
        cells.append(Cell(kept, start, start + len(kept)))
    return tuple(cells)


def _table(rows: list[tuple[Cell, ...]]) -> Table:
    start, end = rows[0][0].start, rows[-1][-1].end
    if not _is_header(rows):
        return Table(start, end, (), tuple(rows))
    numbered = len(rows) > 2 and all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in rows[1])
    return Table(start, end, rows[0], tuple(rows[2 if numbered else 1 :]))


def _is_header(rows: list[tuple[Cell, ...]]) -> bool:
    """A first row that names: by "TT", or by short words without a number above longer rows."""
    first = rows[0]
    if FIRST_COLUMN.match(first[0].text):
        return True
    short = all(0 < len(cell.text) < 80 and not _NUMBER.fullmatch(cell.text) for cell in first)
    ended = any(cell.text.endswith((".", ";")) for cell in first)
    return len(rows) > 1 and short and not ended
