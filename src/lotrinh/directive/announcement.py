"""The announcement of a document in an article, and the words that its finders share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lotrinh.directive.references import Reference
from lotrinh.directive.sentences import Sentence

#: How many sentences from the top the news of a document stands in.
LEAD = 40
PUTS_INTO_EFFECT = re.compile(
    r"(?:đưa|bám sát|bảo đảm|đảm bảo|theo đúng|tổng kết|sơ kết|thực hiện|triển khai"
    r"|cụ thể hóa|cụ thể hoá|thi hành|tinh thần|theo|căn cứ|quán triệt"
    r"|tiếp tục|hoàn thành)\s(?:có hiệu quả\s|hiệu quả\s|tốt\s|nội dung\s|các\s|một số\s"
    r"|tinh thần\s|thực hiện\s|nghiêm\s|thắng lợi\s|thành công\s"
    r"|(?:mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|yêu cầu|quy định|nội dung)(?: trọng tâm)?,?\s"
    r"|tại\s|của\s|và\s|mà\s)*$"
)
BODY = (
    r"(?:UBND|HĐND|Ủy ban|Hội đồng|Ban|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Thủ tướng|Chính phủ"
    r"|Quốc hội|Bộ|Sở|Đại hội)\s"
)
#: "do | Phó Chủ tịch UBND tỉnh …": who signs for the body.
OFFICE = (
    r"(?:(?:Phó )?(?:Chủ tịch|Bí thư|Bộ trưởng|Thứ trưởng|Chủ nhiệm|Giám đốc)"
    r"(?: [Tt]hường trực)? )?"
)
#: What is told of another paper, or of what comes to be.
OF_ANOTHER = re.compile(
    r"\b(?:trước đó|trước đây|năm ngoái|sẽ|đang trình|theo|thực hiện|căn cứ|đề án cũ)\b"
)


@dataclass(frozen=True)
class Announced:
    """The sentence that announces the document, and the reference in it if it has a number."""

    sentence: Sentence
    at: int
    kind_at: int
    kind: str | None
    reference: Reference | None
