"""Aims without a number: the overall goal, and what shall be completed or reached in words.

They are taken only from sentences that promise, never from running text about the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.draft import Goal, Target
from lotrinh.directive.due import Due
from lotrinh.directive.find_targets import Promise
from lotrinh.directive.horizons import Horizons
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.scopes import Scope, is_specific
from lotrinh.directive.sentences import Reading, Sentence
from lotrinh.directive.states import STATE, among_numbers

_GOAL = re.compile(
    r"\bmục tiêu\b(?! cụ thể)[^.;]{0,80}?(?:\blà\b|\bnhằm\b|:)\s*(?:phấn đấu\s"
    r"|tiếp tục\s)?(?:đưa|xây dựng|phát triển|trở thành|tạo|nâng|"
    r"tỉnh |huyện |thành phố |đô thị |trung tâm |đẩy mạnh|huy động|khai thác|hình thành|cơ bản"
    r"|bảo đảm)\b"
)
_BECOME = re.compile(
    r"\b(?:phấn đấu|mục tiêu|quyết tâm|tầm nhìn|đến năm 20\d\d)\b[^.;]{0,160}\b(?:trở thành"
    r"|đưa [^.;]{1,60} (?:thuộc|vào|nằm trong) )"
)
_AIM = re.compile(
    r"\b(?:hoàn thành|xây dựng|triển khai|nâng cao|phát triển|hình thành|trở thành|đạt|bảo đảm"
    r"|đảm bảo|cải thiện|thuộc nhóm|đẩy mạnh"
    r"|mở rộng|xóa|xoá|giảm|tăng|có|được|đưa|duy trì|giữ vững|chuyển đổi|kết nối|phủ|đều)\b"
)
_COMPLETE = re.compile(
    r"^(?:(?:cơ bản|phấn đấu|sẽ|đến (?:hết "
    r"|cuối )?năm \d{4},?)\s)*hoàn thành\b(?! (?:tốt|xuất sắc))|\bhoàn thành\b(?! (?:tốt"
    r"|xuất sắc)).{0,40}$|\b(?:xóa|xoá) (?:bỏ|xong)\b"
)
_PREFIX = re.compile(
    r"^(?:(?:(?:[^;,.:]{0,40}\b)?đặt (?:ra )?mục tiêu|cơ bản|phấn đấu|tiếp tục|và|đồng thời"
    r"|mục tiêu(?: (?:số )?\d{1,2})?|trong đó|từng bước|(?:đến "
    r"|vào )?(?:hết |cuối )?năm \d{4})[\s,:]+)+"
)
_BUILDS = re.compile(
    r"^(?:(?:triển khai|xây dựng|phát triển|đầu tư"
    r"|đẩy mạnh)\s)+(?=[^,;]{3,60}\b(?:đạt|trở thành|thuộc)\b)"
)
_PAST = re.compile(
    r"(?<!\w)(?=\w)(?:đã\b(?! (?:được )?(?:phê duyệt|duyệt|đề ra|ban hành|giao|ký|thông qua"
    r"|xác định|quy hoạch))|ước đạt\b|hiện nay\b|được công nhận\b"
    r"|(?:khó|chưa) (?:đạt|hoàn thành)\b|(?:hầu hết|phần lớn|đa số|nhiều)\b[^,;]{0,40}\bđều\b"
    r"|(?:mục|chỉ) tiêu[^,;]{0,20}\b(?:hoàn thành|đạt)(?: và|,) vượt\b"
    r"|đang (?:tập trung|dồn|tích cực|triển khai|nỗ lực|đẩy mạnh|khẩn trương|gấp rút)\b"
    r"|(?:cho biết|cho hay|nói|kể)\b[^,;]{0,12}:)"
    r"|^\W*(?:ông|bà|anh|chị) (?![^,.]{0,40}:)"
)

#: What is told of a year gone by, or of who pays what, is so in all of its parts.
_LONG_PAST = re.compile(
    r"\b(?:năm ngoái|năm trước|trước đây|những năm qua|được hỗ trợ|được vay"
    r"|tính đến|đến nay)\b"
)

#: The sentence wants it by its own words, whatever stands around.
_WANTED = re.compile(
    r"\b(?:mục tiêu|phấn đấu|tầm nhìn|hướng tới|quyết tâm|yêu cầu|sẽ|phải|muốn|khi đó)\b"
    r"|\b(?:đến|vào|trước|hết|cuối) (?:hết |cuối )?(?:năm )?20\d\d\b"
)
_PART = re.compile(
    r";\s+|,\s+(?=(?:không (?:còn|để|có)|xóa|chấm dứt|hoàn thành|hoàn tất|di dời|toàn bộ|tất cả"
    r"|là trung tâm|cơ bản|hướng tới)\b)|\s(?:và|đồng thời)\s(?=(?:hoàn thành|hoàn tất|xóa|phủ kín"
    r"|di dời|chấm dứt|không (?:còn|để))\b)"
)
_FEWEST = 4
#: "Phấn đấu đáp ứng đủ nhu cầu …": striving for it, or setting it, makes it an aim.
_STRIVES = re.compile(r"\W*(?:phấn đấu|[^;,.:]{0,40}\bđặt (?:ra )?mục tiêu) (?!\d)(?:\w+ ){3}")
#: What bodies are told to do is no state.
_TASK = re.compile(r"\b(?:giao|chủ trì|phối hợp|báo cáo|tham mưu|hướng dẫn|tuyên truyền|rà soát)\b")


def find_goal(reading: Reading, sentence: Sentence, scope: Scope, counted: int) -> Goal | None:
    """Return the overall aim that a sentence states, if it states one."""
    stated = _GOAL.search(sentence.low) or _BECOME.search(sentence.low)
    under = scope.section == "overall" and not sentence.heading
    long_enough = len(sentence.text.split()) >= 8
    if _PAST.search(sentence.low) or not long_enough or not (stated or under):
        return None
    if counted and not (stated and _BECOME.search(sentence.low)):
        return None
    rule = "goal_words" if stated else "goal_section"
    span = (sentence.start, sentence.end)
    return Goal(reading.document.quote(*span), span, 0.9 if stated else 0.8, rule)


def find_aims(
    reading: Reading,
    sentence: Sentence,
    scope: Scope,
    promises: list[Promise],
    quantities: list[Quantity],
) -> list[Target]:
    """Return the clauses of a sentence that promise a state in words."""
    listed = is_specific(scope) and not sentence.heading and scope.voice == "promise"
    part = reading, sentence, scope, promises, quantities
    if not promises and not (listed and not quantities):
        return _states(*part) or _among(*part)
    if promises and ";" not in sentence.text and not listed:
        return _states(*part) or _among(*part)
    found = []
    for start, end in _clauses(sentence):
        numbered = any(start <= q.start < end for q in quantities)
        low = sentence.low[start:end]
        if (
            numbered
            or re.search(r"% (?:chỉ tiêu|kế hoạch)", low)
            or _PAST.search(low)
            or not (_AIM.search(low) or (promises and not _TASK.search(low)))
            or len(low.split()) < _FEWEST + 1
        ):
            continue
        found.append(_aim(reading, sentence, scope, (start, end), promises, quantities))
    return found or _states(*part) or _among(*part)


def _states(
    reading: Reading,
    sentence: Sentence,
    scope: Scope,
    promises: list[Promise],
    quantities: list[Quantity],
) -> list[Target]:
    """Return the parts of a sentence that promise an end or a state by their own words.

    "không còn xã trắng sóng", "toàn bộ nước thải phải qua xử lý", "là trung tâm của vùng".
    """
    own = bool(promises) or scope.voice == "promise" or _WANTED.search(sentence.low) is not None
    if not own or sentence.text.endswith(("?", ":")) or sentence.references:
        return []
    if ': "' in sentence.text or _LONG_PAST.search(sentence.low):
        return []
    spans = [span for span in _parts(sentence) if not _PAST.search(sentence.low[slice(*span)])]
    counted = [p.clause[1] for p in promises]
    counted += [q.start for q in quantities if not _finishes(sentence, q, promises)]
    return [
        _aim(reading, sentence, scope, span, promises, quantities)
        for span in spans
        if (STATE.search(sentence.low, *span) or _STRIVES.match(sentence.low, *span))
        and not any(span[0] <= at <= span[1] for at in counted)
        and len(sentence.low[slice(*span)].split()) >= _FEWEST
    ]


def _among(
    reading: Reading,
    sentence: Sentence,
    scope: Scope,
    promises: list[Promise],
    quantities: list[Quantity],
) -> list[Target]:
    """Return the states wanted between the numbers of a sentence that promises."""
    if not promises or _PAST.search(sentence.low):
        return []
    return [
        _aim(reading, sentence, scope, span, promises, quantities)
        for span in among_numbers(sentence.low, sentence.marker_end)
    ]


def _finishes(sentence: Sentence, quantity: Quantity, promises: list[Promise]) -> bool:
    """ "hoàn thành việc giao rừng của một huyện và 1 xã": a number in what shall be finished."""
    finished = sentence.low.find("hoàn t", 0, quantity.start) >= 0
    return finished and not any(p.clause[1] == quantity.end for p in promises)


def _parts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Split at semicolons, and at commas where a new promise begins."""
    start = sentence.marker_end
    for found in _PART.finditer(sentence.low, start):
        yield start, found.start()
        start = found.end()
    yield start, len(sentence.text.rstrip(" .;"))


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Split at semicolons; the numbering in front belongs to none."""
    spans, start = [], sentence.marker_end
    for found in re.finditer(r";\s*", sentence.text):
        spans.append((start, found.start()))
        start = found.end()
    return [*spans, (start, len(sentence.text))]


def _aim(
    reading: Reading,
    sentence: Sentence,
    scope: Scope,
    clause: tuple[int, int],
    promises: list[Promise],
    quantities: list[Quantity],
) -> Target:
    text = sentence.text[slice(*clause)].strip(" .;,")
    words = _PREFIX.sub("", text[:1].lower() + text[1:])
    name = _BUILDS.sub("", words).strip()
    done = _COMPLETE.search(text.lower())
    due = _due(reading, sentence, scope, clause, promises, quantities)
    return Target(
        name=name if len(name) > 3 else text,
        kind="completion" if done else "qualitative",
        operator="=",
        value=None,
        value_high=None,
        unit=None,
        year=due.year,
        baseline=None,
        at=(sentence.start, sentence.end),
        confidence=0.75 if promises else 0.6,
        rule="aim_clause",
        year_at=due.at,
        year_counted=due.counted,
    )


def _due(
    reading: Reading,
    sentence: Sentence,
    scope: Scope,
    clause: tuple[int, int],
    promises: list[Promise],
    quantities: list[Quantity],
) -> Due:
    """A clause has the year it names, else that of the targets around it, else the passage's."""
    inside = [y for y in sentence.years if clause[0] <= y.start < clause[1] and y.role != "against"]
    if inside:
        return Due.of(reading, sentence, inside[-1])
    before = [q for q in quantities if q.end <= clause[0]]
    year = Horizons(sentence, quantities).year_of(before[-1]) if before else None
    if year:
        return Due.of(reading, sentence, year)
    if promises:
        told = promises[-1].target
        return Due(told.year, told.year_at, told.year_counted)
    return Due.of(reading, scope.year_from, scope.year)
