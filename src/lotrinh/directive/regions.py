"""The part of the place that a sentence promises for: "khu vực đồng bằng có 90% hộ …".

The same thing is often promised again, higher or lower, for another part; the name says which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

_PLAIN_OR_HILLS = (
    r"(?:đồng bằng|trung du|miền núi(?: (?:cao|thấp))?|nông thôn|thành thị|đô thị|ven biển"
    r"|biên giới|hải đảo|bãi ngang|đồng bào dân tộc thiểu số|dân tộc thiểu số|đặc biệt khó khăn)"
)
#: What opens a sentence right before its first number: "Đối với vùng miền núi, phấn đấu hơn …".
_REGION = re.compile(
    r"(?:^\W*|[,:]\s|\b20\d\d,?\s)(?:(?:đối với|riêng|ở|tại|trong)\s)*"
    rf"(?P<region>(?:khu vực|vùng)\s{_PLAIN_OR_HILLS}(?:,?\s(?:và\s)?{_PLAIN_OR_HILLS})*),?\s"
    r"(?:(?:phấn đấu|sẽ|phải|có|đạt|hơn|trên|ít nhất|tối thiểu|khoảng|từ)\s)*$"
)


def region_of(sentence: Sentence, quantities: Sequence[Quantity]) -> str:
    """Return the region that the numbers of a sentence are promised for, or ""."""
    if not quantities or quantities[0].family != "percent":
        return ""
    found = _REGION.search(sentence.low[: quantities[0].start][-160:])
    return found["region"].strip(" ,") if found else ""


def in_region(name: str, region: str) -> str:
    """Write a name with its region behind it.

    >>> in_region("khu vực đồng bằng hộ đạt chuẩn văn hóa", "khu vực đồng bằng")
    'hộ đạt chuẩn văn hóa ở khu vực đồng bằng'
    """
    if not region:
        return name
    bare = name[len(region) :].strip(" ,") if name.lower().startswith(region) else name
    return f"{bare} ở {region}" if bare and region not in bare.lower() else name
