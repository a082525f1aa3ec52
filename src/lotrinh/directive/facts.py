"""What identifies the directive: number, kind, issuer, date, and what it carries out.

From the head of an official document, or from the sentence of an article that announces
it. Where the text does not say, the fact is None; nothing is filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lotrinh.directive.brackets import inside
from lotrinh.directive.cited import Span
from lotrinh.directive.dates import Day, find_days
from lotrinh.directive.draft import CarriedOut, Facts
from lotrinh.directive.issuers import head_issuer, subject_issuer
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

_ANNOUNCES = re.compile(
    rf"\b(?:ban hành|phê duyệt|thông qua|ký|ra|có|công bố|triển khai|đưa ra"
    rf"|xây dựng)\s(?:(?:ban hành|kèm theo|dự thảo|văn bản|toàn văn|\")\s?)*"
    rf"(?P<kind>(?i:{KIND_WORDS})|văn bản)\b(?!\s(?:này|trên))"
)
_PUTS_INTO_EFFECT = re.compile(
    r"(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|thi hành|tinh thần|theo|căn cứ|quán triệt"
    r"|tiếp tục)\s(?:có hiệu quả\s|hiệu quả\s|tốt\s|nội dung\s|các\s|một số\s|tinh thần\s"
    r"|thực hiện\s|nghiêm\s)*$"
)
_CARRIES = re.compile(
    r"\b(?:thực hiện|triển khai|cụ thể hóa|cụ thể hoá|thi hành)\s(?:thực hiện\s|có hiệu quả\s"
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
_HEAD_NUMBER = re.compile(r"^\W*Số\s?[:.]?\s?\d", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(r",\s?ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}")
#: How many sentences from the top the head of a document and the news of it stand in.
_HEAD, _LEAD = 30, 40
#: A kind in small letters ("triển khai kế hoạch …") announces only at the very top.
_FIRST = 4
_SETS = re.compile(r"ban hành|phê duyệt|thông qua|triển khai")


@dataclass(frozen=True)
class _Announced:
    """The sentence that announces the document, and the reference in it if it has a number."""

    sentence: Sentence
    at: int
    kind_at: int
    kind: str | None
    reference: Reference | None


def find_facts(reading: Reading) -> Facts:
    """Return what the text says about its own identity."""
    head = _official_head(reading)
    announced = _announced(reading)
    facts = head if head is not None else _from_article(reading, announced)
    number = facts.number
    carried = _carried_out(reading, number, announced if head is None else None)
    return replace(facts, carries_out=carried)


def _official_head(reading: Reading) -> Facts | None:
    """Read "Số: 148/KH-UBND", the place and day, the kind in capitals, the issuer above."""
    top = reading.sentences[:_HEAD]
    numbered = next((s for s in top if _HEAD_NUMBER.match(s.text) and s.references), None)
    kind_line = next((s for s in top if _kind_in_capitals(s)), None)
    titled = None if numbered or kind_line else _kind_of_title(reading)
    if numbered is None and kind_line is None and titled is None:
        return None
    dated = next((s for s in top if len(s.text) < 120 and _PLACE_AND_DAY.search(s.text)), None)
    facts = Facts(type=_kind_in_capitals(kind_line) if kind_line else titled)
    if numbered is not None:
        reference = numbered.references[0]
        facts = replace(
            facts,
            number=reference.number,
            type=facts.type or reference.kind,
            number_at=_number_at(reading, numbered, reference),
        )
    if dated is not None:
        days = [d for d in find_days(dated.text) if d.as_date()]
        if days:
            at = reading.span(dated, days[-1].start, days[-1].end)
            facts = replace(facts, date=days[-1].as_date(), date_at=at)
    issuer = head_issuer(reading, top)
    return replace(facts, issuer=issuer[0], issuer_at=issuer[1]) if issuer else facts


def _kind_in_capitals(sentence: Sentence) -> str | None:
    """A line that is nothing but the kind of document, or the kind and its subject in capitals."""
    found = re.match(rf"\W*(?P<kind>{KIND_WORDS})\W*$", sentence.text, re.IGNORECASE)
    if found and len(sentence.text) < 40:
        kind = found["kind"]
        return kind[:1].upper() + kind[1:].lower()
    return None


def _kind_of_title(reading: Reading) -> str | None:
    """A first line such as "Nghị quyết về chương trình …", with its issuer below, is a title."""
    if not reading.sentences or head_issuer(reading, reading.sentences[1:4]) is None:
        return None
    found = re.match(
        rf"(?P<kind>{KIND_WORDS})\s(?:về|số|phê duyệt"
        rf"|ban hành)\b",
        reading.sentences[0].text,
    )
    return found["kind"] if found else None


def _announced(reading: Reading) -> _Announced | None:
    """Find the document that the text is about: what someone issues, not what is carried out."""
    numbered: _Announced | None = None
    plain: _Announced | None = None
    small: _Announced | None = None
    for number, sentence in enumerate(reading.sentences[:_LEAD]):
        if sentence.low.startswith(("căn cứ", "http")):
            continue
        for found in _ANNOUNCES.finditer(sentence.text):
            kind = found["kind"]
            at = found.start("kind")
            reference = next((r for r in sentence.references if abs(r.start - at) < 3), None)
            named = None if kind == "văn bản" else kind[:1].upper() + kind[1:].lower()
            one = _Announced(sentence, found.start(), at, named, reference)
            if reference is not None:
                numbered = numbered or one
            elif kind[:1].isupper() or named is None:
                plain = plain or one
            elif number < _FIRST and _SETS.match(found.group()):
                small = small or one
    return numbered or plain or _first_reference(reading) or _by_name(reading) or small


def _first_reference(reading: Reading) -> _Announced | None:
    """Else the first numbered document that is not merely carried out."""
    for sentence in reading.sentences[:_LEAD]:
        if sentence.low.startswith(("căn cứ", "http")):
            continue
        carried = {r.number for r in _chain(sentence, None)}
        for reference in sentence.references:
            before = sentence.low[max(0, reference.start - 40) : reference.start]
            if reference.number in carried or inside(sentence.text, reference.number_start):
                continue
            if not _PUTS_INTO_EFFECT.search(before) or re.search(r"\btheo\s$", before):
                return _Announced(
                    sentence, reference.start, reference.start, reference.kind, reference
                )
    return None


def _by_name(reading: Reading) -> _Announced | None:
    """A resolution named by its congress: "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh …"."""
    for sentence in reading.sentences[:_LEAD]:
        found = re.search(r"\bNghị quyết (?=Đại hội|của Đại hội)", sentence.text)
        if found:
            return _Announced(sentence, found.start(), found.start(), "Nghị quyết", None)
    return None


def _from_article(reading: Reading, announced: _Announced | None) -> Facts:
    if announced is None:
        return Facts()
    sentence, reference = announced.sentence, announced.reference
    facts = Facts(type=announced.kind)
    if reference is not None:
        facts = replace(
            facts,
            number=reference.number,
            type=reference.kind,
            number_at=_number_at(reading, sentence, reference),
        )
        if reference.date is not None:
            at = reading.span(sentence, reference.number_start, reference.end)
            facts = replace(facts, date=reference.date, date_at=at)
    issuer = subject_issuer(reading, sentence, announced.at, reference)
    if issuer is not None:
        facts = replace(facts, issuer=issuer[0], issuer_at=issuer[1])
    return facts if facts.date else _dated_by_lead(reading, announced, facts)


def _dated_by_lead(reading: Reading, announced: _Announced, facts: Facts) -> Facts:
    """ "Ngày 5/8, UBND tỉnh ban hành …": the day is the document's; the year the dateline's."""
    sentence = announced.sentence
    opening = re.match(
        r"\W*(?:Mới đây, |Theo đó, )?(?:Sáng |Chiều "
        r"|Hôm nay, )?(?:[Nn]gày )",
        sentence.text,
    )
    days = [d for d in find_days(sentence.text) if d.end <= announced.at]
    if (
        not opening
        or not days
        or days[0].start > opening.end() + 2
        or re.search(
            r"cho biết"
            r"|thông tin|hội nghị|họp báo",
            sentence.low[: announced.at],
        )
    ):
        return facts
    day = days[0]
    at = reading.span(sentence, day.start, day.end)
    if day.as_date():
        return replace(facts, date=day.as_date(), date_at=at)
    dateline = find_dateline(reading)
    if dateline is None or day.day is None or dateline[1].year is None:
        return facts
    line, published = dateline
    full = replace(day, year=published.year).as_date()
    printed = published.as_date()
    if full is None or printed is None or not 0 <= (printed - full).days <= 60:
        return facts
    return replace(
        facts, date=full, date_at=at, year_at=reading.span(line, published.start, published.end)
    )


def find_dateline(reading: Reading) -> tuple[Sentence, Day] | None:
    """Return the line that says when an article was published: "10:55, 16/06/2020"."""
    for sentence in reading.sentences[:12]:
        if len(sentence.text) > 90 or sentence.references or sentence.low.startswith("http"):
            continue
        for day in find_days(sentence.text):
            if day.as_date():
                return sentence, day
    return None


def _carried_out(
    reading: Reading, own: str | None, announced: _Announced | None
) -> tuple[CarriedOut, ...]:
    """Return the documents that this one says it carries out, in its title or its opening."""
    found: dict[str, CarriedOut] = {}
    for sentence in _opening(reading, announced):
        for reference in _chain(sentence, own):
            found.setdefault(reference.number, _carried(reading, sentence, reference))
    return tuple(found.values())


def _chain(sentence: Sentence, own: str | None) -> list[Reference]:
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
    """ "Kết luận 27-KL/TW về tiếp tục thực hiện Nghị quyết 53": the second is the first's matter."""
    earlier = [r for r in sentence.references if r.end <= at and r.number != own]
    return bool(earlier) and bool(
        re.fullmatch(r"[^;.]{0,200}\bvề\b[^;.]{0,100}", sentence.low[earlier[-1].end : at])
    )


def _opening(reading: Reading, announced: _Announced | None) -> list[Sentence]:
    """The announcing sentence first; then the lines before the first part, without the grounds."""
    lines = [announced.sentence] if announced else []
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


def _number_at(reading: Reading, sentence: Sentence, reference: Reference) -> Span:
    return reading.span(
        sentence, reference.number_start, min(len(sentence.text), reference.end + 4)
    )
