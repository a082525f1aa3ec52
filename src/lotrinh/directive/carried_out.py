"""The documents that a directive says it carries out, in its title or its opening.

A row of them may stand behind one "thực hiện"; the grounds ("căn cứ") are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.identity import Facts, OtherDocument
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

#: How many sentences from the top are read for them.
_LEAD = 40
#: "… ban hành Kế hoạch … năm 2021 - 2022 | và | Kế hoạch số 1063/KH-BYT": two in one row.
_LONGEST_ROW = 300
#: A part may begin at once below the title; what stands in it tells of more than the opening.
_BEFORE_PARTS = 8
_CARRIES = re.compile(
    r"\b(?:đưa|thực hiện|triển khai|cụ thể hóa|thi hành|quán triệt)\s(?:(?:thực hiện|tinh thần"
    r"|có hiệu quả|hiệu quả|tốt|nội dung|các|nghiêm túc|nghiêm|đồng bộ|thắng lợi|toàn diện"
    r"|kịp thời|đầy đủ|quyết liệt|một số"
    r"|(?:các )?(?:mục tiêu|nhiệm vụ|chỉ tiêu|giải pháp)(?:, (?:mục tiêu|nhiệm vụ|chỉ tiêu"
    r"|giải pháp))*"
    r"(?: đề ra)?(?: mà| của| theo| tại| trong)?),?\s(?:và\s)?)*"
    rf"(?=(?:{KIND_WORDS}|chủ trương|văn bản(?= số))\b)",
    re.IGNORECASE,
)
#: What came of an earlier plan: "báo cáo kết quả thực hiện Nghị quyết 95".
_RESULT = re.compile(
    r"\b(?:kết quả|tình hình|sơ kết|tổng kết)\s(?:(?:\d+|\w+) năm\s)?(?:triển khai\s)?$"
    r"|\bnăm qua, $"
    r"|\b(?:kết quả|tồn tại|hạn chế)\b[^;.]{0,60}\btrong (?:công tác|việc|quá trình)\b[^;.]{0,40}$"
)
#: "Thực hiện Kế hoạch 77 …, các xã đã tích cực triển khai": told of the past; "phát huy kết quả
#: đã đạt được" only names what the paper builds on.
_DONE = re.compile(
    r"(?<!kết quả )\bđã (?:tích cực|hỗ trợ|đạt|hoàn thành|triển khai|thực hiện|tổ chức"
    r"|giải ngân)\b"
)
#: "Thực hiện Chỉ thị số 1 …; Quyết định số 2 …": one row up to the end of the sentence.
_NEXT_IN_ROW = re.compile(r";\s(?:và\s|các\s)?$")
#: Between two documents carried out, this begins to tell what one of them is about.
_TELLS = re.compile(
    r"\.\s|\bban hành\b(?! ngày)|\bvề\b.*\b(?:thực hiện|triển khai|sửa đổi"
    r"|bổ sung)\b",
    re.IGNORECASE,
)


#: Kinds of documents that set what others carry out; a letter or a report only tells.
_SETS = frozenset(
    ("Nghị quyết", "Quyết định", "Kế hoạch", "Chương trình", "Chương trình hành động", "Chỉ thị")
)
#: Such a title names what it carries out itself; the grounds only say who approved that.
_PUTS_INTO_EFFECT = re.compile(
    r"(?:tổ chức )?(?:triển khai )?(?:thực hiện|triển khai)\b", re.IGNORECASE
)
_MATTER = re.compile(
    r"(?:\bvề việc|\bphê duyệt|\bban hành|\bthông qua(?! tại| ngày)|\bvề)\s"
    r"(?:(?:phê duyệt|thông qua|ban hành)\s)?(?P<matter>[^;]+)"
)
_SMALL = frozenset(
    (
        "và các về việc thực hiện phê duyệt ban hành đề án kế hoạch chương trình quốc gia việt nam"
        " triển khai"
    ).split()
)
#: So many words, and so much of them, make two documents speak of one matter.
_LEAST_SHARED, _SAME = 4, 0.85


def find_carried_out(
    reading: Reading, facts: Facts, announcing: Sentence | None
) -> tuple[OtherDocument, ...]:
    """Return the documents that this one says it carries out, in its title or its opening."""
    found: dict[str, OtherDocument] = {}
    for sentence in _opening(reading, announcing):
        for reference in chain(sentence, facts.number):
            found.setdefault(reference.number, other(reading, sentence, reference))
    for sentence, reference in _grounds_of_the_same(reading, facts.title):
        found.setdefault(reference.number, other(reading, sentence, reference))
    return tuple(found.values())


def chain(sentence: Sentence, own: str | None) -> list[Reference]:
    """Return the row of documents behind "thực hiện": one after another, near each other."""
    chain = []
    for carries in _CARRIES.finditer(sentence.text):
        reach = carries.end()
        if _describes(sentence, carries.start(), own) or _RESULT.search(
            sentence.low[: carries.start()]
        ):
            continue
        if _DONE.search(sentence.low[carries.end() :]):
            continue
        for reference in sentence.references:
            between = sentence.text[reach : reference.start]
            if reference.start < carries.end() or reference.number == own:
                continue
            row = between.endswith(" và ") and len(between) < _LONGEST_ROW
            joined = row or _NEXT_IN_ROW.search(between)
            if not joined and (len(between) > 200 or ";" in between or _TELLS.search(between)):
                # "Thực hiện Kết luận 132 … về tiếp tục thực hiện Chỉ thị 36 …; Nghị quyết 93 …"
                if carries.start() > 0:
                    break
                continue
            reach = reference.end
            chain.append(reference)
    return chain


def _describes(sentence: Sentence, at: int, own: str | None) -> bool:
    """ "Kết luận 27 về tiếp tục thực hiện Nghị quyết 53": the second is the first's matter."""
    earlier = [r for r in sentence.references if r.end <= at and r.number != own]
    return bool(earlier) and bool(
        re.fullmatch(r"[^;.]{0,200}\bvề\b[^;.]{0,100}", sentence.low[earlier[-1].end : at])
    )


