"""Reads the day a report is due out of a Vietnamese phrase: “ngày 25 tháng cuối quý”.

It reads recurring days only; a day of one year is a date, for `base.files.read_day`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from lotrinh.base.errors import Where, wrong
from lotrinh.periods.arithmetic import Frequency
from lotrinh.periods.calendar import Due, Mark

_LENGTHS: dict[str, tuple[Frequency, int]] = {
    "quý": ("quarter", 3),
    "6 tháng": ("half", 6),
    "sáu tháng": ("half", 6),
    "năm": ("year", 12),
}
_LENGTH = r"(?P<of>quý|6 tháng|sáu tháng|năm)"
_DAY = r"(?:ngày )?(?P<d>\d{1,2}|cuối cùng|cuối)"
_EACH = r"(?:hàng|hằng|mỗi)"
_Rule = tuple[Frequency, Due]

_PHRASES: tuple[tuple[str, Callable[[re.Match[str]], _Rule]], ...] = (
    (rf"{_DAY}(?: của)? tháng cuối(?: của)?(?: {_EACH})? {_LENGTH}", lambda m: _last(m, 0)),
    (rf"{_DAY}(?: của)? tháng đầu(?: của)? {_LENGTH}(?: sau| tiếp theo)", lambda m: _last(m, 1)),
    (rf"{_DAY}(?: của)? tháng (?:sau|tiếp theo)", lambda m: ("month", Due(Mark(1, _day(m))))),
    (rf"{_DAY} {_EACH} tháng", lambda m: ("month", Due(Mark(0, _day(m))))),
    (
        rf"{_DAY}(?:/| tháng )(?P<m>0?[1-9]|1[0-2])(?: {_EACH} năm| của năm)",
        lambda m: ("year", Due(Mark(int(m["m"]) - 12, _day(m)))),
    ),
    (
        rf"{_DAY}(?:/| tháng )(?P<m>0?[1-9]|1[0-2])(?: của)? năm (?:sau|tiếp theo)",
        lambda m: ("year", Due(Mark(int(m["m"]), _day(m)))),
    ),
)


def read_due(text: str, where: Where = Where()) -> tuple[Frequency, Due]:  # noqa: B008 (frozen)
    """Return how often and when; raises LotrinhError placed at `where` for another phrase.

    >>> read_due("trước ngày 25 tháng cuối quý")
    ('quarter', Due(mark=Mark(months=0, day=25), working_days=0))
    >>> read_due("ngày 15/12 hằng năm")
    ('year', Due(mark=Mark(months=0, day=15), working_days=0))
    """
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).casefold()).strip(" .;,")
    plain = re.sub(r"^(?:chậm nhất(?: là)?|trước|vào|muộn nhất(?: là)?) ", "", plain)
    for pattern, make in _PHRASES:
        if found := re.fullmatch(pattern, plain):
            length, due = make(found)
            if due.mark is not None and 1 <= due.mark.day <= 31 and -11 <= due.mark.months <= 12:
                return length, due
    raise wrong("periods.no_due", where, text=text)


def _last(found: re.Match[str], later: int) -> _Rule:
    length, _ = _LENGTHS[found["of"]]
    return length, Due(Mark(later, _day(found)))


def _day(found: re.Match[str]) -> int:
    return 31 if found["d"].startswith("cuối") else int(found["d"])
