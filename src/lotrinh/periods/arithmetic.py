"""Reckoning with periods: what comes next, what went before, what lies within and around.

A period of nine months does not tile the year; the next one is that of the next year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, get_args

from lotrinh.periods.period import Period

Frequency = Literal["day", "month", "quarter", "half", "nine_months", "year", "window"]
FREQUENCIES: tuple[Frequency, ...] = get_args(Frequency)
_BY_MONTHS: dict[int, Frequency] = {
    0: "day", 1: "month", 3: "quarter", 6: "half", 9: "nine_months", 12: "year",
}  # fmt: skip
_MONTHS = {name: months for months, name in _BY_MONTHS.items()}


def frequency(period: Period) -> Frequency:
    """Return how long the period is, as a name.

    >>> frequency(Period.read("2025-Q3")), frequency(Period.read("2021-2025"))
    ('quarter', 'window')
    """
    return _BY_MONTHS.get(period.months, "window")


def following(period: Period, count: int = 1) -> Period:
    """Return the period of the same length `count` steps later, earlier when negative.

    >>> str(following(Period.read("2024-Q4"))), str(following(Period.read("2021-2025"), -1))
    ('2025-Q1', '2016-01-01/P5Y')
    """
    months = period.months
    if months == 0:
        one = period.first_day + timedelta(days=count)
        return Period(one, one)
    return _span(period.first_day, count * (12 if months == 9 else months), months)


def previous(period: Period) -> Period:
    """Return the period of the same length just before."""
    return following(period, -1)


def parts(period: Period, of: Frequency) -> Iterator[Period]:
    """Yield the periods of that length that lie in the period, first to last.

    >>> [str(one) for one in parts(Period.read("2025-S2"), "quarter")]
    ['2025-Q3', '2025-Q4']
    """
    if of == "window":
        raise ValueError("a window has no one length to divide a period by")
    one = enclosing(period.first_day, of)
    while one.first_day <= period.last_day:
        if one in period:
            yield one
        one = following(one)


def enclosing(day: date, of: Frequency) -> Period:
    """Return the period of that length in which the day lies.

    The last three months of a year lie in no period of nine months: ValueError.

    >>> str(enclosing(date(2025, 8, 9), "half"))
    '2025-S2'
    """
    if of == "window":
        raise ValueError("a window has no one length")
    months = _MONTHS[of]
    if months == 0:
        return Period(day, day)
    if months == 9:
        found = _span(date(day.year, 1, 1), 0, 9)
        if day > found.last_day:
            raise ValueError(f"{day} lies in no period of nine months")
        return found
    month = (day.month - 1) // months * months + 1
    return _span(date(day.year, month, 1), 0, months)


def month_shifted(day: date, months: int, to_day: int) -> date:
    """Return day `to_day` of the month that lies `months` later; a short month gives its last.

    >>> month_shifted(date(2025, 1, 1), 1, 29)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(to_day, monthrange(year, month + 1)[1]))


def _span(start: date, later: int, months: int) -> Period:
    first = month_shifted(start, later, 1)
    return Period(first, month_shifted(first, months - 1, 31))
