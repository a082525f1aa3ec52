"""Which year a number is promised for, when a sentence names several years or none.

A year stands behind its number ("20% năm 2025"), before it ("năm 2025 đạt 20%"), in a row
("2025, 2030 lần lượt đạt 20%, 30%") or outside the sentence, in what introduces it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lotrinh.directive.brackets import inside
from lotrinh.directive.dates import Year
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

_BOUNDARY = re.compile(r"(?:^|[,;:(-]|\bvà|\bcòn|\bthì|\bnhưng|\btrong đó|\briêng)\s*$")
_CLOSES = re.compile(r"\s*(?:[,;.)]|và\b|$)")
_VERB = re.compile(
    r"\s*,?\s*(?:đạt|chiếm|là|tăng|giảm|có|phấn đấu|tỷ|tỉ|số|tổng|phải|sẽ|thu|giải quyết|còn"
    r"|khoảng|trên|ít nhất|tối thiểu|lên)\b|\s*\d"
)
#: "giữa nhiệm kỳ (2028) …; đến cuối nhiệm kỳ …": the term's own end, told elsewhere.
_END_OF_TERM = re.compile(r"\b(?:cuối|hết) (?:nhiệm kỳ|kỳ|giai đoạn)\b(?! (?:19|20)\d\d)")
_ASIDE = re.compile(r"\b(?:định hướng|tầm nhìn|riêng)\s")
_IN_TURN = re.compile(r"\b(?:lần lượt|tương ứng)\b")
#: How far the numbers of a row stand from each other.
_NEXT = 25
_ROW_GAP = re.compile(r"\s*(?:[,;-]|và|, và)?\s*")


def year_of(sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity]) -> Year | None:
    """Return the year of a quantity if its own sentence gives it."""
    ends = [m.end() for m in _END_OF_TERM.finditer(sentence.low, 0, quantity.start)]
    years = [
        y
        for y in _deadlines(sentence, quantities)
        if _shares(sentence.low, y, quantity, quantities) and not (ends and y.end <= ends[-1])
    ]
    in_row = _from_row(sentence, years, quantity, quantities)
    if in_row is None:
        in_row = _in_turn(sentence.low, years, quantity, quantities)
    if in_row is not None:
        return in_row
    after = [y for y in years if y.start >= quantity.end]
    before = [
        y
        for y in years
        if y.end <= quantity.start and (y is years[0] or not _passed(sentence.low, y, quantity))
    ]
    if before and _each_opens(sentence.low, years, quantities):
        return before[-1]
    nearest = after[0] if after else None
    if nearest and _stands_behind(sentence.low, nearest, quantity, years, quantities):
        return nearest
    for year in reversed(before):
        if not _belongs_back(sentence.low, year, years, quantities):
            return year
    gap = sentence.low[quantity.end : nearest.start] if nearest else ";"
    opens = nearest and not _belongs_back(sentence.low, nearest, years, quantities)
    if not re.search(r"[;:]", gap) and not (opens and "," in gap):
        return nearest
    return before[0] if before and before[0].role == "by" else None


def _passed(low: str, year: Year, quantity: Quantity) -> bool:
    """A year told aside holds up to the semicolon: "…, định hướng đến năm 2030 đạt 170; …"."""
    told = low[max(0, year.start - 12) : year.start + 12]
    return ";" in low[year.end : quantity.start] and _ASIDE.search(told) is not None


def _each_opens(low: str, years: list[Year], quantities: Sequence[Quantity]) -> bool:
    """ "Năm 2025 đạt 20%, …, còn năm 2030 ở mức 30%": every year goes before numbers of its own."""
    if len(years) < 2 or years[-1].end > quantities[-1].start:
        return False
    ends = [*(y.start for y in years[1:]), len(low)]
    owns = all(
        any(year.end <= q.start < end for q in quantities)
        for year, end in zip(years, ends, strict=True)
    )
    closing = any(
        _CLOSES.match(low, y.end) and not _BOUNDARY.search(low[: y.start][-12:])
        for y in years[1:]
        if any(q.end <= y.start for q in quantities)
    )
    return owns and not closing and not any(q.end <= years[0].start for q in quantities)


def leading_year(sentence: Sentence) -> Year | None:
    """Return the year that a heading or an introduction sets for what follows it."""
    years = [y for y in sentence.years if y.role != "against"]
    by = [y for y in years if y.role in ("by", "span")]
    if len(by) > 1 and re.fullmatch(r"\s*(?:và|,)\s*", sentence.low[by[0].end : by[1].start]):
        aside = sentence.low.startswith(("tầm nhìn", "định hướng"), by[1].start)
        return by[0] if aside else None
    if by:
        return by[0]
    return max(years, key=lambda y: y.year) if years else None


def _deadlines(sentence: Sentence, quantities: Sequence[Quantity]) -> list[Year]:
    """Leave out years compared with, and the years of starting values."""
    starts = [(q.baseline.end, q.start) for q in quantities if q.baseline]
    return [
        y
        for y in sentence.years
        if y.role != "against" and not any(a <= y.start and y.end <= b for a, b in starts)
    ]


def _shares(low: str, year: Year, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """A year in brackets with a number of its own speaks for that number only."""
    around = inside(low, year.start + 1)
    if around is None or around == inside(low, quantity.start):
        return True
    return not any(around[0] <= q.start < around[1] for q in quantities)


def _stands_behind(
    low: str, year: Year, quantity: Quantity, years: list[Year], quantities: Sequence[Quantity]
) -> bool:
    """The year follows this very number, with no other number between."""
    if any(quantity.end <= q.start < year.start for q in quantities):
        return False
    between = low[quantity.end : year.start]
    if len(between) > 80 or re.search(r"[;:]|,.*,", between):
        return False
    return _belongs_back(low, year, years, quantities)


def _belongs_back(low: str, year: Year, years: list[Year], quantities: Sequence[Quantity]) -> bool:
    """Say whether a year closes the number before it rather than opens the one behind it."""
    if not any(q.end <= year.start for q in quantities):
        return False
    if re.match(r"\s?:\s", low[year.end : year.end + 3]):
        return False  # "2025: 2.913 căn, 2026: 9.214 căn"
    if low[year.start] == "(":
        return True
    limit = next((y.start for y in years if y.start > year.start), len(low))
    if not any(year.end <= q.start < limit for q in quantities):
        return True
    first = quantities[0]
    opens_with_year = any(y.end <= first.start for y in years)
    if _BOUNDARY.search(low[: year.start][-12:]):
        return not opens_with_year and bool(_CLOSES.match(low, year.end))
    return not _VERB.match(low, year.end)


def _from_row(
    sentence: Sentence, years: list[Year], quantity: Quantity, quantities: Sequence[Quantity]
) -> Year | None:
    """Deal out a row of years over a row of as many numbers."""
    for row in _rows(sentence.low, years):
        behind = [q for q in quantities if q.start >= row[-1].end][: len(row)]
        ahead = [q for q in quantities if q.end <= row[0].start][-len(row) :]
        for numbers in (behind, ahead):
            close = all(b.start - a.end < 25 for a, b in pairwise(numbers))
            if len(numbers) == len(row) and close and quantity in numbers:
                return row[numbers.index(quantity)]
    return None


def _in_turn(
    low: str, years: list[Year], quantity: Quantity, quantities: Sequence[Quantity]
) -> Year | None:
    """ "… 4.000 ha năm 2025 và 9.000 ha năm 2030, riêng sâm lần lượt 1.500 ha và 3.200 ha"."""
    told = [m.end() for m in _IN_TURN.finditer(low, 0, quantity.start)]
    if not told:
        return None
    before = list({y.year: y for y in years if y.end <= told[-1]}.values())
    row: list[Quantity] = []
    for one in (q for q in quantities if q.start >= told[-1]):
        if one.start - (row[-1].end if row else told[-1]) >= _NEXT:
            break
        row.append(one)
    named_behind = any(y.start > told[-1] and y.start < row[-1].end + _NEXT for y in years if row)
    if len(row) < 2 or len(row) != len(before) or quantity not in row or named_behind:
        return None
    return before[row.index(quantity)]


def _rows(low: str, years: list[Year]) -> list[list[Year]]:
    rows: list[list[Year]] = []
    for year in years:
        if rows and _ROW_GAP.fullmatch(low, rows[-1][-1].end, year.start):
            rows[-1].append(year)
        else:
            rows.append([year])
    return [row for row in rows if len(row) > 1]
