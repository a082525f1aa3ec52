"""Open a plain-text file: bytes to letters, in Unicode only.

It does not guess old Vietnamese fonts (TCVN3, VNI): a wrong guess would invent numbers.
"""

from __future__ import annotations

import codecs

from lotrinh.base.errors import Where, wrong
from lotrinh.directive.document import Document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def open_text(name: str, data: bytes) -> Document:
    """Return the text of a UTF-8 (or marked UTF-16) file; every line ends in one newline."""
    return Document(name, one_newline(decode(name, data)))


def decode(name: str, data: bytes, encoding: str = "utf-8") -> str:
    """Return `data` as letters; raise a plain error that names the first byte that is none."""
    chosen = next((code for mark, code in _MARKS if data.startswith(mark)), encoding)
    try:
        text = data.decode(chosen)
    except UnicodeDecodeError as error:
        raise wrong("directive.undecodable", Where(name), name=name, position=error.start) from None
    if "\0" in text:
        raise wrong("directive.undecodable", Where(name), name=name, position=text.index("\0"))
    return text


def one_newline(text: str) -> str:
    """Write every line end as one newline, so that offsets agree on all systems."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
