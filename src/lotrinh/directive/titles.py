"""The title lines of a document, and the year they set for everything below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.announced import find_announced
from lotrinh.directive.dates import Year
from lotrinh.directive.headings import told
from lotrinh.directive.horizons import leading_year
from lotrinh.directive.sentences import Reading, Sentence

_ANNOUNCES = re.compile(
    r"\b(?:ban hành|phê duyệt|thông qua|đã xây dựng"
    r"|ký|triển khai)\b[^.;]{0,40}\b(?:kế hoạch|nghị quyết|quyết định|chương trình|đề án)\b"
)
#: How far from the top a title may stand.
_TOP = 16
_TERM = re.compile(r"nhiệm kỳ\s$")


def title_year(reading: Reading) -> tuple[Year, Sentence] | None:
    """Return the year of all that names none, and its sentence: "… giai đoạn 2021-2025"."""
    for sentence in titles(reading):
        year = leading_year(sentence)
        if year is not None:
            return year, sentence
    announced = find_announced(reading)
    if announced is not None:
        year = leading_year(announced.sentence)
        if year is not None and year.start > announced.kind_at:
            return year, announced.sentence
    for sentence in reading.sentences[:40]:
        for year in sentence.years:
            if year.role == "span" and _TERM.search(sentence.low[: year.start]):
                return year, sentence
    return None


def title_hopes(reading: Reading) -> bool:
    """Say whether a title line announces aims: "8 mục tiêu của tỉnh đến năm 2030"."""
    return any(told(sentence.low, "none", "")[0] == "promise" for sentence in titles(reading))


def titles(reading: Reading) -> Iterator[Sentence]:
    """Yield the lines at the top that may be the title: before the text proper, not addresses."""
    for sentence in reading.sentences[:_TOP]:
        low = sentence.low
        announces = _ANNOUNCES.search(low)
        if (low.endswith(".") and not announces) or low.endswith("?"):
            continue
        if re.match(r"https?:|www\.|căn cứ|số[ :]|\d", low) or len(low) > 400:
            continue
        if re.search(r"cộng hòa xã hội|độc lập - tự do|^[^,]{0,30}, ngày \d", low):
            continue
        yield sentence
