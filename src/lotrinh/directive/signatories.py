"""Who signed a directive: the name under "TM. ỦY BAN NHÂN DÂN", or the person who "vừa ký" it.

Only a person's name is taken; the office they signed for is `issuers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.announcement import Announced
from lotrinh.directive.cited import Span
from lotrinh.directive.letters import capitals
from lotrinh.directive.sentences import Reading
from lotrinh.directive.structure import structure

Found = tuple[str, Span]
#: The family names nine of ten Vietnamese bear, and those of the northern and highland peoples.
FAMILY_NAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Trương"
    " Mai Cao Lâm Hà Lương Tô Tạ Châu Thái Quách Triệu Chu Đào Lưu Vương Tống Phùng Nông Hầu Giàng"
    " Lò Lữ La Lã Kiều Khuất Khương Nghiêm Ninh Ông Quàng Sùng Thào Thạch Tăng Từ Văn Vi Giang Đàm"
    " Điểu Hứa Hàng Kim Lại Lường Mạc Ma Mùa Phương Sầm Thân Tòng Trang Ung Uông Vàng Vừ Bạch Bế"
    " Cầm Cù Doãn Đồng Đường Âu An Ân Bá Bành Cấn Chung Diệp Đậu Đổng Giáp Hán Hùng Lộc Lục Mã Mẫn"
    " Nhữ Ngụy Phó Thiều Thẩm Tiêu Tôn Trà Trầm Viên Xa A Y Ksor Rơ Siu Rah Kpă".split()
)
#: Between a family name and the name one is called by; no place has them there.
MIDDLE_NAMES = frozenset(("Thị", "Văn"))
_WORD = r"[A-ZĐÀ-Ỹ][\w'’-]*"
_NAME = re.compile(capitals(rf"(?<!\w)(?P<name>{_WORD}(?:\s{_WORD}){{1,4}})(?!\w)"))
_SIGNED = re.compile(
    capitals(
        r"\b(?:Chủ tịch|Bí thư|Thủ tướng|Bộ trưởng|Thứ trưởng|Giám đốc|Trưởng ban|Chủ nhiệm"
        r"|Cục trưởng"
        r"|Tổng Bí thư)\b"
        r"(?P<office>(?:(?!Chủ tịch|Bí thư|Thủ tướng|Bộ trưởng|Giám đốc)[^.;:()]|(?<=TP)\.){0,70}?)"
        rf"\s(?!Phó\s|Thủ\s|Chủ\s|Bí\s|Giám\s)(?P<name>{_WORD}(?:\s{_WORD}){{1,7}})[,\s]+(?:[^.;:()]{{0,40}}?\s)?"
        r"(?:(?:vừa|đã|mới|thay mặt [^,.;]{3,40})[,\s]+)*(?:ký\b|thay mặt)"
    )
)
_TITLES = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|ThS|BS|KS|CN|Thiếu tướng|Trung tướng|Đại tá|Đại tướng|Thượng tá)\.?\s*)+"
)
_MARK = re.compile(r"\(?\s*(?:đã ký|signed|ký bởi|ký tên|đóng dấu)[^)]*\)?", re.IGNORECASE)
#: Words that a name is not made of, in capitals as it may be: offices and bodies.
_OFFICE = re.compile(
    r"\b(?:TỊCH|BÍ|GIÁM|BAN|TRƯỞNG|CHÁNH|PHÒNG|TỈNH|HUYỆN|NƠI|NHẬN|ĐẢNG|THỦ|TƯỚNG|TM|KT|TL|SỞ|CHỦ"
    r"|ĐIỀU|NHƯ|BIỂU|PHÓ CHỦ|PHÓ GIÁM|PHÓ BÍ|HỘI ĐỒNG|CHÍNH PHỦ|TRUNG ƯƠNG|HÀ NỘI|VĂN PHÒNG)\b",
    re.IGNORECASE,
)
#: "CHỦ TỊCH Nguyễn Văn An" in one cell.
_BEHIND_OFFICE = re.compile(
    capitals(
        r"(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM|TRƯỞNG BAN|THỨ TRƯỞNG)[\s\W]+"
        rf"(?P<name>{_WORD}(?:\s{_WORD}){{1,4}})$"
    )
)
#: Words of a person's name; two in a row, "Thái Nguyên", are a place.
_MOST_WORDS, _SHORTEST_ROW = 5, 2
_LONGEST_FOOT = 1200


def signed_below(reading: Reading) -> Found | None:
    """Return the name at the end of the first signature of an official document."""
    for section in structure(reading.document).walk():
        if section.kind != "signature":
            continue
        start, end = section.start, min(section.end, section.start + _LONGEST_FOOT)
        if found := _last_name(reading, start, end):
            return found
    return None


def signed_in_news(reading: Reading, announced: Announced) -> Found | None:
    """Return the person who signed it: "Chủ tịch UBND tỉnh Trần Văn An vừa ký ban hành …"."""
    sentence = announced.sentence
    for found in _each(sentence.text):
        words = found["name"].split()
        first = person_from(words)
        if first is None or _OFFICE.search(found["name"]):
            continue
        name = " ".join(words[first:])
        start = found.start("name") + len(" ".join(words[:first])) + bool(first)
        return name, reading.span(sentence, start, start + len(name))
    return None


def _each(text: str) -> Iterator[re.Match[str]]:
    """Yield every office with a name and a signing behind it, one inside another too."""
    found = _SIGNED.search(text)
    while found:
        yield found
        found = _SIGNED.search(text, found.start() + 1)


def person_from(words: list[str]) -> int | None:
    """Return which word of a row of capitals a person's name begins with, None for no person.

    >>> person_from("Hà Nội Trần Sỹ Thanh".split()), person_from("Hồ Chí Minh".split())
    (2, None)
    >>> person_from("Lê Thị Hà Giang".split())
    0
    """
    if " ".join(words[:3]) == "Hồ Chí Minh":
        return 3 if len(words) > 4 else None
    for at in range(len(words) - 2):
        if words[at] in FAMILY_NAMES and words[at + 1] in MIDDLE_NAMES:
            return at
    # A place has two words nearly always; a row that begins with a family name is all a person.
    order: list[int] = [*range(2, len(words) - 1), 0, 1]
    for at in order:
        begins = at < len(words) - 1 and words[at] in FAMILY_NAMES
        begins = begins and words[at : at + 2] != ["Phó", "Thủ"]  # … tướng
        if begins and len(words) - at <= _MOST_WORDS and (at or len(words) > _SHORTEST_ROW):
            return at
    return None


def _last_name(reading: Reading, start: int, end: int) -> Found | None:
    """Return the first line or cell below the office that is a person's name."""
    text = reading.document.text[start:end]
    for found in re.finditer(r"(?:(?!\s{3})[^\n|])+", text):  # columns stand far apart
        piece = _MARK.sub(" ", found.group()).strip()
        behind = _BEHIND_OFFICE.search(piece)
        name = _TITLES.sub("", behind["name"] if behind else piece).strip()
        if _is_person(name) and name in found.group():
            at = start + found.start() + found.group().rindex(name)
            return (name.title() if name.isupper() else name), (at, at + len(name))
    return None


def _is_person(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 5 or words[0].title() not in FAMILY_NAMES:
        return False
    return _NAME.fullmatch(name) is not None and not _OFFICE.search(" ".join(words[:2]))
