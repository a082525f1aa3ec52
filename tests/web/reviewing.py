"""What tests of the desk share: an article of our own, and people who decide on it."""

from __future__ import annotations

from typing import Any

ARTICLE = """Kế hoạch số 12-KH/TU của tỉnh về kinh tế số

08:15, 22/09/2026

Ban Thường vụ Tỉnh ủy vừa ban hành Kế hoạch số 12-KH/TU về triển khai Nghị quyết số 52-NQ/TW, \
ngày 27-9-2019 của Bộ Chính trị.

Mục tiêu của kế hoạch là đưa tỉnh trở thành một trong những trung tâm chế biến nông sản thông \
minh thuộc nhóm dẫn đầu vùng Tây Nguyên.

Phấn đấu đến năm 2030, tỷ trọng kinh tế số trong GRDP đạt khoảng 30%. Phấn đấu đến năm 2030, tỷ \
lệ hộ dùng nước sạch đạt 96,5%.

Năm 2025, tỷ lệ hộ nghèo của tỉnh là 4,2%. Mọi thôn buôn đều có người hướng dẫn.

Ban Thường vụ Tỉnh ủy giao Ban Tuyên giáo Tỉnh ủy hướng dẫn học tập, quán triệt kế hoạch.
"""
#: A plan with a whole head and a signature.
PLAN = """ỦY BAN NHÂN DÂN
TỈNH ĐẮK LẮK
Số: 47/KH-UBND
Đắk Lắk, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
Phát triển kinh tế số năm 2024 trên địa bàn tỉnh Đắk Lắk
I. MỤC TIÊU
- Đến năm 2025, tỷ trọng kinh tế số trong GRDP đạt khoảng 20%.
II. TỔ CHỨC THỰC HIỆN
1. Giao Sở Y tế xây dựng Đề án khám bệnh từ xa, báo cáo hằng quý.
Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 5/2/2021 của UBND tỉnh.
Nơi nhận:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Ngọc An
"""
NAME, PASSWORD = "lan", "correct-horse-battery"

#: What a reviewer fills in for an indicator that the content does not hold.
NEW_INDICATOR = {
    "indicator": "new",
    "new_name": "Tỷ lệ hộ dùng nước sạch",
    "new_unit": "percent",
    "new_kind": "ratio",
    "new_direction": "up",
    "new_definition": "Số hộ dùng nước sạch trên tổng số hộ",
    "new_custodian": "vn/gso",
}
#: What a person says of the whole plan.
SAID = {
    "name": "Kế hoạch 12-KH/TU về kinh tế số",
    "summary": "Kinh tế số và nước sạch đến năm 2030.",
    "place": "vn",
    "slug": "kh-12",
    "number": "12-KH/TU",
    "type": "Kế hoạch",
    "issuer": "Ban Thường vụ Tỉnh ủy",
    "title": "Kinh tế số đến năm 2030",
    "carried_0_use": "1",
    "carried_0_number": "52-NQ/TW",
    "carried_0_type": "Nghị quyết",
    "carried_0_issuer": "Bộ Chính trị",
    "carried_0_title": "Cách mạng công nghiệp lần thứ tư",
    "carried_0_plan": "plans/vn/nq-52-2019",
}


def posted(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an item as a form posts them."""
    return {name: value for name, value in fields.items() if not name.startswith("read_")}
