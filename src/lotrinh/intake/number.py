"""Reads a number as people type it: 1.234,5 in Vietnamese, 1,234.5 in English.

Marks that could be read two ways are refused with both readings, never guessed: “1.5” typed
in Vietnamese may be one and a half or a slip of fifteen.
"""

from __future__ import annotations

import re
from decimal import Decimal

from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import Lang

#: Sign, whole part with or without thousands marks, decimals; for each language.
_SHAPES: dict[Lang, re.Pattern[str]] = {
    "vi": re.compile(r"([-−]?)(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d+))?"),
    "en": re.compile(r"([-−]?)(\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.(\d+))?"),
}
#: Longer texts are no figure of anything.
MOST_CHARACTERS = 40


def read_number(text: str, lang: Lang, where: Where = Where()) -> Decimal:  # noqa: B008 (frozen)
    """Return the number; raises LotrinhError placed at `where` for anything else.

    >>> read_number("1.234,5", "vi"), read_number("1,234.5", "en")
    (Decimal('1234.5'), Decimal('1234.5'))
    >>> read_number("1.5", "vi")
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: Cannot read “1.5” as a number. ...
    """
    plain = (
        text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").strip()
    )
    found = _SHAPES[lang].fullmatch(plain) if len(plain) <= MOST_CHARACTERS else None
    if found is None:
        raise wrong("intake.unreadable_number", where, text=plain[:MOST_CHARACTERS])
    sign, whole, decimals = found.groups()
    digits = re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else "")
    return Decimal(f"-{digits}" if sign else digits)


def write_number(value: Decimal, lang: Lang) -> str:
    """Return the number as `read_number` reads it in that language, to the digit."""
    text = f"{value:,f}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text
