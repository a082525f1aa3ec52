"""Open a Word file (docx): its paragraphs with the numbers Word prints, its tables in order.

It keeps what a reader of the printed pages sees in the text: insertions yes, deletions,
headers, footers, tables of contents and comments no.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from lotrinh.base.errors import Where, wrong
from lotrinh.directive.document import Document
from lotrinh.directive.open_docx_numbers import Numbering, Styles
from lotrinh.directive.rows import is_layout, row_line

#: XML is packed ten to twenty times smaller; a file that unpacks far beyond is no document.
_MOST_UNPACKED, _LEAST_REFUSED = 200, 50_000_000
_TAKEN_IN: Final = frozenset(
    qn(name)
    for name in (
        "w:r w:hyperlink w:ins w:smartTag w:sdt w:sdtContent w:fldSimple w:moveTo w:customXml"
        " w:dir w:bdo w:txbxContent"
    ).split()
)
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): " ",
}
_P, _TBL, _TR, _TC, _T = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:t")
_WRAPPERS = frozenset((qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")))
_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def open_docx(name: str, data: bytes) -> Document:
    """Return the text of a Word file; one that cannot be opened is an error."""
    _refuse_bombs(name, data)
    try:
        package = docx.Document(BytesIO(data))
        body = package.element.body
        styles = Styles(package.part._styles_part.element)  # noqa: SLF001
        numbering = Numbering(_numbering(package), styles)
    # Whatever a broken file does to the library.
    except Exception as error:
        raise wrong("directive.broken", Where(name), name=name, kind="Word (docx)") from error
    lines = [_tidy(line) for line in _blocks(body, numbering, styles)]
    text = "\n".join(line for line in lines if line)
    if not text:
        raise wrong("directive.no_text", Where(name), name=name)
    return Document(name, text)


def _refuse_bombs(name: str, data: bytes) -> None:
    """Refuse an archive that cannot be read, or that unpacks to far more than it is."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            sizes = [one.file_size for one in archive.infolist() if one.filename.endswith("ml")]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise wrong("directive.broken", Where(name), name=name, kind="Word (docx)") from error
    if sum(sizes) > max(_LEAST_REFUSED, _MOST_UNPACKED * len(data)):
        raise wrong("directive.too_large", Where(name), name=name, megabytes=sum(sizes) >> 20)


def _numbering(package: Any) -> Any:
    """Return the root of numbering.xml, or None where the file has no lists."""
    for relation in package.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _blocks(parent: Any, numbering: Numbering, styles: Styles) -> Iterator[str]:
    """Yield the lines of a body or of a cell: paragraphs, tables and what wraps them."""
    for child in parent:
        if child.tag == _P:
            yield from _paragraph(child, numbering, styles)
        elif child.tag == _TBL:
            yield from _table(child, numbering, styles)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, numbering, styles)


def _paragraph(paragraph: Any, numbering: Numbering, styles: Styles) -> Iterator[str]:
    """Yield a paragraph with its printed number in front, then the boxes that float in it."""
    if styles.is_contents(paragraph):
        return
    text = "".join(_text(paragraph))
    # A number is counted where Word prints one: an empty paragraph of a list counts too.
    number = numbering.next(paragraph)
    if text.strip():
        yield f"{number} {text}" if number else text
    for box in paragraph.iter(_BOX):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _blocks(box, numbering, styles)


def _text(parent: Any) -> Iterator[str]:
    """Yield the printed letters in a paragraph or a run of it."""
    for child in parent:
        if child.tag == _T:
            text = child.text or ""
            yield text.upper() if _in_capitals(parent) else text
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == qn("w:sym"):
            yield _symbol(child)
        elif child.tag in _TAKEN_IN:
            yield from _text(child)


def _in_capitals(run: Any) -> bool:
    """Say whether a run is printed in capitals whatever was typed."""
    properties = run.find(qn("w:rPr"))
    caps = properties.find(qn("w:caps")) if properties is not None else None
    return caps is not None and caps.get(qn("w:val"), "true") not in ("0", "false", "off")


def _symbol(sign: Any) -> str:
    try:
        return chr(int(sign.get(qn("w:char"), ""), 16))
    except (ValueError, OverflowError):
        return ""


def _table(table: Any, numbering: Numbering, styles: Styles) -> Iterator[str]:
    """Yield a table row by row, its cells behind bars; a table that only lays out, cell by cell."""
    rows: list[list[list[str]]] = []
    for row in table.iter(_TR):
        if next(above for above in row.iterancestors() if above.tag == _TBL) is not table:
            continue
        cells = [cell for cell in row.iter(_TC) if _row_of(cell) is row]
        rows.append([[*_blocks(cell, numbering, styles)] for cell in cells])
    if is_layout([["\n".join(cell) for cell in row] for row in rows]):
        yield from (line for row in rows for cell in row for line in cell)
    else:
        yield from (row_line(" ".join(cell) for cell in row) for row in rows)


def _row_of(cell: Any) -> Any:
    return next(above for above in cell.iterancestors() if above.tag == _TR)


def _tidy(line: str) -> str:
    """Take out the spaces at line ends and the signs that no text holds."""
    text = re.sub(r"[\x00-\x08\x0e-\x1f]", "", line)
    kept = (re.sub(r"[ \t]{2,}", " ", one).strip() for one in text.split("\n"))
    return "\n".join(one for one in kept if one)
