"""What a portal of laws prints above a document: "Số hiệu: … Người ký: … Ngày ban hành: …".

It fills in what the document's own head leaves out, and is never set against it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lotrinh.directive.dates import find_days
from lotrinh.directive.identity import Facts
from lotrinh.directive.letters import capitals
from lotrinh.directive.sentences import Reading

_LABELS = (
    r"Số hiệu|Số ký hiệu|Số/Ký hiệu|Loại văn bản|Nơi ban hành|Cơ quan ban hành|Người ký"
    r"|Ngày ban hành"
    r"|Ngày hiệu lực|Ngày có hiệu lực|Ngày công báo|Lĩnh vực|Tình trạng|Trích yếu|Số công báo"
)
_PAIR = re.compile(rf"(?P<label>{_LABELS})\s?[:|]\s?(?P<value>.+?)(?=\s*(?:{_LABELS})\s?[:|]|$)")
_PERSON = re.compile(capitals(r"[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){1,4}"))
_TOP, _TABLE = 20, 3


def with_portal_lines(reading: Reading, facts: Facts, *, official: bool) -> Facts:
    """Return the facts with those that labelled lines at the top of the page add.

    Without an official head below them, only a whole table of such lines is the document's.
    """
    told = sum(len(_PAIR.findall(sentence.text)) for sentence in reading.sentences[:_TOP])
    for sentence in reading.sentences[:_TOP] if official or told >= _TABLE else ():
        for found in _PAIR.finditer(sentence.text):
            value = found["value"].strip(" |,;.")
            start = found.start("value") + found["value"].find(value)
            at = reading.span(sentence, start, start + len(value))
            facts = _added(facts, found["label"], value, at)
    return facts


def _added(facts: Facts, label: str, value: str, at: tuple[int, int]) -> Facts:
    if label == "Người ký" and facts.signatory is None and _PERSON.fullmatch(value):
        return replace(facts, signatory=value, signatory_at=at)
    if label == "Ngày ban hành" and facts.date is None:
        days = [day.as_date() for day in find_days(value)]
        return replace(facts, date=days[0], date_at=at) if days and days[0] else facts
    if label.startswith("Số") and facts.number is None and re.match(r"\d+\S*[-/]\S+$", value):
        return replace(facts, number=value, number_at=at)
    if label == "Cơ quan ban hành" and facts.issuer is None:
        return replace(facts, issuer=value, issuer_at=at)
    return facts
