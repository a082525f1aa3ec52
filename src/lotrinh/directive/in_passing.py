"""Documents that an article names in passing: no sentence of it announces one outright.

"Kế hoạch mà UBND xã ban hành", "Quy hoạch xác định …", "mục tiêu đề ra tại kế hoạch …".
"""

from __future__ import annotations

import re

from lotrinh.directive.announcement import (
    BODY,
    LEAD,
    OF_ANOTHER,
    OFFICE,
    PUTS_INTO_EFFECT,
    Announced,
)
from lotrinh.directive.references import KIND_WORDS
from lotrinh.directive.sentences import Reading

#: A plan for land and growth has no number of its own; the news call it by its kind.
_KINDS_TOLD = f"{KIND_WORDS}|Quy hoạch"
_ISSUED_BY = re.compile(
    rf"\b(?P<kind>(?i:{KIND_WORDS}))\b[^.;:]{{0,110}}?[\s(](?:(?:mà|do|được)\s)?{OFFICE}(?={BODY})"
    r"[^.;:]{0,70}?\b(?:ban hành|thông qua|phê duyệt|công bố|chốt|đưa ra|ký"
    r"|(?<!nghị )quyết(?! định))\b(?! lúc)"
)
#: "Theo UBND huyện …, chương trình … vừa được phê duyệt".
_JUST_SET = re.compile(
    rf"\b(?P<kind>(?i:{KIND_WORDS}))\b[^.;:]{{0,200}}?\s(?:vừa|mới)(?: được)?\s"
    rf"(?:{BODY}[^.;:,]{{0,60}}?\s)?(?:ký\s)?(?=phê duyệt|ban hành|thông qua)"
)
#: "Nghị quyết nêu rõ, …": the document speaks before anybody said who issued it.
_SAYS = re.compile(
    rf"^\W*(?:[^,;:.]{{3,40}},\s)?(?:Mục tiêu (?:tổng quát |chung )?của"
    rf" (?P<of>{_KINDS_TOLD.lower()})\slà\b"
    rf"|(?P<kind>{_KINDS_TOLD}|Văn bản)\s(?:(?:cũng|này|đã)\s)*(?:nêu rõ|nêu|đề ra|đặt ra"
    r"|đặt mục tiêu|xác định|yêu cầu|gửi|chỉ rõ|chỉ ra|đưa ra|nhấn mạnh|quy định)\b)"
)
#: "mục tiêu vừa được UBND xã đề ra tại kế hoạch …": its plan is what the aim stands in.
_SET_IN = re.compile(
    rf"\b(?:mục tiêu|chỉ tiêu)\b[^.;:]{{0,30}}?\s(?={BODY})[^.;:]{{0,70}}?\s(?:đề ra|đặt ra"
    rf"|xác định|giao)\s(?:tại|trong)\s(?P<kind>(?i:{KIND_WORDS}))\b"
)
#: "Các chỉ tiêu chủ yếu được nêu trong nghị quyết gồm: …".
_LISTED_IN = re.compile(
    rf"\b(?:mục tiêu|chỉ tiêu)\b[^.;:]{{0,30}}?\sđược (?:nêu|đề|đặt)(?: ra| rõ)?\s(?:tại|trong)\s"
    rf"(?P<kind>(?i:{KIND_WORDS}))(?=(?:\snày)?(?:\s(?:gồm|là|như)\b|:))"
)
#: "HĐND huyện Hòa An khóa XX họp kỳ thứ 8. … thông qua nghị quyết …".
_MEETS = re.compile(
    r"\b(?:HĐND|Hội đồng nhân dân)\b[^.;]{0,60}?\s(?:họp|khai mạc|bế mạc|tổ chức)\s(?:kỳ|phiên)"
    r"|\b[Tt]ại (?:kỳ|phiên) họp[^.;,]{0,60},\s(?:các đại biểu )?(?=HĐND|Hội đồng nhân dân)"
)
_ADOPTED = re.compile(
    r"\bthông qua (?:\d+ |các |một số |nhiều )?(?:nội dung [^.;:]{0,20}: )?nghị quyết\b"
)
#: "UBND huyện tổ chức hội nghị giao chỉ tiêu, kế hoạch …": who hands a plan out has made it.
_HANDS_OUT = re.compile(
    rf"(?={BODY})[^.;:]{{0,70}}?\s(?:đã |vừa )?tổ chức (?i:hội nghị)\b[^.;:]{{0,100}}?"
    r"\b(?:triển khai|giao)\s(?:(?:các |những )?chỉ tiêu,?\s(?:và )?)?(?P<kind>kế hoạch)\b"
    r"(?! (?:thực hiện|triển khai) (?i:nghị quyết|chỉ thị|kết luận|quyết định))",
)
#: "Kế hoạch của UBND tỉnh về … đã đề ra mục tiêu": whose it is, and that it sets an aim.
_OF_BODY = re.compile(
    rf"^[^;:]{{0,24}}?\b(?P<kind>(?i:{KIND_WORDS}))\scủa\s(?={BODY})[^;:]*?"
    r"\b(?:đề ra|đặt ra|đặt|xác định|nêu)\s(?:các |những |\d+ )?(?:mục tiêu|chỉ tiêu)\b"
)
#: "Theo Nghị quyết phiên họp tháng 1, Chính phủ chỉ đạo …": in which the body speaks.
_SPEAKS_IN = re.compile(
    rf"^\W*(?:[^\W\d_]{{2,20}}\)?\s?-\s)?(?:Theo|Tại|Trong)\s(?:nội dung\s)?(?P<kind>{KIND_WORDS})"
    rf"\b[^,;:]{{0,90}},\s(?={BODY})[^,;:.]{{0,40}}?\s(?:yêu cầu|chỉ đạo|giao|đề nghị|quyết nghị)\b"
)
_LEAD_OF_WORDS = 16
#: "Chỉ thị số 23 của Ban Bí thư": the news leave the letters of a number out.
_BARE_NUMBER = re.compile(
    rf"\b(?P<kind>{KIND_WORDS})\s(?:số\s)?\d{{1,4}}(?:,?\sngày\s[\d./-]+)?\scủa\s(?={BODY})"
)
#: "theo Nghị quyết số 18, | Kết luận 34": one more of those that are followed.
_IN_ROW = re.compile(r"\d(?:,| và)\s$")
_LEAD_OF_NUMBER = 8


