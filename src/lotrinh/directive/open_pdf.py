"""Open a PDF with a text layer: its paragraphs whole, its ruled tables as rows.

Nothing is recognised from pictures: a scan without text is an error that says so. The form
feed stands at the beginning of each page; running heads, feet and page numbers are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from threading import Lock
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.directive.document import Document
from lotrinh.directive.normalise import furniture
from lotrinh.directive.paragraphs import Line, join_lines
from lotrinh.directive.rows import is_layout, row_line

#: PDFium is one for the whole process and not made for threads.
_ONE_AT_A_TIME = Lock()
#: A page with a picture and fewer words is a scan; the words are a stamp or a signature.
_WORDS_OF_A_STAMP = 40
#: A ruled table has more strokes than this; a page with more than the most is a drawing.
_LEAST_STROKES, _MOST_STROKES = 4, 1500
#: A gap this many letters wide parts two blocks that stand side by side.
_WIDE_GAP = 4.0
_EDGE = 3
_CLEAN = dict.fromkeys(range(32)) | {0x02: "-", 0xFFFE: "-", ord("|"): "¦"}
#: How a page is turned, and the corners of its paper.
_Turn = tuple[int, float, float, float, float]
_SIDE_BY_SIDE = ("Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "Nơi nhận", "Nơi gửi")


def open_pdf(name: str, data: bytes) -> Document:
    """Return the text of a PDF; one that is locked, broken or only scanned is an error."""
    with _ONE_AT_A_TIME:
        pages = _read(name, data)
    skipped = furniture([[line.text for line in page] for page in pages])
    kept = [
        [line for number, line in enumerate(page) if (at, number) not in skipped]
        for at, page in enumerate(pages)
    ]
    text = join_lines(kept)
    if not text.strip():
        raise wrong("directive.scanned", Where(name), name=name, pages=len(pages))
    return Document(name, text)


def _read(name: str, data: bytes) -> list[list[Line]]:
    """Return the lines of each page; the library's own errors become ours."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise (_locked(name) if locked else _broken(name)) from error
    try:
        pages = [_page(file, number) for number in range(len(file))]
    except pypdfium2.PdfiumError as error:
        raise _broken(name) from error
    finally:
        file.close()
    scans = sum(1 for page in pages if page.is_scan)
    if scans > len(pages) / 2:
        raise wrong("directive.scanned", Where(name), name=name, pages=scans)
    if not pages:
        raise _broken(name)
    return _with_tables(data, pages)


class _Page:
    """What was read of one page before its tables."""

    def __init__(self, lines: list[Line], strokes: int, is_scan: bool) -> None:
        self.lines = lines
        self.ruled = _LEAST_STROKES <= strokes <= _MOST_STROKES
        self.is_scan = is_scan


def _page(file: pypdfium2.PdfDocument, number: int) -> _Page:
    page = file[number]
    try:
        letters = page.get_textpage()
        try:
            text = letters.get_text_range()
            lines = list(_lines(page, letters, text))
        finally:
            letters.close()
        kinds = [one.type for one in islice(page.get_objects(max_depth=3), 20 * _MOST_STROKES)]
        pictured = pdfium.FPDF_PAGEOBJ_IMAGE in kinds
        scan = pictured and len(text.split()) < _WORDS_OF_A_STAMP
        return _Page(lines, kinds.count(pdfium.FPDF_PAGEOBJ_PATH), scan or not text.strip())
    finally:
        page.close()


def _lines(page: Any, letters: Any, text: str) -> Iterator[Line]:
    """Yield the lines of a page with the boxes they stand in; of two blocks, the left one first."""
    turn = _turn(page)
    parted = any(sign in text for sign in _SIDE_BY_SIDE)
    beside: list[Line] = []
    at = 0
    printed = text.split("\r\n")
    for number, whole in enumerate(printed):
        at_edge = number < _EDGE or number >= len(printed) - _EDGE
        spans = _parts(letters, whole, at) if parted or at_edge else [(0, len(whole))]
        placed = [_line(letters, whole[a:b], at + a, turn) for a, b in spans]
        filled = [line for line in placed if line is not None]
        if len(filled) == 1:
            yield from beside
            beside = []
        else:
            filled = [replace(line, alone=True) for line in filled]
        yield from filled[:1]
        beside += filled[1:]
        at += len(whole) + 2
    yield from beside


