"""What a heading announces for the lines below it: aims, results or tasks."""

from __future__ import annotations

import re

from lotrinh.directive.cues import Voice

_PROMISES = re.compile(
    r"\b(?:mục tiêu|chỉ tiêu|phấn đấu|tầm nhìn|định hướng|lộ trình|kế hoạch thực hiện|quy mô"
    r"|tiến độ|kế hoạch (?:trồng|năm)|giai đoạn)\b"
)
_RESULTS = re.compile(
    r"\b(?:kết quả|thực trạng|tình hình|hạn chế|đánh giá|đặc điểm|sự cần thiết|hiện trạng"
    r"|nguyên nhân|bối cảnh|những năm qua|bài học|căn cứ)\b"
)
_TASKS = re.compile(
    r"\b(?:nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|kinh phí|nguồn vốn|vốn đầu tư|dự toán"
    r"|cơ chế|chính sách|quan điểm|yêu cầu"
    r"|đối tượng|phạm vi|trách nhiệm|nguồn lực|danh mục|dự án|nơi nhận|hiệu lực"
    r"|nội dung thực hiện)\b"
)
_AIM_OF_PLAN = re.compile(r"chương trình mục tiêu|mục tiêu quốc gia")
_OVERALL = re.compile(r"mục tiêu (?:tổng quát|chung|tổng thể)")
_SPEAKS = re.compile(rf"{_PROMISES.pattern}|{_RESULTS.pattern}|{_TASKS.pattern}")


def told(low: str, voice: Voice, section: str) -> tuple[Voice, str]:
    """Return the voice and the kind of section that a heading announces.

    `voice` and `section` are those of the heading above it, where it says nothing itself.
    """
    low = _AIM_OF_PLAN.sub("", low)
    if _OVERALL.search(low):
        return "promise", "overall"
    if _RESULTS.search(low):
        return "result", ""
    if re.search(r"mục tiêu|chỉ tiêu|phấn đấu", low) and not re.search(r"giải pháp|nhiệm vụ", low):
        return "promise", "targets"
    if _TASKS.search(low):
        return "none", "tasks"
    if _PROMISES.search(low):
        return "promise", section or "targets"
    if re.match(
        r"\W*(?:\d[\d.]*\W*)?(?:đến|từ nay đến|giai đoạn"
        r"|tầm nhìn)\b[^%]*20\d\d\W*$",
        low,
    ):
        return "promise", section or "targets"
    return voice, section


def speaks(low: str) -> bool:
    """Say whether a heading speaks of aims, results or tasks, not merely of a field."""
    return _SPEAKS.search(low) is not None
