"""The name of a body that a head sets in capitals, written as the rest of the text writes it.

Levels and bodies have small letters, fields and places a capital, abbreviations all of them.
"""

from __future__ import annotations

import re

#: "Bộ Nông nghiệp và Phát triển nông thôn": each field of a ministry begins with a capital.
_FIELD = re.compile(r"(?<=^Bộ )\w|(?<=^Sở )\w|(?<=^Cục )\w|(?<=^Tổng cục )\w")
#: Letters without a vowel are an abbreviation: "PTNT", "TNMT", "GDĐT".
_LETTERS = re.compile(r"\b[bcdđghklmnpqrstvx]{2,}\b", re.IGNORECASE)
#: "BỘ TRƯỞNG BỘ Y TẾ": who holds the office, before the name of the body.
_HOLDS = re.compile(
    r"(?:BỘ TRƯỞNG|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM"
    r"|TRƯỞNG BAN)(?=\s)"
)
_LONGEST = 40_000
_NEXT_FIELD = re.compile(r"(?:(?<=, )|(?<= và )|(?<= - )|(?<= - sở )|(?<= - bộ ))\w")


def in_small(name: str, text: str) -> str:
    """Write a name all in capitals in small letters; what the text writes small stays as it is.

    >>> in_small("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", ""), in_small("BỘ TRƯỞNG BỘ Y TẾ", "")
    ('Ủy ban nhân dân tỉnh Đắk Lắk', 'Bộ trưởng Bộ Y tế')
    """
    if not name.isupper():
        return name
    if office := _HOLDS.match(name):
        return f"{office.group().capitalize()} {in_small(name[office.end() + 1 :], text)}"
    if party := re.fullmatch(r"(\w+ ỦY)\s(.+)", name):
        return f"{party.group(1).capitalize()} {party.group(2).title()}"
    level = re.search(r"\s(TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN)\s(?!ỦY)", name)
    body = name[: level.start()] if level else name
    small = body[:1] + body[1:].lower()
    if small.startswith(("Bộ ", "Sở ", "Cục ", "Tổng cục ")):
        small = _FIELD.sub(lambda found: found.group().upper(), small)
        small = _NEXT_FIELD.sub(lambda found: found.group().upper(), small)
    small = re.sub(r"^(?:Ubnd|Hđnd)", lambda found: found.group().upper(), small)
    small = _LETTERS.sub(lambda found: found.group().upper(), small)
    small = small if level else _as_written(small, text)
    for proper in (
        "tỉnh ủy",
        "huyện ủy",
        "thành ủy",
        "đảng bộ",
        "chính phủ",
        "thường vụ",
        "chính trị",
    ):
        small = small.replace(f" {proper}", " " + proper[:1].upper() + proper[1:])
    return f"{small} {level.group(1).lower()} {name[level.end() :].title()}" if level else small


def _as_written(name: str, text: str) -> str:
    """Give a name the capitals that the text below gives it: "Ban Quản lý Khu kinh tế"."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[:_LONGEST], re.IGNORECASE):
        written = found.group()
        if not written.isupper() and written[:1].isupper() and _marked(written) >= _marked(name):
            return written
    return name


def _marked(name: str) -> int:
    return sum(letter.isupper() for letter in name)
