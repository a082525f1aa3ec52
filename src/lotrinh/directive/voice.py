"""Promise or result: whether what a sentence counts is wanted or already so.

Both are written with the same verb ("đạt"), often side by side; the nearest cue before the
number (`cues.py`) decides, then what follows it, then the passage it stands in (`scopes.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from lotrinh.directive.brackets import inside
from lotrinh.directive.cues import Cue, Voice, at_of
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

#: Words that go with what is wanted more than with what is: enough after the news of a plan.
WANTS = re.compile(
    r"\b(?:ít nhất|tối thiểu|không dưới|phủ kín|xóa|xoá|phát triển (?:mới|thêm)|nâng|lọt"
    r"|xuống còn|giảm (?:xuống )?(?:còn|dưới)"
    r"|được công nhận|đạt chuẩn|tăng gấp|tăng lên|trở lên)\b|\b100 ?%|%/năm"
)
_RESULT_AFTER = re.compile(
    r"\s?/\s?[\d.,]+\s?%|"  # "83,2%/50%": reached, and what the plan had asked for
    r"\s?\((?:mục tiêu|chỉ tiêu|kế hoạch|kh|nghị quyết|nq)\b(?! phấn đấu)"
    r"|\s?(?:này |ấy |nói trên )?(?:đã|vừa) (?:được |có |đi |hoàn )|"
    r"[^;.]{0,70}?(?:\bnhưng (?:(?:không|chưa) (?:đạt|tới)|chỉ|mới)\b"
    r"|\bvượt (?:mục tiêu|kế hoạch|chỉ tiêu|so|\d)"
    r"|[\d,]+ ?% (?:so với )?(?:(?:diện tích|sản lượng|khối lượng|tổng) (?:theo )?)?"
    r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)|\bđạt mục tiêu|\btheo thống kê)"
    r"|[^;.]{0,120}?\bchưa (?:đạt|hoàn thành|xong)\s?(?:[.;…]|$)"
    r"|[^;.]{0,20}?\bchưa (?:bảo đảm|đảm bảo|đạt)(?: được)? (?:mục tiêu|chỉ tiêu|kế hoạch|yêu cầu)"
)
#: These speak of the past only where nothing before the number promises.
_WEAKLY_AFTER = re.compile(
    r"[^;.(]{0,70}?(?:\bso với (?:năm trước|năm ngoái|cùng kỳ)|\bso cùng kỳ"
    r"|\bcao hơn (?:mục tiêu|kế hoạch|chỉ tiêu))"
)
#: "Trong đó, khu vực II tăng 14% so với cùng kỳ": what the sentence before said goes on.
_PARTS = re.compile(r"\W*(?:trong đó|cụ thể|theo đó)\b")
#: "giải ngân 100% kế hoạch" is itself what is wanted.
_SPENT = re.compile(r"\bgiải ngân\b[^;.]*$")
#: "100% bếp ăn … phải được kiểm tra".
_MUST_BE = re.compile(r"[^;.:]{0,90}?\b(?:phải|cần) (?:được|có|đạt|là)\b")
#: "duy trì trên 92%, hiện nay là 89%": where it stands, told beside what is wanted.
_NOW_BESIDE = re.compile(
    r"[^,;.(\d]{0,40}[,(]\s?(?:trong khi |mà )?hiện (?:nay |tại )?(?:là|đạt|mới|chỉ|\d)"
)
_SHORT = 18
#: How far behind its number a year speaks for it.
_NEAR = 40


def beyond_starts(found: list[Cue], quantities: Sequence[Quantity]) -> list[Cue]:
    """Leave out what tells of starting values: "từ 52% (2018) hiện nay | xuống 36%"."""
    starts = [(q.baseline.start, q.start) for q in quantities if q.baseline]
    return [
        cue for cue in found if cue.voice != "result" or not any(a <= cue.at < b for a, b in starts)
    ]


def voice_of(sentence: Sentence, quantity: Quantity, found: list[Cue]) -> Voice:
    """Return what the sentence itself says of a quantity."""
    around = inside(sentence.low, quantity.start)
    voice: Voice = "none"
    start = quantity.baseline.end if quantity.baseline else quantity.start
    for cue in reversed(found[: bisect_left(found, quantity.start, key=at_of)]):
        if cue.by_year and start <= cue.at:
            continue  # "từ 66,9 triệu đồng năm 2024 lên 74": the year of the start
        if cue.voice == "result" and cue.by_year and _wanted_apart(sentence.low, cue, found, start):
            continue
        aside = inside(sentence.low, cue.at + 1)
        # "giai đoạn I (2008-2010) trồng mới 6.000 ha": a bracket of years speaks for what follows.
        short = aside is not None and cue.by_year and aside[1] - aside[0] < _SHORT
        if aside in (None, around) or short:
            voice = cue.voice
            break
    if _RESULT_AFTER.match(sentence.low, quantity.end) and not (
        voice == "promise" and _SPENT.search(sentence.low[: quantity.start][-60:])
    ):
        return "result"
    if voice == "none" and _WEAKLY_AFTER.match(sentence.low, quantity.end):
        return "none" if _PARTS.match(sentence.low) else "result"
    if (
        voice == "none"
        and quantity.family == "percent"
        and _MUST_BE.match(sentence.low, quantity.end)
    ):
        return "promise"
    if voice != "promise":
        voice = _from_year_after(sentence, quantity, found) or voice
    told = (c for c in found if not c.by_year and inside(sentence.low, c.at + 1) in (None, around))
    only_past = {cue.voice for cue in told} == {"result"}
    if voice == "none" and only_past and not _NOW_BESIDE.match(sentence.low, quantity.end):
        return "result"  # "có 4.120 lồng, sản lượng ước 11.300 tấn": the whole of it is past
    return voice


def _wanted_apart(low: str, past: Cue, found: list[Cue], at: int) -> bool:
    """ "Đến năm 2025: a) …, xã năm 2020 nghèo; b) … đạt 6%": a year gone by ends with its item."""
    leads = any(cue.voice == "promise" and cue.at < past.at for cue in found)
    return leads and ";" in low[past.end : at]


def _from_year_after(sentence: Sentence, quantity: Quantity, found: list[Cue]) -> Voice | None:
    """ "20% vào năm 2030": the year right behind the number speaks for it too."""
    for year in sentence.years:
        if not 0 <= year.start - quantity.end < _NEAR:
            continue
        between = sentence.low[quantity.end : year.start]
        apart = inside(sentence.low, year.start + 1) != inside(sentence.low, quantity.start)
        if not apart and not re.search(r"[,;:]|\bvà\b", between):
            return next((cue.voice for cue in found if cue.at == year.start), None)
    return None
