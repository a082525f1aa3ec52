"""The facts in the head of an official document, as Decree 30/2020 and the Party lay it out.

"Số: 148/KH-UBND", the place and day, the kind in capitals, the title below, the issuer above;
also where a page broke the head into short lines or lost a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lotrinh.directive.cited import Span
from lotrinh.directive.dates import find_days
from lotrinh.directive.head_issuers import head_issuer
from lotrinh.directive.head_lines import head_lines
from lotrinh.directive.identity import Facts
from lotrinh.directive.letters import capitals
from lotrinh.directive.own_title import (
    Found,
    title_below,
    title_of_enactment,
    title_of_letter,
    title_of_line,
)
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

#: "Số: 12/QĐ-UBND"; the Party also writes "Nghị quyết số: 11-NQ/TW", with the colon.
_NUMBER = re.compile(
    rf"^\W*(?:[^|]{{0,80}}\|\s)?(?:Số\s*[:.]?|(?:{KIND_WORDS})\ssố\s?:)\s*\d", re.IGNORECASE
)
_WITH_LETTERS = re.compile(
    capitals(
        r"(?i:Số)\s*[:.]?\s*(?P<number>\d{1,5}(?:/\d{4})?\s*[/-]\s?[A-ZĐÀ-Ỹ][\w&]*(?:\s?[-/.]\s?"
        r"[A-ZĐÀ-Ỹ][\w&]*)*)"
    )
)
_PLACE_AND_DAY = re.compile(r",\s?(?:ngày|Ngày)\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}")
#: How many sentences from the top the head stands in.
HEAD = 30
_BEFORE_TEXT = 16
_LONGEST_DATELINE = 160


def official_head(reading: Reading) -> Facts | None:
    """Return the facts of the head, None for a text that has none."""
    top = head_lines(reading.sentences[:HEAD])
    numbered = next((s for s in top if _NUMBER.match(s.text) and _own_number(s)), None)
    numbered = numbered or _bare_number(top)
    kinds = [i for i, s in enumerate(top) if _kind_in_capitals(s)]
    kind_at = next((i for i in kinds if not top[i].text.rstrip().endswith(":")), None)
    titled = None if numbered or kinds else _kind_of_title(reading)
    if numbered is None and not kinds and titled is None:
        return None
    # Without the line above the title, "QUYẾT ĐỊNH:" above the articles tells the kind.
    kind = _kind_in_capitals(top[kinds[0] if kind_at is None else kind_at]) if kinds else titled
    facts = _dated(reading, top, Facts(type=kind))
    if numbered is not None:
        facts = _numbered(reading, numbered, facts)
    facts = _titled(reading, top, facts, kind_at, numbered)
    # Below the name of the paper stands its text, and at its end who signed it.
    below = kind_at + 4 if kind_at is not None else _BEFORE_TEXT
    issuer = head_issuer(reading, top[:below])
    return replace(facts, issuer=issuer[0], issuer_at=issuer[1]) if issuer else facts


def _bare_number(top: Sequence[Sentence]) -> Sentence | None:
    """A page that lost "Số:": the number stands by itself beside the place and day."""
    for sentence in top[:_BEFORE_TEXT]:
        alone = sentence.references and sentence.references[0].number_start == 0
        if alone and _PLACE_AND_DAY.search(sentence.text):
            return sentence
    return None


def _own_number(sentence: Sentence) -> re.Match[str] | None:
    return _WITH_LETTERS.search(sentence.text)


def _numbered(reading: Reading, sentence: Sentence, facts: Facts) -> Facts:
    """Add the number; a letter bears that of its unit ("5505/BNN-TCLN") and names no kind."""
    if sentence.references:
        reference = sentence.references[0]
        return replace(
            facts,
            number=reference.number,
            type=facts.type or reference.kind,
            number_at=number_at(reading, sentence, reference),
        )
    found = _own_number(sentence)
    if found is None:
        return facts
    addressed = any(s.low.startswith("kính gửi") for s in reading.sentences[:HEAD])
    return replace(
        facts,
        number=re.sub(r"\s", "", found["number"]),
        type=facts.type or ("Công văn" if addressed else None),
        number_at=reading.span(sentence, *found.span("number")),
    )


def number_at(reading: Reading, sentence: Sentence, reference: Reference) -> Span:
    """Return where a number stands, with the letters behind it."""
    end = min(len(sentence.text), reference.end + 4)
    return reading.span(sentence, reference.number_start, end)


def _dated(reading: Reading, top: Sequence[Sentence], facts: Facts) -> Facts:
    for sentence in top:
        if len(sentence.text) < _LONGEST_DATELINE and _PLACE_AND_DAY.search(sentence.text):
            days = [day for day in find_days(sentence.text) if day.as_date()]
            if days:
                at = reading.span(sentence, days[-1].start, days[-1].end)
                return replace(facts, date=days[-1].as_date(), date_at=at)
    return facts


def _titled(
    reading: Reading,
    top: Sequence[Sentence],
    facts: Facts,
    kind_at: int | None,
    numbered: Sentence | None,
) -> Facts:
    """Add the title: below the kind, or where a page lost it, below the number and day."""
    found = title_of_letter(reading, top)
    if kind_at is not None:
        found = title_below(reading, top, kind_at)
    elif numbered is not None and found is None:
        below = [i for i, s in enumerate(top) if s is numbered or s.at == _day_line(top, numbered)]
        found = title_below(reading, top, max(below))
        found = found if found and _in_capitals(reading, found[1]) else None
    elif top and numbered is None and found is None:
        words = re.match(rf"\W*(?:{KIND_WORDS})\s", top[0].text)
        found = title_of_line(reading, top[0], words.end() if words else 0)
    found = found or title_of_enactment(reading, facts.type)
    found = found or _title_behind_number(reading, facts.number)
    return replace(facts, title=found[0], title_at=found[1]) if found else facts


def _title_behind_number(reading: Reading, own: str | None) -> Found | None:
    """A portal names the paper above its head: "Nghị quyết 18/2025/NQ-HĐND sửa đổi …"."""
    for sentence in reading.sentences[:_BEFORE_TEXT]:
        for reference in sentence.references[:1]:
            if reference.number == own and reference.start == 0:
                return title_of_line(reading, sentence, reference.end)
    return None


def _day_line(top: Sequence[Sentence], numbered: Sentence) -> int:
    """Return where the line with the place and day begins, else the line with the number."""
    for sentence in top:
        if sentence.at > numbered.at and _PLACE_AND_DAY.search(sentence.text):
            return sentence.at
    return numbered.at


def _in_capitals(reading: Reading, at: Span) -> bool:
    return reading.document.text[at[0] : at[1]].isupper()


def _kind_in_capitals(sentence: Sentence) -> str | None:
    """A line that is nothing but the kind of document."""
    found = re.match(
        rf"\W*(?P<kind>{KIND_WORDS})(?: liên ngành| chính trị)?\W*$", sentence.text, re.IGNORECASE
    )
    if found and len(sentence.text) < 40:
        kind = found["kind"]
        return kind[:1].upper() + kind[1:].lower()
    return None


def _kind_of_title(reading: Reading) -> str | None:
    """A first line such as "Nghị quyết về chương trình …", with its issuer below, is a title."""
    if not reading.sentences or head_issuer(reading, reading.sentences[1:4]) is None:
        return None
    found = re.match(
        rf"(?P<kind>{KIND_WORDS})\s(?:về|số|phê duyệt|ban hành)\b", reading.sentences[0].text
    )
    return found["kind"] if found else None
