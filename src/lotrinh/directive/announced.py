"""The sentence that announces a document in an article, and the document it names.

What someone issues, approves or adopts; what is merely carried out is `carried_out.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lotrinh.directive.announcement import (
    BODY,
    LEAD,
    OF_ANOTHER,
    OFFICE,
    PUTS_INTO_EFFECT,
    Announced,
)
from lotrinh.directive.brackets import inside
from lotrinh.directive.carried_out import chain
from lotrinh.directive.in_passing import by_name, named_in_passing
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

_ANNOUNCES = re.compile(
    r"\b(?:[Bb]an hành|[Pp]hê duyệt|[Tt]hông qua|ký|ra|có|công bố|triển khai|đưa ra|chốt"
    r"|xây dựng|gửi|vừa điều chỉnh|đã điều chỉnh)"
    r"\s(?:(?:ban hành|kèm theo|dự thảo|văn bản|toàn văn|\")\s?)*"
    rf"(?P<kind>(?i:{KIND_WORDS})|văn bản|Quy hoạch)\b(?!\s(?:này|trên))"
)
#: "theo đúng quy định của pháp luật về … và | Nghị định số …": the rule to follow, no news.
_AS_RULE = re.compile(
    r"\b(?:theo|tuân thủ|chấp hành|đúng|bảo đảm)\s(?:(?:đúng|nghiêm|các|những)\s)*"
    r"(?:trình tự,? (?:và )?(?:thủ tục )?)?quy định\b"
    rf"(?:(?!,\s(?:tại|ngày|{BODY.lower()}))[^;:])*$"
)
#: "thực hiện ý kiến chỉ đạo của Thường trực Tỉnh ủy tại | Thông báo …".
_AS_TOLD = re.compile(
    r"\b(?:thực hiện|theo|căn cứ)\s(?:các\s)?(?:ý kiến|chỉ đạo|kết luận|yêu cầu|đề nghị)\b"
    r"[^;:.]{0,120}\s(?:tại|trong)\s(?:thông báo\s)?$"
)
_BODY_BEFORE = re.compile(rf"(?:^|\W){BODY}[^.;:]{{0,110}}$")
#: Between a document and what it is about.
_SAYS_WHAT = re.compile(r"[\s,]*(?:về (?:việc )?)?")
_RULINGS = frozenset(("Quyết định", "Nghị quyết"))
#: "phê duyệt Đề án … tại Quyết định số 1664/QĐ-TTg": its number comes behind.
_APPROVED_BY = re.compile(r"phê duyệt\b(?:(?!\bgiao\b|\bthực hiện\b)[^.;:()])*\s(?:tại|bằng) ")
#: "(nguồn tin) Theo | Công văn số …": the news open with the paper they tell of.
_OPENS_WITH = re.compile(r"\W*(?:\([^()]{2,40}\)\W*|\w{2,20}\)?\s?-\s)?theo\s")
#: "(Chinhphu.vn) - Tại | Quyết định số 318/QĐ-TTg ngày 16/4/2024, | Thủ tướng phê duyệt Đề án …".
_AT_RULING = re.compile(r"\W*(?:\([^()]{2,40}\)\W*)?(?:tại|bằng)\s")
_BY_BODY = re.compile(rf"(?:\sngày\s[\d/.-]+)?,\s{OFFICE}{BODY}[^;:.]{{0,60}}$")
#: "Kế hoạch số 142/KH-UBND do UBND tỉnh ban hành ngày 22/5/2023, | triển khai Quyết định …".
_ISSUED_FOR = re.compile(
    rf"\b(?:{KIND_WORDS})\s(?:số\s)?\d[^;:]*?\bban hành\b(?:\sngày\s[\d/.-]+)?,?\s(?:nhằm\s|để\s)?$"
)
#: "triển khai Nghị quyết số 57-NQ/TW, | Tỉnh ủy đã thông qua nghị quyết …".
_THEN_ISSUES = re.compile(
    rf"[^;:,]{{0,120}},\s{BODY}[^;:,]{{0,60}}?(?:ban hành|thông qua|phê duyệt)\s(?i:{KIND_WORDS})\b"
)
#: "tham mưu | ban hành quyết định", "sẽ | phê duyệt": still to come.
_NOT_YET = re.compile(
    r"\b(?:tham mưu|đề xuất|trình|chuẩn bị|xem xét|kiến nghị|sẽ|chưa|sớm|nghiên cứu)\s(?:việc\s)?$"
)
#: "15 xã được Thủ tướng | ban hành quyết định công nhận": a standing granted, told in passing.
_GRANTED_BY = re.compile(rf"\bđược\s(?:{OFFICE})?{BODY}[^.;:,]{{0,60}}$")
_GRANTS = re.compile(r"\s(?:về việc |về )?công nhận\b")
_ENDS_IN_KIND = re.compile(rf"\b(?:{KIND_WORDS})\s$", re.IGNORECASE)
_TOLD_TO = re.compile(
    r"\b(?:giao|(?:yêu cầu|đề nghị)(?! của)|chủ trì|phối hợp|tham mưu|trách nhiệm)\b"
)
_TALKED_OF = frozenset(("báo cáo", "tờ trình"))
_OPENS_BRACKET = 2
#: A number stands so close behind the kind it belongs to.
_NEAR = 3
#: These are said of documents that others issued as well.
_WEAK = frozenset(("triển", "có", "gửi", "xây", "đưa", "ra"))
_MEETING = re.compile(
    r"\b(?:hội nghị|cuộc họp|phiên họp|kỳ họp|buổi làm việc|chủ trì|đánh giá|sơ kết|tổng kết"
    r"|kết quả|(?<!trước )tình hình|tiến độ|thảo luận|cho ý kiến|yêu cầu|(?<!theo )đề nghị)\b"
    r"[^.;]*$"
    r"|\b(?:sau|qua)\s[^,;.]{0,20}năm\s$"
)
#: What a body "has" when it has written one.
_LETTERS = frozenset(
    ("văn bản", "thông báo", "công văn", "công điện", "chỉ thị", "quyết định", "nghị quyết")
)
#: "ban hành quyết định | phê duyệt Đề án": the decision is what is issued.
_SET_BY = re.compile(r"(?P<kind>[Qq]uyết định|[Nn]ghị quyết)\s(?:về\s)?(?:việc\s)?$")
#: A kind in small letters ("triển khai kế hoạch …") announces only at the very top, or where
#: a body sets it in force.
_FIRST = 4
_SETS = re.compile(r"ban hành|ký|gửi|phê duyệt|thông qua|triển khai|có")
#: "Thực hiện yêu cầu của Bộ A, | UBND tỉnh vừa …": what for, before who issues.
_IN_REPLY = re.compile(rf"\W*(?:Thực hiện|Căn cứ|Theo)\b[^;.]{{3,200}}?,\s(?={BODY})")
_SOURCE_LINE = re.compile(r"\W*(?:theo|nguồn|trích)(?: từ)?\s?:?\s")
_LOOK_BACK = 400
_IN_FORCE = re.compile(
    r"(?:(?:vừa|đã) điều chỉnh|ban hành|phê duyệt|thông qua|công bố|chốt|ký|ra|đưa ra|xây dựng)\s"
)


def find_announced(reading: Reading) -> Announced | None:
    """Find the document that the text is about: what someone issues, not what is carried out."""
    numbered: Announced | None = None
    plain: Announced | None = None
    small: Announced | None = None
    in_force: Announced | None = None
    for number, sentence in enumerate(reading.sentences[:LEAD]):
        if sentence.low.startswith(("căn cứ", "http")):
            continue
        for found in _announcing(sentence):
            one = _told(sentence, found)
            if one.reference is not None:
                numbered = numbered or one
            elif found["kind"][:1].isupper() or one.kind != found["kind"].capitalize():
                plain = plain or one
            elif (
                number < _FIRST
                and _SETS.match(found.group())
                and _is_said_of_it(sentence.low, found)
            ):
                small = small or one
            elif _sets_in_force(sentence.text, found):
                in_force = in_force or one
    first = _first_reference(reading)
    if small and first and small.kind != first.kind:
        first = None
    best = numbered or plain or first or by_name(reading)
    best = best or small or in_force or named_in_passing(reading) or _in_source_line(reading)
    return _with_number_behind(best) if best else None


def _told(sentence: Sentence, found: re.Match[str]) -> Announced:
    """Return what an announcing verb issues: the decision that sets a plan, or the plan itself."""
    at, kind = found.start("kind"), found["kind"]
    reference = _numbered(sentence, at, found.end())
    if set_by := _SET_BY.search(sentence.text[: found.start()]):
        kind, at = set_by["kind"], set_by.start("kind")
    elif ruling := _ruling(sentence, found.start()):
        return Announced(sentence, found.start(), ruling.start, ruling.kind, ruling)
    named = None if kind == "văn bản" else kind.capitalize()
    return Announced(sentence, found.start(), at, named, reference)


def _with_number_behind(found: Announced) -> Announced:
    """ "… ban hành Quyết định về … (Quyết định số 1167/QĐ-TTg)": its number comes in brackets."""
    if found.reference is not None:
        return found
    for reference in found.sentence.references:
        bracket = inside(found.sentence.low, reference.number_start)
        same = reference.kind == found.kind or found.kind is None
        if bracket and same and reference.start - bracket[0] <= _OPENS_BRACKET:
            return replace(found, reference=reference)
        between = found.sentence.low[found.at : max(found.at, reference.start)]
        if reference.kind in _RULINGS and _APPROVED_BY.fullmatch(between):
            return replace(found, reference=reference, kind=reference.kind)
    return found


def _ruling(sentence: Sentence, at: int) -> Reference | None:
    """ "Quyết định số 149/QĐ-BKHCN … của Bộ trưởng | ban hành Kế hoạch": it is the decision."""
    carried = {r.number for r in chain(sentence, None)}
    for reference in sentence.references:
        between = sentence.text[reference.end : at]
        near = reference.end <= at and (
            not between.strip()
            or (_AT_RULING.fullmatch(sentence.low, 0, reference.start) and _BY_BODY.match(between))
        )
        if near and reference.kind in _RULINGS and reference.number not in carried:
            return reference
    return None


def _numbered(sentence: Sentence, kind_at: int, kind_end: int) -> Reference | None:
    """Return the number right behind the kind; "văn bản số 12/UBND-NC" names none itself."""
    for reference in sentence.references:
        if abs(reference.start - kind_at) < _NEAR or 0 <= reference.start - kind_end < 2 * _NEAR:
            return reference
    return None


def _announcing(sentence: Sentence) -> Iterator[re.Match[str]]:
    return (f for f in _ANNOUNCES.finditer(sentence.text) if not _only_tells(sentence, f))


def _only_tells(sentence: Sentence, found: re.Match[str]) -> bool:
    """A meeting about a scheme, or what came of it, announces nothing; nor does having one."""
    text, verb = sentence.text, found.group().split()[0]
    if _is_matter_of_another(sentence, found) or _is_purpose(text, found):
        return True
    if _GRANTED_BY.search(_before(text, found)) and _GRANTS.match(text, found.end()):
        return True
    if found["kind"].lower() in _TALKED_OF and not _numbered(
        sentence, found.start("kind"), found.end()
    ):
        return True  # a meeting hears reports
    if _NOT_YET.search(_before(text, found)) and not found["kind"][:1].isupper():
        return True
    if verb in ("xây", "trình") and _TOLD_TO.search(_before(text, found)):
        return True  # what somebody is told to draw up is still to come
    if verb not in _WEAK or _numbered(sentence, found.start("kind"), found.end()):
        return False
    if _MEETING.search(_before(text, found).lower()):
        return True
    has_some = (
        verb in ("có", "gửi") and found["kind"][:1].islower() and found["kind"] not in _LETTERS
    )
    return has_some and not re.search(r"(?:vừa|đã|mới)\s$", text[: found.start()])


def _is_matter_of_another(sentence: Sentence, found: re.Match[str]) -> bool:
    """ "thực hiện Quyết định 1595 … của Thủ tướng | ban hành Kế hoạch": what that one set."""
    carried = chain(sentence, None)
    return any(
        _SAYS_WHAT.fullmatch(sentence.low, one.end, found.start())
        for one in carried
        if one.end <= found.start()
    )


def _is_purpose(text: str, found: re.Match[str]) -> bool:
    """ "ban hành Kế hoạch | triển khai Nghị quyết số …": what the plan carries out."""
    if not found.group().startswith(("triển khai", "thực hiện")):
        return False
    before = text[: found.start()]
    return bool(
        _ENDS_IN_KIND.search(before)
        or _ISSUED_FOR.search(before[-_LOOK_BACK:])
        or _THEN_ISSUES.match(text, found.end())
    )


def _is_said_of_it(low: str, found: re.Match[str]) -> bool:
    """A meeting that goes through a plan of work announces none; nor does what a plan is for."""
    if not found.group().startswith("triển khai"):
        return True
    return not re.search(
        r"(?:cuộc họp|đánh giá|sơ kết|tổng kết)\b[^.;]*$|\bmục tiêu $", low[: found.start()]
    )


def _before(text: str, found: re.Match[str]) -> str:
    """Return what stands before a verb, without what the paper is written in reply to."""
    led = _IN_REPLY.match(text)
    start = led.end() if led and led.end() < found.start() else 0
    return text[max(start, found.start() - _LOOK_BACK) : found.start()]


def _sets_in_force(text: str, found: re.Match[str]) -> bool:
    """ "UBND tỉnh vừa ban hành kế hoạch …": a body, and the word that makes its paper hold."""
    before = _before(text, found)[-160:]
    return bool(
        _IN_FORCE.match(found.group())
        and _BODY_BEFORE.search(before)
        and not OF_ANOTHER.search(before.lower())
    )


def _in_source_line(reading: Reading) -> Announced | None:
    """ "(Theo Công văn số 62/UBND-KT, ngày 23/11/2023)": where a portal took its text from."""
    for sentence in reading.sentences[:LEAD]:
        for reference in sentence.references[:1]:
            if _SOURCE_LINE.fullmatch(sentence.low, 0, reference.start):
                return Announced(
                    sentence, reference.start, reference.start, reference.kind, reference
                )
    return None


def _first_reference(reading: Reading) -> Announced | None:
    """Else the first numbered document that is not merely carried out or followed."""
    for sentence in reading.sentences[:LEAD]:
        if sentence.low.startswith(("căn cứ", "http")):
            continue
        carried = {r.number for r in chain(sentence, None)}
        followed = False
        for reference in sentence.references:
            before = sentence.low[max(0, reference.start - 40) : reference.start]
            row = followed and re.search(r"(?:,|\bvà)\s$", before)
            followed = bool(row or PUTS_INTO_EFFECT.search(before))
            if row or reference.number in carried or inside(sentence.text, reference.number_start):
                continue
            leads = sentence.low[: reference.start]
            if _AS_RULE.search(leads) or _AS_TOLD.search(leads):
                continue
            opens = _OPENS_WITH.fullmatch(sentence.low, 0, reference.start) is not None
            if not PUTS_INTO_EFFECT.search(before) or (opens and before.endswith("theo ")):
                return Announced(
                    sentence, reference.start, reference.start, reference.kind, reference
                )
    return None
