"""Until when a task is to be done: the last day of "quý III/2024", "trước ngày 31/12", "tháng 6".

A day or a month without its year takes it from a plan for one year, or from the day the text
was written when it is still to come; otherwise there is no deadline. What comes round
("hằng quý") has a rhythm and no last day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lotrinh.directive.dates import find_days

Every = Literal["week", "month", "quarter", "half_year", "year"]

_YEAR = r"20\d\d"
_BY = (
    r"(?:trước|đến|tới|chậm nhất|muộn nhất|hạn|trong|xong|hoàn thành|vào|cuối|hết|từ nay)\s"
    r"(?:(?:hết|là|vào|trước|trong|cuối|giữa|đến|thời điểm|đầu)\s)*"
)
_BY_DAY = re.compile(rf"{_BY}(?:ngày\s)?$")
_DAY = re.compile(
    r"(?:(?:trước|chậm nhất|muộn nhất|hạn|đến|trong|hoàn thành|xong)\s(?:(?:hết|là|vào|trước)\s)*)"
    r"(?:ngày\s)?(?P<d>\d{1,2})\s?(?:[/.-]\s?|tháng\s)(?P<m>\d{1,2})(?!\d|[/.%-]\d|\s?%"
    r"|\s?năm\s20|\s(?:hằng|hàng|mỗi)\s)"
)
_MONTH = re.compile(rf"{_BY}tháng\s(?P<m>\d{{1,2}})(?!\d|\s?[/-]\s?\d|\s?năm\s20)(?P<now>\snày)?")
_QUARTER = re.compile(rf"(?:{_BY})?quý\s(?P<q>[1-4]|iii|ii|iv|i)\s?(?:/|-|năm)\s?(?P<y>{_YEAR})")
_BARE_QUARTER = re.compile(rf"{_BY}quý\s(?P<q>[1-4]|iii|ii|iv|i)(?![\w/]|\s?năm\s20)")
_HALF = re.compile(rf"(?:6|sáu) tháng (?P<half>đầu|cuối) năm\s(?P<y>{_YEAR})")
_WHOLE = re.compile(
    rf"(?:(?:hoàn thành|xong|trong|hết|cuối|vào)\s(?:[^,;.]{{0,20}}\s)?(?:đến\s|hết\s|cuối\s)*"
    rf"|kỳ họp cuối )năm\s(?P<y>{_YEAR})(?!\s?[-/]\s?20)"
)
_BEFORE_YEAR = re.compile(rf"trước\s(?:hết\s|cuối\s)?năm\s(?P<y>{_YEAR})")
_THIS_YEAR = re.compile(r"(?:trong|cuối|hết)\s(?:năm nay|năm này)")
_SPAN = re.compile(rf"^\W*(?:trước )?(?:năm\s|giai đoạn\s)?(?:{_YEAR}\s?-\s?)?(?P<y>{_YEAR})\W*$")
_EVERY = re.compile(
    r"\b(?:(?:hằng|hàng|mỗi|theo)|định kỳ(?: hằng| hàng)?)\s(?P<often>tuần|tháng|quý|6 tháng|năm)\b"
)
_OFTEN: dict[str, Every] = {
    "tuần": "week", "tháng": "month", "quý": "quarter", "6 tháng": "half_year", "năm": "year",
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Clock:
    """What gives a day its year: a plan's one year, or the day the text was written."""

    year: int
    #: Days before it are past; None where the whole year is meant.
    after: date | None = None
    #: Where the year stands in the document.
    at: tuple[int, int] = (0, 0)
    #: The clock of the day of writing, for "tháng này", where this one is a plan's.
    now: Clock | None = None


@dataclass(frozen=True)
class Deadline:
    """The last day, and where the words stand in the text that was read."""

    day: date
    start: int
    end: int
    #: Where its year stands in the document, when elsewhere.
    year_at: tuple[int, int] | None = None


def find_deadline(low: str, clock: Clock | None = None) -> Deadline | None:
    """Return until when a task in small letters is to be done, None where it is not said.

    >>> find_deadline("hoàn thành trước ngày 30/9/2024").day.isoformat()
    '2024-09-30'
    >>> find_deadline("xong trong quý iii/2024").day.isoformat()
    '2024-09-30'
    >>> find_deadline("trước ngày 31/12") is None
    True
    >>> find_deadline("trước ngày 31/12", Clock(2024)).day.isoformat()
    '2024-12-31'
    """
    for find in _FINDERS:
        found = next(find(low, clock), None)
        if found is not None:
            return found
    return None


