"""The documents that a directive says it carries out, in its title or its opening.

A row of them may stand behind one "thực hiện"; the grounds ("căn cứ") are not among them.
"""

from __future__ import annotations

import re

from lotrinh.directive.draft import CarriedOut
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

#: How many sentences from the top are read for them.
_LEAD = 40
_CARRIES = re.compile(
    r"\b(?:đưa|thực hiện|triển khai|cụ thể hóa|cụ thể hoá|thi hành)\s(?:thực hiện\s|có hiệu quả\s"
    r"|hiệu quả\s|tốt\s|nội dung\s|các\s|nghiêm\s)*"
    rf"(?=(?:{KIND_WORDS}|chủ trương)\b)",
    re.IGNORECASE,
)
#: Between two documents carried out, this begins to tell what one of them is about.
_TELLS = re.compile(
    r"\.\s|\bban hành\b(?! ngày)|\bvề\b.*\b(?:thực hiện|triển khai|sửa đổi"
    r"|bổ sung)\b",
    re.IGNORECASE,
)


def find_carried_out(
    reading: Reading, own: str | None, announcing: Sentence | None
) -> tuple[CarriedOut, ...]:
    """Return the documents that this one says it carries out, in its title or its opening."""
    found: dict[str, CarriedOut] = {}
    for sentence in _opening(reading, announcing):
        for reference in chain(sentence, own):
            found.setdefault(reference.number, _carried(reading, sentence, reference))
    return tuple(found.values())


def chain(sentence: Sentence, own: str | None) -> list[Reference]:
    """Return the row of documents behind "thực hiện": one after another, near each other."""
    chain = []
    for carries in _CARRIES.finditer(sentence.text):
        reach = carries.end()
        if _describes(sentence, carries.start(), own):
            continue
        for reference in sentence.references:
            between = sentence.text[reach : reference.start]
            if reference.start < carries.end() or reference.number == own:
                continue
            if len(between) > 200 or _TELLS.search(between):
                break
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
            and len(lines) > 8
            and not sentence.references
        ):
            break
        if not sentence.low.startswith(("http", "căn cứ")):
            lines.append(sentence)
    return lines


def _carried(reading: Reading, sentence: Sentence, reference: Reference) -> CarriedOut:
    at = reading.span(sentence, reference.start, reference.end)
    return CarriedOut(reference.number, reference.issuer, reference.date, at)
