"""Days, years and spans of years in a text, and the part each plays there.

A year may be the deadline, the year compared with, or only the date of a paper; which
deadline belongs to which number is `horizons.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

#: by: "đến năm 2025"; of: "năm 2025"; span: "2021-2025"; against: "so với năm 2020".
Role = Literal["by", "of", "span", "against"]

_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(
    r"(?<![\d/.,-])(?:(?P<d>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<m>\d{1,2})(?:\s?(?P=sep)\s?"
    rf"(?P<y>{_YEAR}))?(?![\d/%])"
    rf"|(?P<d2>\d{{1,2}})\s?tháng\s?(?P<m2>\d{{1,2}})(?:\s?năm\s?(?P<y2>{_YEAR}))?"
    rf"(?!\d)|tháng\s(?P<m3>\d{{1,2}})\s?(?:[-/]|năm\s?)\s?(?P<y3>{_YEAR}))"
)
_SPAN = re.compile(
    rf"(?<![\d/.,-])(?P<first>{_YEAR})\s?(?:-|đến(?:\snăm)?|tới(?:\snăm)?)\s?(?P<last>{_YEAR}"
    rf"|\d\d(?!\d|[.,]\d|\s?%))(?![\d/])"
)
_ONE = re.compile(
    rf"(?P<lead>(?:(?:đến|tới|trước|vào|trong|của|cho)\s(?:hết\s|cuối\s|đầu\s|giữa\s|mốc\s"
    rf"|thời điểm\s)*)?"
    rf"(?:(?:ở|tại|vào|đến|từ)?\s?mốc\s(?:năm\s)?)?(?:(?:hết|cuối|đầu|giữa)\s(?:hết\s"
    rf"|cuối\s)*)?(?:(?:các\s)?năm\s?(?:học\s)?)?"
    rf"|(?:tầm nhìn|định hướng)\s(?:đến\s|tới\s)?(?:năm\s)?|[(]|quý\s(?:[1-4]|i{{1,3}}"
    rf"|iv)\s?(?:/|-|năm)\s?)"
    rf"(?<![\d/.,])(?P<year>{_YEAR})(?![\d%]|[.,]\d|\s?[-/]\s?[\dA-ZĐ])"
)
_AGAINST = re.compile(
    r"(?:so với|so sánh với|so|cùng kỳ|kể từ|từ|giá|giá so sánh|bằng mức|gấp (?:[\d,]+|đôi|rưỡi"
    r"|ba|bốn|năm)(?: lần)?|gốc"
    r"|thực hiện)"
    r"\s(?:với\s|mức\s|cùng kỳ\s|cùng thời điểm\s|đầu\s|cuối\s|thực hiện\s|hiện hành\s|của\s)*$"
)
#: A span compared with, or that of a standard: "theo chuẩn nghèo giai đoạn 2021 - 2025".
_OF_ANOTHER = re.compile(
    r"(?:\bso với\s(?:[^\W\d]+\s){0,8}|\bso\s(?:mức\s)?(?:(?:trung bình|bình quân)\s)?(?:của\s)?"
    r"|\b(?:theo|của) (?:bộ tiêu chí"
    r"|(?:quy )?chuẩn)[^,;.()\d]{0,40}\s)"
    r"(?:giai đoạn|nhiệm kỳ|thời kỳ)\s$"
)
_COMPARED = re.compile(r"\bso với [^,;.:\d]{0,40}$")
#: "ở các tỉnh | năm 2020 | có tỷ suất trên 21‰": what those places were like then.
_WHERE = re.compile(
    r"\b(?:ở|tại|cho|với)\s(?:các |những )?(?:tỉnh|huyện|xã|thôn|bản|vùng|nơi|địa phương)\s$"
)
_WERE = re.compile(r"\s(?:có|còn|chưa)\b")
#: "Nghị quyết số 03 năm 2025": the year of a paper, told with its number.
_OF_PAPER = re.compile(
    r"\b(?:nghị quyết|quyết định|kế hoạch|chỉ thị|nghị định|thông tư|kết luận|chương trình|công văn"
    r"|luật|hướng dẫn)\s(?:số:?\s\d{1,5}\S{0,20}|\d{1,5}[-/]\S{1,20})\s$"
)
#: A year that a text's first words end on.
_HEADS = 60
_BY = re.compile(r"^(?:đến|tới|trước|vào (?:hết|cuối)|tầm nhìn|định hướng)")


@dataclass(frozen=True)
class Day:
    """A date in figures; `year` is None where the text leaves it out ("ngày 5/8")."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None

    def as_date(self) -> date | None:
        """Return the full date, or None where the text does not give one."""
        if self.day is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class Year:
    """A year, or the last year of a span, with the role it plays in its sentence."""

    start: int
    end: int
    year: int
    role: Role
    first: int | None = None
    #: For "hai năm sau đó": where the year stands that it is counted from, and the steps up to it.
    counted: tuple[tuple[int, int], ...] = ()
    #: "cuối nhiệm kỳ", "hai năm sau đó" say when, but not whether that is still to come.
    silent: bool = False