def deadline_in_cell(low: str, clock: Clock | None = None) -> Deadline | None:
    """Return the deadline of a cell that says nothing else: "Quý II/2024", "30/6/2024", "2025".

    >>> deadline_in_cell("năm 2025").day.isoformat(), deadline_in_cell("thường xuyên")
    ('2025-12-31', None)
    """
    if found := _SPAN.match(low):
        return Deadline(date(int(found["y"]), 12, 31), 0, len(low))
    lead = "trong "
    due = find_deadline(lead + low, clock)
    return due and Deadline(due.day, 0, len(low), due.year_at)


def every(low: str) -> Every | None:
    """Return how often a task comes round.

    >>> every("báo cáo định kỳ hằng quý"), every("báo cáo")
    ('quarter', None)
    """
    found = _EVERY.search(low)
    return _OFTEN[found["often"]] if found else None


def _dated(low: str, _: Clock | None) -> Iterator[Deadline]:
    """Yield "trước ngày 30/9/2024" and "trong tháng 9 năm 2024"."""
    for day in find_days(low):
        by = _BY_DAY.search(low, max(0, day.start - 40), day.start)
        if not day.year or not by:
            continue
        last = day.day or monthrange(day.year, day.month)[1]
        if full := _date(day.year, day.month, last):
            yield Deadline(full, by.start(), day.end)


def _day(low: str, clock: Clock | None) -> Iterator[Deadline]:
    for found in _DAY.finditer(low) if clock else ():
        if day := _to_come(clock, int(found["m"]), int(found["d"])):
            yield Deadline(day, *found.span(), clock.at if clock else None)


def _quarter(low: str, _: Clock | None) -> Iterator[Deadline]:
    for found in _QUARTER.finditer(low):
        yield Deadline(_last_of_quarter(int(found["y"]), found["q"]), *found.span())


def _half(low: str, _: Clock | None) -> Iterator[Deadline]:
    for found in _HALF.finditer(low):
        month, day = (6, 30) if found["half"] == "đầu" else (12, 31)
        yield Deadline(date(int(found["y"]), month, day), *found.span())


def _month(low: str, clock: Clock | None) -> Iterator[Deadline]:
    for found in _MONTH.finditer(low) if clock else ():
        now = clock.now if clock and clock.now and found["now"] else clock
        if day := _to_come(now, int(found["m"]), None):
            yield Deadline(day, *found.span(), now.at if now else None)


def _bare_quarter(low: str, clock: Clock | None) -> Iterator[Deadline]:
    for found in _BARE_QUARTER.finditer(low) if clock else ():
        quarter = _last_of_quarter(clock.year if clock else 0, found["q"])
        if day := _to_come(clock, quarter.month, None):
            yield Deadline(day, *found.span(), clock.at if clock else None)


def _year(low: str, clock: Clock | None) -> Iterator[Deadline]:
    for found in _WHOLE.finditer(low):
        yield Deadline(date(int(found["y"]), 12, 31), *found.span())
    for found in _BEFORE_YEAR.finditer(low):
        yield Deadline(date(int(found["y"]) - 1, 12, 31), *found.span())
    for found in _THIS_YEAR.finditer(low) if clock else ():
        now = (clock.now or clock) if clock else Clock(0)
        yield Deadline(date(now.year, 12, 31), *found.span(), now.at)


#: The narrowest first: "trong quý III, xong trước ngày 15/8/2024" is due on the 15th.
_FINDERS: tuple[Callable[[str, Clock | None], Iterator[Deadline]], ...] = (
    _dated,
    _day,
    _quarter,
    _half,
    _month,
    _bare_quarter,
    _year,
)


def _to_come(clock: Clock | None, month: int, day: int | None) -> date | None:
    """Return the day, or the month's last one, in the clock's year unless it is past by then."""
    if clock is None or not 1 <= month <= 12:
        return None
    found = _date(clock.year, month, day or monthrange(clock.year, month)[1])
    past = found is not None and clock.after is not None and found < clock.after
    return None if past else found


def _last_of_quarter(year: int, quarter: str) -> date:
    month = 3 * (_ROMAN.get(quarter) or int(quarter))
    return date(year, month, monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
