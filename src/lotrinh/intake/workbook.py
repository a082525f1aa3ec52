"""Reads the sheets of an Excel file as rows of plain values, whole or not at all.

The one file that knows calamine. What calamine cannot tell (formulas whose result was never
saved) is read from the sheet's own XML.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from lotrinh.base.errors import Where, wrong
from lotrinh.intake.zip_guard import guard, guard_extent

Value = object
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_AT = re.compile(rb'\br="([A-Z]+\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_RESULT = re.compile(rb"<(?:\w+:)?v[^>/]*>([^<]+)<|<(?:\w+:)?is>")
_ERROR = re.compile(rb'\bt="e"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Merged:
    """A merged range: rows and columns from 0, both ends counted."""

    first: tuple[int, int]
    last: tuple[int, int]


class Book:
    """An Excel file that may be opened."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the bytes of a file called `name`; raises LotrinhError when they are none."""
        self.name = name
        self.archive = guard(data, name)
        self._opened: dict[str, CalamineSheet] = {}
        try:
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        except CalamineError as error:
            raise wrong("intake.not_a_workbook", Where(name)) from error

    @property
    def sheets(self) -> list[str]:
        """Names of its sheets, hidden ones among them."""
        return list(self._book.sheet_names)

    def rows(self, sheet: str) -> Iterator[tuple[int, list[Value]]]:
        """Yield the rows of a sheet with their numbers from 0.

        Raises LotrinhError for a sheet that is larger than any report.
        """
        found = self._sheet(sheet)
        start_row, start_column = found.start or (0, 0)
        for number, row in enumerate(found.to_python(skip_empty_area=True)):
            yield start_row + number, [""] * start_column + list(row)

    def merged(self, sheet: str) -> list[Merged]:
        """Return the merged ranges of a sheet."""
        return [Merged(*one) for one in self._sheet(sheet).merged_cell_ranges or ()]

    def hidden_faults(self, sheet: str) -> dict[str, str]:
        """Return what calamine would read as an empty cell and is none, by address.

        An error of Excel is its text (`#REF!`); a formula whose result was never saved is "".
        """
        data = self.archive.read(self.part_of(sheet))
        if not (_FORMULA.search(data) or _ERROR.search(data)):
            return {}
        return dict(_faults(data))

    def _sheet(self, name: str) -> CalamineSheet:
        if name in self._opened:
            return self._opened[name]
        guard_extent(self.archive.read(self.part_of(name)), Where(self.name, None, name))
        try:
            self._opened[name] = self._book.get_sheet_by_name(name)
        except CalamineError as error:
            raise wrong("intake.not_a_workbook", Where(self.name, None, name)) from error
        return self._opened[name]

    def part_of(self, sheet: str) -> str:
        """Return the part of the zip that holds a sheet; raises LotrinhError for none."""
        try:
            book = ET.fromstring(self._part("xl/workbook.xml"))  # noqa: S314 (no DTD)
            relations = ET.fromstring(  # noqa: S314
                self._part("xl/_rels/workbook.xml.rels")
            )
        except (ET.ParseError, KeyError) as error:
            raise wrong("intake.not_a_workbook", Where(self.name)) from error
        id = next(
            (one.get(_RELATION) for one in book.iter() if one.get("name") == sheet
             and _RELATION in one.attrib), None
        )  # fmt: skip
        target = next((one.get("Target", "") for one in relations if one.get("Id") == id), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part not in self.archive.namelist():
            raise wrong("intake.not_a_workbook", Where(self.name, None, sheet))
        return part

    def _part(self, name: str) -> bytes:
        data = self.archive.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise wrong("intake.not_a_workbook", Where(self.name))
        return data


def _faults(xml: bytes) -> Iterator[tuple[str, str]]:
    for found in _CELL.finditer(xml):
        at, result = _AT.search(found[1]), _RESULT.search(found[2])
        if at and _ERROR.search(found[1]):
            yield at[1].decode(), ((result and result[1]) or b"#").decode(errors="replace")
        elif at and _FORMULA.search(found[2]) and not result:
            yield at[1].decode(), ""
