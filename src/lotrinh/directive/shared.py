"""One number said of several things: of several indicators, or of each of several years.

"Số vụ, số người chết và số người bị thương giảm 5%" promises three things; so does "các năm
2026, 2027, 2028 mỗi năm 500 ha".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.dates import Year
from lotrinh.directive.parts import name_of_part
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

_HEAD = (
    r"(?:số|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|chỉ số|diện tích|sản lượng|giá trị|năng suất|kim ngạch"
    r"|doanh thu|mật độ)"
)
_PART = rf"{_HEAD}\s[^,;.:()\d]{{2,80}}?"
_LIST = rf"{_PART}(?:,\s{_PART})*,?\s(?:và|cùng với|cùng)\s{_PART}"
#: The verb that a list of names ends on: "… và số người bị thương | đều giảm".
_VERB = r"(?:\s(?:đều|cùng|phải|giảm|tăng|đạt|còn|trên|xuống|lên|dưới|tối thiểu))*"
_NAMES = re.compile(rf"(?P<list>{_LIST}){_VERB}", re.IGNORECASE)
_BEHIND = re.compile(rf"\s(?:cả\s|đối với\s|ở\s)?(?P<list>{_LIST})(?=\sso với\b|[,;.]|$)")
_BETWEEN = re.compile(
    r",\s|,?\s(?:và|cùng với|cùng)\s(?=(?:số|t[ỷỉ]|chỉ|diện|sản|giá|năng|kim|doanh|mật))"
)
_EACH_YEAR = re.compile(r"\s?(?:,\s)?(?:thì\s)?mỗi năm\b[^,;.\d]{0,40}$")


def names_of(
    sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity], name: str
) -> list[str]:
    """Return the names that share a number; one where it is said of one thing only."""
    name = name_of_part(sentence, quantity, quantities, name)
    if "lần lượt" in sentence.low or "tương ứng" in sentence.low:
        return [name]
    before = _NAMES.fullmatch(name)
    if before is not None:
        return _BETWEEN.split(before["list"])
    behind = _BEHIND.match(sentence.low, quantity.end)
    if behind is None:
        return [name]
    verb = name.split(" ", 1)[0] if re.match(r"(?:giảm|tăng)\b", name) else ""
    return [f"{verb} {one}".strip() for one in _BETWEEN.split(behind["list"])]


def years_of(sentence: Sentence, quantity: Quantity, year: Year | None) -> list[Year | None]:
    """Return the years that each have this number; the one given where it has one only."""
    row = [y for y in sentence.years if y.end <= quantity.lead_start]
    if not row or not _EACH_YEAR.match(sentence.low[row[-1].end : quantity.lead_start]):
        return [year]
    first = len(row) - 1
    while first and re.fullmatch(
        r",\s|\s?và\s?|,\svà\s", sentence.low[row[first - 1].end : row[first].start]
    ):
        first -= 1
    return list(row[first:]) if first < len(row) - 1 else [year]
