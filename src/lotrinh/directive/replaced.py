"""The documents that a directive amends or replaces, where it says so of itself.

Not those that others amended ("được sửa đổi, bổ sung bởi …"), nor what the grounds tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.carried_out import other
from lotrinh.directive.identity import OtherDocument
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

_AMENDS = re.compile(
    r"\b(?:sửa đổi,?\s(?:và\s)?bổ sung|sửa đổi|bổ sung|điều chỉnh)(?:,\s(?:bổ sung|thay thế))?\s"
    r"(?:(?:(?!\bbởi\b|\bthay thế\b)[^.;:]){0,90}?\s)?"
    r"(?=(?:" + KIND_WORDS.lower() + r")\s(?:liên tịch\s)?(?:số\s?:?\s?)?\d)"
)
_REPLACES = re.compile(
    r"\b(?:thay thế(?: cho)?|bãi bỏ|hủy bỏ|huỷ bỏ)\s(?:(?:toàn bộ|các|nội dung|cho)\s)*"
    r"(?=(?:" + KIND_WORDS.lower() + r")\b)"
)
_ENDS = re.compile(r"\bhết hiệu lực\b(?! thi hành và)")
#: Another's doing, or a thing of the past.
_PASSIVE = re.compile(r"(?:được|đã được|bị|theo|tại|việc|căn cứ)\s(?:\w+\s)?$")
_GROUNDS = re.compile(r"\W*(?:căn cứ|xét |theo đề nghị|theo \w+ trình|luật\b)")
#: Nothing but more of the row stands between two documents of one row.
_ROW = re.compile(
    r"(?:[\s,;]|và|ngày|năm|tháng|của|số|về(?: việc)?|cho|[\d/.\-()]|" + KIND_WORDS.lower() + r")*"
)
#: A row may tell of each what it is about.
_TOLD = re.compile(r"[^;.]{0,260}?(?:;|,?\s(?:và|;))\s(?:" + KIND_WORDS.lower() + r")\s(?:số\s)?$")
_SELF = re.compile(r"(?:quyết định|nghị quyết|kế hoạch|chỉ thị|chương trình|văn bản|thông tư) này")


def find_amended(reading: Reading, own: str | None) -> tuple[OtherDocument, ...]:
    """Return the documents that the title, or an article of the directive itself, amends."""
    found: dict[str, OtherDocument] = {}
    for number, sentence in enumerate(reading.sentences):
        if number >= _TOP and not sentence.text.startswith("Điều "):
            continue
        for start in _told(sentence, _AMENDS, own):
            for reference in _row(sentence, start, own)[:1]:
                found.setdefault(reference.number, other(reading, sentence, reference))
    return tuple(found.values())


def find_replaced(reading: Reading, own: str | None) -> tuple[OtherDocument, ...]:
    """Return the documents that the directive says it replaces or ends."""
    found: dict[str, OtherDocument] = {}
    for sentence in reading.sentences:
        if not sentence.references:
            continue
        for start in _told(sentence, _REPLACES, own):
            for reference in _row(sentence, start, own):
                found.setdefault(reference.number, other(reading, sentence, reference))
        for reference in _ended(sentence, own):
            found.setdefault(reference.number, other(reading, sentence, reference))
    return tuple(found.values())


#: How far from the top the title and the news of a document stand.
_TOP = 30


def _told(sentence: Sentence, words: re.Pattern[str], own: str | None) -> Iterator[int]:
    """Yield where the documents begin that the sentence tells to be amended or replaced."""
    if not sentence.references or _GROUNDS.match(sentence.low):
        return
    for found in words.finditer(sentence.low):
        cited = any(r.end <= found.start() and r.number != own for r in sentence.references)
        # "Quyết định 14 sửa đổi Quyết định 139": another's doing, unless it is its own.
        passive = _PASSIVE.search(sentence.low[: found.start()])
        if not passive and (not cited or _SELF.search(sentence.low[: found.start()])):
            yield found.end()


def _row(sentence: Sentence, start: int, own: str | None) -> list[Reference]:
    """Return the documents that follow each other from `start` on."""
    row: list[Reference] = []
    reach = start
    for reference in sentence.references:
        if reference.start < start - 1 or reference.number == own:
            continue
        between = sentence.low[reach : reference.number_start]
        if not (_ROW.fullmatch(between) or (row and _TOLD.fullmatch(between))):
            break
        reach = reference.end
        row.append(reference)
    return row


def _ended(sentence: Sentence, own: str | None) -> list[Reference]:
    """ "Quyết định số 12/… hết hiệu lực kể từ ngày Quyết định này có hiệu lực"."""
    ends = _ENDS.search(sentence.low)
    if ends is None or not _SELF.search(sentence.low) or _GROUNDS.match(sentence.low):
        return []
    return [r for r in sentence.references if r.end <= ends.start() and r.number != own]
