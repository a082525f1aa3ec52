"""Years that a text counts from another: "năm nay", "5 năm tới", "hai năm sau đó", "cuối nhiệm kỳ".

Counted from the day of writing, from the term, or from the year named just before; where that
is not known, the year stays unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lotrinh.directive.cardinals import CARDINAL, read_cardinal
from lotrinh.directive.dates import Role, Year
from lotrinh.directive.deadlines import Clock
from lotrinh.directive.sentences import Reading, Sentence

#: A document's offsets, as in `cited.py`.
Span = tuple[int, int]

_N = rf"(?P<{{}}>\d{{{{1,2}}}}|{CARDINAL})"
_WORDS = re.compile(
    r"\b(?:(?P<now>năm nay)|(?P<whole>(?<!.)cả năm(?=,|$))"
    r"|(?:sang |trong )?(?P<next>năm (?:tới|sau(?! đó)|kế tiếp|tiếp theo))"
    rf"|{_N.format('ahead')} năm (?:tới|sắp tới|tiếp theo|nữa)"
    rf"|{_N.format('after')} năm sau(?: đó)?|sau đó {_N.format('then')} năm"
    rf"|{_N.format('opening')} năm đầu(?: tiên)?"
    r"|(?:đến |tới |vào )?(?:(?P<end>(?:cuối|hết) (?:nhiệm kỳ|kỳ|giai đoạn)"
    rf"|(?:(?:\d{{1,2}}|{CARDINAL}|những|các) )năm còn lại"
    r"|năm (?:cuối(?: cùng)?|kết thúc)(?! cấp))"
    r"|(?P<middle>giữa (?:nhiệm kỳ|kỳ|giai đoạn))|(?P<first>năm đầu(?: tiên)?)))"
    r"(?! \(?(?:19|20)\d\d| (?:cao|thấp|nhiều|tăng|giảm|tốt) hơn| này | trước| sau khi"
    r"| qua\b| đời\b)\b"
)
#: A plan for the years to come may begin a year later or sooner than it is told of.
_NEAR = 1


@dataclass(frozen=True)
class _Base:
    """A year, or a span of them, to count from; the steps lead from where it is written."""

    first: int
    last: int
    steps: tuple[Span, ...]


def counted_year(words: str, first: int, last: int) -> int | None:
    """Return the year that words say, counted from a year (`first` is `last`) or from a term.

    >>> counted_year("hai năm sau đó", 2026, 2026), counted_year("cuối nhiệm kỳ", 2025, 2030)
    (2028, 2030)
    >>> counted_year("5 năm tới", 2025, 2030), counted_year("3 năm tới", 2025, 2030)
    (2030, None)
    """
    found = _WORDS.search(words)
    return _counted(found, first, last) if found else None


def _counted(found: re.Match[str], first: int, last: int) -> int | None:
    if found["end"]:
        return last
    if found["first"]:
        return first
    if found["middle"]:
        return (first + last + 1) // 2 if first < last else None
    if found["now"] or found["next"] or found["whole"]:
        return last + bool(found["next"]) if first == last else None
    if found["opening"]:
        year = first + read_cardinal(found["opening"]) - 1
        return year if first < last and year <= last else None
    many = read_cardinal(found["ahead"] or found["after"] or found["then"])
    if first == last:
        return last + many
    # A term of five years is written 2026-2030 or, by congresses, 2025-2030.
    return last if found["ahead"] and last - first in (many - 1, many) else None


def with_relative_years(
    reading: Reading, day: Clock | None, horizon: tuple[int, int, Span] | None
) -> Reading:
    """Return the reading with the years that its sentences count from others.

    `day` is that of writing and `horizon` the years spoken for, with where they stand.
    """
    now = _Base(day.year, day.year, (day.at,)) if day else None
    whole = _Base(horizon[0], horizon[1], (horizon[2],)) if horizon else None
    return replace(reading, sentences=tuple(_dated(reading, now, whole)))


def _dated(reading: Reading, now: _Base | None, whole: _Base | None) -> Iterator[Sentence]:
    """Yield each sentence with its relative years, keeping in mind the year named last."""
    before: _Base | None = None
    term, paragraph = whole, -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            term, paragraph = whole, sentence.paragraph
        found: list[Year] = []
        for said in _in_order(sentence):
            if isinstance(said, Year):
                before = _base(reading, sentence, said)
                term = before if said.role == "span" else term
                continue
            base = _counted_from(said, now, term, before)
            year = _counted(said, base.first, base.last) if base else None
            if base is not None and year is not None:
                found.append(_year(said, year, base))
                steps = (*base.steps, reading.span(sentence, *said.span()))
                before = _Base(year, year, steps)
        yield replace(sentence, relative=tuple(found)) if found else sentence


def _counted_from(
    said: re.Match[str], now: _Base | None, term: _Base | None, before: _Base | None
) -> _Base | None:
    """Return what words count from; None where the text does not tell, or the passage knows."""
    if said["after"] or said["then"]:
        return before
    if said["whole"]:
        return before or now
    if said["ahead"] and now and term and _is_near(said, now, term):
        # "5 năm tới" in the news of a plan are those of the plan.
        return term if term.first < term.last else None
    return now if _looks_ahead(said) else term


def _is_near(said: re.Match[str], now: _Base, term: _Base) -> bool:
    year = _counted(said, now.first, now.last)
    return year is not None and abs(year - term.last) <= _NEAR


def _year(said: re.Match[str], year: int, base: _Base) -> Year:
    role: Role = "of" if said["now"] or said["whole"] or said["first"] else "by"
    return Year(*said.span(), year, role, counted=base.steps, silent=not _looks_ahead(said))


def _looks_ahead(said: re.Match[str]) -> bool:
    return bool(said["now"] or said["next"] or said["ahead"])


def _in_order(sentence: Sentence) -> list[Year | re.Match[str]]:
    """Return the years written out and those counted, in the order they are read."""
    taken = [(y.start, y.end) for y in sentence.years]
    counted = [
        found
        for found in _WORDS.finditer(sentence.low)
        if not any(a < found.end() and found.start() < b for a, b in taken)
    ]
    said: list[Year | re.Match[str]] = [
        *(y for y in sentence.years if y.role != "against"),
        *counted,
    ]
    return sorted(said, key=_start)


def _start(said: Year | re.Match[str]) -> int:
    return said.start if isinstance(said, Year) else said.start()


def _base(reading: Reading, sentence: Sentence, year: Year) -> _Base:
    return _Base(
        year.first or year.year, year.year, (reading.span(sentence, year.start, year.end),)
    )
