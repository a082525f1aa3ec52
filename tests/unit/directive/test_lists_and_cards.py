"""Lists under a heading, tables and cards that a page spelled out, and numbers beside others."""

from datetime import date

import pytest

from lotrinh.directive import Document, read
from unit.directive.test_promises import NEWS, found

PLAN = (
    "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ TÂN AN\nSố: 18/KH-UBND\nTân An, ngày 3 tháng 2 năm 2025\n\n"
    "KẾ HOẠCH\nPhát triển chợ đến năm 2027\n\n"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (  # "phát hiện," speaks of no present state
            "Kế hoạch đề ra mục tiêu: người bệnh được phát hiện, chữa trị sớm đạt 80% năm 2027.",
            [("80", "%", 2027)],
        ),
        (  # supporting industry is no support in money
            "Huyện phấn đấu sản xuất công nghiệp hỗ trợ tăng bình quân 8-9%/năm đến năm 2027.",
            [("8-9", "%/năm", 2027)],
        ),
        ("Đến năm 2027, 14 xã đạt 19 tiêu chí nông thôn mới.", [("14", "xã", 2027)]),
        (  # an end without a unit has that of its start
            "Đến năm 2030, số trang trại tăng từ 44 trang trại lên 90 vào năm 2027.",
            [("90", "trang trại", 2027)],
        ),
        (
            "Đến năm 2027, đàn bò đạt 3.200 con (phấn đấu nâng tổng đàn bò đạt 3.500 con).",
            [("3200", "con", 2027), ("3500", "con", 2027)],
        ),
        ("Đến năm 2027, doanh thu ngành bán dẫn đạt 2 tỷ USD.", [("2", "tỷ USD", 2027)]),
        ("Đến nay cán bộ nữ đạt 15,7%, chưa bảo đảm mục tiêu 25%.", []),
        ("Đến ngày 5/3/2024, gieo được 540 ha, đạt 71,8% diện tích kế hoạch.", []),
        ("Năm 2024 hạn chế tỷ lệ trẻ sơ sinh nhẹ cân (dưới 2.500 gram).", []),
    ],
)
def test_what_stands_beside_a_number_tells_what_it_is(
    said: str, expected: list[tuple[str, str, int]]
) -> None:
    assert found(NEWS + said) == expected


def test_a_bare_heading_of_aims_holds_for_all_that_is_numbered_below_it() -> None:
    text = (
        f"{PLAN}Các chỉ tiêu chủ yếu:\n1. Về kinh tế:\n- Số chợ hạng một từ 4 chợ trở lên.\n"
        "2. Về xã hội:\n- Tỷ trọng lao động nông nghiệp dưới 35%.\n"
    )
    assert found(text)[-1] == ("<35", "%", 2027)


def test_a_number_range_broken_by_the_edge_of_the_page_is_one_range() -> None:
    lines = (
        "Đến năm 2027 thành phố phấn đấu xóa hết chợ tạm ở các khu dân cư\nmới và trên các trục "
        "đường chính, đưa các hộ buôn bán vào trong\nchợ có mái che, nâng tỷ lệ hộ kinh doanh có "
        "sạp từ 5% đến\n6%, không để chợ nào bị ngập khi mưa lớn kéo dài ở\nhai bờ sông Vàm Cỏ.\n"
    )
    assert ("5-6", "%", 2027) in found(f"{PLAN}II. MỤC TIÊU\n{lines}")


def test_the_years_above_a_table_drawn_with_bars_are_its_header() -> None:
    table = (
        "| Chỉ tiêu | Đơn vị | 2026 | 2027 |\n| Lượt khách | nghìn lượt | 130 | 155 |\n"
        "| Chợ có mái che | chợ | 5 | 8 |\n"
    )
    assert found(f"{PLAN}II. CHỈ TIÊU TỪNG NĂM\n\n{table}\nHết.") == [
        ("130", "nghìn lượt", 2026),
        ("155", "nghìn lượt", 2027),
        ("5", "chợ", 2026),
        ("8", "chợ", 2027),
    ]


def test_a_task_spelled_out_as_a_card_is_the_duty_of_the_body_that_leads() -> None:
    cards = (
        "STT 1\nNhiệm vụ: Lập danh mục chợ tạm\nCơ quan chủ trì: Phòng Kinh tế\n"
        "Cơ quan phối hợp: Phòng Quản lý đô thị\nThời gian hoàn thành: Quý IV/2025\n\n"
        "STT 2\nNhiệm vụ: Di dời các hộ ven đường\nCơ quan chủ trì: UBND phường 3\n"
    )
    duties = read(Document("a.txt", f"{PLAN}III. PHÂN CÔNG\n\n{cards}")).duties
    assert [(one.actor, one.action) for one in duties] == [
        ("Phòng Kinh tế", "Lập danh mục chợ tạm"),
        ("UBND phường 3", "Di dời các hộ ven đường"),
    ]
    assert duties[0].together == ("Phòng Quản lý đô thị",)
    assert duties[0].deadline == date(2025, 12, 31)


def test_the_third_part_by_letters_is_no_hundred_in_roman_numerals() -> None:
    text = (
        f"{PLAN}Điều 1. Giao các chỉ tiêu năm 2025:\nA. VỀ KINH TẾ\n1. Số chợ xây mới: 3 chợ.\n"
        "B. VỀ XÃ HỘI\n2. Tỷ lệ hộ nghèo: dưới 1%.\nC. VỀ AN NINH\n3. Tỷ lệ chợ an toàn: 90%.\n"
    )
    assert found(text)[-1] == ("90", "%", 2025)


def test_the_whole_year_is_the_year_named_before() -> None:
    text = (
        "Ngày 5/7/2024, Huyện ủy Hòa An ban hành Kết luận số 12-KL/HU.\n\n"
        "Sáu tháng đầu năm 2024, thu ngân sách đạt 80 tỷ đồng.\n\n"
        "Nhiệm vụ cuối năm được đặt ra rất rõ. Cả năm, thu ngân sách phải đạt 190 tỷ đồng.\n"
    )
    assert found(text) == [("190", "tỷ đồng", 2024)]


def test_a_plan_that_is_changed_is_the_plan_told_of() -> None:
    said = "UBND tỉnh vừa điều chỉnh kế hoạch phát triển nuôi cá lồng đến năm 2027."
    facts = read(Document("a.txt", said)).as_json()["document"]
    assert (facts["issuer"], facts["type"]) == ("UBND tỉnh", "Kế hoạch")


def test_the_share_that_each_of_those_counted_has_is_no_target() -> None:
    said = "Đến năm 2027, 90% hộ có ao lắng chiếm tối thiểu 30% diện tích."
    assert "30" not in " ".join(value for value, _, _ in found(NEWS + said))
