"""The head and the foot of an official document, line by line.

As Decree 30/2020 and the Party's HD 36-HD/VPTW lay them out: issuer, motto, number and symbol,
place and date, kind, subject, grounds; recipients, signature.
"""

from __future__ import annotations

import re

from lotrinh.directive.references import KIND_WORDS

#: Block → what it is called in an address.
LABELS = {
    "issuer": "Cơ quan ban hành",
    "motto": "Tiêu ngữ",
    "number": "Số",
    "subject": "V/v",
    "date": "Địa danh, ngày",
    "kind": "Tên loại",
    "title": "Trích yếu",
    "addressee": "Kính gửi",
    "grounds": "Căn cứ",
    "enacting": "Lệnh văn",
    "recipients": "Nơi nhận",
    "signature": "Chữ ký",
}
#: A short line that begins so is the block; the text is in small letters.
_SIGNS = {
    "motto": re.compile(
        r"cộng h[òo][aà] xã hội chủ nghĩa|độc lập\s?-\s?tự do|đảng cộng sản việt nam$"
    ),
    "number": re.compile(r"số\s?[:.]\s?[\d.…_]?|số\s\d{1,5}\s?[-/]\s?(?:\d{4}\s?/)?[a-zđ]"),
    "date": re.compile(r"[^.;:]{2,40}, ngày\s.{0,12}tháng\s.{0,12}năm"),
    "subject": re.compile(r"v/v\b|về việc\b"),
    "enacting": re.compile(r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị)\s?:$"),
    "kind": re.compile(rf"(?:{KIND_WORDS})\W*$", re.IGNORECASE),
    "addressee": re.compile(r"kính gửi\b"),
    "grounds": re.compile(
        r"căn cứ\b|theo đề nghị\b|xét (?:đề nghị|tờ trình|báo cáo)\b|sau khi xem xét\b"
    ),
}
_LONG = frozenset(("grounds", "subject", "addressee"))
_ISSUER = re.compile(
    r"(?:ỦY BAN|UBND|HĐND|HỘI ĐỒNG|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|BỘ|SỞ|CỤC|BAN|VĂN PHÒNG|TỈNH|THÀNH"
    r"|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẢNG|TỔNG|VIỆN|TRƯỜNG|ĐOÀN T\w+|HỘI [ĐLNCP]\w+|ỦY)\b"
)
#: A head begins with one of these, within so many paragraphs, and goes on for so many.
OPENING = frozenset(("issuer", "motto", "number", "kind"))
LATEST_HEAD, LONGEST_HEAD = 15, 40
_RECIPIENTS = re.compile(r"nơi (?:nhận|gửi)\b", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:T\s?/?\s?M|KT|TL|TUQ|Q)\s?\.?\s(?=[A-ZĐÀ-Ỹ]{2})"
    r"|(?:PHÓ\s|QUYỀN\s)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHỦ NHIỆM|TRƯỞNG BAN|BỘ TRƯỞNG|THỦ TƯỚNG"
    r"|CHÁNH VĂN PHÒNG)\b[^.;]{0,40}$"
)
_CLOSING = re.compile(r"Trên đây là\b|(?:Văn phòng .{0,60})?có trách nhiệm gửi\b")
_RULE = re.compile(r"[\W_]*$")
_OPENS = re.compile(r"(?:Thực hiện|Triển khai|Căn cứ|Để|Nhằm|Tiếp tục|Theo)\b.{120}")


def head_block(text: str, seen: frozenset[str] | set[str]) -> str | None:
    """Return the block of the head that a line is, given those before it; None for no head.

    >>> head_block("Số: 132/KH-UBND", {"issuer"}), head_block("KẾ HOẠCH", {"number"})
    ('number', 'kind')
    """
    pieces = _pieces(text)
    parts = [piece.lower() for piece in pieces]
    issues = (
        pieces[0].isupper() and _ISSUER.match(pieces[0]) and not _SIGNS["motto"].match(parts[0])
    )
    if issues and not seen & {"issuer", "number", "kind"}:
        return "issuer"
    for block, sign in _SIGNS.items():
        if any(sign.match(part) and (len(part) < 120 or block in _LONG) for part in parts):
            if block == "subject" and "kind" in seen:
                return "title"
            return block
    if _RULE.match(text):
        return "rule"
    if issues and not seen & {"number", "kind"}:
        return "issuer"
    if (
        "kind" in seen
        and not seen & {"grounds", "addressee"}
        and not ("title" in seen and _OPENS.match(text))
    ):
        return "title" if len(text) < 400 and not text.endswith((".", ";", ":")) else None
    return None


def foot_block(text: str) -> str | None:
    """Return the block of the foot that a line opens.

    >>> foot_block("Nơi nhận:"), foot_block("KT. CHỦ TỊCH"), foot_block("Chủ tịch họp")
    ('recipients', 'signature', None)
    """
    if _RECIPIENTS.match(text):
        return "recipients"
    if len(text) < 120 and any(map(_SIGNATURE.match, _pieces(text))):
        return "signature"
    return None


def _pieces(text: str) -> list[str]:
    """Return what stands side by side on a line: cells, or words with a wide gap between."""
    return [piece.strip() for piece in re.split(r"\s\|\s|\s{3,}", text.strip())]


def closes(text: str) -> bool:
    """Say whether a paragraph speaks for the whole document, not for the part above it."""
    return _CLOSING.match(text) is not None
