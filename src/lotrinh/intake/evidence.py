"""Tells what a file of evidence is, from its bytes, and refuses what may not be kept.

The name a file is sent with is not believed: a page that calls itself a PDF is a page. Files
are looked at, never opened: what stands in them is for people.
"""

from __future__ import annotations

import io
import zipfile

from lotrinh.base.errors import Where, wrong

#: 20 MiB: a scanned report of some hundred pages.
LARGEST = 20 * 1024 * 1024
_OFFICE = "application/vnd.openxmlformats-officedocument"
#: Ending -> media type, and how the bytes of such a file begin.
TYPES: dict[str, tuple[str, bytes]] = {
    "pdf": ("application/pdf", b"%PDF-"),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    "docx": (f"{_OFFICE}.wordprocessingml.document", b"PK\x03\x04"),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", b"PK\x03\x04"),
    "csv": ("text/csv", b""),
    "txt": ("text/plain", b""),
}
#: The part that makes an Office file the kind it says it is.
_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def media_type(name: str, data: bytes) -> str:
    """Return the media type of a file; LotrinhError when it may not be kept as evidence.

    >>> media_type("biên bản.pdf", b"%PDF-1.7 ...")
    'application/pdf'
    >>> media_type("biên bản.pdf", b"<html>")
    Traceback (most recent call last):
    LotrinhError: biên bản.pdf: This is not a pdf file. ...
    """
    where = Where(name)
    if not data:
        raise wrong("intake.evidence_empty", where)
    if len(data) > LARGEST:
        raise wrong("intake.evidence_large", where, size=_mib(len(data)), largest=_mib(LARGEST))
    ending = name.rpartition(".")[2].lower()
    if ending not in TYPES:
        raise wrong("intake.evidence_kind", where, ending=ending, known=sorted(TYPES))
    media, beginning = TYPES[ending]
    if not data.startswith(beginning) or not _is_what_it_says(ending, data):
        raise wrong("intake.evidence_not", where, ending=ending)
    return media


def _is_what_it_says(ending: str, data: bytes) -> bool:
    if ending in ("csv", "txt"):
        try:
            return "\x00" not in data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return False
    if ending not in _PARTS:
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:  # reads the list of parts only
            parts = {part.filename for part in archive.infolist()}
    except zipfile.BadZipFile:
        return False
    has_macros = any(part.endswith("vbaProject.bin") for part in parts)
    return _PARTS[ending] in parts and not has_macros


def _mib(size: int) -> float:
    return size / 1024 / 1024
