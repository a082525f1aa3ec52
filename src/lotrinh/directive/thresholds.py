"""Numbers that select or describe: whom a rule is for, which size counts, what is compared with.

"Xã có tỷ lệ hộ nghèo trên 25% giảm 4%": the first number says which communes, the second what
is wanted. None of the first kind is a target.
"""

from __future__ import annotations

import re

from lotrinh.directive.quantity import Quantity

_GROUP = (
    r"(?:xã|huyện|thôn|xóm|bản|địa bàn|vùng|nơi|cơ quan|đơn vị|doanh nghiệp|cơ sở|địa phương"
    r"|tổ chức|người|những|hộ|khu vực|dự án|công trình|lớp|lớp học|trường|chợ|hợp tác xã"
    r"|trang trại)"
)
#: "cơ quan có từ 30% nữ trở lên | có …": a group, what it has, and then what is said of it.
_SELECTS = re.compile(
    rf"\b{_GROUP}\s(?:nghèo\s|(?:[\w,]+\s){{0,3}}có\s|(?:\w+\s){{1,2}}(?=(?:từ|trên|dưới)\s))"
    r"(?:[^,;.\d]{0,40}\s)?(?:từ|trên|dưới|ít nhất)?\s*$"
)
_GOES_ON = re.compile(
    r"(?:\strở (?:lên|xuống))?(?:, (?:nhất thiết |bắt buộc |đều )?(?=phải\b))?[^,;.\d]{0,45}"
    r"\b(?:giảm|tăng|có|đạt|được|phải|là|thì|sẽ|cần|hoàn thành|phấn đấu)\b"
)
#: "khu vực đồng bằng có trên 90% | hộ đạt chuẩn văn hóa;": what they have is all that is said.
_SAYS_ALL = re.compile(
    r"\s(?!trở )[^,;.:\d]{2,60}?\sđạt (?:chuẩn|tiêu chí|danh hiệu|loại)\b"
    r"(?:(?!\b(?:được|phải|thì|sẽ|cần)\b)[^;.\d])*(?:[;.…]|$)"
)
#: "hộ nghèo giảm ở mức dưới 2%": a level reached, no group.
_REACHES = re.compile(r"\b(?:giảm|đạt|còn|xuống|ở mức|duy trì|chiếm|lên|tăng)\b")
#: "doanh nghiệp khu công nghiệp có từ 50 lao động".
_EMPLOYS = re.compile(r"doanh nghiệp[^,;.]{0,30}\bcó (?:từ|dưới|trên) $")
#: "tàu cá từ 15 m trở lên", "áp dụng cho hộ trồng từ 0,3 ha".
_SIZES = re.compile(
    r"\b(?:tàu cá|tàu|thuyền|thửa|(?<!nâng )quy mô|áp dụng (?:cho|với|đối với)\s[^,;.\d]{1,40})\s"
    r"(?:từ|dưới|trên)\s*$"
)
#: "100% xóm có từ 30 hộ trở lên", "14/14 tổ có ít nhất 1 buổi": what those counted have.
_OF_A_SHARE = re.compile(
    r"(?:\d\s?%|\d/\d+)\s[^,;.%\d]{1,60}\b(?:có|học|dạy|đạt|chiếm)\s(?:từ|trên|dưới|ít nhất"
    r"|tối thiểu)\s*$"
)
#: "25 doanh nghiệp có vốn trên 1 tỷ USD": what each of those counted has.
_OF_EACH = re.compile(
    r"(?<![\d.,])(?<!trên )(?!(?:19|20)\d\d\s)(?:\d[\d.]*)?\d\s[^,;.:%\d]{4,110}\b(?:có|đạt|đạt mức"
    r"|với)\s(?:[^,;.:%\d]{1,20}\s)?(?:từ|trên|dưới|ít nhất|tối thiểu)\s*$"
)
#: "không còn xã dưới 15 tiêu chí": none of those shall be left.
_NONE_LEFT = re.compile(r"\bkhông (?:còn|có|để)\s[^,;.\d]{0,40}$")
#: "người mua phải có thu nhập không quá 20 triệu đồng": who may.
_MAY = re.compile(
    r"\b(?:người|hộ|đối tượng|cá nhân|gia đình|chủ hộ)\s(?:\w+\s){0,3}(?:phải"
    r"|cần) có [^,;.\d]{0,30}$"
)
#: "số xã đạt dưới 10 tiêu chí | còn 25%", "sàng lọc đủ 5 bệnh: 50%": part of another's name.
_NAMES_ANOTHER = re.compile(
    r"\s(?:còn|giảm|xuống|chiếm|tăng|đạt tỷ lệ)\b[^,;.:\d]{0,20}\d"
    r"|(?!\s?\(|\s(?:bao gồm|gồm|trong đó)\b)[^,;.:\d]{0,30}:\s[^,;.:\d]{0,20}\d"
)
#: "máy kéo dưới 50 mã lực | đạt 60%": which ones, and then how many of them.
_SHARE_OF_THEM = re.compile(r"\s(?:đạt|là)\s(?:khoảng |trên |ít nhất |tối thiểu )?\d[\d.,]*\s?%")
#: "trẻ sơ sinh nhẹ cân (dưới 2.500 gram) | dưới 5%": a bracket says who is meant.
_OPENS_ASIDE = re.compile(
    r"\w\s?\((?:(?:từ|dưới|trên|hơn|ít nhất|tối thiểu|không quá)\s|[<>≤≥]=?\s?)$"
)
_CLOSES_ASIDE = re.compile(r"(?:\s?trở (?:lên|xuống))?\)\s[^,;.:()\d]{0,40}\d")
#: "Tỷ lệ trẻ sơ sinh nhẹ cân (dưới 2.500 gram)": a name with nothing behind it.
_ENDS_ASIDE = re.compile(r"\)[\s.;:]*$")
#: "72 xã | đạt 19 tiêu chí": what each of those counted has.
_MEETS_CRITERIA = re.compile(r"\d\s(?:xã|thôn|bản|ấp|phường|huyện)\s(?:\w+\s){0,2}đạt (?:đủ )?$")
#: "ở các tỉnh năm 2020 có tỷ suất trên 21‰": which ones, told by what they were like.
_WERE_LIKE = re.compile(
    rf"\b(?:ở|tại|cho)\s(?:các |những )?(?:tỉnh|{_GROUP})\snăm 20\d\d có\s[^,;.:]{{3,60}}"
    r"\s(?:trên|dưới|từ)\s$"
)
#: "giảm 50% so với 2.554 ha": where it starts from.
_COMPARED_WITH = re.compile(r"\bso với (?:mức |con số )?(?:khoảng |gần |hơn |trên )?$")


