"""The sentence that announces a document in an article, and the document it names.

What someone issues, approves or adopts; what is merely carried out is `carried_out.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lotrinh.directive.brackets import inside
from lotrinh.directive.carried_out import chain
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence

#: How many sentences from the top the news of a document stands in.
LEAD = 40
_ANNOUNCES = re.compile(
    rf"\b(?:[Bb]an hành|[Pp]hê duyệt|[Tt]hông qua|ký|ra|có|công bố|triển khai|đưa ra|chốt"
    rf"|xây dựng)\s(?:(?:ban hành|kèm theo|dự thảo|văn bản|toàn văn|\")\s?)*"
    rf"(?P<kind>(?i:{KIND_WORDS})|văn bản)\b(?!\s(?:này|trên))"
)
_PUTS_INTO_EFFECT = re.compile(
    r"(?:đưa|thực hiện|triển khai|cụ thể hóa|cụ thể hoá|thi hành|tinh thần|theo|căn cứ|quán triệt"
    r"|tiếp tục)\s(?:có hiệu quả\s|hiệu quả\s|tốt\s|nội dung\s|các\s|một số\s|tinh thần\s"
    r"|thực hiện\s|nghiêm\s)*$"
)
_BODY = (
    r"(?:UBND|HĐND|Ủy ban|Hội đồng|Ban|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Thủ tướng|Chính phủ"
    r"|Quốc hội|Bộ|Sở|Đại hội)\s"
)
_ISSUED_BY = re.compile(
    rf"\b(?P<kind>(?i:{KIND_WORDS}))\b[^.;:]{{0,110}}?[\s(](?:(?:mà|do|được)\s)?(?={_BODY})"
    r"[^.;:]{0,70}?\b(?:ban hành|thông qua|phê duyệt|công bố|chốt|đưa ra|ký"
    r"|quyết(?! định))\b(?! lúc)"
)
#: "Theo UBND huyện …, chương trình … vừa được phê duyệt".
_JUST_SET = re.compile(
    rf"\b(?P<kind>(?i:{KIND_WORDS}))\b[^.;:]{{0,200}}?\s(?:vừa|mới)(?: được)?\s"
    r"(?=phê duyệt|ban hành|thông qua)"
)
#: "theo đúng quy định của pháp luật về … và | Nghị định số …": the rule to follow, no news.
_AS_RULE = re.compile(
    r"\b(?:theo|tuân thủ|chấp hành|đúng|bảo đảm)\s(?:(?:đúng|nghiêm|các|những)\s)*"
    r"(?:trình tự,? (?:và )?(?:thủ tục )?)?quy định\b"
    rf"(?:(?!,\s(?:tại|ngày|{_BODY.lower()}))[^;:])*$"
)
_BODY_BEFORE = re.compile(rf"(?:^|\W){_BODY}[^.;:]{{0,110}}$")
#: What is told of another paper, or of what comes to be.
_OF_ANOTHER = re.compile(
    r"\b(?:trước đó|trước đây|năm ngoái|sẽ|đang trình|theo|thực hiện|căn cứ|đề án cũ)\b"
)
#: Between a document and what it is about.
_SAYS_WHAT = re.compile(r"[\s,]*(?:về (?:việc )?)?")
_OPENS_BRACKET = 2
#: A number stands so close behind the kind it belongs to.
_NEAR = 3
#: These are said of documents that others issued as well.
_WEAK = frozenset(("triển", "có", "xây", "đưa", "ra"))
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
#: "Nghị quyết nêu rõ, …": the document speaks before anybody said who issued it.
_SAYS = re.compile(
    rf"^\W*(?P<kind>{KIND_WORDS})\s(?:(?:cũng|này|đã)\s)*(?:nêu rõ|nêu|đề ra|đặt ra|đặt mục tiêu"
    r"|xác định|yêu cầu|gửi|chỉ rõ|chỉ ra|đưa ra|nhấn mạnh|quy định)\b"
)
_LEAD_OF_WORDS = 16
#: "Chỉ thị số 23 của Ban Bí thư": the news leave the letters of a number out.
_BARE_NUMBER = re.compile(
    rf"\b(?P<kind>{KIND_WORDS})\s(?:số\s)?\d{{1,4}}(?:,?\sngày\s[\d./-]+)?\scủa\s(?={_BODY})"
)
_LEAD_OF_NUMBER = 8
#: "ban hành quyết định | phê duyệt Đề án": the decision is what is issued.
_SET_BY = re.compile(r"(?P<kind>[Qq]uyết định|[Nn]ghị quyết)\s(?:về\s)?(?:việc\s)?$")
#: A kind in small letters ("triển khai kế hoạch …") announces only at the very top, or where
#: a body sets it in force.
_FIRST = 4
_SETS = re.compile(r"ban hành|phê duyệt|thông qua|triển khai|có")
_IN_FORCE = re.compile(r"(?:ban hành|phê duyệt|thông qua|công bố|chốt|ký|ra|đưa ra|xây dựng)\s")


@dataclass(frozen=True)
class Announced:
    """The sentence that announces the document, and the reference in it if it has a number."""

    sentence: Sentence
    at: int
    kind_at: int
    kind: str | None
    reference: Reference | None


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
            kind = found["kind"]
            at = found.start("kind")
            reference = _numbered(sentence, at, found.end())
            if set_by := _SET_BY.search(sentence.text[: found.start()]):
                kind, at = set_by["kind"].capitalize(), set_by.start("kind")
            named = None if kind == "văn bản" else kind[:1].upper() + kind[1:].lower()
            one = Announced(sentence, found.start(), at, named, reference)
            if reference is not None:
                numbered = numbered or one
            elif kind[:1].isupper() or named is None:
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
    best = numbered or plain or first or _by_name(reading)
    best = best or small or in_force or _by_body(reading) or _by_what_it_says(reading)
    best = best or _by_bare_number(reading)
    return _with_number_behind(best) if best else None


def _with_number_behind(found: Announced) -> Announced:
    """ "… ban hành Quyết định về … (Quyết định số 1167/QĐ-TTg)": its number comes in brackets."""
    if found.reference is not None:
        return found
    for reference in found.sentence.references:
        bracket = inside(found.sentence.low, reference.number_start)
        same = reference.kind == found.kind or found.kind is None
        if bracket and same and reference.start - bracket[0] <= _OPENS_BRACKET:
            return replace(found, reference=reference)
    return found


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
    if _is_matter_of_another(sentence, found):
        return True
    if verb not in _WEAK or _numbered(sentence, found.start("kind"), found.end()):
        return False
    if _MEETING.search(text[: found.start()].lower()):
        return True
    has_some = verb == "có" and found["kind"][:1].islower() and found["kind"] not in _LETTERS
    return has_some and not re.search(r"(?:vừa|đã|mới)\s$", text[: found.start()])


def _is_matter_of_another(sentence: Sentence, found: re.Match[str]) -> bool:
    """ "thực hiện Quyết định 1595 … của Thủ tướng | ban hành Kế hoạch": what that one set."""
    carried = chain(sentence, None)
    return any(
        _SAYS_WHAT.fullmatch(sentence.low, one.end, found.start())
        for one in carried
        if one.end <= found.start()
    )


def _is_said_of_it(low: str, found: re.Match[str]) -> bool:
    """A meeting that goes through a plan of work announces none."""
    if not found.group().startswith("triển khai"):
        return True
    return not re.search(r"(?:cuộc họp|đánh giá|sơ kết|tổng kết)\b[^.;]*$", low[: found.start()])


def _sets_in_force(text: str, found: re.Match[str]) -> bool:
    """ "UBND tỉnh vừa ban hành kế hoạch …": a body, and the word that makes its paper hold."""
    before = text[max(0, found.start() - 160) : found.start()]
    return bool(
        _IN_FORCE.match(found.group())
        and _BODY_BEFORE.search(before)
        and not _OF_ANOTHER.search(before.lower())
    )


def _first_reference(reading: Reading) -> Announced | None:
    """Else the first numbered document that is not merely carried out or followed."""
    for sentence in reading.sentences[:LEAD]:
        if sentence.low.startswith(("căn cứ", "http")):
            continue
        carried = {r.number for r in chain(sentence, None)}
        for reference in sentence.references:
            before = sentence.low[max(0, reference.start - 40) : reference.start]
            if reference.number in carried or inside(sentence.text, reference.number_start):
                continue
            if _AS_RULE.search(sentence.low[: reference.start]):
                continue
            if not _PUTS_INTO_EFFECT.search(before) or re.search(r"\btheo\s$", before):
                return Announced(
                    sentence, reference.start, reference.start, reference.kind, reference
                )
    return None


def _by_body(reading: Reading) -> Announced | None:
    """ "Kế hoạch năm 2026 mà UBND xã ban hành": the kind first, then who issues it."""
    for sentence in reading.sentences[:LEAD]:
        told = _ISSUED_BY.search(sentence.text)
        if told and _OF_ANOTHER.search(sentence.low[: told.start()]):
            told = None
        if found := told or _JUST_SET.search(sentence.text):
            kind = found["kind"][:1].upper() + found["kind"][1:].lower()
            return Announced(sentence, found.end(), found.start(), kind, None)
    return None


def _by_what_it_says(reading: Reading) -> Announced | None:
    """ "Nghị quyết nêu rõ, … Chính phủ yêu cầu …": an article cut off from its first words."""
    for sentence in reading.sentences[:_LEAD_OF_WORDS]:
        if found := _SAYS.match(sentence.text):
            return Announced(
                sentence, found.start("kind"), found.start("kind"), found["kind"], None
            )
    return None


def _by_bare_number(reading: Reading) -> Announced | None:
    """ "Chỉ thị số 23 của Ban Bí thư về …": its letters are left out, and nobody announces it."""
    for sentence in reading.sentences[:_LEAD_OF_NUMBER]:
        found = _BARE_NUMBER.search(sentence.text)
        if found and not _PUTS_INTO_EFFECT.search(sentence.low[: found.start()]):
            kind = found["kind"].capitalize()
            return Announced(sentence, found.end(), found.start(), kind, None)
    return None


def _by_name(reading: Reading) -> Announced | None:
    """A resolution named by its congress: "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh …"."""
    for sentence in reading.sentences[:LEAD]:
        found = re.search(r"\bNghị quyết (?=Đại hội|của Đại hội)", sentence.text)
        if found and not _PUTS_INTO_EFFECT.search(sentence.low[: found.start()]):
            return Announced(sentence, found.start(), found.start(), "Nghị quyết", None)
    return None
