"""Where everything stands in the workbook of a report: its sheets, columns and hidden marks.

`template.py` writes by it, `sheet.py` reads by it, `marked.py` marks by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lotrinh.ledger.observation import Status

Column = Literal[
    "code", "number", "indicator", "breakdown", "place", "unit", "before", "value", "status", "note"
]
#: The columns in their order; the first is hidden.
COLUMNS: tuple[Column, ...] = (
    "code", "number", "indicator", "breakdown", "place", "unit", "before",
    "value", "status", "note",
)  # fmt: skip
#: Widths in characters.
WIDTHS: dict[Column, float] = {
    "code": 10, "number": 5, "indicator": 40, "breakdown": 14, "place": 22, "unit": 14,
    "before": 15, "value": 15, "status": 13, "note": 38,
}  # fmt: skip
#: The columns a person fills in.
OPEN: tuple[Column, ...] = ("value", "status", "note")

#: Names of the sheets; the hidden one is the same in every language.
MARK = "_lotrinh"
#: Rows from 0: two of titles, one of hidden names of columns, one of heads, then the figures.
NAMES_ROW, HEADS_ROW, FIRST_ROW = 2, 3, 4
#: Rows of the hidden sheet.
MARKS = ("layout", "report", "version", "lang")
#: Words for the status of a figure, in the order of the list.
STATUSES: tuple[Status, ...] = ("actual", "preliminary", "estimate")


@dataclass(frozen=True)
class Mark:
    """What the hidden sheet says of the workbook."""

    layout: str
    report: str
    version: str
    lang: str


def letters(number: int) -> str:
    """Return the letters of a column counted from 0.

    >>> letters(7), letters(26)
    ('H', 'AA')
    """
    above, last = divmod(number, 26)
    return (letters(above - 1) if above else "") + chr(ord("A") + last)


def address(column: Column, row: int) -> str:
    """Return the address of a cell as Excel writes it; rows from 0.

    >>> address("value", FIRST_ROW)
    'H5'
    """
    return f"{letters(COLUMNS.index(column))}{row + 1}"
