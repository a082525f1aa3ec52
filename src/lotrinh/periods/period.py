"""A period: the stretch of time a number is about.

A period says nothing about when the number became known; that is the business of
`lotrinh.ledger`, where every observation also carries the day it was recorded.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import Lang, day, say

_YEAR = r"(?P<year>[12]\d{3})"
#: Spellings of SDMX 3.0 (section 6, time formats), and the window `2021-2025` people write.
_SPELLINGS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (_YEAR, lambda m: _months(int(m["year"]), 1, 12)),
    (_YEAR + r"-[SH](?P<n>[12])", lambda m: _months(int(m["year"]), 6 * int(m["n"]) - 5, 6)),
    (_YEAR + r"-Q(?P<n>[1-4])", lambda m: _months(int(m["year"]), 3 * int(m["n"]) - 2, 3)),
    (_YEAR + r"-(?P<n>0[1-9]|1[0-2])", lambda m: _months(int(m["year"]), int(m["n"]), 1)),
    (_YEAR + r"-(?P<n>\d\d)-(?P<d>\d\d)", lambda m: _day(m)),  # noqa: PLW0108 (defined below)
    (_YEAR + r"-01-01/P9M", lambda m: _months(int(m["year"]), 1, 9)),
    (_YEAR + r"-01-01/P(?P<n>[1-9]\d?)Y", lambda m: _months(int(m["year"]), 1, 12 * int(m["n"]))),
    (_YEAR + r"[-–](?P<to>[12]\d{3})", lambda m: Period.window(int(m["year"]), int(m["to"]))),
)


@dataclass(frozen=True, order=True)
class Period:
    """A day, month, quarter, half-year, nine months, year or window of whole years.

    >>> Period.read("2025-Q3").last_day
    datetime.date(2025, 9, 30)
    >>> Period.read("2025-07") in Period.read("2025-Q3")
    True
    >>> str(Period.read("2021-2025"))
    '2021-01-01/P5Y'
    >>> Period.read("quý 3/2025", Where("KT.csv", 7))
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: KT.csv:7: Cannot read “quý 3/2025” as a period. ...
    """

    first_day: date
    #: The last day is part of the period.
    last_day: date

    @classmethod
    def read(cls, text: str, where: Where = Where()) -> Period:  # noqa: B008 (frozen)
        """Read SDMX notation or a window of years; raises LotrinhError placed at `where`."""
        for pattern, make in _SPELLINGS:
            if found := re.fullmatch(pattern, text.strip()):
                try:
                    return make(found)
                except ValueError:
                    break
        raise wrong("periods.unreadable", where, text=text)

    @classmethod
    def year(cls, number: int) -> Period:
        """Return a calendar year."""
        return _months(number, 1, 12)

    @classmethod
    def window(cls, first: int, last: int) -> Period:
        """Return the years from `first` to `last`, both counted; ValueError when reversed."""
        if last < first:
            raise ValueError(f"a window cannot end ({last}) before it starts ({first})")
        return cls(date(first, 1, 1), date(last, 12, 31))

    def __contains__(self, other: Period) -> bool:
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    @property
    def months(self) -> int:
        """Length in months; 0 for a day."""
        if self.first_day == self.last_day:
            return 0
        years = self.last_day.year - self.first_day.year
        return 12 * years + self.last_day.month - self.first_day.month + 1

    @property
    def is_year(self) -> bool:
        """Whether this is one calendar year."""
        return self.months == 12

    def years(self) -> Iterator[Period]:
        """Yield the calendar years that lie in the period, first to last."""
        for number in range(self.first_day.year, self.last_day.year + 1):
            if (one := Period.year(number)) in self:
                yield one

    def shifted(self, years: int) -> Period:
        """Return the same stretch `years` later (earlier when negative).

        >>> str(Period.read("2024-02").shifted(1))
        '2025-02'
        """
        if self.months == 0:
            return _same_day(self.first_day, years)
        first = self.first_day.replace(year=self.first_day.year + years)
        return _months(first.year, first.month, self.months)

    def __str__(self) -> str:
        start, n = self.first_day, (self.first_day.month - 1)
        match self.months:
            case 0:
                return start.isoformat()
            case 1:
                return f"{start:%Y-%m}"
            case 3:
                return f"{start.year}-Q{n // 3 + 1}"
            case 6:
                return f"{start.year}-S{n // 6 + 1}"
            case 9:
                return f"{start.year}-01-01/P9M"
            case 12:
                return str(start.year)
            case months:
                return f"{start.year}-01-01/P{months // 12}Y"

    def say(self, lang: Lang) -> str:
        """Name the period for people: `9 tháng năm 2025`, `first nine months of 2025`."""
        start, n = self.first_day, self.first_day.month - 1
        match self.months:
            case 0:
                return day(start, lang)
            case 1:
                return say("periods.month", lang, month=str(start.month), year=str(start.year))
            case 3:
                return say("periods.quarter", lang, n=str(n // 3 + 1), year=str(start.year))
            case 6:
                half = "periods.first_half" if n == 0 else "periods.second_half"
                return say(half, lang, year=str(start.year))
            case 9:
                return say("periods.nine_months", lang, year=str(start.year))
            case 12:
                return str(start.year)
            case _:
                return f"{start.year}–{self.last_day.year}"


def _months(year: int, month: int, length: int) -> Period:
    last = month - 1 + length - 1
    last_year, last_month = year + last // 12, last % 12 + 1
    last_day = calendar.monthrange(last_year, last_month)[1]
    return Period(date(year, month, 1), date(last_year, last_month, last_day))


def _day(found: re.Match[str]) -> Period:
    one = date(int(found["year"]), int(found["n"]), int(found["d"]))
    return Period(one, one)


def _same_day(start: date, years: int) -> Period:
    """The same day of another year; 29 February falls back to the 28th."""
    last = calendar.monthrange(start.year + years, start.month)[1]
    one = date(start.year + years, start.month, min(start.day, last))
    return Period(one, one)
