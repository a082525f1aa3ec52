"""Heads as pages leave them: a lost "Số:", a number spaced out, a title cut or far too long.

The texts are made up; the shapes are those of portals and of the Party's papers.
"""

from typing import Any

from lotrinh.directive import Document, read


def facts(text: str) -> dict[str, Any]:
    return dict(read(Document("a.txt", text)).as_json()["document"])


def test_the_party_writes_the_kind_before_its_number() -> None:
    found = facts(
        "BỘ CHÍNH TRỊ\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Nghị quyết số: 91-NQ/TW Hà Nội, ngày 06 tháng 01 năm 2012\nNGHỊ QUYẾT\n"
        "VỀ NHIỆM VỤ GIỮ GÌN PHỐ CỔ GIAI ĐOẠN\n2011-2020\n"
        "I- Tình hình và kết quả 10 năm thực hiện Nghị quyết 15-NQ/TW của Bộ Chính trị\n"
    )
    assert (found["number"], found["issuer"]) == ("91-NQ/TW", "Bộ Chính trị")
    assert found["period"] == {"from": 2011, "to": 2020}
    assert found["carries_out"] == []


def test_a_number_stands_by_itself_where_the_page_lost_its_label() -> None:
    found = facts(
        "ỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "59/2006/QĐ-UBND | Sông Trà, ngày 08 tháng 8 năm 2006 |\n"
        "BAN HÀNH ĐỀ ÁN DẠY NGHỀ TRÊN ĐỊA BÀN TỈNH SÔNG TRÀ\nỦY BAN NHÂN DÂN TỈNH\n"
        "Căn cứ Luật Dạy nghề năm 2006;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Đề án dạy nghề.\n"
    )
    assert found["number"] == "59/2006/QĐ-UBND"
    assert found["issuer"] == "Ủy ban nhân dân tỉnh Sông Trà"


def test_a_number_typed_into_blanks_is_one_number() -> None:
    found = facts(
        "HỘI LIÊN HIỆP PHỤ NỮ SÔNG TRÀ\nBAN THƯỜNG VỤ\n\nSố    77  /KH-BTV\n\nKẾ HOẠCH\n\n"
        "Tổ chức ngày hội đọc sách\n\nThực hiện chương trình công tác năm.\n"
    )
    assert (found["number"], found["type"]) == ("77/KH-BTV", "Kế hoạch")


def test_a_letter_says_below_its_number_what_it_is_about() -> None:
    found = facts(
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 4556/BGDĐT-GDPT\nV/v hướng dẫn mở thư viện năm học 2025-2026\n"
        "Hà Nội, ngày 05 tháng 8 năm 2025\nKính gửi: Các Sở Giáo dục và Đào tạo.\n"
    )
    assert found["title"] == "V/v hướng dẫn mở thư viện năm học 2025-2026"
    assert found["period"] == {"from": 2025, "to": 2026}


def test_a_title_in_capitals_may_name_every_paper_it_carries_out() -> None:
    title = (
        "BAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG TRIỂN KHAI "
        + "NGHỊ QUYẾT 111/NQ-CP CỦA CHÍNH PHỦ VỀ GIỮ GÌN RỪNG ĐẦU NGUỒN VÀ NƯỚC SẠCH, " * 6
        + "ĐẾN NĂM 2030"
    )
    found = facts(
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG TRÀ\nSố: 2/QĐ-UBND\nSông Trà, ngày 03 tháng 10 năm 2024\n"
        f"QUYẾT ĐỊNH\n{title}\nỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ\nCăn cứ Luật Lâm nghiệp;\n"
    )
    assert found["period"] == {"from": None, "to": 2030}


def test_a_portal_names_the_paper_above_a_head_that_lost_its_title() -> None:
    found = facts(
        "Nghị quyết 18/2025/NQ-HĐND sửa đổi Điều 1 Nghị quyết 64/2017/NQ-HĐND về công tác phí\n"
        "HỘI ĐỒNG NHÂN DÂN |\nSố: 18/2025/NQ-HĐND |\nSông Trà, ngày 21 tháng 7 năm 2025 |\n"
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\n"
    )
    assert found["title"].startswith("Sửa đổi Điều 1 Nghị quyết 64/2017/NQ-HĐND")
    assert [one["number"] for one in found["amends"]] == ["64/2017/NQ-HĐND"]


def test_a_name_beside_the_recipients_is_the_signature() -> None:
    found = facts(
        "TỈNH ỦY SÔNG TRÀ\nSố 46-TB/TU\nSông Trà, ngày 1 tháng 9 năm 2017\nTHÔNG BÁO\n"
        "thực hiện Nghị quyết số 13-NQ/TW, ngày 10/4/2022 của Trung ương về xây dựng hợp tác xã\n"
        "I. MỤC TIÊU\n1. Lập 5 hợp tác xã.\nNơi nhận:                    T/M BAN THƯỜNG VỤ\n"
        "- Các huyện ủy,                    PHÓ BÍ THƯ\n"
        "- Lưu Văn phòng.                    A Thiên\n"
    )
    assert found["signatory"] == "A Thiên"
    assert found["title"].startswith("Thực hiện Nghị quyết số 13-NQ/TW, ngày 10/4/2022")


def test_the_paper_of_a_congress_is_its_own_whoever_sends_it_out() -> None:
    found = facts(
        "HUYỆN ỦY SÔNG TRÀ\nSông Trà, ngày 24 tháng 7 năm 2020\nNGHỊ QUYẾT\n"
        "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN SÔNG TRÀ LẦN THỨ XV\nNHIỆM KỲ 2020 - 2025\n"
        "Đại hội đại biểu Đảng bộ huyện Sông Trà lần thứ XV họp hai ngày,\nQUYẾT NGHỊ:\n"
    )
    assert found["issuer"] == "Đại hội đại biểu Đảng bộ huyện Sông Trà lần thứ XV"
    assert found["period"] == {"from": 2020, "to": 2025}
