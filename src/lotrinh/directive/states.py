"""States wanted in words: what a clause without a number says shall be so, or shall be no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: An end or a state that is wanted whole.
_WHOLE = (
    r"\bkhông (?:còn|để|có|phát sinh)\b"
    r"|\b(?:xóa|xoá|chấm dứt|hoàn thành|hoàn tất|giải ngân|di dời|phủ kín|đóng cửa|loại bỏ)\b"
    r"(?! \d)(?! tốt)|\b(?:toàn bộ|tất cả|mọi)\b|\b(?:chỉ phải|phải (?:có|qua|được))\b"
    r"|\b(?:mỗi|các)\b[^,;]{2,50}\bđều (?:có|được|đạt)\b|\bphổ cập\b"
)
#: What something shall become.
_BECOMES = (
    r"\btrở thành\b|\b(?:xây dựng|đưa)\b[^,;]{2,60}\b(?:thành|là|ra khỏi|vào nhóm|thuộc nhóm)\b"
    r"|\blà (?:thành phố|trung tâm|đô thị|tỉnh|huyện|xã|địa phương|điểm đến|vùng|cực|nước"
    r"|quốc gia)\b"
    r"|\bhình thành\b|\bphát triển (?:toàn diện|bền vững|hiện đại|đồng bộ|hiệu quả)\b"
    r"|\bđi đầu\b|\btrở lại\b|\bđược (?:khánh thành"
    r"|đưa vào (?:sử dụng|khai thác|vận hành))\b"
)
#: The way a figure shall go.
_MOVES = r"\b(?:hạn chế|thu hẹp)\b|\b(?:tăng|giảm|nâng) dần\b"
#: Where it shall stand beside others, without a number.
_BESIDE = (
    r"\b(?:thuộc|vào|trong) (?:top |tốp )?nhóm (?!\d)[^,;\d]{4,}"
    r"|\bmức (?:tốt|khá|trung bình cao|cao)\b"
    r"|\b(?:cao|thấp|nhanh|tốt|dài|ngắn) hơn (?:mức )?(?:bình quân|trung bình|hiện nay)\b"
)
#: A need to be met, a standing to be held, an evil to be checked.
_MEETS = (
    r"\bđáp ứng (?:đủ|đầy đủ|tốt|cơ bản|nhu cầu|yêu cầu)\b|\bđạt trình độ\b"
    r"|\b(?:duy trì|giữ vững)\b[^,;]{2,40}\b(?:đạt|chuẩn|tiêu chí|danh hiệu|ổn định)\b"
    r"|\bduy trì t[ỷỉ] lệ (?![^,;]*\d)"
    r"|\b(?:ngăn chặn|đẩy lùi)\b|\bthành công\b"
)
STATE = re.compile(f"{_WHOLE}|{_BECOMES}|{_MOVES}|{_BESIDE}|{_MEETS}")
#: These are said beside numbers too: "PAPI thuộc nhóm trung bình cao, xếp 20/63".
_AMONG_NUMBERS = re.compile(f"{_MOVES}|{_BESIDE}|\\bphủ kín\\b")
_CHUNK = re.compile(r"[^,;:]+")
_FEWEST = 4


def among_numbers(low: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between commas that want a state though numbers stand around them.

    >>> low = "hàng chế biến chiếm 95%, tỷ trọng sản phẩm thô thu hẹp dần."
    >>> [low[a:b] for a, b in among_numbers(low, 0)]
    ['tỷ trọng sản phẩm thô thu hẹp dần']
    """
    for chunk in _CHUNK.finditer(low, start):
        words = chunk.group().strip(" .")
        if not _AMONG_NUMBERS.search(words) or len(words.split()) < _FEWEST:
            continue
        if re.search(r"\d\s?(?:%|[^\W\d]{2,})", re.sub(r"năm \d{4}", "", words)):
            continue
        at = chunk.start() + chunk.group().index(words)
        yield at, at + len(words)
