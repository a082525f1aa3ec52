"""Who issued an official document: the body above its number, on one line or on several.

A name all in capitals is written small by `issuer_case.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.casing import named
from lotrinh.directive.cited import Span
from lotrinh.directive.issuer_case import in_small
from lotrinh.directive.issuers import ISSUER, TOP, Found, name_at
from lotrinh.directive.letters import capitals
from lotrinh.directive.sentences import Reading, Sentence

_LEVEL = re.compile(
    capitals(
        r"\b(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|TRUNG ƯƠNG|CHÍNH PHỦ|BỘ"
        r"|(?:TỈNH"
        r"|HUYỆN|THÀNH|THỊ|QUẬN) ỦY [A-ZĐÀ-Ỹ]+)\b"
    )
)
_KIND_LINE = re.compile(
    r"(?:KẾ HOẠCH|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|ĐỀ ÁN|KHÓA |KHOÁ |NHIỆM KỲ|SỐ\b"
    r"|BAN HÀNH\b"
    r"|\d{1,5}\s?[/-])"
)
_HEAD_BODY = re.compile(
    r"^(?:ỦY BAN NHÂN DÂN|THƯỜNG TRỰC|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|BAN THƯỜNG VỤ|BAN CHẤP HÀNH"
    r"|TỈNH ỦY"
    r"|HUYỆN ỦY"
    r"|THÀNH ỦY|THỊ ỦY|QUẬN ỦY|ĐẢNG ỦY|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|BỘ|SỞ|ĐẢNG BỘ|BAN(?! HÀNH)"
    r"|VĂN PHÒNG|TỔNG CỤC|CỤC|CHI CỤC|LIÊN ĐOÀN|LIÊN MINH|HỘI|TỈNH ĐOÀN|ĐOÀN|ỦY BAN|MẶT TRẬN"
    r"|CÔNG AN|NGÂN HÀNG|KHO BẠC|THANH TRA|KIỂM TOÁN|BẢO HIỂM|TRUNG TÂM|BỆNH VIỆN|TRƯỜNG|VIỆN"
    r"|TẬP ĐOÀN|TỔNG CÔNG TY|CÔNG TY|PHÒNG)\b"
)
#: A line that is nothing but a body: "Ủy ban nhân dân tỉnh Sông Trà".
_LINE = re.compile(
    r"(?:[ỦU]y ban nhân dân|Hội đồng nhân dân|UBND|HĐND|Thủ tướng|Bộ trưởng|Chính phủ|Tỉnh ủy"
    r"|Huyện ủy)(?:\s[^\W\d_]+){0,7}\s*$"
)
_MOTTO = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐỘC LẬP|ĐẢNG CỘNG SẢN|^CỘNG$", re.IGNORECASE)
_LEVELS = r"\b(?P<level>tỉnh|thành phố|huyện|thị xã|quận|xã|phường)"
#: "Ủy ban nhân dân", "UBND tỉnh": the place is not said.
_ENDS_NAMELESS = re.compile(rf"(?:(?<=nhân dân)|(?<=UBND)|(?<=HĐND))(?:\s{_LEVELS})?$")
#: "Hà Nội, ngày 3 tháng 6 năm 2021".
_SEAT = re.compile(capitals(r"(?:^|\|\s)(?P<seat>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*)*), ngày \d"))
#: The two columns of a head, side by side in one line of text.
_COLUMN = re.compile(
    capitals(
        r"\s{3,}|\s\||\s(?=CỘNG H[ÒO][AÀ] XÃ HỘI|Độc lập\s?[-–]\s?Tự do|ĐẢNG CỘNG SẢN VIỆT NAM"
        r"|(?:[A-ZĐÀ-Ỹ][^\W\d_A-ZĐÀ-Ỹ]+\s){0,3}[A-ZĐÀ-Ỹ][^\W\d_A-ZĐÀ-Ỹ]+, ngày\s)"
    )
)


def head_issuer(reading: Reading, top: Sequence[Sentence]) -> Found | None:
    """Return the body that the head of an official document names, on one line or on several."""
    for i in range(len(top)):
        name, span = _run_of_capitals(reading, top, i)
        if not _HEAD_BODY.match(name.replace("\n", " ")):
            continue
        lower, lower_span = _run_of_capitals(reading, top, i + len(name.split("\n")))
        again = name.startswith(lower)  # "ỦY BAN NHÂN DÂN TỈNH" once more, below the title
        if _HEAD_BODY.match(lower) and not again and lower_span[0] - span[1] < 120:
            name, span = lower, lower_span  # "ĐẢNG BỘ TỈNH …" stands above "HUYỆN ỦY …"
        name = name.replace("\n", " ")
        found = in_small(name, reading.plain.text), span
        return (
            found
            if _LEVEL.search(name)
            else _with_seat(reading, top, _fuller(reading, found), span)
        )
    for sentence in top:
        if line := _LINE.match(sentence.text):
            name = named(line.group().strip(), reading.plain.text)
            return name, reading.span(sentence, *line.span())
    return None


def _run_of_capitals(reading: Reading, top: Sequence[Sentence], first: int) -> tuple[str, Span]:
    """Join "ỦY BAN NHÂN DÂN" with the lines of capitals below it, a newline between."""
    lines: list[str] = []
    start = end = top[first].at if first < len(top) else 0
    for sentence in top[first : first + 3]:
        piece = _COLUMN.split(sentence.text.strip())[0].strip(" -_*|")
        if not piece.isupper() or _MOTTO.search(piece) or _KIND_LINE.match(piece):
            break
        if lines and _HEAD_BODY.match(piece):
            break
        lines.append(piece)
        end = sentence.at + sentence.text.index(piece) + len(piece)
    return "\n".join(lines), reading.plain.span(start, end)


def _fuller(reading: Reading, found: Found) -> Found:
    """A head that names no place: the text below says whose "Ủy ban nhân dân" it is."""
    for sentence in reading.sentences[:TOP]:
        for body in ISSUER.finditer(sentence.text):
            if body.group().lower().startswith(found[0].lower() + " "):
                return name_at(reading, sentence, body)
        body_name = re.escape(found[0].upper())
        place = re.search(rf"\b{body_name}\s(?:TỈNH|THÀNH PHỐ|HUYỆN)\s[^,;.]+$", sentence.text)
        if place:
            return in_small(place.group(), reading.plain.text), reading.span(
                sentence, *place.span()
            )
    return found


def _with_seat(reading: Reading, top: Sequence[Sentence], found: Found, head: Span) -> Found:
    """A head whose second line was lost: it is of the province, city … that it is dated at."""
    if _ENDS_NAMELESS.search(found[0]) is None:
        return found
    seat = next((str(dated["seat"]) for s in top if (dated := _SEAT.search(s.text))), "")
    for sentence in top if seat else ():
        place = re.search(rf"{_LEVELS}\s{re.escape(seat)}(?!\w)", sentence.text, re.IGNORECASE)
        end = reading.span(sentence, 0, place.end())[1] if place else 0
        if place and end > head[1]:
            body = _ENDS_NAMELESS.sub("", found[0])
            return f"{body} {place['level'].lower()} {seat}", (head[0], end)
    return found
