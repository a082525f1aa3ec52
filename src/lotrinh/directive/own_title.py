"""The title of a directive (trích yếu): below its kind, or behind its number in the news.

It is kept as written but for capitals; what the title says of years and kin is for others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.announcement import Announced
from lotrinh.directive.casing import named, small
from lotrinh.directive.cited import Span
from lotrinh.directive.references import KIND_WORDS
from lotrinh.directive.sentences import Reading, Sentence

Found = tuple[str, Span]
_ENDS_HEAD = re.compile(
    r"\W*(?:căn cứ\b|xét |theo đề nghị|kính gửi|khóa\b|kỳ họp|\(\s?(?:kèm|ban hành"
    r"|thực hiện|theo)|số\s?:|nơi nhận|điều \d|[^,]{2,40}, ngày \d{1,2} tháng"
    r"|nhằm\b|để\b|trong (?:năm|những))",
    re.IGNORECASE,
)
#: The text itself begins: "Thực hiện Nghị quyết …, Tỉnh ủy ban hành Chương trình như sau".
_BEGINS_TEXT = re.compile(
    r"(?:thực hiện|triển khai|tiếp tục|để|nhằm)\b.*?,\s(?!ngày)[^,]{3,60}?\s(?:ban hành|xây dựng"
    r"|đề nghị|yêu cầu)\b",
    re.IGNORECASE,
)
#: So does a paragraph that tells what is carried out, below a title that stands whole.
_OPENS_TEXT = re.compile(
    r"(?:Thực hiện|Triển khai|Căn cứ)\s(?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị)"
)
#: "Chương trình trồng rừng vừa được Thủ tướng phê duyệt tại | Quyết định số …".
_SET_AT = re.compile(
    r"(?P<title>(?:Chương trình|Kế hoạch|Đề án|Chiến lược|Quy hoạch)\s[^.;:]+?)"
    r"\s(?:(?:vừa|đã|mới)\s)?được\s[^.;:]{0,60}?(?:phê duyệt|ban hành|thông qua)\stại\s$"
)
_ISSUER_LINE = re.compile(
    r"(?:CHỦ TỊCH |BỘ TRƯỞNG |PHÓ )*(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|THỦ TƯỚNG"
    r"|CHÍNH PHỦ"
    r"|BỘ TRƯỞNG|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|QUỐC HỘI|TỔNG CỤC|GIÁM ĐỐC|CHỦ NHIỆM)\b",
    re.IGNORECASE,
)
#: "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH" below "NGHỊ QUYẾT" says whose it is.
_OF_WHOM = re.compile(
    r"của\s(?:ban|tỉnh|hội đồng|ủy ban|huyện|thành|đảng|chủ tịch|thủ tướng)[^,]*$", re.IGNORECASE
)
_LONGEST, _MOST_LINES = 420, 6
#: Below its kind a title stands alone, in capitals, however much it names.
_LONGEST_IN_CAPITALS = 900
_RULE = re.compile(r"[\W_]*$")
#: Where the name of a document ends in a sentence of the news.
_STOP = re.compile(
    r"[.;:(]\s|[.;:]$|\s\(|(?<=\")[,.]|,\s(?:trong đó|theo đó|với|nhằm|để|đề ra|đặt|xác định"
    r"|làm|giao|yêu cầu"
    r"|phấn đấu|qua đó|hướng tới|có|từ đó|góp phần|ngày|do|tập trung|cụ thể)\b"
    r"|(?<!gắn)(?<!đối)(?<!hợp)(?<!cùng)(?<!phó)(?<!so)\svới\s|\s(?:mà|nhằm|để|đề ra|đặt (?:ra"
    r"|mục)|xác định|gồm"
    r"|nêu rõ|trong đó|yêu cầu|đã|vừa|do (?:UBND|Bộ|Sở|Chủ)|được|cho thấy|sẽ|là|thay thế)\b"
)
#: "về việc thực hiện các biện pháp nhằm …" is the paper's own wording, purpose and all.
_PURPOSE = re.compile(r"\s(?:nhằm|để)$")
_LEADS = re.compile(
    r"[\s,]*(?:\d{1,5}(?![\d/.,-])\s)?"
    r"(?:(?:ngày|ký ngày|ban hành ngày)\s[\d/.\-]+(?: tháng \d+ năm \d+)?[\s,]*)?"
    r"(?:\((?:ngày|khóa)[^)]*\)\s?)?(?:của\s[^,;.:]{3,60}?(?=\s(?:về|phê duyệt|ban hành|triển khai"
    r"|thực hiện)\b))?[\s,\"]*"
)
_SUBJECT = re.compile(
    r"(?:về|phê duyệt|ban hành|triển khai|thực hiện|quy định|sửa đổi|điều chỉnh|tổ chức|phát triển"
    r"|xây dựng|giao|hỗ trợ|tăng cường|đẩy mạnh|thông qua|phòng|công bố|kiện toàn|thành lập"
    r"|nâng cao|bảo đảm|đảm bảo|chuyển đổi|cải thiện|cải cách|hành động|cơ cấu|ứng phó|phát động"
    r"|hướng dẫn|khắc phục|giải quyết|phối hợp|chăm sóc|khuyến khích|hoàn thiện|tập trung|tiếp tục"
    r"|ủy quyền|phân cấp|mở rộng|rà soát|sắp xếp|thí điểm|cung cấp|ứng dụng"
    r"|tuyên truyền|thu|giảm|đào tạo|bảo vệ|quản lý|trồng|truyền thông|đầu tư|kiểm tra|giám sát"
    r"|Về|Phê|Ban|Triển|Thực|Phát|Cải|Chuyển|Xây|Tái|tái|số hóa|đổi mới|năm|giai đoạn)\b"
)
_LEAST_WORDS = 3
_LONGEST_ISSUER = 80
#: The first article of a decision says what it is about; so does the sentence that opens a plan.
_ENACTS = re.compile(
    r"Điều 1\s?[.:]\s?(?P<title>(?:Phê duyệt|Ban hành|Thông qua|Điều chỉnh|Sửa đổi|Giao|Quy định)\s"
    r"(?:kèm theo (?:Quyết định|Nghị quyết) này )?)"
)
_MAKES = re.compile(
    rf"\b(?:ban hành|xây dựng)\s(?P<kind>{KIND_WORDS})\s"
    r"(?P<title>(?:thực hiện|triển khai|về|[Qq]uy định|[Hh]ướng dẫn)\s)"
)
_LATEST_ENACTMENT = 40


def title_below(reading: Reading, top: Sequence[Sentence], kind_line: int) -> Found | None:
    """Return the lines below the name of the kind, up to the grounds or the body of the text."""
    lines: list[Sentence] = []
    for sentence in top[kind_line + 1 : kind_line + 1 + _MOST_LINES]:
        words = sentence.text.strip()
        if _RULE.match(words) and lines:
            break
        if _RULE.match(words) or (not lines and _OF_WHOM.match(words)):
            continue
        if _is_over(words, lines) or (lines and not _follows(reading, lines[-1], sentence)):
            break
        lines.append(sentence)
    if not lines:
        return None
    at = reading.span(lines[0], 0, 0)[0], reading.span(lines[-1], 0, len(lines[-1].text))[1]
    return _named(reading, " ".join(line.text.strip() for line in lines), at)


def _follows(reading: Reading, above: Sentence, below: Sentence) -> bool:
    """Nothing stands between two lines of one title, no other column of the head either."""
    return not reading.plain.text[above.at + len(above.text) : below.at].strip()


def title_of_letter(reading: Reading, top: Sequence[Sentence]) -> Found | None:
    """Return what a letter says below its number: "V/v hướng dẫn nhiệm vụ năm học"."""
    for at, sentence in enumerate(top):
        if sentence.low.startswith("v/v"):
            return title_below(reading, top, at - 1)
    return None


def title_of_line(reading: Reading, sentence: Sentence, start: int) -> Found | None:
    """Return the title that follows the kind on one line: "Nghị quyết về …"."""
    words = sentence.text[start:].strip(" :-\"'")
    if len(words.split()) < _LEAST_WORDS or len(words) > _LONGEST:
        return None
    begin = sentence.text.index(words, start)
    return _named(reading, words, reading.span(sentence, begin, begin + len(words)))


def title_of_enactment(reading: Reading, kind: str | None) -> Found | None:
    """Return what "Điều 1. Phê duyệt …" or "… ban hành Kế hoạch …" says the document is about."""
    for sentence in reading.sentences[:_LATEST_ENACTMENT]:
        found = _ENACTS.match(sentence.text) or (kind and _MAKES.search(sentence.text))
        if not found or (kind and "kind" in found.groupdict() and found["kind"] != kind):
            continue
        stop = _STOP.search(sentence.text, found.end())
        words = sentence.text[found.start("title") : stop.start() if stop else len(sentence.text)]
        words = words.strip(" ,.:;\"'")
        if len(words.split()) >= _LEAST_WORDS and len(words) <= _LONGEST:
            at = reading.span(sentence, found.start("title"), found.start("title") + len(words) + 1)
            return words[:1].upper() + words[1:], at
    return None


def title_in_news(reading: Reading, announced: Announced) -> Found | None:
    """Return what an article says the document is about, right behind its kind and number."""
    sentence = announced.sentence
    start = announced.kind_at + len(_kind_at(sentence.text, announced.kind_at))
    if announced.reference is not None:
        start = max(announced.reference.number_start + len(announced.reference.number), start)
        number = re.compile(r"[\w/\-\s.]*?(?=[\s,(]|$)").match(sentence.text, start)
        start = number.end() if number and not sentence.text[start : start + 1].isspace() else start
    lead = _LEADS.match(sentence.text, start)
    begin = lead.end() if lead else start
    special = re.compile(r"chuyên đề\s").match(sentence.text, begin)
    begin = special.end() if special else begin
    if not _SUBJECT.match(sentence.text, begin):
        return _title_before(reading, sentence, announced)
    stop = _STOP.search(sentence.text, begin)
    if stop and _PURPOSE.match(stop.group()) and sentence.low.startswith("về việc", begin):
        stop = _STOP.search(sentence.text, stop.end())
    words = sentence.text[begin : stop.start() if stop else len(sentence.text)].strip(" ,.\"'")
    if len(words.split()) < _LEAST_WORDS or len(words) > _LONGEST:
        return None
    title = re.sub(r"^(?:số\s)?", "", words)
    at = reading.span(sentence, begin, begin + len(words) + 1)
    return title[:1].upper() + title[1:], at


def _title_before(reading: Reading, sentence: Sentence, announced: Announced) -> Found | None:
    """What was approved stands before the number of the decision on it."""
    found = _SET_AT.search(sentence.text[: announced.kind_at])
    return (found["title"], reading.span(sentence, *found.span("title"))) if found else None


def _kind_at(text: str, at: int) -> str:
    found = re.compile(rf"(?:{KIND_WORDS}|văn bản)(?:\ssố)?", re.IGNORECASE).match(text, at)
    return found.group() if found else ""


def _is_over(words: str, lines: list[Sentence]) -> bool:
    if (
        _ENDS_HEAD.match(words)
        or _BEGINS_TEXT.match(words)
        or re.match(r"\W*(?:I|1|A)[.,/)]\s", words)
    ):
        return True
    if _ISSUER_LINE.match(words) and len(words) < _LONGEST_ISSUER and words.isupper():
        return True
    ends = words.endswith((".", ";", ":")) and not words.isupper()
    if lines and _OPENS_TEXT.match(words) and not words.isupper():
        return True
    if len(words) > (_LONGEST_IN_CAPITALS if words.isupper() else _LONGEST) or ends or "|" in words:
        return True
    lettered = any(letter.isalpha() for letter in words)  # "GIAI ĐOẠN" above "2011-2020"
    return lettered and bool(lines) and lines[0].text.isupper() != words.isupper()


def _named(reading: Reading, words: str, at: Span) -> Found:
    """Write a title that is all in capitals, or that was made small throughout, as a sentence."""
    words = re.sub(r"\s+", " ", words).rstrip(" .")
    if words.isupper():
        return small(words, reading.plain.text), at
    return named(words[:1].upper() + words[1:], reading.plain.text), at
