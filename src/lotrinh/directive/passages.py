"""Passages of running text: what opens one, what goes on with it, what ends it.

A passage of targets may run over several paragraphs; stories, tasks and costs end it.
"""

from __future__ import annotations

import re

from lotrinh.directive.cues import cues
from lotrinh.directive.sentences import PROSE, Reading, Sentence
from lotrinh.directive.voice import WANTS

_COUNTS = re.compile(r"\d")
#: What ends a passage of targets in running text.
_TURNS = re.compile(
    r"(?:để|nhằm) (?:đạt|thực hiện|hoàn thành|triển khai)|giải pháp|nhiệm vụ (?:trọng tâm"
    r"|chủ yếu|cụ thể|và)|kinh phí|chỉ đạo|chịu trách nhiệm|\bgiao\b|\byêu cầu\b|\bđề nghị\b"
    r"|phát biểu|cho biết"
)

#: A paragraph that opens so tells a story: who says, thinks or does something today.
_TELLS = re.compile(
    r"^\W*(?:ông|bà|anh|chị|già|em|cô|chú|bác|phóng viên|pv|hiện|hiện nay|trước đây|trước đó"
    r"|năm ngoái|nhìn lại|thời gian qua|những năm|lâu nay|thực tế|tuy nhiên|song|theo (?:ông|bà))\b"
    r"|\b(?:thảo luận|phát biểu|bày tỏ|cho biết|cho hay|chia sẻ|lo lắng|băn khoăn|nhận định"
    r"|khẳng định|nhấn mạnh|kinh phí|nguồn vốn|tổng mức)\b"
)
_OPENING = 70
#: A paragraph that opens so names an indicator, or what shall be done to one.
_GOES_ON = re.compile(
    r"\W*(?:(?:tỷ|tỉ) (?:lệ|trọng|suất)|tổng|số|tốc độ|thu |kim ngạch|giá trị|diện tích"
    r"|sản lượng|năng suất|mật độ|chỉ số|quy mô"
    r"|grdp|gdp|doanh thu|vốn|độ che phủ|tăng|giảm|nâng|giải quyết|đào tạo|xây dựng|kết nạp|mỗi"
    r"|hằng năm|hàng năm|phát triển|hoàn thành"
    r"|ngành |đóng góp|kinh tế|công nghiệp|dịch vụ|nông|du lịch|lao động|khách|trên |ít nhất"
    r"|tối thiểu|khoảng |\d|về |đối với|riêng|bên cạnh|cùng với"
    r"|đồng thời|ngoài ra|cũng|trong đó|giai đoạn|đến|từ nay|tầm nhìn|ở |với |tạo|toàn (?:tỉnh"
    r"|huyện|xã|bộ)|phấn đấu|huy động|thôn|gia đình"
    r"|bình quân|so với|xuất khẩu|cơ cấu|chất lượng|(?:vào |cuối |hết )*năm 20\d\d|trồng|bao phủ"
    r"|hạ tầng|mạng"
    r"|tại các |trong lĩnh vực|dân số|tuổi thọ|cụ thể|theo đó|100|trong giai đoạn|trong năm"
    r"|việc làm|chiều cao"
    r"|thời gian|sau đó|tiếp đó|muốn vậy|cơ bản|duy trì|bảo đảm|đảm bảo|hộ |người |học sinh)"
)
_COUNTED_OFF = re.compile(
    r"\W*(?:(?:thứ )?(?:một|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?,\s"
    r"|(?:tiếp theo,? )?thứ \d{1,2}(?: là|,)\s)"
)


def goes_on(sentence: Sentence) -> bool:
    """Say whether a new paragraph goes on with the targets of the one before."""
    if _COUNTED_OFF.match(sentence.low):
        return True
    wants = _GOES_ON.match(sentence.low) or WANTS.search(sentence.low)
    return bool(wants) and not _TELLS.search(sentence.low[:_OPENING])


def counted_off(sentence: Sentence) -> bool:
    """ "Hai là, …": an item of a list told in running text."""
    return _COUNTED_OFF.match(sentence.low) is not None


def turns_away(sentence: Sentence) -> bool:
    """Say whether a sentence turns from targets to tasks, money or speakers."""
    return _TURNS.search(sentence.low) is not None


#: What a place is: no aim.
_LAND = re.compile(r"\W*(?:dân số|mật độ dân|diện tích (?:tự nhiên|của|toàn)|địa bàn|đường )")


def _indicates(sentence: Sentence) -> bool:
    """Say whether a sentence names an indicator and tells no story; "1 tỷ = 1.000" explains."""
    opens = _GOES_ON.match(sentence.low) is not None and "=" not in sentence.low
    if _LAND.match(sentence.low):
        return False
    return opens and not _TELLS.search(sentence.low[:_OPENING])


class Hopes:
    """Which paragraphs of running text count what is wanted, and nothing that is so.

    Behind the news of a plan, those that merely name indicators do so too.
    There "GRDP tăng 10%. … đến năm 2030 đạt 170 triệu đồng" promises its first number too.
    """

    def __init__(self, reading: Reading, written: int | None) -> None:
        self._written = written
        self._counting: dict[int, list[Sentence]] = {}
        self._known: dict[int, bool] = {}
        for sentence in reading.sentences:
            if sentence.depth == PROSE and _COUNTS.search(sentence.low):
                self._counting.setdefault(sentence.paragraph, []).append(sentence)

    def fill(self, paragraph: int) -> bool:
        """Say whether hope is all that a paragraph holds."""
        if paragraph not in self._known:
            self._known[paragraph] = self._only_hopes(self._counting.get(paragraph, []))
        return self._known[paragraph]

    def _only_hopes(self, sentences: list[Sentence]) -> bool:
        voices = [{cue.voice for cue in cues(one, self._written)} for one in sentences]
        told = any("result" in some for some in voices) or any(map(turns_away, sentences))
        if told:
            return False
        return {"promise"} in voices or (bool(sentences) and all(map(_indicates, sentences)))