def find_days(text: str) -> list[Day]:
    """Return the dates of a text.

    >>> [d.as_date().isoformat() for d in find_days("ngày 27-9-2019; ngày 5 tháng 8 năm 2022")]
    ['2019-09-27', '2022-08-05']
    """
    return [day for match in _DAY.finditer(text.lower()) if (day := _day(match)) is not None]


def find_years(low: str) -> list[Year]:
    """Return the years of a lower-case text that are not parts of dates.

    >>> [(y.year, y.role) for y in find_years("đến năm 2025 tăng 8% so với năm 2020")]
    [(2025, 'by'), (2020, 'against')]
    >>> [(y.first, y.year) for y in find_years("giai đoạn 2021-2025")]
    [(2021, 2025)]
    """
    taken = [(d.start, d.end) for d in find_days(low)]
    found: list[Year] = []
    for match in _SPAN.finditer(low):
        span = _span(match)
        if not _overlaps(match.span(), taken) and span.first and span.first < span.year:
            found.append(span)
    taken += [(y.start, y.end) for y in found]
    for match in _ONE.finditer(low):
        if not _overlaps(match.span("year"), taken) and _is_year(match, found):
            found.append(_one(match))
    found += [_of_day(day) for day in find_days(low) if day.year and _is_deadline(low, day)]
    return sorted(found, key=lambda y: y.start)


def _day(match: re.Match[str]) -> Day | None:
    day = match["d"] or match["d2"]
    month, year = (
        int(match["m"] or match["m2"] or match["m3"]),
        match["y"] or match["y2"] or match["y3"],
    )
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    full = bool(match["y"] or match["d2"] or match["m3"])
    # Two figures without a year are a date only where the text says so: "ngày 5/8", not "5/8".
    if not full and not re.search(
        r"(?:ngày|sáng|chiều|tối"
        r"|hôm)\s(?:mùng\s)?$",
        match.string[: match.start()][-16:],
    ):
        return None
    return Day(
        match.start(), match.end(), int(day) if day else None, month, int(year) if year else None
    )


def _span(match: re.Match[str]) -> Year:
    first, last = int(match["first"]), match["last"]
    year = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    before = match.string[max(0, match.start() - 60) : match.start()]
    role: Role = "against" if _OF_ANOTHER.search(before) else "span"
    return Year(match.start(), match.end(), year, role, first)


def _one(match: re.Match[str]) -> Year:
    lead = match["lead"]
    before = match.string[max(0, match.start() - 40) : match.start()]
    bare_lead = re.sub(r"^của\s", "", lead)
    role: Role = "of"
    like = (
        lead.strip() == "năm" and _WHERE.search(before) and _WERE.match(match.string, match.end())
    )
    compared = like or (_COMPARED.search(before) and not lead.startswith(("đến", "tới", "trước")))
    if compared or (_AGAINST.search(before) and not _BY.match(lead)):
        role = "against"
    elif _BY.match(bare_lead):
        role = "by"
    return Year(match.start(), match.end(), int(match["year"]), role)


def _is_year(match: re.Match[str], found: list[Year]) -> bool:
    """A bare number is a year after "năm", or in a row of years: "2025, 2030 và 2045"."""
    if match["lead"].strip():
        told = match.string[max(0, match.start() - 60) : match.start()]
        return match["lead"].strip() != "năm" or _OF_PAPER.search(told) is None
    before = match.string[max(0, match.start() - 8) : match.start()]
    row = re.search(rf"{_YEAR}(?:,|, | và |, và |; |-| - )$", before)
    alone = re.match(r"\s?:", match.string[match.end() :][:2])
    opens = not match.string[: match.start()].strip() or before.rstrip().endswith((",", ";", ":"))
    # "Thu ngân sách 2026: …" heads a text; "– Tây Ninh: 2025: 2.913 căn" heads a number.
    heads = alone and (opens or (re.search(r"[^\W\d_]{2,} $", before) and match.start() < _HEADS))
    return bool(row or heads) or (bool(found) and found[-1].end == match.start())


def _of_day(day: Day) -> Year:
    return Year(day.start, day.end, day.year or 0, "by")


def _is_deadline(low: str, day: Day) -> bool:
    return bool(
        re.search(
            r"(?:trước|đến|chậm nhất|muộn nhất|hạn"
            r"|trong)\s(?:hết\s)?(?:là\s)?(?:ngày\s)?$",
            low[max(0, day.start - 30) : day.start],
        )
    )


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in taken)
