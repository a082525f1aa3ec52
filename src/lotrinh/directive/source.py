"""The door for files: a name and its bytes become a Document, or one clear error.

The kind is told by the name, and checked against what is inside; nothing is read from disk.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from lotrinh.base.errors import Where, wrong
from lotrinh.directive.document import Document
from lotrinh.directive.open_html import open_html
from lotrinh.directive.open_text import open_text

_OPENERS: dict[str, Callable[[str, bytes], Document]] = {
    ".txt": open_text,
    ".html": open_html,
    ".htm": open_html,
}
#: The first bytes of files that people rename by mistake.
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word, Excel (docx, xlsx) / ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel (doc, xls)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)


def open_document(name: str, data: bytes) -> Document:
    """Open a text file or a web page as a Document.

    >>> open_document("ke-hoach.txt", "Đến năm 2025".encode()).text
    'Đến năm 2025'
    """
    opener = _OPENERS.get(PurePath(name).suffix.lower())
    accepted = ", ".join(_OPENERS)
    if opener is None:
        raise wrong("directive.unknown_type", Where(name), name=name, accepted=accepted)
    if not data.strip(b" \t\r\n\f\0\xef\xbb\xbf\xff\xfe"):
        raise wrong("directive.empty", Where(name), name=name)
    for signature, inside in _SIGNATURES:
        if data.startswith(signature):
            where = Where(name)
            raise wrong("directive.misnamed", where, name=name, inside=inside, accepted=accepted)
    return opener(name, data)
