"""The name of an indicator: the noun phrase that a number is said of.

"tỷ lệ lao động qua đào tạo đạt 65%" → "tỷ lệ lao động qua đào tạo". Words of aim, verbs
of reaching, operators and years are peeled off; matching to known indicators is not done here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lotrinh.directive.letters import capitals
from lotrinh.directive.quantity import Quantity, last_before, next_from
from lotrinh.directive.sentences import Sentence

#: What an indicator's name begins with, when several stand in a row divided by commas.
_HEAD = re.compile(
    r"(?:và\s|trong đó,?\s|với\s|cùng với\s)?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tổng|số|tốc độ"
    r"|năng suất|thu nhập|kim ngạch|giá trị|diện tích"
    r"|sản lượng|mật độ|chỉ số|quy mô|grdp|gdp|doanh thu|vốn|thu ngân sách|thu hút|độ che phủ"
    r"|độ|tăng trưởng|giải quyết|đào tạo|xây dựng|kết nạp"
    r"|có|mỗi|phát triển|giảm|tăng|kinh tế số|công nghiệp|dịch vụ|nông|tuổi thọ|bình quân"
    r"|lao động|khách|lượng|xuất khẩu|mức|tạo|trồng|hoàn thành"
    r"|đóng góp|trên|ít nhất|tối thiểu|khoảng|100|\d)"
)
_LEADS = re.compile(
    r"^(?:(?:tiếp theo )?thứ (?:\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là|,)\s"
    r"|\(?\d{1,2}[.)]\s|(?:theo đó|trước đó|ngoài ra|bên cạnh đó|cùng với đó|trong đó|cụ thể"
    r"|đồng thời"
    r"|phấn đấu)[,:]\s|[\s,;:.()\"'*+-]|(?:phấn đấu|mục tiêu(?: cụ thể| chung| tổng quát| là"
    r"| chủ yếu)?|chỉ tiêu(?: cụ thể)?|trong đó|cụ thể(?: là)?|đồng thời"
    r"|và|với|nhằm|đặt|ra|đề ra|kế hoạch|quyết tâm|sẽ|tỉnh|cả nước|toàn tỉnh|toàn huyện|toàn xã"
    r"|toàn thành phố|huyện|đưa|nâng|là|phải|cần|có|để|đó|mà|về|thì|đối với(?: chỉ tiêu)?"
    r"|trong|các|giai đoạn tới|tới|hằng năm|hàng năm|mỗi năm|đến|vào|(?:hết|cuối) năm|hết|cuối"
    r"|trước|tiếp tục|duy trì|giữ vững|giữ ổn định|ổn định|bảo đảm|đảm bảo|dự kiến|bao gồm|gồm"
    r"|cơ bản như|như|còn|cả|tương ứng|lần lượt|(?:hướng|tiến) (?:tới|đến)"
    r"|lộ trình)\s"
    r"|(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|năm|từ năm|các năm)\s)?(?:đến\s|đến năm\s|từ\s)*(?:19"
    r"|20)\d\d(?:\s?(?:-|đến|và|,)\s?(?:năm )?(?:19|20)?\d\d(?!\d|\s?%))*(?=[\s,:;.)]|$))"
)
_ENDS = re.compile(
    r"(?:[\s,;:.(\"-]|\b(?:đạt|là|lên|xuống|còn|(?<!đồng )bằng|ở mức|mức|đến|tới|vào|từ"
    r"|khoảng|trên|dưới|hơn|gần|ít nhất|tối thiểu|không dưới|không quá|tối đa|vượt|được|phải|sẽ"
    r"|có|các|những|và|phấn đấu|để|thêm|thứ|trong|trong nhóm|nhóm|thuộc|nằm|top|với|cho|(?:hết "
    r"|cuối )?năm (?:19|20)\d\d|(?:19|20)\d\d|hằng năm|hàng năm|bình quân hằng năm|mỗi năm|ước))$"
)
#: A verb that needs what follows the number: "phủ 100% xã", "chiếm 20% GRDP".
_NEEDS_OBJECT = re.compile(
    r"\b(?:phủ|chiếm|phủ sóng|bao phủ|đóng góp|cho|của|thu hút"
    r"|giải quyết|tạo|đón|có|thành lập|xây dựng|đào tạo|kết nạp|hỗ trợ|trồng)(?:\s(?:thêm"
    r"|mới))?$"
)
_TAIL_STOP = re.compile(
    r"[,;.:()]|\s(?:vào|đến|trong(?! độ tuổi)|trước|tới|giai đoạn|bằng|so với|tăng|giảm"
    r"|đạt(?! chuẩn| tiêu chí| danh hiệu| loại)|và|thì|trở lên|trở xuống|cụ thể|là(?! người)|ở mức"
    r"|mỗi năm|/|hằng năm|năm \d{4}|mà|nhằm|để)(?=[\s,.;:]|$)"
)
#: "tỉnh phấn đấu 100% hộ …": nothing but will stands before the number.
_ONLY_WILL = re.compile(
    r"(?:phấn đấu|mục tiêu|đặt mục tiêu|quyết tâm|chỉ tiêu|toàn (?:tỉnh"
    r"|huyện|xã|thành phố|thị xã) (?:sẽ )?có)$"
    r"|(?:^|[,;:]\s|\b(?:phải|cần|và|tỉnh|huyện|xã|phấn đấu)\s)(?:bảo đảm|đảm bảo)(?: cho)?$"
)
#: "tỷ lệ tăng dân số phấn đấu trên 1%": what is willed stands before.
_INDICATOR = re.compile(
    r"(?:t[ỷỉ] (?:lệ|trọng|suất)|tốc độ|thu nhập|quy mô|sản lượng|diện tích|năng suất|kim ngạch"
    r"|giá trị|tổng)\s"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_WILL = re.compile(r"\b(?:phấn đấu|mục tiêu là|chỉ tiêu là|mục tiêu|chỉ tiêu(?: chủ yếu)?)\s")
_GOES_ON = re.compile(r",\s(?:xã|phường|thị trấn|thị xã|huyện|thôn|bản|buôn|khóm|ấp|tổ)\b")
#: "…, tăng 1,5 lần": what grows was named before.
_CHANGE_ONLY = re.compile(r"(?:tăng|giảm|gấp|tăng thêm|bằng|vượt|tương đương|đóng góp|chiếm)")
#: What is ranked: an index by its letters or its name.
_INDEX = re.compile(
    capitals(
        r"\b(?:[Cc]hỉ số [^,;.:()\d]{3,60}?(?=\s(?:của|năm|đạt|nằm|thuộc|xếp|đứng|vào|ở|tăng"
        r"|trong|lên)\b|[,;(])"
        r"|(?:[Cc]hỉ số )?(?:[A-ZĐ]{3,6}(?: I(?:NDEX|ndex))?)(?!\w))"
    )
)
#: Words that lead from what is ranked to its place, and where the ranking is.
_TO_PLACE = re.compile(
    r"[\s,;]*\b(?:nằm|thuộc|xếp|đứng|vị trí|thứ|hạng|nhóm|trong|top|tốp|lọt|vào|đạt|ở|giữ"
    r"|duy trì|lên"
    r"|vươn|từ|phấn đấu|được|tăng|là một)\b.*$"
)
_RANKED_IN = re.compile(
    r"[^;.]{0,40}?\b((?:cả nước|toàn quốc|vùng|khu vực|đông nam á|châu á|thế giới|asean"
    r"|miền)\b[^,;.:()\d]{0,50})",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^[Vv]ề [^,]{2,40},\s")
_WHO_WILLS = re.compile(
    r".{0,160}?\b(?:đặt mục tiêu|đề ra mục tiêu|phấn đấu|quyết tâm)\s(?:là\s|đưa\s)?(?=\w+\s\w)"
)
_OF_TERM = re.compile(
    r"\s(?:đến )?(?:cuối|hết) nhiệm kỳ$"
    r"|(?:\s(?:cho|cả|trong))?\s(?:giai đoạn|thời kỳ|nhiệm kỳ)$"
)
_STARTS_FROM = re.compile(r"\s(?:tăng |giảm )?từ (?:mức )?\d[\d.,]*\s?\S*(?:\snăm \d{4})?$")
_NO_NAME = re.compile(r"\s+|/năm\b|\btrở (?:lên|xuống)\b")
_HOW_MANY = re.compile(r"^(?:số|tổng số|của|các|trên tổng số)\s(?=\w)")
_LONGEST = 160

#: The number before what it counts: "12", "900 người - 1.200".
_HOW_MUCH = re.compile(r"^[\d.,\s/-]+(?:[^\W\d]+(?: [^\W\d]+)? ?(?:-|đến|tới) ?\d[\d.,]*\s)?")


def name_of(
    sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity], earlier: str = ""
) -> tuple[str, int]:
    """Return the indicator's name and the offset where it begins.

    `earlier` is the name of the number before, which "20% năm 2025 và 30% năm 2030" shares.
    """
    start = _opening(sentence, quantity, quantities)
    before, at = _peeled(sentence.text, start, quantity.lead_start)
    if not before and _object(sentence, quantity, quantities, rows=True):
        pass  # "phấn đấu đạt 99% học sinh …": the name follows the number
    elif not before and start > sentence.marker_end and not earlier:
        before, at = _peeled(sentence.text, sentence.marker_end, quantity.lead_start)
    before = _ABOUT.sub("", before)
    only_will = _ONLY_WILL.search(sentence.low[start : quantity.lead_start].rstrip())
    if only_will and not _INDICATOR.match(before.lower()):
        before = ""
    if quantity.family == "rank":
        return _rank_name(sentence, quantity, quantities, before), at
    after = _object(sentence, quantity, quantities, rows=not before)
    if earlier and not after and _CHANGE_ONLY.fullmatch(before.lower()):
        return f"{earlier} {before}", at
    if not before:
        other = last_before(quantities, quantity.start)
        bare = other is not None and after == other.unit == quantity.unit
        shared = earlier and (bare or not _is_noun_phrase(after))
        return (earlier if shared else after or earlier), quantity.start
    verb = _NEEDS_OBJECT.search(sentence.low[: quantity.lead_start].rstrip()[-20:])
    if verb and verb.group() in ("cho", "của") and quantity.family == "count":
        verb = None
    if after and (verb or len(before.split()) <= 2):
        return f"{before} {after}", at
    return before, at


def _rank_name(
    sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity], before: str
) -> str:
    """ "PCI đạt 68 điểm, xếp thứ 9 cả nước" → "PCI xếp hạng cả nước"."""
    named = list(_INDEX.finditer(sentence.text, 0, quantity.start))
    subject = named[-1].group() if named else before
    if not named and (len(before.split()) < 2 or _TO_PLACE.match(before.lower())):
        first = min(q.lead_start for q in quantities if q.start <= quantity.start)
        subject, _ = _peeled(sentence.text, sentence.marker_end, first)
    led = None if named else _TO_PLACE.search(subject.lower())
    subject = subject[: led.start()] if led and led.start() else subject
    where = _RANKED_IN.match(sentence.text, quantity.end)
    return " ".join(filter(None, (subject.strip(" ,;"), "xếp hạng", where and where[1].strip())))


def is_growth_name(name: str) -> bool:
    """Say whether a name itself speaks of a rate of change."""
    return bool(
        re.search(
            r"\b(?:(?:tốc độ|tỷ lệ) (?:tăng|phát triển|giảm)|(?<!vào )tăng trưởng"
            r"|mức tăng|mức giảm)",
            name.lower(),
        )
    )


def _opening(sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity]) -> int:
    """Find where the words about this number begin: behind the number before, or a semicolon."""
    low = sentence.low
    other = last_before(quantities, quantity.start)
    floor = max(other.end if other else sentence.marker_end, quantity.start - _LONGEST * 2)
    strong = list(re.finditer(r";|[:.]\s", low[floor : quantity.lead_start]))
    for opening in reversed(strong):
        words = re.search(r"\w", low[floor + opening.end() : quantity.lead_start])
        # "…; 100% làng nghề": the name follows. "Hộ nghèo: 5%": it goes before.
        if words or opening.group() == ";":
            return floor + opening.end()
    if floor == sentence.marker_end:
        return _behind_year(sentence, floor, quantity.lead_start)
    commas = [m.end() for m in re.finditer(r",\s|\svà\s|\)\s", low[floor : quantity.lead_start])]
    for comma in commas:
        if _HEAD.match(low, floor + comma):
            return floor + comma
    return floor + commas[-1] if commas else quantity.lead_start


def _behind_year(sentence: Sentence, floor: int, end: int) -> int:
    """Skip an opening that sets the year: "Mục tiêu cụ thể đến năm 2025 Internet …"."""
    low, start = sentence.low, floor
    for year in sentence.years:
        opens = floor <= year.start and year.end < end and year.role != "against"
        if opens and len(_WORD.findall(low[year.end : end])) >= 2:
            start = year.end
    said = [m.end() for m in _WILL.finditer(low[start:end])]
    if said and len(_WORD.findall(low[start + said[-1] : end])) >= 2:
        start += said[-1]
    return start


def _peeled(text: str, start: int, end: int) -> tuple[str, int]:
    """Peel words of aim from the front, verbs and years from the back."""
    piece = text[start:end]
    while found := _LEADS.match(piece.lower()):
        piece = piece[found.end() :]
    at = end - len(piece)
    while found := _ENDS.search(piece.lower().rstrip()):
        piece = piece.rstrip()[: found.start()]
    words = _after_will(" ".join(piece.split()).strip(" ,;:-+.\"'("))
    return (words if len(words) <= _LONGEST else words[-_LONGEST:].split(" ", 1)[-1]), at


def _after_will(words: str) -> str:
    """Drop who wills it, and where it starts from: "ngành đặt mục tiêu | xuất khẩu | từ 8%"."""
    found = _WHO_WILLS.match(words)
    words = words[found.end() :] if found else words
    return _STARTS_FROM.sub("", _OF_TERM.sub("", words))


def _object(
    sentence: Sentence, quantity: Quantity, quantities: Sequence[Quantity], rows: bool
) -> str:
    """Return the noun phrase right behind a number: "100% | xã, phường, thị trấn"."""
    following = next_from(quantities, quantity.end)
    limit = min(quantity.end + _LONGEST, len(sentence.text))
    limit = min(following.lead_start, limit) if following else limit
    counted = quantity.family in ("count", "rank")
    start = quantity.start if counted else quantity.end
    piece = sentence.text[start:limit]
    if counted:
        piece = _HOW_MUCH.sub("", piece)
    stop = _first_stop(piece, rows=rows)
    words = _NO_NAME.sub(" ", piece[:stop]).strip(" ,;:-.…\"'()")
    return _HOW_MANY.sub("", words)


def _first_stop(piece: str, rows: bool) -> int:
    """Find where the object ends; a comma inside a list does not end it."""
    low = piece.lower()
    for found in _TAIL_STOP.finditer(low):
        if found.group() == "," and found.start() and _GOES_ON.match(low, found.start()):
            continue
        if (
            rows
            and found.group() == ","
            and found.start()
            and not _HEAD.match(low, found.start() + 2)
        ):
            continue
        return found.start()
    return len(piece)


def _is_noun_phrase(words: str) -> bool:
    return len(words.split()) >= 2
