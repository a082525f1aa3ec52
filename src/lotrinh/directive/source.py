"""The door for files: a name and its bytes become a Document, or one clear error.

The kind is told by what is inside, and the name must agree; nothing is read from disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.directive.document import Document
from lotrinh.directive.old_fonts import old_font
from lotrinh.directive.open_doc import open_doc
from lotrinh.directive.open_docx import open_docx
from lotrinh.directive.open_html import open_html
from lotrinh.directive.open_pdf import open_pdf
from lotrinh.directive.open_text import open_text

#: Kind → its opener, and the endings of names that it may bear.
_OPENERS: dict[str, tuple[Callable[[str, bytes], Document], tuple[str, ...]]] = {
    "text": (open_text, (".txt",)),
    "html": (open_html, (".html", ".htm")),
    "docx": (open_docx, (".docx",)),
    "pdf": (open_pdf, (".pdf",)),
    "doc": (open_doc, (".doc",)),
}
#: The endings of names that are accepted.
ENDINGS = tuple(ending for _, endings in _OPENERS.values() for ending in endings)
#: Kinds that a person may have put in by mistake, told by their first bytes.
_STRANGERS = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
)
_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What is shown for a kind.
_SHOWN = {"text": "TXT", "html": "HTML", "docx": "Word (docx)", "doc": "Word (doc)", "pdf": "PDF"}
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def open_document(name: str, data: bytes) -> Document:
    """Open a file as a Document; every kind of file that cannot be read is an error of its own.

    >>> open_document("ke-hoach.txt", "Đến năm 2025".encode()).text
    'Đến năm 2025'
    """
    ending = PurePath(name).suffix.lower()
    where = Where(name)
    if ending not in ENDINGS:
        raise wrong("directive.unknown_type", where, name=name, accepted=", ".join(ENDINGS))
    if not data.strip(b" \t\r\n\f\0\xef\xbb\xbf\xff\xfe"):
        raise wrong("directive.empty", where, name=name)
    kind = next(kind for kind, (_, endings) in _OPENERS.items() if ending in endings)
    inside = _inside(name, data)
    # A page may begin with anything, and a text with what looks like one.
    if inside != kind and not (inside in ("text", "html") and kind in ("text", "html")):
        raise _misnamed(name, kind, inside)
    document = _OPENERS[kind][0](name, data)
    if font := old_font(document.text):
        raise wrong("directive.old_font", where, name=name, font=font)
    return document


def _inside(name: str, data: bytes) -> str:
    """Return the kind of file by its content: one we open, or the name of one we do not."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for first, kind in _STRANGERS:
        if data.startswith(first):
            return kind
    if data.startswith(_ARCHIVE):
        return _archived(data)
    if data.startswith(_COMPOUND):
        return _compound(name, data)
    return "html" if _PAGE.match(data[:2000]) else "text"


def _archived(data: bytes) -> str:
    """Tell Word from its cousins by the names of the parts, which stand uncompressed."""
    for part, kind in (
        (b"word/document", "docx"),
        (b"xl/workbook", "Excel (xlsx)"),
        (b"ppt/presentation", "PowerPoint (pptx)"),
        (b"opendocument.text", "OpenDocument (odt)"),
    ):
        if part in data:
            return kind
    # A Word file may name its parts otherwise; its opener decides.
    return "docx" if b"[Content_Types].xml" in data else "ZIP"


def _compound(name: str, data: bytes) -> str:
    """Tell an old Word file from Excel, and from a new one that is locked with a password."""
    if _wide("EncryptedPackage") in data:
        raise wrong("directive.locked", Where(name), name=name)
    if _wide("WordDocument") in data:
        return "doc"
    return "Excel (xls)" if _wide("Workbook") in data else "OLE"


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _misnamed(name: str, kind: str, inside: str) -> LotrinhError:
    """Say what is inside: to be renamed if we read it, to be saved otherwise if not."""
    where, shown = Where(name), _SHOWN.get(inside, inside)
    if inside in ("text", "OLE") and kind in ("doc", "docx", "pdf"):
        return wrong("directive.broken", where, name=name, kind=_SHOWN[kind])
    if inside in _OPENERS:
        ending = _OPENERS[inside][1][0]
        return wrong("directive.misnamed", where, name=name, inside=shown, ending=ending)
    accepted = ", ".join(ENDINGS)
    return wrong("directive.stranger", where, name=name, inside=shown, accepted=accepted)
