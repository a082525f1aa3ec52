"""Numbers that count something: each with its unit, its operator and its span.

Dates, years, numbers of documents, ages, grades and list numbers are no quantities. Whether
a quantity is promised or reported is `voice.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lotrinh.directive.dates import find_days
from lotrinh.directive.numbers import Figure, find_figures
from lotrinh.directive.operators import operator_of
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.ranks import rank_of
from lotrinh.directive.sentences import Sentence
from lotrinh.directive.units import Unit, unit_after

#: What papers count that is no promise: tasks, meetings, grades, ages, lengths of time.
_NEVER = re.compile(
    r"^(?:nhiệm|nhiệm vụ|giải|giải pháp|nhóm.*|chỉ tiêu|chỉ|mục tiêu|mục|nội dung|nội|quan điểm"
    r"|quan|đột"
    r"|trụ|khâu|bước|ngày|tháng|giờ|phút|giây|tuần|dân tộc|sao|đồng chí|phiếu|ý|điều|khoản"
    r"|chương|phần"
    r"|kỳ|quý|con số|lĩnh vực|lĩnh|vùng|loại|phương|văn bản|trang|cuộc|hội nghị|đại biểu"
    r"|tập thể|cá nhân"
    r"|đợt|chuyên|bài|ảnh|tác|tiết|đồng bào|quyết|đầu|cuối|người con|thứ|nguyên tắc"
    r"|nguyên"
    r"|yêu|điểm cầu|khóa|nước|lần thứ|mặt|tiểu|chủ|hợp phần|khu vực|định hướng|xu hướng|cấp"
    r"|nghị|thách|cơ hội|thế|tiêu|bên|quốc lộ|cột|chữ|lý|hình thức|kịch|dân|vạn dân|người dân"
    r"|gmt|vụ|buổi|lượt xem|tầng|môn|lần/năm|lần/tuần|khâu|hành lang)$"
)
_BEFORE_NUMERAL = re.compile(
    r"(?:\bsố|thứ|khóa|khoá|điều|khoản|mục|chương|phần|mức độ|cấp độ|mức"
    r"|(?<!nâng )(?<!cung )cấp|loại|quốc lộ|đường"
    r"|phường|quận"
    r"|khu phố|tổ|lô|giai đoạn|vùng|quý|tháng|nhóm|biểu|phụ lục|phiên bản|công nghiệp"
    r"|điện thoại|đt|tel"
    r"|trang|km|lớp|khối|tiểu khu|hotline|fax|hình|ảnh|bảng|tập|kỳ|ngày|đợt|bước|cách mạng"
    r"|trạm)[\s:.]*$"
)
#: The same at the head of a longer noun: "5 vùng trồng", "2 bên đường".
_SCOPE = re.compile(
    r"(?:vùng|bên|bước|điều(?! dưỡng)|khoản|phần|cấp|kỳ|đợt|mặt|loại|giai|khâu|hành|cô"
    r"|tầng|tiết|người đứng) "
)
_INDEX = re.compile(
    r"(?:\b(?:chỉ số|hệ số|tỷ số|mức sinh|tổng tỷ suất sinh)\b|/\s?(?:vạn|10\.000|1\.000"
    r"|100\.000) dân\b)[^,;.]{0,40}\b(?:đạt|là|trên|khoảng|từ|ít nhất"
    r"|tối thiểu)\s*$"
)
_ROW = re.compile(r"\b(?:lần lượt|tương ứng)\b")
#: Places that are told to act, not counted: "cho 63 tỉnh", "tại 11 xã".
_ADDRESSED = re.compile(
    r"\b(?:cho|tại|của|thuộc|trên địa bàn|gồm|khắp|cả|với|toàn bộ|chi bộ|đảng bộ|nhân dân|người dân"
    r"|lãnh đạo|đại diện|chủ tịch|trưởng"
    r")\s(?:cả\s|tất cả\s|toàn bộ\s)?$"
)
_PLACES = re.compile(
    r"(?:tỉnh|huyện|xã|thôn|xóm|bản|ấp|phường|thị trấn|thành phố|thị xã|quốc gia|địa phương"
    r"|đơn vị|phòng(?! học| máy| khám)|sở|ngành|cơ quan)\b"
)
_OF_PLAN = re.compile(r"\s?so với (?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)")
_MULTIPLIES = re.compile(r"\b(?:gấp|tăng|bằng|hơn|lên|cao)\b[^,;.]{0,25}$")
_LOAN = re.compile(
    r"\b(?:vay|hỗ trợ|chi trả|(?<!đóng )góp|ngân sách (?:trả|chi|cấp)"
    r"|trợ giá)\b[^,;.]{0,20}$"
)
#: "hỗ trợ 100% hộ nghèo": all of them are helped, and that is the aim.
_HELPED = re.compile(
    r"\s(?:số\s)?(?:hộ|người|học sinh|sinh viên|trẻ|lao động|doanh nghiệp|phụ nữ|xã|thôn|bản"
    r"|hợp tác"
    r"|cơ sở|gia đình|đối tượng|thanh niên|hội viên|nạn nhân|dân)\b"
)
#: What someone pays, how long a road is, what others have: facts around a plan.
_PRICE = re.compile(
    r"(?<!đánh )(?<!trị )(?<!theo )\b(?:giá(?! trị| hiện hành| so sánh| cố định)|vé|phí|tiền|mua"
    r"|bán(?! lẻ| buôn)|có vốn(?: đầu tư)?|với tổng vốn)\b[^,;.]{0,16}$"
)
_SIZE = re.compile(r"\b(?:dài|rộng|sâu|dày|nặng|cách|ngoài)\s(?:khoảng |gần |hơn |trên )?$")
_COMPARED = re.compile(r"\b(?:thấp|cao|nhiều|ít) hơn (?:mức )?$")
_OF_OTHERS = re.compile(r"\s(?:của|ở|tại|bình quân (?:cả nước|chung))\b")
_BENEFIT = re.compile(
    r"\s(?:tiền|học phí|lãi|thuế|giá(?! trị)|kinh phí|mức đóng|chi phí (?:xây|mua|lắp|vận))\b"
)
_STANDS_FOR = re.compile(r"\b(?:thay mặt|đại diện)[^,;.]{0,25}$")
_PER_ONE = re.compile(r"\btrên (?:1|một) ?ha$")
#: Nouns that a round number like 2000 may well count.
_WHO = frozenset(
    (
        "lao động",
        "người",
        "doanh nghiệp",
        "ha",
        "hộ",
        "căn",
        "giường",
        "tấn",
        "sản phẩm",
        "học sinh",
        "cây",
        "km",
    )
)
_LENGTHS = frozenset(("tuổi", "năm", "ngày", "phút", "giờ"))
#: Where something happens, not how much of it: "tại 120 cổng trường", "trong 25 dịch vụ".
_WITHIN = re.compile(r"\b(?:tại|trong|khắp|(?<!lên )(?<!đến )(?<!xuống )(?<!đạt )tới)\s$")
_LIFE = re.compile(r"tuổi thọ|lưu trú|năm sống|số năm|thời gian")
_SHARE_OF_PLAN = re.compile(
    r"\s?(?:của\s)?(?:kế hoạch|dự toán|số phiếu|phiếu|cùng kỳ"
    r"|(?:số |tổng số )?(?:đại biểu|ý kiến|cử tri|thành viên)[^,;.]{0,60}(?:tán thành|nhất trí"
    r"|đồng ý|có mặt|biểu quyết|dự|bấm nút|thông qua|bỏ phiếu))"
)
#: Money that is a means, not an end: costs, rates of support, loans, fines, salaries.
_COST = re.compile(
    r"(?:kinh phí|tổng mức đầu tư|mức đầu tư|tổng vốn đầu tư(?! toàn| phát| xã| thực| nước"
    r"|[^,;.]{0,40} (?:đạt|huy động))"
    r"|dự toán|lãi suất|mức vay|cho vay|vay vốn"
    r"|hỗ trợ(?! \d+ hộ)"
    r"|mức hỗ trợ|học phí|trợ cấp|mức thưởng|xử phạt|phạt tiền|mức lương|khái toán|nguồn vốn"
    r"|ngân sách trung ương"
    r"|ngân sách địa phương|ngân sách tỉnh|vốn đối ứng|giá trị hợp đồng|bồi thường"
    r"|vốn sự nghiệp|định mức"
    r"|tổng vốn thực hiện|chi phí|đơn giá)[^,;.]{0,70}$"
)


def find_quantities(
    sentence: Sentence, left_out: list[tuple[int, int]] | None = None
) -> list[Quantity]:
    """Return what a sentence counts, in order, starting values tied to their ends.

    Numbers with a unit that count nothing anyone aims at are added to `left_out`.
    """
    low = sentence.low
    taken = [(y.start, y.end) for y in sentence.years]
    taken += [(d.start, d.end) for d in find_days(low)]
    taken += [(r.number_start, r.number_start + len(r.number)) for r in sentence.references]
    found: list[Quantity] = []
    spends = False
    for figure in find_figures(low):
        if figure.start < sentence.marker_end or _within(figure, taken):
            continue
        quantity = rank_of(low, figure) or _quantity(sentence, figure)
        # "kinh phí 412 tỷ đồng, trong đó vay 280 tỷ đồng": what follows a cost is cost too.
        unit = unit_after(low, figure.end)
        before = low[max(0, figure.start - 90) : figure.start]
        if unit is not None and unit.family == "money":
            spends = spends or bool(_COST.search(before))
        elif unit is not None and unit.family == "percent":
            helped = _HELPED.match(low, unit.end) is not None
            spends = spends or (not helped and bool(_LOAN.search(before[-40:])))
        if quantity is not None and quantity.family == "money" and spends:
            quantity = None
        if quantity is None and unit is not None and left_out is not None:
            left_out.append((figure.start, unit.end))
        if quantity is not None and (not found or found[-1].end <= quantity.start):
            found.append(quantity)
    return _tie_baselines(low, found)


def _within(figure: Figure, taken: list[tuple[int, int]]) -> bool:
    return any(a <= figure.start < b for a, b in taken)


def _quantity(sentence: Sentence, figure: Figure) -> Quantity | None:
    low = sentence.low
    out_of = re.compile(r"\s?/\s?\d+(?![\d,])").match(low, figure.end)
    at = out_of.end() if out_of else figure.end
    unit = None if figure.spelled else unit_after(sentence.text, at)
    if unit is None and figure.middle:
        inner = unit_after(figure.middle, 0)
        unit = Unit(inner.text, inner.family, figure.end) if inner else None
    if unit is None and _ROW.search(low[max(0, figure.start - 60) : figure.start]):
        unit = _shared_unit(sentence.text, figure)
    if unit is None and _INDEX.search(low[max(0, figure.start - 60) : figure.start]):
        unit = Unit("", "score", figure.end)
    if unit is None or not _counts(low, figure, unit):
        return None
    operator, lead_start = operator_of(low, figure, unit.end)
    if operator == "=" and low[figure.start : figure.end] == "hai con số":
        operator = ">="
    return Quantity(
        figure.start,
        unit.end,
        figure.low,
        figure.high,
        unit.text,
        unit.family,
        operator,
        lead_start,
    )


def _shared_unit(text: str, figure: Figure) -> Unit | None:
    """In a row of numbers the last one carries the unit: "lần lượt đạt 120, 200 và 450 ha"."""
    row = re.compile(r"(?:\s?(?:,|;|và|,\svà)\s[\d.,]*\d){1,6}").match(text, figure.end)
    unit = unit_after(text, row.end()) if row else None
    return Unit(unit.text, unit.family, figure.end) if unit else None


def _counts(low: str, figure: Figure, unit: Unit) -> bool:
    """Refuse what only looks like a quantity."""
    before = low[max(0, figure.start - 90) : figure.start]
    if unit.family == "percent":
        if _LOAN.search(before[-40:]) and not _HELPED.match(low, unit.end):
            return False
        if _BENEFIT.match(low, unit.end):
            return False
        if _OF_PLAN.match(low, unit.end) and re.search(r"\b(?:đạt|bằng)\s$", before):
            return False
        spent = "giải ngân" in before
        return (spent or not _SHARE_OF_PLAN.match(low, unit.end)) and "lãi suất" not in before
    if unit.family in ("money", "measure") and _LOAN.search(before[-40:]):
        return False
    if _is_fact(low, unit, before):
        return False
    if unit.family == "money" and _COST.search(before):
        return False
    if unit.family == "times" and not figure.spelled and not _MULTIPLIES.search(before):
        return False
    stands_for = _STANDS_FOR.search(before)
    if stands_for or _PER_ONE.search(before[-8:] + low[figure.start : unit.end]):
        return False
    return unit.family not in ("count", "measure") or _is_counted(low, figure, unit, before)


def _is_fact(low: str, unit: Unit, before: str) -> bool:
    """A price, the length of a road, what others have."""
    if unit.family == "money" and _PRICE.search(before[-30:]):
        return True
    if unit.family == "measure" and _SIZE.search(before[-24:]):
        return True
    return bool(_COMPARED.search(before[-16:]) and _OF_OTHERS.match(low, unit.end))


def _is_counted(low: str, figure: Figure, unit: Unit, before: str) -> bool:
    """Refuse nouns that papers number or address but promise nothing of."""
    noun = unit.text.split("/")[0].lower()
    if unit.family == "count" and _WITHIN.search(before[-14:]):
        return False
    if noun in _LENGTHS or noun.split()[0] in _LENGTHS:
        return bool(_LIFE.search(before)) and not re.search(r"\b(?:sau|trong)\s$", before)
    if (
        _NEVER.match(noun)
        or _SCOPE.match(noun)
        or (unit.family == "count" and _BEFORE_NUMERAL.search(before))
    ):
        return False
    plain = figure.high is None and low[figure.end - 4 : figure.end].isdigit()
    if plain and 1990 <= figure.low <= 2070 and noun not in _WHO:
        return False
    return not (_PLACES.match(noun) and _ADDRESSED.search(before))


def _tie_baselines(low: str, found: list[Quantity]) -> list[Quantity]:
    """Fold "từ 45% năm 2020" into the value that "lên 65%" gives."""
    kept: list[Quantity] = []
    pending: Quantity | None = None
    for i, quantity in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if following and _starts_from(low, quantity, following):
            pending = quantity
            continue
        kept.append(replace(quantity, baseline=pending) if pending else quantity)
        pending = None
    return kept


def _starts_from(low: str, first: Quantity, second: Quantity) -> bool:
    if first.high is not None:
        return False
    between = low[first.end : second.start]
    before = low[max(0, first.lead_start - 22) : first.lead_start]
    says_from = re.search(
        r"\btừ\s(?:mức\s|chỗ\s|tỷ lệ\s)?(?:khoảng\s|trên\s"
        r"|dưới\s)?$",
        before + low[first.lead_start : first.start],
    )
    goes_to = re.search(r"(?<!trở )\b(?:lên|xuống|còn)\b|^[^,]*\bđạt\b", between)
    return bool(says_from and goes_to) and len(between) < 90 and ";" not in between
