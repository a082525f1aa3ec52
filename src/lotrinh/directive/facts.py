"""What identifies the directive: number, kind, issuer, date, and what it carries out.

From the head of an official document, or from the sentence of an article that announces
it. Where the text does not say, the fact is None; nothing is filled in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from lotrinh.directive.announced import Announced, find_announced
from lotrinh.directive.carried_out import find_carried_out
from lotrinh.directive.cited import Span
from lotrinh.directive.dates import Day, find_days
from lotrinh.directive.draft import Facts
from lotrinh.directive.issuers import congress_of, head_issuer, subject_issuer
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

_HEAD_NUMBER = re.compile(r"^\W*Số\s?[:.]?\s?\d", re.IGNORECASE)
_SIGNED = re.compile(
    r"\b(?:văn bản|kế hoạch|nghị quyết|quyết định|chương trình|chỉ thị) (?:này )?(?:được "
    r"|có hiệu lực )?"
    r"(?:ký|ban hành) (?:ban hành )?(?:vào )?ngày\s"
)
_PLACE_AND_DAY = re.compile(r",\s?ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}")
#: How many sentences from the top the head of a document and the news of it stand in.
_HEAD = 30
_BEFORE_TEXT = 16


def find_facts(reading: Reading) -> Facts:
    """Return what the text says about its own identity."""
    head = _official_head(reading)
    announced = find_announced(reading)
    facts = head if head is not None else _from_article(reading, announced)
    if facts.type in ("Nghị quyết", None) and (facts.issuer is None or "Đảng bộ" in facts.issuer):
        facts = _of_congress(reading, facts)
    number = facts.number
    announcing = announced.sentence if announced and head is None else None
    carried = find_carried_out(reading, number, announcing)
    return replace(facts, carries_out=carried)


def _of_congress(reading: Reading, facts: Facts) -> Facts:
    """A resolution without a number that speaks of a party congress is the congress's own."""
    congress = congress_of(reading)
    speaks = any("nghị quyết" in s.low or "đại hội" in s.low for s in reading.sentences[:12])
    if congress is None or facts.number is not None or not speaks:
        return facts
    return replace(facts, type="Nghị quyết", issuer=congress[0], issuer_at=congress[1])


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
    # Below the name of the paper stands its text, and at its end who signed it.
    below = top.index(kind_line) + 4 if kind_line else _BEFORE_TEXT
    issuer = head_issuer(reading, top[:below])
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


def _from_article(reading: Reading, announced: Announced | None) -> Facts:
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


def _dated_by_lead(reading: Reading, announced: Announced, facts: Facts) -> Facts:
    """ "Ngày 5/8, UBND tỉnh ban hành …": the day is the document's; the year the dateline's."""
    if signed := _signed_on(reading):
        return replace(facts, date=signed[0], date_at=signed[1])
    sentence = announced.sentence
    if behind := _dated_behind(reading, sentence):
        return replace(facts, date=behind[0], date_at=behind[1])
    opening = re.match(
        r"\W*(?:\w{2,20}\)\s?-?\s?)?(?:Mới đây, |Theo đó, )?(?:Sáng |Chiều "
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


def _dated_behind(reading: Reading, sentence: Sentence) -> tuple[date, Span] | None:
    """ "… (UBND tỉnh ban hành ngày 28/1/2026)": the full day right behind the verb."""
    for day in find_days(sentence.text):
        before = sentence.low[max(0, day.start - 24) : day.start]
        full = day.as_date()
        if full and re.search(r"(?:ban hành|ký|phê duyệt|thông qua)(?: vào)? ngày $", before):
            return full, reading.span(sentence, day.start, day.end)
    return None


def _signed_on(reading: Reading) -> tuple[date, Span] | None:
    """ "Văn bản được ký ngày 8.6.2023": said in a sentence of its own."""
    for sentence in reading.sentences[:_HEAD]:
        if found := _SIGNED.search(sentence.low):
            for day in find_days(sentence.text):
                full = day.as_date()
                if full and found.end() <= day.start <= found.end() + 2:
                    return full, reading.span(sentence, day.start, day.end)
    return None


def find_dateline(reading: Reading) -> tuple[Sentence, Day] | None:
    """Return the line that says when an article was published: "10:55, 16/06/2020"."""
    for sentence in reading.sentences[:12]:
        if len(sentence.text) > 90 or sentence.references or sentence.low.startswith("http"):
            continue
        for day in find_days(sentence.text):
            if day.as_date():
                return sentence, day
    return None


def _number_at(reading: Reading, sentence: Sentence, reference: Reference) -> Span:
    return reading.span(
        sentence, reference.number_start, min(len(sentence.text), reference.end + 4)
    )
