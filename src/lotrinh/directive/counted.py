"""Which numbers count something that a plan may aim at.

Not tasks, ages, grades, prices, costs, loans, the length of a road or what others have; whether
what is left is promised is `voice.py`.
"""

from __future__ import annotations

import re

from lotrinh.directive.numbers import Figure
from lotrinh.directive.units import Unit

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
    r"|nghị|nghị quyết|nghị định|tờ trình|kiến nghị|thách"
    r"|cơ hội|thế|tiêu|bên|quốc lộ|cột|chữ|lý|hình thức|kịch|dân|vạn dân|người dân"
    r"|gmt|chức danh|vụ|buổi|lượt xem|tầng|môn|lần/năm|lần/tuần|khâu|hành lang)$"
)
_BEFORE_NUMERAL = re.compile(
    r"(?:(?<!dân )\bsố|thứ|khóa|khoá|điều|khoản|mục|chương|phần|mức độ|cấp độ|mức"
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
#: Places that are told to act, not counted: "cho 63 tỉnh", "tại 11 xã".
_ADDRESSED = re.compile(
    r"\b(?:cho|tại|của|thuộc|trên địa bàn|gồm|khắp|cả|với|toàn bộ|chi bộ|đảng bộ|nhân dân|người dân"
    r"|lãnh đạo|đại diện|chủ tịch|trưởng"
    r")\s(?:cả\s|tất cả\s|toàn bộ\s)?$"
)
_PLACES = re.compile(
    r"(?:tỉnh|huyện|xã|thôn|xóm|bản|ấp|phường|thị trấn|thành phố|thị xã|quốc gia|địa phương"
    r"|đơn vị|phòng(?! học| máy| khám| lưu| nghỉ| ngủ| khách| ở| thí| bệnh)|sở|ngành|cơ quan)\b"
)
_OF_PLAN = re.compile(r"\s?so với (?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)")
#: "gấp 1,6 lần mục tiêu trước đây": two plans compared.
_OF_AIM = re.compile(r"\s?(?:so với )?(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)\b")
_MULTIPLIES = re.compile(r"\b(?:gấp|tăng|bằng|hơn|lên|cao)\b[^,;.]{0,25}$")
_LOAN = re.compile(
    r"\b(?:vay|(?<!công nghiệp )hỗ trợ|chi trả|(?<!đóng )góp(?! phần)|ngân sách (?:trả|chi|cấp)"
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
    r"|bán(?! lẻ| buôn| dẫn)|có vốn(?: đầu tư)?|với tổng vốn)\b[^,;.]{0,16}$"
)
_SIZE = re.compile(
    r"\b(?:có công suất|công suất thiết kế|dài|rộng|sâu|dày|nặng|cách|ngoài)\s(?:khoảng |gần "
    r"|hơn |trên )?$"
)
_COMPARED = re.compile(r"\b(?:thấp|cao|nhiều|ít) hơn (?:mức )?$")
_OF_OTHERS = re.compile(r"\s(?:của|ở|tại|bình quân (?:cả nước|chung))\b")
_BENEFIT = re.compile(
    r"\s(?:tiền|học phí|lãi|thuế|giá(?! trị)|kinh phí|mức đóng|chi phí (?:xây|mua|lắp|vận))\b"
)
_STANDS_FOR = re.compile(r"\b(?:thay mặt|đại diện)[^,;.]{0,25}$")
_PER_ONE = re.compile(r"\btrên (?:0?1|một) ?(?:ha|m2|km2)$")
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
#: "tổ chức 3 lớp tập huấn": what is held on the way, not what is reached.
_HOLDS = re.compile(r"\btổ chức (?:thêm |ít nhất |từ )?$")
_HELD = frozenset(("lớp", "cuộc", "buổi", "đợt", "chuyến", "phiên"))
_LENGTHS = frozenset(("tuổi", "năm", "ngày", "phút", "giờ"))
#: "trên tổng số 320 thôn", "khung năng lực 6 bậc": the number that a share or a grade is of.
_ALL_OF = re.compile(r"\b(?:tổng số|trong số|khung (?:năng lực|trình độ)(?: ngoại ngữ)?)\s$")
#: Where something happens, not how much of it: "tại 120 cổng trường", "trong 25 dịch vụ".
_WITHIN = re.compile(r"\b(?:tại|trong|khắp|(?<!lên )(?<!đến )(?<!xuống )(?<!đạt )tới)\s$")
_LIFE = re.compile(r"tuổi thọ|lưu trú|năm sống|số năm|thời gian")
#: "giải ngân 100% kế hoạch", "hằng năm vượt 5% dự toán": shares of a plan that are wanted.
_OF_PLAN_WANTED = re.compile(r"giải ngân|(?:hằng|hàng|mỗi) năm (?:đều )?vượt (?:trên |ít nhất )?$")
_SHARE_OF_PLAN = re.compile(
    r"\s?(?:của\s)?(?:kế hoạch|dự toán|mục tiêu|số phiếu|phiếu|cùng kỳ"
    r"|(?:số |tổng số )?(?:đại biểu|ý kiến|cử tri|thành viên)[^;.]{0,60}(?:tán thành|nhất trí"
    r"|đồng ý|có mặt|biểu quyết|dự|bấm nút|thông qua|bỏ phiếu))"
)
#: Money that is a means, not an end: costs, rates of support, loans, fines, salaries.
_COST = re.compile(
    r"(?:kinh phí|viện trợ không hoàn lại"
    r"|tổng mức đầu tư|mức đầu tư|tổng vốn đầu tư(?! toàn| phát| xã| thực| nước"
    r"|[^,;.]{0,40} (?:đạt|huy động))"
    r"|dự toán|lãi suất|mức vay|cho vay|vay vốn"
    r"|(?<!công nghiệp )hỗ trợ(?! \d+ hộ)"
    r"|mức hỗ trợ|học phí|trợ cấp|mức thưởng|xử phạt|phạt tiền|mức lương|khái toán|nguồn vốn"
    r"|(?<!thu )(?<!chi )(?<!thu cân đối )(?<!chi cân đối )ngân sách (?:trung ương|địa phương"
    r"|tỉnh)|vốn đối ứng|giá trị hợp đồng|bồi thường"
    r"|vốn sự nghiệp|định mức"
    r"|tổng vốn thực hiện|chi phí|đơn giá)[^,;.]{0,70}$"
)


def counts(low: str, figure: Figure, unit: Unit) -> bool:
    """Say whether a number with its unit may be an aim."""
    before = low[max(0, figure.start - 90) : figure.start]
    if unit.family == "percent":
        return _is_share(low, unit, before)
    if _is_fact(low, unit, before) or _is_means(unit, before):
        return False
    if unit.family == "times":
        multiplies = figure.spelled or _MULTIPLIES.search(before) is not None
        return multiplies and not _OF_AIM.match(low, unit.end)
    stands_for = _STANDS_FOR.search(before)
    if stands_for or _PER_ONE.search(before[-10:] + low[figure.start : unit.end]):
        return False
    return unit.family not in ("count", "measure") or _is_counted(low, figure, unit, before)


def is_spent(low: str, figure: Figure, unit: Unit) -> bool:
    """Say whether a number begins a row of costs: "kinh phí 412 tỷ đồng, trong đó vay …"."""
    before = low[max(0, figure.start - 90) : figure.start]
    if unit.family == "money":
        return _COST.search(before) is not None
    return unit.family == "percent" and _is_lent(low, unit, before)


def _is_share(low: str, unit: Unit, before: str) -> bool:
    """Refuse rates of support and of interest, votes, and shares of a plan already done."""
    if _is_lent(low, unit, before) or _BENEFIT.match(low, unit.end):
        return False
    if _OF_PLAN.match(low, unit.end) and re.search(r"\b(?:đạt|bằng)\s$", before):
        return False
    wanted = _OF_PLAN_WANTED.search(before) is not None
    return (wanted or not _SHARE_OF_PLAN.match(low, unit.end)) and "lãi suất" not in before


def _is_lent(low: str, unit: Unit, before: str) -> bool:
    return _LOAN.search(before[-40:]) is not None and not _HELPED.match(low, unit.end)


def _is_means(unit: Unit, before: str) -> bool:
    """Say whether money is a means, not an end."""
    lent = unit.family in ("money", "measure") and _LOAN.search(before[-40:]) is not None
    return lent or (unit.family == "money" and _COST.search(before) is not None)


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
    if unit.family == "count" and (_WITHIN.search(before[-14:]) or _ALL_OF.search(before[-30:])):
        return False
    if _HOLDS.search(before[-30:]) and noun.split()[0] in _HELD:
        return False
    if noun in _LENGTHS or noun.split()[0] in _LENGTHS:
        if re.search(r"/(?:lượt )?khách", unit.text):
            return True  # "4 ngày/khách": how long guests stay
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
    said = noun + low[unit.end : unit.end + 12]  # "phòng" is a body, "phòng lưu trú" is none
    return not (_PLACES.match(said) and _ADDRESSED.search(before))
