"""What a task is to bring forth: "xây dựng | Đề án thu hút bác sĩ |, trình HĐND tỉnh".

Documents and the like that a verb of making names; a task that makes no such thing has none.
"""

from __future__ import annotations

import re

_MADE = re.compile(
    r"\b(?:xây dựng|ban hành|lập|trình|tham mưu|hoàn thiện|hoàn thành|soạn thảo|dự thảo|cập nhật"
    r"|công bố|phê duyệt|rà soát|tổng hợp|gửi|biên soạn)\s(?:(?:và|,)?\s?(?:ban hành|trình"
    r"|thực hiện"
    r"|triển khai|dự thảo|các|bộ|một|UBND tỉnh|HĐND tỉnh|hoàn thành)\s)*"
    r"(?P<product>(?:[Kk]ế hoạch|[Đđ]ề án|[Nn]ghị quyết|[Qq]uyết định|[Cc]hương trình|[Qq]uy chế"
    r"|[Qq]uy định|[Bb]áo cáo|[Dd]anh mục|[Bb]ộ (?:chỉ số|tiêu chí|chỉ tiêu|tài liệu)|[Kk]ịch bản"
    r"|[Qq]uy hoạch|[Hh]ướng dẫn|[Dd]ự án|[Cc]ơ sở dữ liệu|[Pp]hương án|[Bb]ản đồ|[Ss]ổ tay"
    r"|[Cc]ơ chế|[Tt]ờ trình|[Ll]ộ trình)\b)"
)
_STOP = re.compile(
    r"[,;.:(]|\s(?:trước|trong (?:quý|tháng|năm)|đến (?:ngày|hết)|gửi|trình|báo cáo (?:UBND|cấp)|để"
    r"|nhằm|theo|và (?:tổ chức|triển khai|trình|báo cáo|phối hợp)|hoàn thành|chậm nhất|phù hợp|cho"
    r"|gắn với|bảo đảm|đảm bảo|tại kỳ họp|hằng|hàng|định kỳ|ngay)(?=\s|$)"
)
_FEWEST, _LONGEST = 2, 160


def product_of(action: str) -> str | None:
    """Return what a task is to bring forth, in its own words.

    >>> product_of("chủ trì xây dựng Đề án thu hút bác sĩ, trình HĐND tỉnh trong quý II/2024")
    'Đề án thu hút bác sĩ'
    >>> product_of("phối hợp tuyên truyền sâu rộng trong nhân dân")
    """
    for found in _MADE.finditer(action):
        start = found.start("product")
        stop = _STOP.search(action, found.end("product"))
        words = action[start : stop.start() if stop else len(action)].strip()
        if len(words.split()) > _FEWEST and len(words) <= _LONGEST:
            return words
    return None
