"""Tables that a page spelled out cell by cell, each on a line of its own.

Read only where it is certain: the header opens with "TT", and every row with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.tables import FIRST_COLUMN, Cell, Table

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
#: A header has so many columns; a name in it is no longer.
_FEWEST, _MOST, _LONGEST = 3, 9, 80


def find_stacked(text: str) -> Iterator[Table]:
    r"""Yield the tables that stand in a text cell below cell.

    >>> text = "TT\nChỉ tiêu\n2027\n2030\n1\nSố chợ\n4\n6\n2\nSố cầu\n5\n9"
    >>> [[cell.text for cell in row] for row in next(find_stacked(text)).rows]
    [['1', 'Số chợ', '4', '6'], ['2', 'Số cầu', '5', '9']]
    """
    cells = [_cell(found) for found in _LINE.finditer(text)]
    at = 0
    while at < len(cells):
        wide = _width(cells, at) if FIRST_COLUMN.match(cells[at].text) else 0
        rows = list(_rows(cells, at + wide, wide)) if wide else []
        if rows:
            yield Table(
                cells[at].start, rows[-1][-1].end, tuple(cells[at : at + wide]), tuple(rows)
            )
        at += wide * (1 + len(rows)) if rows else 1


def _cell(found: re.Match[str]) -> Cell:
    kept = found.group().strip()
    start = found.start() + found.group().index(kept)
    return Cell(kept, start, start + len(kept))


def _width(cells: list[Cell], at: int) -> int:
    """Return how many columns a header names: as far as the line "1"; 0 for no header."""
    for wide, cell in enumerate(cells[at : at + _MOST + 1]):
        if _numbers(cell, 1):
            return wide if wide >= _FEWEST else 0
        if len(cell.text) > _LONGEST:
            return 0
    return 0


def _rows(cells: list[Cell], at: int, wide: int) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows as long as each begins with its number and the next follows in its place."""
    number = 1
    while at + wide <= len(cells) and _numbers(cells[at], number):
        following = cells[at + wide] if at + wide < len(cells) else None
        early = any(_numbers(cell, number + 1) for cell in cells[at + 1 : at + wide])
        if early and (following is None or not _numbers(following, number + 1)):
            return
        yield tuple(cells[at : at + wide])
        at, number = at + wide, number + 1


def _numbers(cell: Cell, number: int) -> bool:
    return cell.text.strip(".()") == str(number)
