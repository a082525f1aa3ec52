"""Numbers that select: whom a rule is for, which size counts, what shall be left of none."""

from __future__ import annotations

import re

from lotrinh.directive.quantity import Quantity

#: "cơ quan có từ 30% nữ trở lên có …": the number selects who is meant.
_SELECTS = re.compile(
    r"\b(?:xã|huyện|thôn|xóm|bản|địa bàn|vùng|nơi|cơ quan|đơn vị|doanh nghiệp|cơ sở|địa phương"
    r"|tổ chức|người|những|hộ|khu vực|dự án|công trình)\s(?:nghèo\s|(?:[\w,]+\s){0,3}có\s"
    r"|(?:\w+\s){1,2}(?=(?:từ|trên|dưới)\s))"
    r"(?:[^,;.\d]{0,40}\s)?(?:từ|trên|dưới|ít nhất)?\s*$"
)
#: "không còn xã dưới 15 tiêu chí": none of those shall be left.
_NONE_LEFT = re.compile(r"\bkhông (?:còn|có|để)\s[^,;.\d]{0,40}$")
#: "tàu cá từ 15 m trở lên", "100% xóm có từ 30 hộ trở lên".
_SIZES = re.compile(r"\b(?:tàu cá|tàu|thuyền|thửa|(?<!nâng )quy mô)\s(?:từ|dưới|trên)\s*$")
_SHARE_OF = re.compile(r"\d\s?% [^,;.%]{0,30}\bcó (?:từ|trên|dưới)\s*$")
_GOES_ON = re.compile(
    r"(?:\strở (?:lên|xuống))?(?:, (?:nhất thiết |bắt buộc |đều )?(?=phải\b))?[^,;.\d]{0,45}"
    r"\b(?:giảm|tăng|có|đạt|được|phải|là|thì|sẽ|cần|hoàn thành|phấn đấu)\b"
)
#: "số xã đạt dưới 10 tiêu chí còn 25%": the number belongs to the name of the next.
_NAMES_ANOTHER = re.compile(r"\s(?:còn|giảm|xuống|chiếm|tăng|đạt tỷ lệ)\b[^,;.\d]{0,20}\d")
#: "hộ nghèo giảm ở mức dưới 2%": a level reached, no group.
_REACHES = re.compile(r"\b(?:giảm|đạt|còn|xuống|ở mức|duy trì|chiếm|lên|tăng)\b")


def is_threshold(low: str, quantity: Quantity) -> bool:
    """A number that selects whom a rule is for is no target."""
    if quantity.operator not in (">", ">=", "<"):
        return False
    before = low[max(0, quantity.start - 80) : quantity.start]
    if _NONE_LEFT.search(before):
        return True
    if (
        re.search(
            r"doanh nghiệp[^,;.]{0,30}\bcó (?:từ|dưới"
            r"|trên) $",
            before,
        )
        and quantity.family == "count"
    ):
        return True
    if _SIZES.search(before) or _SHARE_OF.search(before):
        return True
    if quantity.family in ("count", "measure") and _NAMES_ANOTHER.match(low, quantity.end):
        return True
    selects = _SELECTS.search(before)
    if selects is None or _REACHES.search(selects.group()):
        return False
    return _GOES_ON.match(low, quantity.end) is not None
