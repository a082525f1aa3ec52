"""Places in a ranking: "nhóm 20/63 dẫn đầu", "top 55", "đứng thứ 3", "10 - 15/63".

A rank is a quantity whose unit is `hạng`; the number of those ranked is no target.
"""

from __future__ import annotations

import re

from lotrinh.directive.numbers import Figure
from lotrinh.directive.quantity import Quantity

#: Words after which a number is a place: "đứng thứ 3", "xếp hạng 20".
_PLACE = re.compile(
    r"(?:\b(?:đứng|xếp|hạng|vị|bậc|lên|ở|giữ|vào|từ|đạt|trí)\s(?:hạng\s|vị trí\s)?thứ"
    r"|\bxếp hạng|\bthứ hạng"
    r"|\bvị trí(?:\ssố)?"
    r"|(?<!chợ )(?<!viện )(?<!sạn )(?<!đô thị )(?<!di tích )(?<!hạng \d lên )\bhạng"
    r"|\bxếp(?= từ))\s(?:từ\s|thứ\s|khoảng\s|số\s|dưới\s|[≤<]=?\s?)*$"
)
#: "đứng vị trí ≤ 30": a smaller number is a better place.
_AT_MOST = re.compile(r"[≤<]=?\s?$")
#: Words after which it is a group, if the group leads: "nhóm 20 tỉnh dẫn đầu".
_GROUP = re.compile(
    r"\b(?:nhóm|xếp trong|đứng trong|lọt vào|trong số|một trong|thuộc|nằm trong|vào"
    r"|trong)\s(?:số\s|nhóm\s|các\s|khoảng\s"
    r"|từ\s)*$"
)
#: "giữ trong nhóm 5, …": a group that is nothing but its number.
_BARE_GROUP = re.compile(r"\s?(?:[,;.]|về\b|và\b|$)")
#: "thứ 20 toàn quốc", "hạng 5 ở khu vực".
_NTH = re.compile(r"(?:^|[,;(]|\bvà)\s*(?:thứ|hạng|vị trí thứ)\s$")
_WHERE = re.compile(
    r"\s(?:toàn quốc|cả nước|trong (?:vùng|khu vực|cả nước)|của (?:vùng"
    r"|cả nước)|ở khu vực|khu vực)"
)
_TOP = re.compile(r"\b(?:top|tốp)\s(?:khoảng\s|từ\s)*$")
_LEADING = re.compile(
    r"[^;.:\d]{0,60}?\b(?:dẫn đầu|đứng đầu|đầu cả nước|đầu của cả nước|hàng đầu|tốt nhất|cao nhất"
    r"|khá nhất|phát triển nhất|lớn nhất|nhanh nhất|đầu bảng)"
)
#: The provinces of Viet Nam before and since July 2025: "20/63" ranks among them.
_OUT_OF = re.compile(r"\s?/\s?(\d{1,3})(?![\d,.]|\s?%)")
_PROVINCES = frozenset(("63", "64", "34"))
_RANKING_WORD = re.compile(
    r"\b(?:hạng|xếp|thứ|top|tốp|nhóm|vị trí|pci|papi|sipas|par index|dti"
    r"|pii)\b"
)
_MEASURED = re.compile(r"\s?(?:%|(?:triệu|tỷ|tỉ|nghìn|ngàn|ha|lần|điểm|tuổi|đồng)\b)")
#: "5/14 tỉnh vùng Bắc Trung Bộ": one place among those of a region.
_AMONG = re.compile(
    r"\s(?:tỉnh|địa phương|quốc gia|nước|thành phố|tỉnh, thành phố)(?: thành phố)?,?\s(?:trong "
    r"|thuộc |của |ở )?"
    r"(?:vùng|khu vực|cả nước|toàn quốc|đồng bằng|miền|asean|đông nam á)\b"
)
_RANKED = re.compile(r"\s(?:tỉnh|địa phương|quốc gia|nước|thành phố)")


def rank_of(low: str, figure: Figure) -> Quantity | None:
    """Return the rank that a number states, or None where it counts something else."""
    out_of = _OUT_OF.match(low, figure.end)
    end = out_of.end() if out_of else figure.end
    if figure.low > 200 or _MEASURED.match(low, end):
        return None
    operator = _operator(low, figure, end, out_of.group(1) if out_of else "")
    if operator is None:
        return None
    noun = _RANKED.match(low, end)
    return Quantity(
        start=figure.start,
        end=noun.end() if noun else end,
        low=figure.low,
        high=figure.high,
        unit="hạng",
        family="rank",
        operator=operator,
        lead_start=figure.start,
    )


def _operator(low: str, figure: Figure, end: int, out_of: str) -> str | None:
    """A group of leaders is `<=`, one place is `=`, two numbers are a range."""
    before = low[max(0, figure.start - 120) : figure.start]
    if _TOP.search(before) or (
        _GROUP.search(before) and (_LEADING.match(low, end) or _BARE_GROUP.match(low, end))
    ):
        operator = "<="
    elif (
        _PLACE.search(before)
        or (_NTH.search(before) and _WHERE.match(low, end))
        or (out_of in _PROVINCES and _RANKING_WORD.search(before))
        or (out_of and _AMONG.match(low, end) and _RANKING_WORD.search(before))
    ):
        or_better = re.match(r"[^,;.]{0,25}\btrở lên\b", low[end:]) or _AT_MOST.search(before)
        operator = "<=" if or_better else "="
    else:
        return None
    return "range" if figure.high is not None else operator
