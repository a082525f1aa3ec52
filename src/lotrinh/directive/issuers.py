"""Who issued a document: the body above its number, or the subject of the announcing sentence.

The name is kept as the text has it; a name all in capitals is written in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.cited import Span
from lotrinh.directive.references import Reference
from lotrinh.directive.sentences import Reading, Sentence

_ISSUER = re.compile(
    r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành|BTV|BCH)\s(?:Đảng bộ\s)?(?:Tỉnh ủy|Thành ủy"
    r"|Huyện ủy|Thị ủy|Đảng ủy|Trung ương|tỉnh|huyện|thành phố)(?:\s(?:Đảng\s?)?(?:khóa"
    r"|[A-ZĐÀ-Ỹ]\w*))*"
    r"|Đại hội (?:[đĐ]ại biểu )?(?:Đảng bộ )?(?:toàn quốc|tỉnh|huyện|thành phố|thị xã|xã|quận"
    r"|phường|lần)[^,.;:()\"]{0,60}?lần thứ [IVXLC\d]+"
    r"|(?:UBND|HĐND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s(?:tỉnh|thành phố"
    r"|TP\.?|Thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?:\s(?:Bà Rịa - Vũng Tàu"
    r"|Thừa Thiên[ -]+Huế|[A-ZĐÀ-Ỹ][\w']*(?:\s[A-ZĐÀ-Ỹ][\w']*){0,3}))?"
    r"|Thủ tướng Chính phủ|Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư"
    r"|Tỉnh ủy(?:\s[A-ZĐ]\w*){0,3}|Thành ủy(?:\s[A-ZĐ]\w*){0,3}|Huyện ủy(?:\s[A-ZĐ]\w*){0,3}"
    r"|Thị ủy(?:\s[A-ZĐ]\w*){0,3}"
    r"|(?:Bộ|Sở|Ban|Cục)\s[A-ZĐÀ-Ỹ]\w*(?:(?:\s|,\s|\svà\s|\s-\s)[A-ZĐÀ-Ỹ]?\w+)*?(?=\s(?:vừa|đã"
    r"|ban hành|phê duyệt|mới|ký|có|thông qua)\b)"
)
_LEVEL = re.compile(
    r"\b(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|TRUNG ƯƠNG"
    r"|CHÍNH PHỦ|BỘ)\b"
)
_KIND_LINE = re.compile(r"(?:KẾ HOẠCH|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|ĐỀ ÁN|SỐ\b)")
_HEAD_BODY = re.compile(
    r"^(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|BAN THƯỜNG VỤ"
    r"|BAN CHẤP HÀNH|TỈNH ỦY|HUYỆN ỦY|THÀNH ỦY|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|BỘ|SỞ|ĐẢNG BỘ|BAN)\b"
)
#: A line that is nothing but a body: "Ủy ban nhân dân tỉnh Sông Trà".
_LINE = re.compile(
    r"(?:[ỦU]y ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|UBND|HĐND|Thủ tướng|Bộ trưởng"
    r"|Chính phủ|Tỉnh ủy|Huyện ủy)(?:\s[^\W\d_]+){0,7}\s*$"
)
_MOTTO = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐỘC LẬP|ĐẢNG CỘNG SẢN", re.IGNORECASE)

Found = tuple[str, Span]


def subject_issuer(
    reading: Reading, sentence: Sentence, at: int, reference: Reference | None
) -> Found | None:
    """Return who issues: "của …" behind the number, else the last body before the verb."""
    if reference is not None and reference.issuer:
        where = sentence.text.find(reference.issuer, reference.number_start)
        if where >= 0:
            return reference.issuer, reading.span(sentence, where, where + len(reference.issuer))
    if issuer := _last(reading, sentence, 0, at):
        return issuer
    if issuer := _first(reading, sentence, at):
        return issuer
    return _nearby(reading, sentence)


def head_issuer(reading: Reading, top: Sequence[Sentence]) -> Found | None:
    """Return the body that the head of an official document names, on one line or on several."""
    for i, sentence in enumerate(top):
        name, end = _run_of_capitals(top, i)
        if not _HEAD_BODY.match(name):
            continue
        found = _small(name), reading.plain.span(sentence.at, end)
        return found if _LEVEL.search(name) else _fuller(reading, found)
    for sentence in top:
        if line := _LINE.match(sentence.text):
            return line.group().strip(), reading.span(sentence, *line.span())
    return None


def _run_of_capitals(top: Sequence[Sentence], first: int) -> tuple[str, int]:
    """Join "ỦY BAN NHÂN DÂN" with the lines of capitals below it: "TỈNH QUẢNG NGÃI"."""
    name, end = "", top[first].at
    for sentence in top[first : first + 3]:
        piece = sentence.text.split(" |")[0].strip()
        ends = not piece.isupper() or _MOTTO.search(piece) or _KIND_LINE.match(piece)
        if ends or (name and _HEAD_BODY.match(piece)):
            break
        name, end = f"{name} {piece}".strip(), sentence.at + len(piece)
    return re.split(r"\s(?:CỘNG|-----)", name)[0].strip(" -_*|"), end


def _fuller(reading: Reading, found: Found) -> Found:
    """A head that names no place: the text below says whose "Ủy ban nhân dân" it is."""
    for sentence in reading.sentences[:40]:
        for body in _ISSUER.finditer(sentence.text):
            if body.group().lower().startswith(found[0].lower() + " "):
                return _named(reading, sentence, body)
        place = re.search(
            rf"\b{re.escape(found[0].upper())}\s(?:TỈNH|THÀNH PHỐ"
            rf"|HUYỆN)\s[^,;.]+$",
            sentence.text,
        )
        if place:
            return _small(place.group()), reading.span(sentence, *place.span())
    return found


def _last(reading: Reading, sentence: Sentence, start: int, stop: int) -> Found | None:
    found = list(_ISSUER.finditer(sentence.text, start, stop + 8 if start == 0 else stop))
    found = [f for f in found if f.start() < stop]
    return _named(reading, sentence, found[-1]) if found else None


def _first(reading: Reading, sentence: Sentence, start: int) -> Found | None:
    """ "Nghị quyết Đại hội đại biểu Đảng bộ …": the body stands right behind the kind."""
    found = _ISSUER.search(sentence.text, start, start + 160)
    return _named(reading, sentence, found) if found and found.start() - start < 60 else None


def _nearby(reading: Reading, sentence: Sentence) -> Found | None:
    """Else the first body that can issue, named before the announcing sentence."""
    for other in reading.sentences[:40]:
        if other.at >= sentence.at or other.low.startswith("http"):
            break
        if found := _ISSUER.search(other.text):
            return _named(reading, other, found)
    return None


def _named(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Found:
    name = re.sub(r"\s(?:vừa|đã|khóa)$", "", found.group().strip(" -"))
    return name, reading.span(sentence, found.start(), found.start() + len(name))


def _small(name: str) -> str:
    """Write "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK" as "Ủy ban nhân dân tỉnh Đắk Lắk"."""
    if not name.isupper():
        return name
    body, level, place = _split_level(name)
    small = body[:1] + body[1:].lower()
    small = re.sub(r"^(?:Ubnd|Hđnd)", lambda found: found.group().upper(), small)
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
    if not level:
        return small
    return f"{small} {level.lower()} {place.title()}".strip()


def _split_level(name: str) -> tuple[str, str, str]:
    found = re.search(r"\s(TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN)\s(?!ỦY)", name)
    if not found:
        return name, "", ""
    return name[: found.start()], found.group(1), name[found.end() :]
