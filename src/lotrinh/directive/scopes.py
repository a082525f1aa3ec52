"""What a sentence inherits: promise or result, and the year, from headings and what went before.

One pass down the document: headings open scopes that deeper lines stand in; running text
hands its voice on to the next sentence until something else is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lotrinh.directive.announced import find_announced
from lotrinh.directive.cues import Voice
from lotrinh.directive.dates import Year
from lotrinh.directive.horizons import leading_year
from lotrinh.directive.sentences import PROSE, Reading, Sentence
from lotrinh.directive.voice import WANTS

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
#: What ends a passage of targets in running text.
_TURNS = re.compile(
    r"(?:để|nhằm) (?:đạt|thực hiện|hoàn thành|triển khai)|giải pháp|nhiệm vụ (?:trọng tâm"
    r"|chủ yếu|cụ thể|và)|kinh phí|chỉ đạo|chịu trách nhiệm|\bgiao\b|\byêu cầu\b|\bđề nghị\b"
    r"|phát biểu|cho biết"
)

_ANNOUNCES = re.compile(
    r"\b(?:ban hành|phê duyệt|thông qua|đã xây dựng"
    r"|ký|triển khai)\b[^.;]{0,40}\b(?:kế hoạch|nghị quyết|quyết định|chương trình|đề án)\b"
)
#: How far from the top a title may stand.
_TOP = 16
#: Within how many letters a year opens a sentence: "Đến năm 2025, …".
_LEADING = 60
_FIELD = 5
#: A sentence of fewer words is the number of a part: "II."
_FEW = 3
_SPEAKS = re.compile(rf"{_PROMISES.pattern}|{_RESULTS.pattern}|{_TASKS.pattern}")
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
    r"|kinh tế|công nghiệp|dịch vụ|nông|du lịch|lao động|khách|trên |ít nhất|tối thiểu|khoảng "
    r"|\d|về |đối với|riêng|bên cạnh|cùng với"
    r"|đồng thời|ngoài ra|cũng|trong đó|giai đoạn|đến|từ nay|tầm nhìn|ở |với |tạo|toàn (?:tỉnh"
    r"|huyện|xã|bộ)|phấn đấu|huy động|thôn|gia đình"
    r"|bình quân|so với|xuất khẩu|cơ cấu|chất lượng|(?:vào |cuối |hết )*năm 20\d\d|trồng|bao phủ"
    r"|hạ tầng|mạng"
    r"|dân số|tuổi thọ|cụ thể|theo đó|100|trong giai đoạn|trong năm|việc làm|chiều cao"
    r"|thời gian|sau đó|tiếp đó|muốn vậy|cơ bản|duy trì|bảo đảm|đảm bảo|hộ |người |học sinh)"
)
_COUNTED_OFF = re.compile(
    r"\W*(?:thứ )?(?:một|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?,\s"
)
_TERM = re.compile(r"nhiệm kỳ\s$")


@dataclass(frozen=True)
class Scope:
    """What holds for a sentence before it says anything itself."""

    voice: Voice = "none"
    year: Year | None = None
    #: The sentence that the year was read in.
    year_from: Sentence | None = None
    #: Stands under "mục tiêu tổng quát", or under targets, or under tasks.
    section: str = ""
    heading: Sentence | None = None
    #: Follows the news of a plan: words of wanting are enough for a promise.
    after_news: bool = False
    #: The paragraph speaks of what is already so.
    past: bool = False


class Scopes:
    """The stack of headings above a sentence, and the voice of the running text."""

    def __init__(self, reading: Reading) -> None:
        self._title = _title_scope(reading)
        #: Depth, scope, and whether it announces a list of targets.
        self._stack: list[tuple[int, Scope, bool]] = []
        self._flow: Scope | None = None
        announced = find_announced(reading)
        self._news_at = announced.sentence.at if announced else len(reading.plain.text)
        self._paragraph = -1
        #: The running text has come to speak of what is already so.
        self._past = False
        #: The year of the running text stands in a sentence with targets of its own.
        self._counted = False
        #: The paragraph that last held a target.
        self._told_in = -1

    def of(self, sentence: Sentence) -> Scope:
        """Return the scope of the next sentence; call once for each, in order."""
        if self._names_field(sentence):
            return self._above()
        if sentence.heading or (sentence.depth < PROSE and sentence.depth <= 4):
            self._close(sentence)
        above = self._above()
        if sentence.heading:
            self._open(sentence, above)
            return replace(self._above(), heading=above.heading)
        # A new paragraph of running text goes on with targets only if it begins like one.
        anew = sentence.depth == PROSE and sentence.paragraph != self._paragraph
        promised = self._flow is not None and self._flow.voice == "promise"
        if anew and promised and not _goes_on(sentence):
            self._flow = None
        elif anew and self._flow and self._counted and _COUNTED_OFF.match(sentence.low):
            # An item with a year of its own says nothing of the next item's.
            self._flow = replace(self._flow, year=None, year_from=None)
        past = self._past and sentence.paragraph == self._paragraph
        self._paragraph = sentence.paragraph
        after_news = sentence.at > self._news_at and above.section != "tasks" and not self._past
        if self._flow is None:
            return replace(above, after_news=after_news, past=past or above.voice == "result")
        return Scope(
            self._flow.voice,
            self._flow.year or above.year,
            self._flow.year_from if self._flow.year else above.year_from,
            above.section,
            above.heading,
            after_news,
            past,
        )

    def heard(self, sentence: Sentence, voice: Voice, promised: bool) -> None:
        """Note what a sentence turned out to say, for those that follow it."""
        above = self._above()
        year = leading_year(sentence)
        prose = sentence.depth == PROSE
        several = len({y.year for y in sentence.years if y.role != "against"}) > 1
        known = (self._flow or above).year is not None
        free = year is not None and not re.search(
            r"\d", sentence.low[sentence.marker_end : year.start]
        )
        near = (
            year is not None
            and free
            and (year.start < _LEADING or (not known and year.role != "of"))
        )
        leads = near and not several
        opens = prose and voice == "promise" and leads
        if voice != "none":
            self._past = voice == "result"
        if voice == "promise":
            kept = self._flow or above
            self._told_in = sentence.paragraph if promised else self._told_in
            self._counted = promised if opens else self._counted
            self._flow = Scope(
                "promise", year if opens else kept.year, sentence if opens else kept.year_from
            )
        elif voice == "result" and self._told_in == sentence.paragraph:
            return  # an aside about the past in a passage of targets
        elif (voice == "result" and prose) or (not promised and _TURNS.search(sentence.low)):
            self._flow = Scope("none")
        elif not promised and prose and above.voice != "promise" and not self._aside(sentence):
            self._flow = None

    def _aside(self, sentence: Sentence) -> bool:
        """A few words, or words among the targets of their paragraph, end no passage."""
        return len(sentence.low.split()) < _FEW or self._told_in == sentence.paragraph

    def _above(self) -> Scope:
        return self._stack[-1][1] if self._stack else self._title

    def _close(self, sentence: Sentence) -> None:
        while self._stack and self._stack[-1][0] >= sentence.depth:
            self._stack.pop()
        # A heading that only names a field ("- Về văn hóa:") goes on with the targets above it.
        if sentence.depth < _FIELD or _SPEAKS.search(sentence.low):
            self._flow = None

    def _names_field(self, sentence: Sentence) -> bool:
        """ "… 22 chỉ tiêu, trong đó có:" then "KINH TẾ": the field ends no list of targets."""
        if not (sentence.heading and sentence.text.isupper() and not sentence.marker_end):
            return False
        above = self._stack[-1][1] if self._stack else None
        opened = self._stack[-1][2] if self._stack else False
        return above is not None and opened and not _SPEAKS.search(sentence.low)

    def _open(self, heading: Sentence, above: Scope) -> None:
        voice, section = _told(heading.low, above)
        year = leading_year(heading)
        scope = replace(above, voice=voice, section=section, heading=heading)
        if year is not None:
            scope = replace(scope, year=year, year_from=heading)
        lists = voice == "promise" and heading.text.endswith(":")
        self._stack.append((heading.depth, scope, lists))


def _goes_on(sentence: Sentence) -> bool:
    """Say whether a new paragraph goes on with the targets of the one before."""
    if _COUNTED_OFF.match(sentence.low):
        return True
    wants = _GOES_ON.match(sentence.low) or WANTS.search(sentence.low)
    return bool(wants) and not _TELLS.search(sentence.low[:_OPENING])


def _told(low: str, above: Scope) -> tuple[Voice, str]:
    """Return the voice and the kind of section that a heading announces."""
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
        return "promise", above.section or "targets"
    if re.match(
        r"\W*(?:\d[\d.]*\W*)?(?:đến|từ nay đến|giai đoạn"
        r"|tầm nhìn)\b[^%]*20\d\d\W*$",
        low,
    ):
        return "promise", above.section or "targets"
    return above.voice, above.section


def _title_scope(reading: Reading) -> Scope:
    """The title gives the year of everything that names none: "… giai đoạn 2021-2025"."""
    for sentence in titles(reading):
        year = leading_year(sentence)
        if year is not None:
            return Scope(year=year, year_from=sentence)
    announced = find_announced(reading)
    if announced is not None:
        year = leading_year(announced.sentence)
        if year is not None and year.start > announced.kind_at:
            return Scope(year=year, year_from=announced.sentence)
    for sentence in reading.sentences[:40]:
        for year in sentence.years:
            if year.role == "span" and _TERM.search(sentence.low[: year.start]):
                return Scope(year=year, year_from=sentence)
    return Scope()


def titles(reading: Reading) -> Iterator[Sentence]:
    """Yield the lines at the top that may be the title: before the text proper, not addresses."""
    for sentence in reading.sentences[:_TOP]:
        low = sentence.low
        announces = _ANNOUNCES.search(low)
        if (low.endswith(".") and not announces) or low.endswith("?"):
            continue
        if re.match(r"https?:|www\.|căn cứ|số[ :]|\d", low) or len(low) > 400:
            continue
        if re.search(r"cộng hòa xã hội|độc lập - tự do|^[^,]{0,30}, ngày \d", low):
            continue
        yield sentence


def is_specific(scope: Scope) -> bool:
    """Say whether a scope is a list of targets, where clauses without numbers are aims too."""
    return scope.section == "targets" and scope.heading is not None
