"""Looks at an Excel file from outside before anything opens it: kind, sizes, macros.

An .xlsx is a zip whose directory says how large everything in it is. What is too large is
refused by that directory; then every part is unpacked once, piece by piece, so that a
directory that lies is found out without the memory it wanted. It is also where a zip is
written again with some of its parts changed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lotrinh.base.errors import Where, wrong

#: Bytes of the file as sent; a report of 10,000 lines has about half a million.
MOST_BYTES = 12 * 1024 * 1024
#: Bytes of all its parts unpacked, and how many parts it may have.
MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 500
#: How many times larger unpacked than packed; honest worksheets stay below 50.
MOST_RATIO = 250
#: Cells of the rectangle from A1 to the last cell: readers lay it out whole, empty ones too.
MOST_CELLS = 2_000_000
_PIECE = 1024 * 1024
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|macrosheets/)|\.(exe|dll|bin)$", re.IGNORECASE)
_ROW = re.compile(rb'\br="[A-Z]{0,3}(\d{1,9})"')
_COLUMN = re.compile(rb'\br="([A-Z]{1,3})\d')
#: Printer settings are the one harmless .bin that Excel itself writes.
_HARMLESS = re.compile(r"printerSettings\d*\.bin$")


def guard(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the opened zip of a workbook; raises LotrinhError for what must not be opened."""
    where = Where(name)
    if len(data) > MOST_BYTES:
        raise wrong("intake.file_too_large", where, most=MOST_BYTES // 1024**2)
    if data.startswith(_OLD_EXCEL):
        raise wrong("intake.old_or_locked_excel", where)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise wrong("intake.not_a_workbook", where) from error
    _look(archive, where)
    for _ in _pieces(archive, where):
        pass
    return archive


def guard_extent(xml: bytes, where: Where) -> None:
    """Raise LotrinhError for a worksheet whose last cell lies too far out.

    Two cells in opposite corners of a sheet are a small file and an enormous rectangle.
    """
    rows = max(map(int, _ROW.findall(xml)), default=0)
    columns = max(map(_number, set(_COLUMN.findall(xml))), default=0)
    if max(rows, 1) * max(columns, 1) > MOST_CELLS:
        values = {"rows": rows, "columns": columns, "most": MOST_CELLS}
        raise wrong("intake.sheet_too_large", where, **values)


def repacked(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """Return the zip with some parts changed or added; all others stay to the byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in archive.infolist():
            new.writestr(one, changed.get(one.filename, b"") or archive.read(one))
        for name in changed.keys() - set(archive.namelist()):
            new.writestr(name, changed[name])
    return out.getvalue()


def _number(letters: bytes) -> int:
    """Return the number of a column from 1: A is 1, AA is 27."""
    number = 0
    for one in letters:
        number = 26 * number + one - ord("A") + 1
    return number


def _look(archive: zipfile.ZipFile, where: Where) -> None:
    """Judge the directory of the zip alone."""
    parts = archive.infolist()
    unpacked = sum(one.file_size for one in parts)
    packed = sum(one.compress_size for one in parts)
    is_bomb = unpacked > MOST_RATIO * max(packed, 4096)
    if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS or is_bomb:
        raise wrong("intake.unpacks_too_large", where, most=MOST_UNPACKED // 1024**2)
    names = [one.filename for one in parts]
    if "xl/workbook.xml" not in names or len(set(names)) < len(names):
        raise wrong("intake.not_a_workbook", where)
    if any(_MACROS.search(one) and not _HARMLESS.search(one) for one in names):
        raise wrong("intake.has_macros", where)
    if any(one.flag_bits & 1 for one in parts):
        raise wrong("intake.old_or_locked_excel", where)


def _pieces(archive: zipfile.ZipFile, where: Where) -> Iterator[bytes]:
    """Yield every part piece by piece; Python holds each to its declared size and checksum."""
    try:
        for one in archive.infolist():
            with archive.open(one) as part:
                while piece := part.read(_PIECE):
                    yield piece
    except Exception as error:
        # zlib, struct and zipfile each raise their own kinds for a damaged part.
        if isinstance(error, MemoryError):
            raise
        raise wrong("intake.not_a_workbook", where) from error
