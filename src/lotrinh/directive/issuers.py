"""Who issued a document that the news announce: the subject of the announcing sentence, mostly.

Bodies in heads of official documents are `head_issuers.py`. The name is kept as the text has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lotrinh.directive.announcement import PUTS_INTO_EFFECT
from lotrinh.directive.cited import Span
from lotrinh.directive.letters import capitals
from lotrinh.directive.references import KIND_WORDS, Reference
from lotrinh.directive.sentences import Reading, Sentence
from lotrinh.directive.signatories import person_from

_NAME = (
    r"(?:(?:\s|(?<=TP\.))(?:Bà Rịa\s?-\s?Vũng Tàu|Thừa Thiên[\s-]+Huế"
    r"|[A-ZĐÀ-Ỹ][\w'-]*(?:\s[A-ZĐÀ-Ỹ][\w'-]*){0,3}))?"
)
_PARTY = r"(?:(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) [ủỦ]y)"
_OF_MEMBERS = r"(?:Đảng bộ|Đoàn|Hội|Công đoàn|Phụ nữ|Nông dân)\b[^,.;:()\"]{0,40}? "
#: By its number, or by its body and its term.
CONGRESS = (
    r"Đại hội (?:[đĐ]ại biểu )?Đảng bộ (?:tỉnh|huyện|thành phố|thị xã|xã|quận|phường|đặc khu)"
    r"(?:\s[A-ZĐÀ-Ỹ][\w'-]*){1,4}(?=,? nhiệm kỳ)"
    rf"|Đại hội (?:[đĐ]ại biểu )?(?:{_OF_MEMBERS}(?=lần thứ)"
    rf"|(?:{_OF_MEMBERS})?(?:toàn quốc|tỉnh|huyện|thành phố|thị xã|xã|quận|phường|đặc khu"
    r"|lần))[^,.;:()\"]{0,60}?(?<!lần )(?:lần )?thứ (?:[IVXLC\d]+|nhất\b)"
    # "Đảng bộ phường Tây Lộc | tiến hành Đại hội …": told by who meets.
    r"|Đảng bộ (?:tỉnh|huyện|thành phố|thị xã|xã|quận|phường|đặc khu)(?:\s[A-ZĐÀ-Ỹ][\w'-]*){1,4}"
    r"(?=\s(?:đã )?(?:tiến hành|tổ chức) [Đđ]ại hội (?:[đĐ]ại biểu )?lần)"
)
ISSUER = re.compile(
    capitals(
        rf"(?:Ban Thường vụ|Thường trực|Ban Chấp hành|BTV|BCH)\s(?:Đảng bộ\s)?(?:{_PARTY}"
        rf"|Trung ương|tỉnh"
        rf"|huyện|thành phố){_NAME}|{CONGRESS}"
        r"|(?:UBND|HĐND|(?:[ỦU]y ban|Hội đồng) [nN]hân dân(?: \((?:UBND|HĐND)\))?)\s(?:tỉnh"
        rf"|thành phố|TP\.?\s?HCM|TP\.?|Thành phố|huyện|thị xã|quận|xã|phường|thị trấn){_NAME}"
        r"|Văn phòng (?:Trung ương(?: Đảng)?|Chính phủ|Quốc hội|Chủ tịch nước"
        rf"|(?:UBND|HĐND) (?:tỉnh|thành phố|TP\.?\s?HCM|TP\.?){_NAME})"
        r"|Thủ tướng Chính phủ|Chính phủ|Quốc hội|Bộ Chính trị"
        r"|Ban (?:Bí thư|Chấp hành) (?:Trung ương|TW|T\.Ư) (?:Đoàn|Đảng|Hội)(?: [A-ZĐ]\w+)*"
        r"|Ban Bí thư"
        r"|Bộ trưởng (?:Y tế|Tài chính|Nội vụ|Tư pháp|Xây dựng|Công an|Quốc phòng|Công [tT]hương"
        r"|GTVT|GD&ĐT|GD-ĐT|NN&PTNT|TN&MT|KH&ĐT|TT&TT)"
        rf"|(?:UB)?MTTQ(?:VN)?(?: Việt Nam)? (?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Xx]ã){_NAME}"
        rf"|{_PARTY}(?:\s(?:xã|phường|khối|các))?{_NAME}|Thủ tướng(?= )"
        r"|(?:(?:Bộ trưởng, )?Chủ nhiệm )?(?:Bộ|Sở|Ban|BCĐ|BCH|(?:Chi |Tổng )?[Cc]ục|[ỦU]y ban"
        r"|Uỷ ban"
        r"|Hội(?: đồng)?|Hiệp hội|(?:Tổng )?[Ll]iên đoàn|Liên (?:minh|hiệp)|Ngân hàng|Công đoàn"
        r"|(?:Tỉnh |Thành |Trung ương )?[Đđ]oàn|Trung ương Hội|Phòng|Trung tâm|Viện|Trường"
        r"|Đại học|Học viện|Bệnh viện|Tập đoàn|(?:Tổng )?[Cc]ông ty|Công an|Kho bạc|Thanh tra"
        r"|Kiểm toán|Tòa án|Viện kiểm sát|Bảo hiểm|Mặt trận|Đảng đoàn|Ban cán sự|Cơ quan)"
        r"\s(?:[A-ZĐÀ-Ỹ]|(?:chỉ đạo|chỉ huy|thường trực|thường vụ|vận động|quản lý|thư ký"
        r"|phòng chống"
        r"|tổ chức)\s)[\w&-]*(?:(?:\s(?!và\s)|,\s(?=[A-ZĐÀ-Ỹ]|chống\s|thiên tai\b)|\svà\s"
        r"|\s-\s)(?!(?:các|hướng dẫn"
        r"|phối hợp|chủ trì|yêu cầu|đề nghị|cho biết|cho hay|UBND|HĐND)\b)"
        r"[\w&]+|\s\([^()]{2,40}\)|\s\"[^\"]{2,40}\"){0,26}?(?=\s(?:vừa|đã"
        r"|tổ chức"
        r"|ban hành|phê duyệt|(?<!đổi )mới|ký|có|thông qua|công bố|chốt|đưa ra|ra|xây dựng"
        r"|triển khai|đề ra|xác định|gửi|cho biết,? (?:đã|vừa|mới))\b)"
    )
)
_ROW_OF_CAPITALS = re.compile(capitals(r"(?:\s[A-ZĐÀ-Ỹ]\w*)*"))
_CONGRESS = re.compile(capitals(CONGRESS))
#: A congress that is being prepared has not resolved anything.
_AHEAD_OF_IT = re.compile(
    r"\b(?:tiểu ban|dự thảo|chuẩn bị|trình|hướng tới|tiến tới|chào mừng)\b[^.;]{0,60}$"
)
_OFFICE = re.compile(
    r"(?:chủ tịch|bí thư|bộ trưởng|giám đốc|chủ nhiệm)\s(?:thường trực\s|phụ trách\s)?$",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"\bphó (?:thủ tướng )?(?:thường trực )?$", re.IGNORECASE)
_SIGNS = re.compile(
    r"[^.;]{0,80}?\b(?:ký|thay mặt|phê duyệt|ban hành|(?:có|gửi) (?:công điện|công văn|văn bản))\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\s(?:yêu cầu|giao|đề nghị|đặt mục tiêu|đề ra|phấn đấu|chỉ đạo|xác định|quyết định|sẽ)\b"
)
#: "…, dự kiến diễn ra trong các ngày 26 - 27/9": it has resolved nothing yet.
_TO_COME = re.compile(r"[^.;]{0,60}?\s(?:dự kiến|sẽ)\s(?:được\s)?(?:diễn ra|tổ chức|khai mạc)")
_ADOPTS = re.compile(
    r"(?: (?:đã|vừa|cũng|thảo luận|biểu quyết|nhất trí|xem xét|và),?)* (?:thông qua|ban hành"
    r"|phê duyệt)\b"
)
#: "chấp thuận UBND tỉnh …": whom the issuer tells, not who issues.
_ADDRESSED = re.compile(
    r"\b(?:chấp thuận|đồng ý|giao|yêu cầu|cho phép|đề nghị)\s(?:(?:cho|để|chủ tịch)\s)*$"
    r"|\btrái phiếu\s$",
    re.IGNORECASE,
)
#: "Kỳ họp thứ 17, HĐND tỉnh …": whose resolutions are told of.
_SESSION = re.compile(r"^\W*kỳ họp thứ [\w ]{1,12},?\s(?:của\s)?$")
#: "theo chỉ đạo được Chủ tịch UBND TP … ký ban hành": a paper whose kind is not said.
_SIGNS_IT = re.compile(r"[^.;,]{0,40}?\bký ban hành\b")
_AGREES = re.compile(
    capitals(
        r"(?:\s[A-ZĐÀ-Ỹ]\w*\.?)*(?:\s(?:đã|vừa|mới|cũng|thống nhất|có (?:văn bản|ý kiến)))*"
        r"\s(?:chấp thuận|đồng ý|cho phép|giao chỉ tiêu|đặt mục tiêu)\b"
    )
)
_FOR_WHOM = re.compile(r"\b(?:[Tt]hay mặt|[Tt]hừa (?:ủy|uỷ) quyền)\s(?:của\s)?")
_SIGNED_IT = re.compile(r"[^.;]{0,120}?\bký\b")
#: "thông báo kết luận của Thủ tướng" is the office's, not the Prime Minister's.
_PAPER_OF = re.compile(
    rf"\b(?!kết luận)(?P<kind>{KIND_WORDS}|văn bản)\s(?:này\s)?của\s", re.IGNORECASE
)
#: Where in the text names of issuers are looked for.
TOP = 40
_FEW_WORDS = 60

Found = tuple[str, Span]


def subject_issuer(
    reading: Reading, sentence: Sentence, at: int, reference: Reference | None
) -> Found | None:
    """Return who issues: "của …" behind the number, else the last body before the verb."""
    if reference is not None and reference.issuer:
        where = sentence.text.find(reference.issuer, reference.number_start)
        if where >= 0:
            return reference.issuer, reading.span(sentence, where, where + len(reference.issuer))
    if reference is None and (issuer := _on_behalf(reading)):
        return issuer
    if issuer := _whose(reading, sentence, at):
        return issuer
    if issuer := _last(reading, sentence, at):
        return issuer
    if issuer := _first(reading, sentence, at) or _behind(reading, sentence, at):
        return issuer
    return (
        _named_elsewhere(reading, sentence, at)
        or _nearby(reading, sentence)
        or _ahead(reading, sentence)
    )


def who_agrees(reading: Reading) -> Found | None:
    """Return the body said to agree to something or to set aims, where no document is announced."""
    for sentence in reading.sentences[:TOP]:
        for found in _issuers(sentence.text):
            after = found.end()
            if _AGREES.match(sentence.text, after) or _SIGNS_IT.match(sentence.low, after):
                return name_at(reading, sentence, found)
    return None


def congress_of(reading: Reading) -> Found | None:
    """Return the party congress that the top of the text names: its resolution is its own."""
    first: Found | None = None
    for sentence in reading.sentences[:TOP]:
        for found in _CONGRESS.finditer(sentence.text):
            before = sentence.low[: found.start()]
            if _TO_COME.match(sentence.low, found.end()):
                return None
            if not (_carries_its_own(before) or _AHEAD_OF_IT.search(before)):
                first = first or name_at(reading, sentence, found)
    return first


def _carries_its_own(before: str) -> bool:
    """ "hoàn thành mục tiêu Nghị quyết | Đại hội …": whose resolution is carried out."""
    found = re.search(r"nghị quyết (?:của )?$", before)
    return bool(found and PUTS_INTO_EFFECT.search(before[: found.start()]))


def _issuers(text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """Yield the bodies that can issue, not those they tell what to do.

    A deputy prime minister speaks for one only by signing or agreeing.
    """
    for found in ISSUER.finditer(text, start, len(text) if stop is None else stop):
        before = text[: found.start()][-_FEW_WORDS:]
        acts = _SIGNS.match(text, found.end()) or _AGREES.match(text, found.end())
        if _carries_its_own(before.lower()):
            continue
        if not _ADDRESSED.search(before) and (acts or not _DEPUTY.search(before)):
            yield found


def _on_behalf(reading: Reading) -> Found | None:
    """ "Phó Thủ tướng … thay mặt | Thủ tướng ký phê duyệt": for whom it was signed."""
    for sentence in reading.sentences[:TOP]:
        for leads in _FOR_WHOM.finditer(sentence.text):
            found = ISSUER.match(sentence.text, leads.end())
            if found and _SIGNED_IT.match(sentence.low, found.end()):
                return name_at(reading, sentence, found)
    return None


def _whose(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """ "công văn | của Văn phòng Chính phủ": whose paper it is stands right behind its kind."""
    kind = _PAPER_OF.search(sentence.text, at, at + _FEW_WORDS)
    found = ISSUER.match(sentence.text, kind.end()) if kind else None
    return name_at(reading, sentence, found) if found else None


def _named_elsewhere(reading: Reading, sentence: Sentence, at: int) -> Found | None:
    """ "Công văn nêu rõ, …" after "trong công văn của Văn phòng Chính phủ"."""
    for other in reading.sentences[:TOP] if at == 0 else ():
        for kind in _PAPER_OF.finditer(other.text):
            found = ISSUER.match(other.text, kind.end())
            if found and sentence.low.startswith(kind["kind"].lower()):
                return name_at(reading, other, found)
    return None


def _last(reading: Reading, sentence: Sentence, stop: int) -> Found | None:
    found = [f for f in _issuers(sentence.text, 0, stop + 8) if f.start() < stop]
    return name_at(reading, sentence, found[-1]) if found else None


def _first(reading: Reading, sentence: Sentence, start: int) -> Found | None:
    """ "Nghị quyết Đại hội đại biểu Đảng bộ …": the body stands right behind the kind."""
    found = next(_issuers(sentence.text, start, start + 160), None)
    return name_at(reading, sentence, found) if found and found.start() - start < 100 else None


def _behind(reading: Reading, sentence: Sentence, start: int) -> Found | None:
    """ "Theo Kế hoạch 314 …, UBND tỉnh yêu cầu", "ban hành bởi Tỉnh ủy": who speaks in it."""
    for found in _issuers(sentence.text, start):
        before, after = sentence.low[: found.start()], sentence.low[found.end() :]
        if re.search(r"\b(?:bởi|do)\s$", before) or (
            re.search(r"(?:^|[,;]\s)(?:chủ tịch\s)?$", before) and _SPEAKS.match(after)
        ):
            return name_at(reading, sentence, found)
    return None


def _ahead(reading: Reading, sentence: Sentence) -> Found | None:
    """Else who is said, further down, to have adopted or issued something."""
    for other in reading.sentences[:TOP]:
        for found in _issuers(other.text) if other.at > sentence.at else ():
            meets = _SESSION.search(other.low[: found.start()])
            adopts = _ADOPTS.match(other.low[found.end() :])
            if meets or adopts or _demands(other, found):
                return name_at(reading, other, found)
    return None


def _demands(sentence: Sentence, found: re.Match[str]) -> bool:
    """ "…; Ủy ban nhân dân tỉnh yêu cầu thủ trưởng …": the one who speaks in the document."""
    opens = re.search(r"(?:^\W*|;\s)$", sentence.low[: found.start()])
    return bool(opens) and sentence.low.startswith(" yêu cầu ", found.end())


def _nearby(reading: Reading, sentence: Sentence) -> Found | None:
    """Else the first body that can issue, named before the announcing sentence."""
    for other in reading.sentences[:TOP]:
        if other.at >= sentence.at or other.low.startswith("http"):
            break
        if found := next(_issuers(other.text), None):
            return name_at(reading, other, found)
    return None


def name_at(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Found:
    """Return the name of a body found in a sentence, without who heads it, and where it stands."""
    name = re.sub(r"\s(?:vừa|đã|khóa)$", "", found.group().strip(" -"))
    if _OFFICE.search(sentence.text[: found.start()][-30:]):
        name = _without_person(sentence.text, found, name)
    return name, reading.span(sentence, found.start(), found.start() + len(name))


def _without_person(text: str, found: re.Match[str], name: str) -> str:
    """Leave "Trần Văn An" out of "Chủ tịch UBND tỉnh Hà Nam Trần Văn An"."""
    row = _ROW_OF_CAPITALS.match(text, found.end())
    words = (name + (row.group() if row else "")).split()
    level = max(i for i, word in enumerate(words) if word[:1].islower() or i == 0)
    person = person_from(words[level + 1 :])
    return name if person is None else " ".join(words[: level + 1 + person])
