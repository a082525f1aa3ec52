"""Which year a number is promised for, when a sentence names several years or none.

A year stands behind its number ("20% năm 2025"), before it ("năm 2025 đạt 20%"), in a row
("2025, 2030 lần lượt đạt 20%, 30%") or outside the sentence, in what introduces it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise

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
#: "đạt 60% và tiến tới 80% vào năm 2030": the year is that of what comes later.
_ONWARD = re.compile(r"\b(?:(?:tiến|hướng) (?:tới|đến)|lộ trình)\b[^;\d]{0,30}\d")
#: How far the numbers of a row stand from each other.
_NEXT = 25
_ROW_GAP = re.compile(r"\s*(?:[,;-]|và|, và)?\s*")


class Horizons:
    """The years of one sentence over its numbers; worked out once, asked for each number."""

    def __init__(self, sentence: Sentence, quantities: Sequence[Quantity]) -> None:
        self._low = sentence.low
        self._quantities = quantities
        self._years = _deadlines(sentence, quantities)
        self._ends_of_term = [m.end() for m in _END_OF_TERM.finditer(sentence.low)]
        self._in_turn = [m.end() for m in _IN_TURN.finditer(sentence.low)]
        #: Where brackets hold a year with numbers of its own.
        self._asides = {y: _aside(sentence.low, y, quantities) for y in self._years}
        self._views: dict[tuple[int, tuple[int, int] | None], _Order] = {}

    def year_of(self, quantity: Quantity) -> Year | None:
        """Return the year of a quantity if the sentence gives it."""
        order = self._order_for(quantity)
        in_row = order.in_row.get(quantity.start)
        if in_row is None:
            in_row = self._from_turn(order.years, quantity)
        if in_row is not None:
            return in_row
        nearest = order.after(quantity)
        before = order.before(quantity)
        latest = next(before, None)
        if latest and order.each_opens:
            return latest
        if nearest and order.stands_behind(nearest, quantity):
            return nearest
        for year in chain([latest], before) if latest else ():
            if not order.belongs_back(year):
                return year
        gap = self._low[quantity.end : nearest.start] if nearest else ";"
        if _ONWARD.search(gap):
            return None
        opens = nearest and not order.belongs_back(nearest)
        if not re.search(r"[;:]", gap) and not (opens and "," in gap):
            return nearest
        first = order.years[0] if latest else None
        return first if first and first.role == "by" else None

    def _order_for(self, quantity: Quantity) -> _Order:
        """Leave out years before the end of a term, and those of brackets around other numbers."""
        term = bisect_right(self._ends_of_term, quantity.start)
        around = inside(self._low, quantity.start) if any(self._asides.values()) else None
        known = self._views.get((term, around))
        if known is None:
            floor = self._ends_of_term[term - 1] if term else -1
            years = [
                year
                for year in self._years
                if self._asides[year] in (None, around) and year.end > floor
            ]
            known = self._views[term, around] = _Order(self._low, years, self._quantities)
        return known

    def _from_turn(self, years: list[Year], quantity: Quantity) -> Year | None:
        """ "… 4.000 ha năm 2025 và 9.000 ha năm 2030, riêng sâm lần lượt 1.500 ha và 3.200 ha"."""
        told = bisect_right(self._in_turn, quantity.start)
        if not told:
            return None
        at = self._in_turn[told - 1]
        before = list({y.year: y for y in years if y.end <= at}.values())
        row: list[Quantity] = []
        for one in (q for q in self._quantities if q.start >= at):
            if one.start - (row[-1].end if row else at) >= _NEXT:
                break
            row.append(one)
        named_behind = any(y.start > at and y.start < row[-1].end + _NEXT for y in years if row)
        if len(row) < 2 or len(row) != len(before) or quantity not in row or named_behind:
            return None
        return before[row.index(quantity)]


class _Order:
    """In which order the years and the numbers of a sentence stand."""

    def __init__(self, low: str, years: list[Year], quantities: Sequence[Quantity]) -> None:
        self.low, self.years, self.quantities = low, years, quantities
        self._starts = [q.start for q in quantities]
        self._year_starts = [y.start for y in years]
        self._year_ends = [y.end for y in years]
        self._back: dict[Year, bool] = {}

    def after(self, quantity: Quantity) -> Year | None:
        """Return the next year behind a number."""
        at = bisect_left(self._year_starts, quantity.end)
        return self.years[at] if at < len(self.years) else None

    def before(self, quantity: Quantity) -> Iterator[Year]:
        """Yield the years before a number, the nearest first."""
        for at in range(bisect_right(self._year_ends, quantity.start) - 1, -1, -1):
            year = self.years[at]
            if at == 0 or not (
                _passed(self.low, year, quantity) or self._told_of_then(year, quantity)
            ):
                yield year

    def _told_of_then(self, year: Year, quantity: Quantity) -> bool:
        """ "Đến năm 2030, đưa 4 xã nghèo năm 2024 …; …": what things were like ends there."""
        low, first = self.low, self.years[0]
        earlier = first.role == "by" and year.role == "of" and year.year < first.year
        inside_item = not (_BOUNDARY.search(low[: year.start][-12:]) or _VERB.match(low, year.end))
        return earlier and inside_item and low.find(";", year.end, quantity.start) >= 0

    @cached_property
    def in_row(self) -> dict[int, Year]:
        """The years that a row of as many numbers takes, by where each number begins."""
        found: dict[int, Year] = {}
        for row in _rows(self.low, self.years):
            behind = self.quantities[bisect_left(self._starts, row[-1].end) :][: len(row)]
            ahead = [q for q in self.quantities if q.end <= row[0].start][-len(row) :]
            for numbers in (behind, ahead):
                close = all(b.start - a.end < _NEXT for a, b in pairwise(numbers))
                if len(numbers) == len(row) and close:
                    for number, year in zip(numbers, row, strict=True):
                        found.setdefault(number.start, year)
        return found

    @cached_property
    def each_opens(self) -> bool:
        """ "Năm 2025 đạt 20%, …, còn năm 2030 ở mức 30%": years before numbers of their own."""
        low, years, quantities = self.low, self.years, self.quantities
        if len(years) < 2 or years[-1].end > quantities[-1].start:
            return False
        ends = [*self._year_starts[1:], len(low)]
        owns = all(self._counts(y.end, end) for y, end in zip(years, ends, strict=True))
        closing = any(
            _CLOSES.match(low, y.end) and not _BOUNDARY.search(low[: y.start][-12:])
            for y in years[1:]
            if quantities[0].end <= y.start
        )
        return owns and not closing and quantities[0].end > years[0].start

    def stands_behind(self, year: Year, quantity: Quantity) -> bool:
        """Say whether a year follows this very number, with no other number between."""
        if self._counts(quantity.end, year.start):
            return False
        between = self.low[quantity.end : year.start]
        if len(between) > 80 or re.search(r"[;:]|,.*,", between):
            return False
        return self.belongs_back(year)

    def belongs_back(self, year: Year) -> bool:
        """Say whether a year closes the number before it rather than opens the one behind it."""
        if year not in self._back:
            self._back[year] = self._belongs_back(year)
        return self._back[year]

    def _belongs_back(self, year: Year) -> bool:
        low, first = self.low, self.quantities[0]
        if first.end > year.start:
            return False
        if re.match(r"\s?:\s", low[year.end : year.end + 3]):
            return False  # "2025: 2.913 căn, 2026: 9.214 căn"
        if low[year.start] == "(":
            return True
        following = bisect_right(self._year_starts, year.start)
        limit = self._year_starts[following] if following < len(self.years) else len(low)
        if not self._counts(year.end, limit):
            return True
        if self._one_by_one(year):
            return True
        if _BOUNDARY.search(low[: year.start][-12:]):
            opens_with_year = self._year_ends[0] <= first.start
            return not opens_with_year and bool(_CLOSES.match(low, year.end))
        return not _VERB.match(low, year.end)

    def _one_by_one(self, year: Year) -> bool:
        """ "trên 1,1% vào năm 2025, trên 1,3% vào năm 2030": each number has its year behind it."""
        behind = bisect_left(self._starts, year.end)
        at = bisect_left(self._year_starts, year.end)
        if not 0 < behind < len(self.quantities) or at >= len(self.years):
            return False
        gaps = (
            (self.quantities[behind - 1].end, year.start),
            (self.quantities[behind].end, self.years[at].start),
        )
        return all(self.low[start:end].strip() == "" for start, end in gaps)

    def _counts(self, start: int, end: int) -> bool:
        """Say whether a number begins in a stretch."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end


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


def _aside(low: str, year: Year, quantities: Sequence[Quantity]) -> tuple[int, int] | None:
    """Return the brackets around a year that speaks for the numbers in them only."""
    around = inside(low, year.start + 1)
    owns = around and any(around[0] <= q.start < around[1] for q in quantities)
    return around if owns else None


def _passed(low: str, year: Year, quantity: Quantity) -> bool:
    """A year told aside holds up to the semicolon: "…, định hướng đến năm 2030 đạt 170; …"."""
    told = low[max(0, year.start - 12) : year.start + 12]
    return _ASIDE.search(told) is not None and low.find(";", year.end, quantity.start) >= 0


def _rows(low: str, years: list[Year]) -> list[list[Year]]:
    rows: list[list[Year]] = []
    for year in years:
        if rows and _ROW_GAP.fullmatch(low, rows[-1][-1].end, year.start):
            rows[-1].append(year)
        else:
            rows.append([year])
    return [row for row in rows if len(row) > 1]