def _opening(reading: Reading, announcing: Sentence | None) -> list[Sentence]:
    """The announcing sentence first; then the lines before the first part, without the grounds."""
    lines = [announcing] if announcing else []
    for sentence in reading.sentences[:_LEAD]:
        if (
            sentence.depth <= 2
            and sentence.marker_end
            and len(lines) > _BEFORE_PARTS
            and not sentence.references
        ):
            break
        if not sentence.low.startswith(("http", "căn cứ")):
            lines.append(sentence)
    return lines


def _grounds_of_the_same(
    reading: Reading, title: str | None
) -> Iterator[tuple[Sentence, Reference]]:
    """Yield the grounds whose matter is this document's own: the plan above it, carried out here.

    "Căn cứ Nghị quyết 06/2011/NQ-HĐND … về việc thông qua Đề án giảm nghèo …" above "Phê duyệt
    Đề án giảm nghèo …".
    """
    if _PUTS_INTO_EFFECT.match(title or ""):
        return
    own = set(re.findall(r"[^\W\d_]+", (title or "").lower()))
    for sentence in reading.sentences[:_LEAD]:
        if (
            not sentence.low.lstrip(" -+").startswith("căn cứ")
            or not sentence.references
            or not own
        ):
            continue
        reference = sentence.references[0]
        subject = _MATTER.search(sentence.low, reference.end)
        words = _telling(subject["matter"]) if subject else []
        if reference.kind not in _SETS or len(words) < _LEAST_SHARED:
            continue
        if sum(word in own for word in words) >= _SAME * len(words):
            yield sentence, reference


def _telling(words: str) -> list[str]:
    """Return the words that tell what a document is about, without places and years."""
    about = re.split(
        r"\b(?:tỉnh|thành phố|huyện|trên địa bàn|giai đoạn|đến năm|năm|của|cả nước)\b",
        words.lower(),
    )
    return [word for word in re.findall(r"[^\W\d_]+", about[0]) if word not in _SMALL]


def other(reading: Reading, sentence: Sentence, reference: Reference) -> OtherDocument:
    """Return a document named in a sentence, with where it is named."""
    at = reading.span(sentence, reference.start, reference.end)
    return OtherDocument(reference.number, reference.issuer, reference.date, at)
