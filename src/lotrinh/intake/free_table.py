"""Opens a body's own CSV or Excel file as one table of texts and numbers under heads.

What the heads mean is for `mapping.py`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lotrinh.base.errors import Where, wrong
from lotrinh.intake.workbook import Book, Value

#: Largest table: a report of every commune of the country by a few columns.
MOST_ROWS = 60_000
MOST_BYTES = 12 * 1024 * 1024
_SEPARATORS = ";,\t|"
_ZIP = b"PK\x03\x04"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Table:
    """A table with its heads; every row as long as the heads."""

    name: str
    heads: tuple[str, ...]
    #: Number of each row as a person counts it, from 1, and its cells.
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    #: The sheet it stands on; empty for a CSV.
    sheet: str = ""


def open_table(data: bytes, name: str) -> Table:
    """Return the table in a file; raises LotrinhError when there is none.

    The heads are the first row with two filled cells or more; titles above it are passed over.
    """
    sheet, rows = _excel(data, name) if data.startswith(_ZIP) else ("", _csv(data, name))
    heads: tuple[str, ...] = ()
    kept: list[tuple[int, tuple[Value, ...]]] = []
    for number, row in rows:
        filled = [as_text(one) for one in row]
        if not heads:
            if sum(map(bool, filled)) >= 2:
                heads = _unique(filled)
        elif any(filled):
            cells = (*row, *[""] * (len(heads) - len(row)))[: len(heads)]
            kept.append((number, cells))
            if len(kept) > MOST_ROWS:
                raise wrong("intake.too_many_rows", Where(name), most=MOST_ROWS)
    if not kept:
        raise wrong("intake.no_table", Where(name))
    return Table(name, heads, tuple(kept), sheet)


def _excel(data: bytes, name: str) -> tuple[str, Iterable[tuple[int, list[Value]]]]:
    """Return the first sheet of a workbook and its rows, counted from 1."""
    book = Book(data, name)
    if not book.sheets:
        return "", ()
    return book.sheets[0], ((number + 1, row) for number, row in book.rows(book.sheets[0]))


def _csv(data: bytes, name: str) -> Iterator[tuple[int, list[Value]]]:
    if len(data) > MOST_BYTES:
        raise wrong("intake.file_too_large", Where(name), most=MOST_BYTES // 1024**2)
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong("intake.not_text", Where(name)) from error
    if "\x00" in text:
        raise wrong("intake.not_text", Where(name))
    first = text[: text.find("\n")] if "\n" in text else text
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, list(row)
    except csv.Error as error:
        raise wrong("intake.not_text", Where(name, reader.line_num)) from error


def as_text(value: Value) -> str:
    """Return a cell as text; the year 2026 is no 2026.0."""
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole else str(value).strip()  # type: ignore[call-overload]


def _unique(heads: list[str]) -> tuple[str, ...]:
    """Return heads that differ: a second `Tổng` becomes `Tổng (2)`, an empty one its number."""
    seen: dict[str, int] = {}
    found = []
    for number, text in enumerate(heads, 1):
        head = text or f"#{number}"
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head} ({seen[head]})")
    return tuple(found)
