"""Documents named in a text: kind, number, issuer and date, by the way numbers are built.

"Nghị quyết số 52-NQ/TW, ngày 27-9-2019 của Bộ Chính trị" is one reference. Which of them
the text announces, and which that one carries out, is `facts.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lotrinh.directive.dates import find_days
from lotrinh.directive.letters import capitals

#: The kinds of documents and the letters that stand for them in a number.
KINDS = {
    "KH": "Kế hoạch",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "CTr": "Chương trình",
    "CTR": "Chương trình",
    "CTrHĐ": "Chương trình hành động",
    "Ctr": "Chương trình",
    "KL": "Kết luận",
    "ĐA": "Đề án",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "HD": "Hướng dẫn",
    "TTri": "Thông tri",
    "BC": "Báo cáo",
    "TB": "Thông báo",
    "QyĐ": "Quy định",
    "CV": "Công văn",
    "CĐ": "Công điện",
    "TTr": "Tờ trình",
    "NQLT": "Nghị quyết liên tịch",
    "QH": "Luật",
    "L": "Luật",
    "PL": "Pháp lệnh",
    "UBND": "Công văn",
    "TTg": "Công văn",
    "UBTVQH": "Nghị quyết",
    "BCĐ": "Kế hoạch",
}
KIND_WORDS = (
    "Chương trình hành động|Chương trình mục tiêu|Kế hoạch hành động|Kế hoạch|Nghị quyết liên tịch"
    "|Nghị quyết|Quyết định|Chỉ thị|Chương trình|Kết luận|Đề án|Nghị định|Thông tư liên tịch"
    "|Thông tư"
    "|Hướng dẫn|Thông tri|Báo cáo|Thông báo|Quy định|Công văn"
    "|Công điện|Tờ trình|Luật|Pháp lệnh|Chiến lược"
)
_KIND = re.compile(
    rf"(?P<kind>{KIND_WORDS})(?:\s(?:khẩn|hỏa tốc|hoả tốc|liên ngành|chuyên đề))*"
    r"(?:\s\(?(?:số|liên tịch)\s?:?)?\s*$",
    re.IGNORECASE,
)
_CODE = (
    r"(?:KH|NQ|QĐ|CTrHĐ|CTr|CTR|Ctr|CT|KL|ĐA|NĐ|TTLT|TT[rR]?|HD|BC|TB|QyĐ|CV|CĐ|NQLT|QH\d*|L|PL"
    r"|UBTVQH\d*|UBND|BCĐ|TTg(?=-)|[A-ZĐ]{2,8}(?=\s?[-/]\s?[A-ZĐ]{2}))"
)
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<number>(?P<serial>\d{{1,5}})\s{{0,3}}(?:/\s?(?P<year>(?:19|20)\d\d)\s?)?"
    rf"(?:[-/]\s?|(?<=\s)(?=(?:KH|NQ|QĐ|CTr|CT|KL|HD|BC|TB|CV)[-/][A-ZĐ]))"
    rf"(?P<code>{_CODE})(?P<tail>(?:(?:\s?[-/]\s?|\.(?=[A-ZĐ]{{2}}))[A-ZĐ][\wĐđ]{{0,14}})*)(?!\w))"
)
#: "Nghị quyết số 03 năm 2025 của Chính phủ": the letters of its number are left out.
_BARE = re.compile(
    r"(?<=[Ss]ố\s)(?P<number>\d{1,5})(?P<code>)(?=[,;)]|\.?\s*$|\.\s|\s(?:ngày\s\d|[^\W\d_]))"
)
_OF = re.compile(
    capitals(
        r"\s*,?\s*(?:năm (?:19|20)\d\d\s)?"
        r"(?:(?:ngày|ký ngày|ban hành ngày)\s(?:[\d/. -]|tháng|năm){5,30}?)?"
        r"[ ,]*\(?\s*(?:của|CỦA)\s(?P<issuer>"
        r"[A-ZĐÀ-Ỹ]\w*[^,;:.()\"]{2,90})"
    )
)
#: "văn bản hỏa tốc số: 12/…": a paper whose kind is not said.
_PAPER = re.compile(r"văn bản(?:\s[^\W\d]+){0,2}?(?:\s\(?số\s?:?)?\s$")
#: Words that end the name of an issuer when it runs on into what the document is about.
_ISSUER_END = re.compile(
    r"\s(?:yêu cầu|đề nghị|chỉ đạo|gửi|giao|truyền đạt|cho phép|đồng ý|do|nêu|như"
    r"|về|VỀ|KHÓA|phê duyệt|ban hành|quy định|khóa|trên|tại|đã|vừa|thông qua|đối với|nhằm"
    r"|giai đoạn"
    r"|hướng dẫn|ngày|là|cho|đặt|đề ra|xác định|được|có|sẽ|trong|để|với|\(|triển khai"
    # "Bộ Kế hoạch và Đầu tư" is one name.
    r"|và(?! (?:Đầu tư|Đào tạo|Phát triển|Môi trường|Xã hội|Công nghệ|Truyền thông|Du lịch))"
    r"|-\s"
    r"|năm|thực hiện)(?:\s|$)"
)


@dataclass(frozen=True)
class Reference:
    """A document named in a text, with the spans of what is said about it."""

    start: int
    end: int
    number: str
    kind: str
    issuer: str | None = None
    date: date | None = None
    #: Where the number itself stands; `start` is where its kind begins.
    number_start: int = 0


def find_references(text: str) -> list[Reference]:
    """Return the numbered documents that a text names, in order.

    >>> text = "thực hiện Nghị quyết số 52-NQ/TW, ngày 27-9-2019 của Bộ Chính trị về một số"
    >>> [(r.number, r.kind, r.issuer, str(r.date)) for r in find_references(text)]
    [('52-NQ/TW', 'Nghị quyết', 'Bộ Chính trị', '2019-09-27')]
    """
    matches = [m for m in _NUMBER.finditer(text) if _is_known(text, m)]
    bare = [
        m for m in _BARE.finditer(text) if _KIND.search(text[max(0, m.start() - 40) : m.start()])
    ]
    matches = sorted([*matches, *bare], key=re.Match.start)
    ends = [*(m.start() for m in matches[1:]), len(text)][: len(matches)]
    return [_reference(text, m, stop) for m, stop in zip(matches, ends, strict=True)]


#: Who issues under a number, where one body alone may (Decree 30/2020, annex III).
_SOLE_ISSUERS = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
}


def issuer_of_code(number: str | None) -> str | None:
    """Return the body that alone issues documents numbered so, None where several may.

    >>> issuer_of_code("411/QĐ-TTg"), issuer_of_code("12/TTg-KTN"), issuer_of_code("105/KH-UBND")
    ('Thủ tướng Chính phủ', 'Thủ tướng Chính phủ', None)
    """
    # A letter has its issuer first, then the unit that drafted it; "/NQLT-CP-…" is a joint one.
    found = re.search(r"(?:/|-(?=\w+$))(?P<by>TTg|CP|UBTVQH)\d*(?=-|$)", number or "")
    return _SOLE_ISSUERS[found["by"]] if found else None


def _is_known(text: str, match: re.Match[str]) -> bool:
    """Letters that stand for no kind make a number only behind the name of one."""
    before = text[max(0, match.start() - 40) : match.start()]
    named = _KIND.search(before) or _PAPER.search(before.lower())
    return re.sub(r"\d+$", "", match["code"]) in KINDS or bool(named)


def _reference(text: str, match: re.Match[str], stop: int) -> Reference:
    code = re.sub(r"\d+$", "", match["code"])
    before = text[max(0, match.start() - 40) : match.start()]
    said = _KIND.search(before)
    start = match.start() - (len(before) - said.start()) if said else match.start()
    kind = _capitalised(said["kind"]) if said else KINDS.get(code, "Văn bản")
    end, day = _date_after(text, match.end(), stop)
    issuer = _issuer_after(text, match.end(), stop)
    if found := _OF.match(text, match.end(), stop):
        end = max(end, found.start("issuer") + len(_cut(found["issuer"])))
    number = re.sub(r"\s", "", match["number"])
    return Reference(start, end, number, kind, issuer, day, match.start("number"))


def _date_after(text: str, at: int, stop: int) -> tuple[int, date | None]:
    """Read ", ngày 27-9-2019" that follows a number."""
    if not re.match(r"[\s,(]*(?:ký\s|ban hành\s)?ngày\s", text[at : at + 25]):
        return at, None
    days = find_days(text[at : min(stop, at + 50)])
    if not days or days[0].start > 20:
        return at, None
    return at + days[0].end, days[0].as_date()


def _issuer_after(text: str, at: int, stop: int) -> str | None:
    found = _OF.match(text, at, stop)
    return _cut(found["issuer"]) or None if found else None


def _cut(issuer: str) -> str:
    """Keep the name of the body, not what follows it."""
    end = _ISSUER_END.search(issuer)
    return (issuer[: end.start()] if end else issuer).strip(" ,-")


def _capitalised(kind: str) -> str:
    return kind[:1].upper() + kind[1:].lower()