def _line(letters: Any, text: str, at: int, turn: _Turn) -> Line | None:
    """Return the line whose letters begin at `at`; None where there is only space."""
    if not text.strip():
        return None
    ends = len(text) - len(text.lstrip()), len(text.rstrip()) - 1
    first, last = (_box(letters, at + n, turn) for n in ends)
    top, bottom = min(first[1], last[1]), max(first[3], last[3])
    return Line(_clean(text), first[0], top, last[2], bottom)


def _parts(letters: Any, line: str, start: int) -> list[tuple[int, int]]:
    """Cut a line where a wide gap parts it."""
    cuts = [0]
    for n in range(1, len(line) - 1):
        if line[n] == " ":
            before = letters.get_charbox(start + n - 1, loose=True)
            after = letters.get_charbox(start + n + 1, loose=True)
            size = (before[2] - before[0] + after[2] - after[0]) / 2 or 1.0
            if after[0] - before[2] > _WIDE_GAP * size:
                cuts.append(n)
    return list(zip(cuts, [*cuts[1:], len(line)], strict=True))


def _clean(text: str) -> str:
    """Write the hyphen that PDFium marks as such, and no signs that are not letters."""
    return text.translate(_CLEAN).strip()


def _turn(page: Any) -> _Turn:
    return (page.get_rotation(), *page.get_mediabox())


def _box(letters: Any, index: int, turn: _Turn) -> tuple[float, float, float, float]:
    """Return a letter's box as the page is seen: left, top, right, bottom, from the top left."""
    left, bottom, right, top = letters.get_charbox(index, loose=True)
    rotation, x0, y0, x1, y1 = turn
    if rotation == 90:
        return bottom - y0, left - x0, top - y0, right - x0
    if rotation == 180:
        return x1 - right, bottom - y0, x1 - left, top - y0
    if rotation == 270:
        return y1 - top, x1 - right, y1 - bottom, x1 - left
    return left - x0, y1 - top, right - x0, y1 - bottom


def _with_tables(data: bytes, pages: list[_Page]) -> list[list[Line]]:
    """Put rows in place of the lines that stand in ruled tables."""
    found = [page.lines for page in pages]
    if not any(page.ruled for page in pages):
        return found
    try:
        with pdfplumber.open(BytesIO(data)) as file:
            for number, page in enumerate(pages):
                if page.ruled:
                    found[number] = _rows_in_place(page.lines, _tables(file.pages[number]))
                    file.pages[number].close()
    except LotrinhError:
        raise
    except Exception:  # noqa: BLE001 - what it cannot draw up stays text, as it was read
        return found
    return found


def _tables(page: Any) -> list[tuple[tuple[float, ...], list[str]]]:
    """Return the ruled tables of a page: where each stands, and its rows as lines."""
    tables = []
    for table in page.find_tables():
        rows = [[cell or "" for cell in row] for row in table.extract()]
        if not is_layout(rows):
            tables.append((tuple(table.bbox), [row_line(row) for row in rows]))
    return tables


def _rows_in_place(
    lines: list[Line], tables: list[tuple[tuple[float, ...], list[str]]]
) -> list[Line]:
    placed: list[Line] = []
    done: set[int] = set()
    for line in lines:
        middle = (line.left + line.right) / 2, (line.top + line.bottom) / 2
        inside = next((n for n, (box, _) in enumerate(tables) if _holds(box, *middle)), None)
        if inside is None:
            placed.append(line)
        elif inside not in done:
            done.add(inside)
            (left, top, right, bottom), rows = tables[inside]
            placed += [Line(row, left, top, right, bottom, alone=True) for row in rows if row]
    return placed


def _holds(box: tuple[float, ...], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _locked(name: str) -> LotrinhError:
    return wrong("directive.locked", Where(name), name=name)


def _broken(name: str) -> LotrinhError:
    return wrong("directive.broken", Where(name), name=name, kind="PDF")
