"""What a number counts: per cent, money, measures, and any noun after a bare number.

The unit is kept as written ("nghìn tỷ đồng", "%/năm"); converting units is not done here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lotrinh.directive.letters import capitals

_SCALE = r"(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s)*(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
_MONEY = r"(?:đồng(?! chí| bào| bộ| hồ)|đ(?!\w)|vnđ|vnd|usd|đô la mỹ|đô la|euro|eur|us\$|\$)"
_MEASURE = (
    r"(?:ha|héc-?ta|km2|km²|km|hải lý|m2|m²|m3|m³|mét|m|tấn|tạ|kg|lít|mw|gw|kwh|kw|kva|mwp|tuổi"
    r"|điểm(?! (?:cầu|đen|hỗ trợ|truy cập|du lịch|bán|trường|giao dịch|phát|đỗ|dừng|tiếp|tiềm))"
    r"|lần"
    r"|[µμ]g|mg|cm|gb|mbps|gbps|giờ|phút|ngày|tháng|mm|dwt|teu)(?!\w)"
)
#: Nouns of two or more syllables that texts count; any other noun is one syllable.
_COMPOUND = (
    r"(?:ý tưởng|lao động|doanh nghiệp|hợp tác xã|học sinh|sinh viên|sản phẩm|mô hình|tiêu chí"
    r"|đơn vị"
    r"|giường bệnh|cơ sở|bác sĩ|bác sỹ|dược sĩ|người lao động|lượt khách|lượt người|lượt"
    r"|đảng viên"
    r"|khách du lịch|du khách|khách sạn|khách|căn hộ|căn nhà|công trình|dự án|trường học|trang trại"
    r"|thuê bao"
    r"|chứng nhận|bằng sáng chế|văn bằng|việc làm|khu công nghiệp|cụm công nghiệp|tổ chức"
    r"|thành phố"
    r"|thị xã|thị trấn|xã|phường|huyện|tỉnh|nhiệm vụ|nhóm giải pháp|giải pháp|nhóm|chỉ tiêu"
    r"|mục tiêu|nội dung|quan điểm|lĩnh vực|dân tộc|địa phương|quốc gia|vạn dân|trung tâm|điểm %"
    r"|điểm phần trăm|con số|đại biểu|phòng|cán bộ|hộ nghèo|hộ|nhà ở|nhà|căn|sao|chương trình)"
)
_WORD = r"[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12})?"
#: "20/100.000 người dân": of so many, as rates of sickness are written.
_OF_MANY = (
    r"/\s?(?:1|10|100)\.?000\s(?:người dân|dân số|dân|người|trẻ đẻ sống|trẻ em|trẻ|phụ nữ|bà mẹ|ca"
    r"|lao động)(?!\w)"
)
_PER = (
    r"(?:\s?/\s?(?:mỗi năm|năm|người/năm|người|hộ|vạn dân|ha/năm|ha"
    r"|căn hộ|tháng"
    r"|ngày"
    r"|lao động|km2|m2|m3|giường|ngày|lượt|cuộc|hồ sơ|[^\W\d_]{2,8})(?:\s?/\s?(?:năm|tháng))?"
    rf"|\s(?:mỗi|một|hằng|hàng|trên|bình quân) năm|\s?{_OF_MANY})?"
)
_PERCENT = r"(?:%[0o](?!\w)|‰|/?%|phần trăm|phần nghìn)"
#: A difference between two shares; its number is written like a score.
_POINTS = r"điểm\s?(?:%|phần trăm)"
_UNIT = re.compile(
    rf"\s?(?:(?P<percent>{_PERCENT})|(?P<rate>{_OF_MANY})"
    rf"|(?P<scale>{_SCALE})(?:\s(?P<scaled>{_MONEY}|{_MEASURE}|{_COMPOUND}|{_WORD}))?(?!\w)"
    rf"|(?P<points>{_POINTS})|(?P<money>{_MONEY})|(?P<measure>{_MEASURE})"
    rf"|(?P<compound>{_COMPOUND})(?!\w)"
    rf"|(?P<word>{_WORD})(?!\w)){_PER}",
    re.IGNORECASE,
)
#: Words that may stand after a number and are no noun that it counts.
_NOT_COUNTED = frozenset(
    """và hoặc của là được đã sẽ thì có cho trong ngoài trên dưới đến tới từ so với vào năm theo
    về tại bằng như để mà nhằm nên khi nếu do bởi cùng còn này đó kia gồm trở lên xuống đạt tăng
    giảm tức lên thuộc ở phấn bình quân ước cao thấp hơn mỗi toàn số tổng lần đứng dẫn đầu vươn
    chiếm thông qua không chủ nhất các những một hai dùng sử tham hoạt đi đạt trước sau nhưng đối bị
    cũng rồi lại nữa làm xây trồng hoàn mới đảm bảo nâng phải tập""".split()
)
#: "Mục tiêu 2 thực hiện …": what is done under a number, not what it counts.
_DOINGS = frozenset(
    (
        "thực hiện",
        "củng cố",
        "triển khai",
        "duy trì",
        "đẩy mạnh",
        "thúc đẩy",
        "tiếp tục",
        "khuyến khích",
        "phát triển",
        "hình thành",
        "cải thiện",
        "mở rộng",
        "hoàn thiện",
    )
)
#: "15 Thi Sách": a name, not a noun that is counted; "12 HTX" counts.
_PROPER = re.compile(capitals(r"[A-ZĐÀ-Ỹ](?![A-ZĐÀ-Ỹ])"))
#: A word without a vowel is cut off or a code.
_SYLLABLE = re.compile(r"[^b-df-hj-np-tv-xzđ\s]")
_CURRENCY = re.compile(rf"(?:{_MONEY})", re.IGNORECASE)


@dataclass(frozen=True)
class Unit:
    """A unit as written, its family, and where it ends in the text."""

    text: str
    #: percent, permille, money, measure, count, times, score or none.
    family: str
    end: int


def unit_after(text: str, at: int) -> Unit | None:
    """Return the unit that begins at `at`, or None where the number stands alone.

    >>> unit_after("20 nghìn tỷ đồng mỗi năm", 2).text
    'nghìn tỷ đồng mỗi năm'
    >>> unit_after("đạt 65%/năm", 6).family
    'percent'
    """
    found = _UNIT.match(text, at)
    if found is None:
        return None
    kind = found.lastgroup or ""
    word = found[kind].lower()
    if kind in ("word", "scaled") and (loose := _loose_noun(text, found, kind)) is not False:
        return loose
    written = "/".join(part.strip() for part in " ".join(found.group().split()).split("/"))
    written = re.sub(r"^%o(?!\w)", "‰", written) if written.startswith("%o") else written
    return Unit(written, _family(kind, word), found.end())


def _loose_noun(text: str, found: re.Match[str], kind: str) -> Unit | Literal[False] | None:
    """Settle a noun that is in no list: none, one word of it, or False where all of it counts."""
    if kind == "word" and (_PROPER.match(found[kind]) or not _SYLLABLE.search(found[kind])):
        return None
    words = found[kind].lower().split()
    if words[0] == "điểm" and words[1:] not in (["đen"], ["cầu"]):
        return Unit("điểm", "count", found.start(kind) + len("điểm"))
    if words[0] == "năm" and kind == "word":
        return Unit("năm", "count", found.start(kind) + len("năm"))
    if words[0] in _NOT_COUNTED or " ".join(words) in _DOINGS:
        scale = found["scale"] if kind == "scaled" else None
        return Unit(scale, "count", found.end("scale")) if scale else None
    if len(words) == 2 and words[1] in _NOT_COUNTED:
        end = found.start(kind) + len(words[0])
        return Unit(text[found.start() : end].strip(), "count", end)
    return False


def _family(kind: str, word: str) -> str:
    if kind == "rate":
        return "permille"
    if kind == "percent":
        return "permille" if word in ("%0", "%o", "‰", "phần nghìn") else "percent"
    if kind == "money" or _CURRENCY.fullmatch(word):
        return "money"
    if kind in ("scaled", "measure"):
        special = {"lần": "times", "điểm": "score"}
        if re.fullmatch(_MEASURE, word, re.IGNORECASE):
            return special.get(word, "measure")
    return "count"
