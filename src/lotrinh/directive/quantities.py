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
    r"^(?:nhiệm|nhiệm vụ|giải|giải pháp|nhóm.*|chỉ tiêu|chỉ|mục tiêu|mục|nội dung|nội|quan điểm|quan|đột"
    r"|trụ|khâu|bước|ngày|tháng|giờ|phút|giây|tuần|dân tộc|sao|đồng chí|phiếu|ý|điều|khoản|chương|phần"
    r"|kỳ|quý|con số|lĩnh vực|lĩnh|vùng|loại|phương|văn bản|trang|cuộc|hội nghị|đại biểu|tập thể|cá nhân"
    r"|thành viên|đợt|chuyên|bài|ảnh|tác|tiết|đồng bào|quyết|đầu|cuối|người con|thứ|nguyên tắc|nguyên"
    r"|yêu|điểm cầu|khóa|nước|lần thứ|mặt|tiểu|chủ|hợp phần|khu vực|định hướng|xu hướng|cấp|nghị|thách|cơ hội|thế|tiêu|bên|quốc lộ|cột|chữ|lý|hình thức|kịch)$"
)
_BEFORE_NUMERAL = re.compile(
    r"(?:\bsố|thứ|khóa|khoá|điều|khoản|mục|chương|phần|mức độ|cấp độ|mức|cấp|loại|quốc lộ|đường|phường|quận"
    r"|khu phố|tổ|lô|giai đoạn|vùng|quý|tháng|nhóm|biểu|phụ lục|phiên bản|công nghiệp|điện thoại|đt|tel"
    r"|trang|km|lớp|khối|tiểu khu|hotline|fax|hình|ảnh|bảng|tập|kỳ|ngày|đợt|bước|cách mạng|trạm)[\s:.]*$"
)
_LIFE = re.compile(r"tuổi thọ|năm sống|số năm|thời gian|trong vòng")
_SHARE_OF_PLAN = re.compile(
    r"\s?(?:so với\s)?(?:của\s)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|so với (?:kế hoạch|dự toán|cùng kỳ)|cùng kỳ)"
)
#: Money that is a means, not an end: costs, rates of support, loans, fines, salaries.
_COST = re.compile(
    r"(?:kinh phí|tổng mức đầu tư|mức đầu tư|dự toán|lãi suất|mức vay|cho vay|vay vốn|hỗ trợ(?! \d+ hộ)"
    r"|mức hỗ trợ|học phí|trợ cấp|mức thưởng|xử phạt|phạt tiền|mức lương|khái toán|nguồn vốn|ngân sách trung ương"
    r"|ngân sách địa phương|ngân sách tỉnh|vốn đối ứng|giá trị hợp đồng|bồi thường|vốn sự nghiệp|định mức"
    r"|tổng vốn thực hiện|chi phí|đơn giá)[^,;.:]{0,70}$"
)


def find_quantities(sentence: Sentence) -> list[Quantity]:
    """Return what a sentence counts, in order, starting values tied to their ends."""
    low = sentence.low
    taken = [(y.start, y.end) for y in sentence.years]
    taken += [(d.start, d.end) for d in find_days(low)]
    taken += [(r.number_start, r.number_start + len(r.number)) for r in sentence.references]
    found: list[Quantity] = []
    for figure in find_figures(low):
        if figure.start < sentence.marker_end or _within(figure, taken):
            continue
        quantity = rank_of(low, figure) or _quantity(low, figure)
        if quantity is not None and (not found or found[-1].end <= quantity.start):
            found.append(quantity)
    return _tie_baselines(low, found)


def _within(figure: Figure, taken: list[tuple[int, int]]) -> bool:
    return any(a <= figure.start < b for a, b in taken)


def _quantity(low: str, figure: Figure) -> Quantity | None:
    out_of = re.compile(r"\s?/\s?\d+(?![\d,])").match(low, figure.end)
    at = out_of.end() if out_of else figure.end
    unit = unit_after(low, at)
    if unit is None and figure.middle:
        inner = unit_after(figure.middle, 0)
        unit = Unit(inner.text, inner.family, figure.end) if inner else None
    if unit is None or not _counts(low, figure, unit):
        return None
    operator, lead_start = operator_of(low, figure, unit.end)
    return Quantity(
        figure.start, unit.end, figure.low, figure.high, unit.text, unit.family, operator, lead_start
    )


def _counts(low: str, figure: Figure, unit: Unit) -> bool:
    """Refuse what only looks like a quantity."""
    before = low[max(0, figure.start - 90) : figure.start]
    if unit.family == "percent":
        return not _SHARE_OF_PLAN.match(low, unit.end) and "lãi suất" not in before
    if unit.family == "money" and _COST.search(before):
        return False
    if unit.family in ("count", "measure"):
        noun = unit.text.split("/")[0]
        if noun in ("tuổi", "năm"):
            return bool(_LIFE.search(before))
        if _NEVER.match(noun) or _BEFORE_NUMERAL.search(before):
            return False
        if figure.high is None and figure.low == 0:
            return False
    return True


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
    between = low[first.end : second.start]
    before = low[max(0, first.lead_start - 22) : first.lead_start]
    says_from = re.search(r"\btừ\s(?:mức\s|chỗ\s|tỷ lệ\s)?(?:khoảng\s|trên\s|dưới\s)?$", before + low[first.lead_start : first.start])
    goes_to = re.search(r"\b(?:lên|xuống|còn|đạt)\b", between)
    return bool(says_from and goes_to) and len(between) < 90 and ";" not in between
