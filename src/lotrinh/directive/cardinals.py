"""Counts and shares in words: "tám xã", "ba trong số năm xã", "cứ mười hộ thì chín hộ".

Only before nouns that plans count, so that "hai bên" and "năm nay" stay words; halves, thirds
and multiples are `numbers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lotrinh.directive.numbers import Figure

_DIGITS = dict(zip("một hai ba bốn năm sáu bảy tám chín".split(), range(1, 10), strict=True))
_ONES = _DIGITS | {"mốt": 1, "tư": 4, "lăm": 5}
_DIGIT, _ONE = "|".join(_DIGITS), "|".join(_ONES)
CARDINAL = (
    rf"(?:(?:{_DIGIT}) trăm(?: (?:linh|lẻ) (?:{_DIGIT})| (?:{_DIGIT}) mươi)?"
    rf"|(?:{_DIGIT}) mươi(?: (?:{_ONE}))?|mười(?: (?:{_ONE}))?|{_DIGIT})"
)
_NOUN = (
    r"(?:xã|phường|thị trấn|thị xã|huyện|tỉnh|thôn|bản|xóm|ấp|buôn|khu (?:nhà|công|tái|dân|du)|cụm"
    r"|hộ|người|lao động|học sinh|bác sĩ|giáo viên|đảng viên|doanh nghiệp|hợp tác xã|trường|lớp"
    r"|trạm|bệnh viện|nhà (?:máy|văn|ở|trẻ|công)|chợ|cầu|tuyến|công trình|dự án|mô hình|sản phẩm"
    r"|chuỗi|cơ sở|làng|vùng trồng|di tích|thư viện|phòng|giường|bể|hồ|căn|chiếc|tàu|trung tâm|điểm"
    r" đến)"
)
_N = rf"(?:\d{{1,3}}|{CARDINAL})"
_SHARE = (
    rf"cứ (?P<of>{_N}) {_NOUN}\b[^,;.\d]{{0,30}}?,? "
    rf"(?:(?:thì )?(?:phải |sẽ )?có (?:ít nhất )?|thì )(?P<part>{_N})"
)
_OF_MANY = rf"(?:trong|trên) (?:tổng )?(?:số )?{_N} {_NOUN}"
_FOUND = re.compile(
    rf"\b(?:{_SHARE}(?= {_NOUN}\b)|(?P<count>{CARDINAL})(?= (?:{_NOUN}|{_OF_MANY})\b))"
)
_SHARE_ALONE = re.compile(_SHARE)
_COUNT_FIRST = re.compile(rf"(?P<count>{CARDINAL})\b")
#: "năm" is a year as well as five, "một" mostly an article: they count only behind these.
_COUNTS = re.compile(
    r"\b(?:thêm|ít nhất|tối thiểu|đủ|xây mới|số|cả|khoảng|hơn|trên|dưới|trong số)\s$"
)


def read_cardinal(words: str) -> int:
    """Read a whole number in figures or in words.

    >>> read_cardinal("mười lăm"), read_cardinal("hai trăm linh năm"), read_cardinal("12")
    (15, 205, 12)
    """
    if words.isdigit():
        return int(words)
    whole = ones = 0
    for word in words.split():
        if word in ("trăm", "mươi"):
            whole, ones = whole + ones * (100 if word == "trăm" else 10), 0
        elif word == "mười":
            whole += 10
        else:
            ones = _ONES.get(word, 0)
    return whole + ones


def find_cardinals(low: str) -> Iterator[Figure]:
    """Yield the counts and shares that a lower-case text writes in words.

    >>> [(str(f.low), f.middle) for f in find_cardinals("xây ba trường, cứ 10 hộ thì chín hộ vay")]
    [('3', ''), ('90', '%')]
    """
    for found in _FOUND.finditer(low):
        if found["count"] is None:
            yield Figure(*found.span(), _share(found), middle="%", spelled=True)
        elif found["count"] not in ("một", "năm") or _COUNTS.search(low[: found.start()][-12:]):
            yield Figure(*found.span("count"), Decimal(read_cardinal(found["count"])), spelled=True)


def said_in_words(low: str) -> Iterator[Decimal]:
    """Yield the number that a phrase opens with or shares out, for checking a citation.

    >>> [str(number) for number in said_in_words("cứ mười hộ thì chín")]
    ['90']
    """
    if share := _SHARE_ALONE.match(low):
        yield _share(share)
    if count := _COUNT_FIRST.match(low):
        yield Decimal(read_cardinal(count["count"]))


def _share(found: re.Match[str]) -> Decimal:
    """Return a share as per cent, to a tenth."""
    whole = read_cardinal(found["of"])
    share = f"{100 * read_cardinal(found['part']) / whole:.1f}" if whole else "0"
    return Decimal(share.removesuffix(".0"))
