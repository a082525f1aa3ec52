"""What kind of task an action is: guide, disseminate, concretise, supervise, report, carry out.

By its first verb, once the words of leading and working together are passed over.
"""

from __future__ import annotations

import re

from lotrinh.directive.draft import DutyKind
from lotrinh.directive.find_bodies import body_end

_STEPS = re.compile(
    r"^(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ trì|tiếp tục|thường xuyên|chủ động"
    r"|tăng cường|tích cực|kịp thời|định kỳ|phải|cần)[\s,:]+(?:và\s)?"
)
_KINDS: tuple[tuple[DutyKind, re.Pattern[str]], ...] = (
    ("guide", re.compile(r"^hướng dẫn\b")),
    (
        "supervise",
        re.compile(
            r"^(?:giám sát|kiểm tra|thanh tra|theo dõi|đôn đốc)\b|^(?:xây dựng"
            r"|lập|ban hành)[^.;]{0,50}\b(?:tham gia )?giám sát\b|\btham gia giám sát\b"
        ),
    ),
    (
        "concretise",
        re.compile(
            r"^cụ thể (?:hóa|hoá)|^(?:xây dựng|ban hành"
            r"|lập)\b[^.;]{0,30}\b(?:chương trình|kế hoạch|quy hoạch)\b|^(?:căn cứ|trên cơ sở"
            r"|theo)\b[^.;]{0,120}\bxây dựng (?:chương trình|kế hoạch)"
        ),
    ),
    (
        "disseminate",
        re.compile(
            r"^(?:tổ chức )?(?:quán triệt|phổ biến|tuyên truyền|thông tin"
            r"|học tập|đăng tải|phát động)\b|^đẩy mạnh (?:công tác )?(?:thông tin|tuyên truyền)"
        ),
    ),
    ("report", re.compile(r"^(?:(?:hằng|hàng) (?:năm|quý|tháng),? )?(?:tổng hợp|báo cáo)\b")),
)


def kind_of(action: str) -> DutyKind:
    """Return what kind of task an action is.

    >>> kind_of("xây dựng chương trình, kế hoạch tham gia giám sát kết quả thực hiện")
    'supervise'
    """
    low = action[:1].lower() + action[1:]
    low = _without_partners(low)
    while found := _STEPS.match(low):
        low = low[found.end() :]
    for kind, words in _KINDS:
        if words.search(low):
            return kind
    return "carry_out"


def _without_partners(low: str) -> str:
    """Skip "(chủ trì,) phối hợp với A, B" to the verb of the task itself."""
    partner = re.match(
        r"(?:chủ trì,?\s?(?:và\s)?)?phối hợp (?:chặt chẽ )?(?:với|cùng với"
        r"|cùng)\s",
        low,
    )
    if not partner:
        return low
    end = body_end(low, partner.end()) or body_end(low[:0] + low, partner.end())
    return low[end:].lstrip(" ,") if end else low
