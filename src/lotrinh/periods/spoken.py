"""Periods as Vietnamese officials write and say them: “quý III/2024”, “6 tháng đầu năm 2025”.

For people only. Data is written in SDMX notation and read by `Period.read`, which refuses
these spellings; dates inside a running text are for `lotrinh.directive`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import say
from lotrinh.periods.arithmetic import frequency
from lotrinh.periods.period import Period

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL = {"một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
#: Months said in words: “sáu tháng đầu năm”, “chín tháng”.
_COUNTS = {"sáu": "6", "chín": "9", "mười hai": "12", "ba": "3"}
_YEAR = r"(?P<year>[12]\d{3})"
_OF_YEAR = r"(?:\s*[/-]\s*|\s+(?:của\s+)?(?:năm\s+)?)" + _YEAR
_Make = Callable[[re.Match[str]], str]

_SPELLINGS: tuple[tuple[str, _Make], ...] = (
    (r"(?:cả\s+)?năm\s+" + _YEAR, lambda m: m["year"]),
    (_YEAR, lambda m: m["year"]),
    (
        r"quý\s+(?:thứ\s+)?(?P<n>[1-4]|iv|i{1,3}|một|nhất|hai|ba|bốn|tư)" + _OF_YEAR,
        lambda m: f"{m['year']}-Q{_number(m['n'])}",
    ),
    (r"tháng\s+(?P<n>0?[1-9]|1[0-2])" + _OF_YEAR, lambda m: f"{m['year']}-{int(m['n']):02}"),
    (
        r"(?:3\s+tháng\s+(?P<side>đầu|cuối)|3\s+tháng)" + _OF_YEAR,
        lambda m: f"{m['year']}-Q{4 if m['side'] == 'cuối' else 1}",
    ),
    (
        r"(?:6\s+tháng|nửa)\s+(?P<side>đầu|cuối)" + _OF_YEAR,
        lambda m: f"{m['year']}-S{1 if m['side'] == 'đầu' else 2}",
    ),
    (r"6\s+tháng" + _OF_YEAR, lambda m: f"{m['year']}-S1"),
    (r"9\s+tháng(?:\s+đầu)?" + _OF_YEAR, lambda m: f"{m['year']}-01-01/P9M"),
    (r"12\s+tháng" + _OF_YEAR, lambda m: m["year"]),
    (
        r"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|các\s+năm)\s+(?:từ\s+)?(?:năm\s+)?" + _YEAR
        + r"\s*(?:-|đến)\s*(?:năm\s+)?(?P<to>[12]\d{3})",
        lambda m: f"{m['year']}-{m['to']}",
    ),
    (
        r"ngày\s+(?P<d>\d{1,2})\s*(?:[/.-]|\s+tháng)\s*(?P<n>\d{1,2})"
        r"\s*(?:[/.-]|\s+năm)\s*" + _YEAR,
        lambda m: f"{m['year']}-{int(m['n']):02}-{int(m['d']):02}",
    ),
)  # fmt: skip


def read_spoken(text: str, where: Where = Where()) -> Period:  # noqa: B008 (frozen)
    """Read a Vietnamese spelling; raises LotrinhError placed at `where` for anything else.

    >>> str(read_spoken("Quý III/2024")), str(read_spoken("6 tháng đầu năm 2025"))
    ('2024-Q3', '2025-S1')
    >>> str(read_spoken("giai đoạn 2021-2025"))
    '2021-01-01/P5Y'
    """
    plain = _plain(text)
    for pattern, make in _SPELLINGS:
        if found := re.fullmatch(pattern, plain):
            return Period.read(make(found), where)
    raise wrong("periods.unspoken", where, text=text)


def write_spoken(period: Period) -> str:
    """Write a period as an official document does; `read_spoken` reads it back.

    >>> write_spoken(Period.read("2024-Q3")), write_spoken(Period.read("2021-2025"))
    ('quý III/2024', 'giai đoạn 2021-2025')
    """
    start = period.first_day
    year = str(start.year)
    match frequency(period):
        case "day":
            return say("periods.spoken_day", "vi", day=period.say("vi"))
        case "quarter":
            roman = ("I", "II", "III", "IV")[start.month // 3]
            return say("periods.spoken_quarter", "vi", roman=roman, year=year)
        case "year":
            return say("periods.spoken_year", "vi", year=year)
        case "window":
            last = str(period.last_day.year)
            return say("periods.spoken_window", "vi", first=year, last=last)
        case _:
            return period.say("vi")


def _number(text: str) -> int:
    return _ROMAN.get(text) or _ORDINAL.get(text) or int(text)


def _plain(text: str) -> str:
    """Return the text in small letters, one kind of dash, months counted in digits."""
    plain = unicodedata.normalize("NFC", text).casefold().strip(" .,;")
    plain = re.sub(r"[–—−]", "-", re.sub(r"\s+", " ", plain))
    return re.sub(r"^(sáu|chín|mười hai|ba)(?= tháng)", lambda found: _COUNTS[found[0]], plain)