def named_in_passing(reading: Reading) -> Announced | None:
    """Return the document that an article is about, by the plainest of the ways to name it."""
    found = _by_body(reading) or _by_what_it_says(reading)
    for form in (_SET_IN, _HANDS_OUT, _LISTED_IN, _OF_BODY, _SPEAKS_IN):
        found = found or _by_what_is_told(reading, form)
    return found or _by_session(reading) or _by_bare_number(reading)


def _by_body(reading: Reading) -> Announced | None:
    """ "Kế hoạch năm 2026 mà UBND xã ban hành": the kind first, then who issues it."""
    for sentence in reading.sentences[:LEAD]:
        told = _ISSUED_BY.search(sentence.text)
        if told and OF_ANOTHER.search(sentence.low[: told.start()]):
            told = None
        if found := told or _JUST_SET.search(sentence.text):
            kind = found["kind"][:1].upper() + found["kind"][1:].lower()
            return Announced(sentence, found.end(), found.start(), kind, None)
    return None


def _by_what_it_says(reading: Reading) -> Announced | None:
    """ "Nghị quyết nêu rõ, … Chính phủ yêu cầu …": an article cut off from its first words."""
    for sentence in reading.sentences[:_LEAD_OF_WORDS]:
        if found := _SAYS.match(sentence.text):
            group = "kind" if found["kind"] else "of"
            at = found.start(group)
            return Announced(sentence, at, at, found[group].capitalize(), None)
    return None


def _by_what_is_told(reading: Reading, form: re.Pattern[str]) -> Announced | None:
    """Else the kind that the news name in passing, with the body whose document it is."""
    for sentence in reading.sentences[:LEAD]:
        if found := form.search(sentence.text):
            at = found.start("kind")
            return Announced(sentence, at, at, found["kind"].capitalize(), None)
    return None


def _by_session(reading: Reading) -> Announced | None:
    """A council meets, and further down the meeting adopts: the resolution is the council's."""
    for number, sentence in enumerate(reading.sentences[:LEAD]):
        if found := _MEETS.search(sentence.text):
            below = reading.sentences[number:]
            adopts = any(_ADOPTED.search(other.low) for other in below)
            at = found.end()
            return Announced(sentence, at, at, "Nghị quyết", None) if adopts else None
    return None


def _by_bare_number(reading: Reading) -> Announced | None:
    """ "Chỉ thị số 23 của Ban Bí thư về …": its letters are left out, and nobody announces it."""
    for sentence in reading.sentences[:_LEAD_OF_NUMBER]:
        found = _BARE_NUMBER.search(sentence.text)
        before = sentence.low[: found.start()] if found else ""
        if found and not (PUTS_INTO_EFFECT.search(before) or _IN_ROW.search(before)):
            kind = found["kind"].capitalize()
            return Announced(sentence, found.end(), found.start(), kind, None)
    return None


def by_name(reading: Reading) -> Announced | None:
    """A resolution named by its congress: "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh …"."""
    for sentence in reading.sentences[:LEAD]:
        found = re.search(r"\bNghị quyết (?=Đại hội|của Đại hội)", sentence.text)
        if found and not PUTS_INTO_EFFECT.search(sentence.low[: found.start()]):
            return Announced(sentence, found.start(), found.start(), "Nghị quyết", None)
    return None
