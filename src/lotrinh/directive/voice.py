"""Promise or result: whether what a sentence counts is wanted or already so.

Both are written with the same verb ("đạt"), often side by side; the nearest cue before the
number decides, then what follows it, then the passage it stands in (`scopes.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lotrinh.directive.brackets import inside
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.sentences import Sentence

#: none: the sentence does not say; its passage may.
Voice = Literal["promise", "result", "none"]

_PROMISE = re.compile(
    r"\b(?:kế hoạch|nghị quyết|chương trình|đề án|chỉ thị|quyết định|chiến lược|quy hoạch"
    r"|lộ trình|dự thảo)"
    r"[^.;:,\d]{0,30}\b(?:nêu|xác định|đặt|đề ra|yêu cầu|chốt|hướng|thông qua|ấn định|vạch"
    r"|kỳ vọng|giao|quy định)\b|"
    r"\btheo đó,|\bđích đến\b|\btỉnh muốn\b|\bmuốn đứng\b|\bnhắm tới\b|\btham vọng\b"
    r"|\bđòi hỏi\b|\bcần chiếm\b|\bphải (?:lên|dưới|trên)\b|"
    r"\bđặt (?:ra )?(?:kế hoạch|đích|mốc|ngưỡng)\b|\b(?:các|cái|những) đích\b|\bdự tính\b"
    r"|\b(?:tôi|chúng tôi|tỉnh|huyện|xã|thành phố|ngành) (?:muốn|mong muốn|kỳ vọng)\b|\bđến đích\b"
    r"|\b(?:cuối|hết) (?:kỳ|giai đoạn|thập niên|nhiệm kỳ)\b|\b(?:bảo đảm|đảm bảo) (?:\d|đủ|cho)"
    r"|\bthống nhất: |\bkhi đó\b|\bgiữ (?:dưới|trên|vững trên)\b|\bkhông quá\b(?=[^;.]*%)|"
    r"\bphấn đấu\b|\bmục tiêu\b|\bchỉ tiêu\b|\bđặt ra\b|\bđề ra\b|\bsẽ\b|\bquyết tâm\b"
    r"|\bphải (?:đạt|có|hoàn thành|bảo đảm)"
    r"|\btầm nhìn\b|\bhướng (?:tới|đến)\b|\bnhằm (?:[^.;,\d]{0,20}20\d\d )?"
    r"(?:đạt|đưa|nâng|giảm|tăng)|(?<!chuyên )\bcần đạt\b"
    r"|(?<!% )\bkế hoạch (?:năm 20|đến|đặt)"
    r"|\bđịnh hướng đến\b|\bdự kiến đến (?:năm|cuối|hết)|\b(?:bảo đảm|đảm bảo) (?:có |đạt "
    r"|tỷ lệ|100)|\byêu cầu\b|\btiến tới\b"
    r"|\bgiao (?:chỉ tiêu|kế hoạch)|\bnâng (?:tỷ|tỉ|mức|số)\b|\bduy trì (?:tỷ|tỉ|tốc|mức|và|ổn)"
    r"|\bnghị quyết (?:xác định|đề ra)"
    r"|\btheo kế hoạch[^,]{0,60},|\bkhống chế\b|\bgiai đoạn tới\b|\b(?:cuối|hết) nhiệm kỳ\b"
    r"|\bxác định đến\b"
)
#: "Chương trình mục tiêu quốc gia" is a name; to exceed an aim, or to act for it, sets none.
_NO_PROMISE = re.compile(
    r"(?:so với|theo|vượt)\b[^,;.]{0,40}\bđề ra|\btừng (?:đặt|đề ra|phấn đấu|kỳ vọng)[^,;.]{0,40}|"
    r"chương trình mục tiêu|mục tiêu quốc gia|(?:vượt|so với|hoàn thành|đạt|đạt được|thực hiện"
    r"|cao hơn|bằng|theo)"
    r" (?:và vượt )?(?:được )?(?:các |những )?(?:mức )?(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ)"
    r"|\d+/\d+ chỉ tiêu|chỉ tiêu đạt"
    r"|(?:để|nhằm) (?:đạt|thực hiện|hoàn thành)(?: được| thắng lợi)? (?:các "
    r"|những )?(?:mục tiêu|chỉ tiêu)|đối tượng mục tiêu"
)
_RESULT = re.compile(
    r"^(?:\W|\d)*(?:ông|bà|chị|anh|già|cô|trưởng (?:thôn|xóm|buôn|bản)|đại biểu|theo (?:ông|bà)"
    r"|phạm vi|đối tượng|kinh phí|xuất phát điểm)\b|"
    r"\bđang (?:có|phải|sống|thuê|dành|được|là|ở|gặp|còn|trải|dùng|sử dụng)\b|\bmới (?:đếm|lấp"
    r"|chiếm|có|chỉ)\b|\bkể:|\bcho hay\b|\bcho biết\b|\btừng\b(?! bước| năm| người| địa| xã"
    r"| ngành| huyện)"
    r"|\btrước đây\b|\b(?:một|hai|ba|bốn|năm|mười|\d+) năm (?:qua|trước|gần đây)\b"
    r"|\bsau \d+ năm\b|\bchưa đạt\b|\bmức cũ\b|"
    r"\bchỉ tiêu (?:đều |cơ bản )?(?:đạt|hoàn thành|vượt)\b|(?<!; )\bđạt(?:,| và) vượt (?:so"
    r"|kế hoạch|chỉ tiêu|nghị)|"
    r"\bđã (?!đề ra|đặt|xác định|phê duyệt|ban hành|thông qua|giao|ký|được (?:phê duyệt"
    r"|ban hành|đề ra|giao|xác định"
    r"|quy hoạch|thông qua|duyệt))|\bđạt được\b|(?<!so với )\bước\b(?! muốn| mơ| nguyện)"
    r"|(?<!so với )(?<!gấp rưỡi )(?<!gấp đôi )(?<!mức )\bhiện (?:nay|có"
    r"|đang|toàn|đã|trên|tại|còn|vẫn|chỉ|mới|là|đạt)|\bhiện,"
    r"|\btính đến\b|\bđến nay\b|\bđến thời điểm\b|\bcùng kỳ\b|\blũy kế (?:đến nay|đến tháng"
    r"|từ đầu)|(?:^|[.;,]\s)kết quả(?:[,:]| đạt| thực hiện| cho thấy)"
    r"|\bkhảo sát\b[^,;.]{0,40}\bcho thấy\b|(?<!chứng )\bchỉ (?:quanh|khoảng|chừng|\d)"
    r"|\b(?:gia đình|nhà|hộ) (?:anh|chị|ông|bà|cụ)\b|\bbỏ trống\b"
    r"|\bcòn thiếu\b|\bbáo tin\b|\bbăn khoăn\b"
    r"|\bthời gian qua\b|\bnhững năm qua\b"
    r"|\b(?:\d+|sáu|chín|ba) tháng\b(?= (?:đầu|năm|qua|cuối))|\bvừa qua\b|\btrước đó\b"
    r"|(?<!so )(?<!so với )\bnăm (?:ngoái|trước|qua)\b|\bthống kê\b"
    r"|\bdự kiến\b(?! đến (?:năm|cuối|hết))|\bdự báo\b|(?<!; đạt và )\bvượt (?:mục tiêu"
    r"|kế hoạch|chỉ tiêu|[\d,.]+ ?%(?! trở lên))"
    r"|\bqua \d+ năm\b|\bvốn là\b"
    r"|\bthực trạng\b|(?<!chứng )\bchỉ đạt\b|\bmới đạt\b|\bghi nhận\b"
    r"|\bhằng năm,? (?:tỉnh|huyện|xã) (?:có|thu)\b|\bnhiệm kỳ qua\b"
)
#: Words that go with what is wanted more than with what is: enough after the news of a plan.
WANTS = re.compile(
    r"\b(?:ít nhất|tối thiểu|không dưới|phủ kín|xóa|xoá|phát triển (?:mới|thêm)|nâng|lọt"
    r"|xuống còn|giảm (?:xuống )?(?:còn|dưới)"
    r"|được công nhận|đạt chuẩn|tăng gấp|tăng lên|trở lên)\b|\b100 ?%|%/năm"
)
_RESULT_AFTER = re.compile(
    r"[^;.]{0,70}?(?:so với cùng kỳ|\bnhưng (?:không|chưa) (?:đạt|tới)"
    r"|\bvượt (?:mục tiêu|kế hoạch|chỉ tiêu|so|\d)"
    r"|[\d,]+ ?% (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)|\bcao hơn (?:mục tiêu"
    r"|kế hoạch|chỉ tiêu)|\bđạt mục tiêu|\btheo thống kê)"
)
#: These speak of the past only where nothing before the number promises.
_WEAKLY_AFTER = re.compile(r"[^;.]{0,50}?so với (?:năm trước|năm ngoái)")
#: "giải ngân 100% kế hoạch" is itself what is wanted.
_SPENT = re.compile(r"\bgiải ngân\b[^;.]*$")
_SHORT = 18


@dataclass(frozen=True)
class Cue:
    """A word that turns what follows it into a promise or a result."""

    at: int
    voice: Voice
    #: Only a year says so: it speaks for its numbers, not for the sentences that follow.
    by_year: bool = False


def cues(sentence: Sentence, written: int | None, promised: bool = False) -> list[Cue]:
    """Return the cues of a sentence in order; `written` is the year of the document."""
    low = sentence.low
    void = [m.span() for m in _NO_PROMISE.finditer(low)]
    found = [
        Cue(m.start(), "promise")
        for m in _PROMISE.finditer(low)
        if not any(a <= m.start() < b for a, b in void)
    ]
    found += [Cue(m.start(), "result") for m in _RESULT.finditer(low)]
    latest = max((y.year for y in sentence.years if y.role != "against"), default=0)
    for year in sentence.years:
        voice = _voice_of_year(year.year, year.role, written)
        if year.year == written and year.role == "of" and latest > written and not promised:
            voice = "result"  # "năm 2010 đạt 16.650 tấn (năm 2009 đạt 15.600 tấn)", told in 2009
        if voice != "none":
            found.append(Cue(year.start, voice, by_year=True))
    return sorted(found, key=lambda cue: cue.at)


def _voice_of_year(year: int, role: str, written: int | None) -> Voice:
    """A year to come is a promise, a year gone by a result."""
    if role == "against":
        return "none"
    if written is None:
        return "promise" if role == "by" else "none"
    if year == written:
        # "Đến hết năm 2024, toàn tỉnh có …" late in 2024 may be either; a span is mostly over.
        return "result" if role == "span" else "none"
    return "promise" if year > written else "result"


def voice_of(sentence: Sentence, quantity: Quantity, found: list[Cue]) -> Voice:
    """Return what the sentence itself says of a quantity."""
    around = inside(sentence.low, quantity.start)
    voice: Voice = "none"
    start = quantity.baseline.end if quantity.baseline else quantity.start
    for cue in found:
        if cue.at >= quantity.start:
            break
        if cue.by_year and start <= cue.at:
            continue  # "từ 66,9 triệu đồng năm 2024 lên 74": the year of the start
        aside = inside(sentence.low, cue.at + 1)
        # "giai đoạn I (2008-2010) trồng mới 6.000 ha": a bracket of years speaks for what follows.
        short = aside is not None and cue.by_year and aside[1] - aside[0] < _SHORT
        if aside in (None, around) or short:
            voice = cue.voice
    if _RESULT_AFTER.match(sentence.low, quantity.end) and not (
        voice == "promise" and _SPENT.search(sentence.low[: quantity.start][-60:])
    ):
        return "result"
    if voice == "none" and _WEAKLY_AFTER.match(sentence.low, quantity.end):
        return "result"
    if voice != "promise":
        voice = _from_year_after(sentence, quantity, found) or voice
    told = [cue for cue in found if not cue.by_year]
    if voice == "none" and told and all(cue.voice == "result" for cue in told):
        return "result"  # "có 4.120 lồng, sản lượng ước 11.300 tấn": the whole of it is past
    return voice


def _from_year_after(sentence: Sentence, quantity: Quantity, found: list[Cue]) -> Voice | None:
    """ "20% vào năm 2030": the year right behind the number speaks for it too."""
    for year in sentence.years:
        between = sentence.low[quantity.end : year.start]
        apart = inside(sentence.low, year.start + 1) != inside(sentence.low, quantity.start)
        if (
            not apart
            and 0 <= year.start - quantity.end < 40
            and not re.search(r"[,;:]|\bvà\b", between)
        ):
            return next((cue.voice for cue in found if cue.at == year.start), None)
    return None