def is_threshold(low: str, quantity: Quantity) -> bool:
    """Say whether a number selects or describes, and is itself no target."""
    before = low[max(0, quantity.start - 110) : quantity.start]
    counted = quantity.family in ("count", "measure", "score")
    if _describes(low, before, quantity, counted):
        return True
    if quantity.operator not in (">", ">=", "<"):
        return False
    if any(one.search(before) for one in (_NONE_LEFT, _SIZES, _WERE_LIKE)):
        return True
    if quantity.family in ("count", "measure", "money") and _OF_EACH.search(
        low[: quantity.start][-140:]
    ):
        return True
    if _OF_A_SHARE.search(before):
        return True
    if counted and (_EMPLOYS.search(before) or _SHARE_OF_THEM.match(low, quantity.end)):
        return True
    selects = _SELECTS.search(before)
    if selects is None or _REACHES.search(selects.group()):
        return False
    if _SAYS_ALL.match(low, quantity.end):
        return False
    return _GOES_ON.match(low, quantity.end) is not None


def _describes(low: str, before: str, quantity: Quantity, counted: bool) -> bool:
    """Say whether a number tells which ones or what they are like, whatever its operator."""
    if any(one.search(before) for one in (_MAY, _COMPARED_WITH)):
        return True
    if quantity.unit.startswith("tiêu chí") and _MEETS_CRITERIA.search(before):
        return True
    if _OPENS_ASIDE.search(before) and _CLOSES_ASIDE.match(low, quantity.end):
        return True
    if not counted:
        return False
    ends = _OPENS_ASIDE.search(before) and _ENDS_ASIDE.match(low, quantity.end)
    return bool(ends or _NAMES_ANOTHER.match(low, quantity.end))
