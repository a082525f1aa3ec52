"""Law 10: what is read must stand where it is cited, or it is refused.

Each check reads the cited letters again, on its own; it trusts no finder.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.directive.cardinals import said_in_words
from lotrinh.directive.dates import find_days
from lotrinh.directive.deadlines import Clock, deadline_in_cell, find_deadline
from lotrinh.directive.document import Document
from lotrinh.directive.numbers import find_figures, write_number
from lotrinh.directive.plain import Plain
from lotrinh.directive.relative_years import counted_year

_TERM = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)(?!\d)"
    r"(?:\s?(?:-|đến|tới)(?: năm)?\s?(?:19|20)?(?P<last>\d\d)(?!\d))?"
)
#: Offsets in the document's text.
Span = tuple[int, int]


def check_number(document: Document, at: Span | None, value: Decimal, sentence: Span) -> None:
    """Refuse a value that is not a number written at `at`, inside the sentence."""
    if at is None or not (sentence[0] <= at[0] <= at[1] <= sentence[1]):
        raise _refused(document, write_number(value), sentence)
    low = _letters(document, at).lower()
    written = any(value in (figure.low, figure.high) for figure in find_figures(low))
    if not written and value not in said_in_words(low):
        raise _refused(document, write_number(value), at)


def check_year(
    document: Document, at: Span | None, year: int, counted: tuple[Span, ...] = ()
) -> None:
    """Refuse a year not written at `at`, in full, as the end of "2021-25", or counted there."""
    text = _letters(document, at) if at else ""
    if at is not None and counted and _count(document, (*counted, at)) == year:
        return
    short = re.search(rf"(?:19|20)\d\d\s?-\s?{year % 100:02d}(?!\d)", text)
    if at is None or not (str(year) in text or short):
        raise _refused(document, str(year), at or (0, 0))


def _count(document: Document, steps: tuple[Span, ...]) -> int | None:
    """Count again from the year or term written at the first step to that of the last."""
    written = _TERM.search(_letters(document, steps[0]))
    if written is None:
        return None
    first = int(written["first"])
    term = first, int(str(first)[:2] + written["last"]) if written["last"] else first
    for step in steps[1:]:
        year = counted_year(_letters(document, step).lower(), *term)
        if year is None:
            return None
        term = year, year
    return term[1]


def check_date(document: Document, at: Span, day: date, year_at: Span | None = None) -> None:
    """Refuse a date not written at `at`; its year may stand at `year_at`."""
    text = _letters(document, at)
    for found in find_days(f"ngày {text}") + find_days(text):
        same = (found.day, found.month) == (day.day, day.month)
        if same and found.year == day.year:
            return
        if same and found.year is None and year_at:
            check_year(document, year_at, day.year)
            return
    raise _refused(document, day.isoformat(), at)


def check_deadline(
    document: Document, at: Span | None, day: date, year_at: Span | None = None
) -> None:
    """Refuse a deadline that is not written at `at`; its year may stand at `year_at`."""
    low = _letters(document, at).lower() if at else ""
    if year_at is not None:
        check_year(document, year_at, day.year)
    clock = Clock(day.year) if year_at is not None else None
    written = (find_deadline(low, clock), deadline_in_cell(low, clock))
    if not any(due is not None and due.day == day for due in written):
        raise _refused(document, day.isoformat(), at or (0, 0))


def check_words(document: Document, at: Span, words: str) -> None:
    """Refuse a name or a number of a document that is not written at `at`."""
    if _tight(words) not in _tight(_letters(document, at)):
        raise _refused(document, words, at)


def check_head(document: Document, at: Span, name: str) -> None:
    """Refuse an issuer whose words do not stand at `at` in order; a head may be in two columns."""
    letters = Plain.of(_letters(document, at)).low
    position = 0
    for word in Plain.of(name).low.split():
        position = letters.find(word, position)
        if position < 0:
            raise _refused(document, name, at)


def _letters(document: Document, at: Span) -> str:
    return _plain(document.text[at[0] : at[1]]).text.replace("\n", " ")


@lru_cache(maxsize=256)
def _plain(words: str) -> Plain:
    """One sentence is cited by all that it holds; its letters are made plain once."""
    return Plain.of(words)


@lru_cache(maxsize=256)
def _tight(words: str) -> str:
    """Compare without spaces and capitals: "52 - NQ/TW" is 52-NQ/TW."""
    return re.sub(r"\s", "", _plain(words).low)


def _refused(document: Document, what: str, at: Span) -> LotrinhError:
    quote = document.quote(*at)
    return wrong("directive.not_in_text", Where(document.name), what=what, quote=quote[:200])
