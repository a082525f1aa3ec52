"""Promise or result, and what each number is promised of: the shapes that texts really have."""

import pytest

from lotrinh.directive import Document, read

Row = tuple[str, str, int | None]


def found(text: str) -> list[Row]:
    """Value with its sign, unit and year of every target with a number."""
    rows = []
    for target in read(Document("a.txt", text)).targets:
        if target.value is not None:
            high = "" if target.value_high is None else f"-{target.value_high}"
            sign = "" if target.operator in ("=", "range") else target.operator
            rows.append((f"{sign}{target.value}{high}", target.unit or "", target.year))
    return rows


NEWS = "Ngày 12/3/2024, UBND huyện Hòa An ban hành Kế hoạch số 31/KH-UBND.\n\n"
CONGRESS = (
    "Đại hội Đảng bộ xã Bình Lãng nhiệm kỳ 2025 - 2030\n\n"
    "Ngày 4/7/2025, Đảng bộ xã Bình Lãng tổ chức đại hội nhiệm kỳ 2025 - 2030.\n\n"
)


@pytest.mark.parametrize(
    "told",
    [
        (
            "Nhiệm kỳ qua, Đảng bộ hoàn thành 17/18 chỉ tiêu nghị quyết đề ra. Thu nhập bình quân "
            "đầu người đạt 47 triệu đồng/năm."
        ),
        (
            "Nhiệm kỳ 2020 - 2025, với tinh thần quyết tâm cao, xã thực hiện thắng lợi các "
            "mục tiêu nghị quyết đề ra. Thu nhập bình quân đầu người đạt 47 triệu đồng/năm."
        ),
        (
            "Nhiệm kỳ 2020 - 2025, giá trị sản xuất 5 năm qua đạt 1.200 tỷ đồng; thu nhập đến cuối "
            "nhiệm kỳ đạt 47 triệu đồng/người."
        ),
        "Dự ước đến hết năm 2025, thu ngân sách đạt 12 tỷ đồng, tăng 6,1%.",
        "Thu ngân sách được 22 tỷ đồng, đạt 141% kế hoạch. Giải ngân vốn đầu tư đạt trên 78%.",
    ],
)
def test_what_a_term_has_reached_is_no_promise_of_the_next(told: str) -> None:
    assert found(CONGRESS + told) == []


def test_what_the_new_term_sets_is_promised_for_its_end() -> None:
    text = CONGRESS + "Nhiệm kỳ 2025 - 2030, Đảng bộ đề ra chỉ tiêu kết nạp 35 đảng viên mới."
    assert found(text) == [("35", "đảng viên", 2030)]


def test_what_is_aimed_at_may_be_reckoned() -> None:
    text = NEWS + "Năm 2025, huyện đặt mục tiêu nâng chất lượng nước, tỷ lệ hộ dùng ước đạt 98,5%."
    assert found(text) == [("98.5", "%", 2025)]


def test_a_list_of_aims_may_say_what_each_is_planned_to_reach() -> None:
    """A season's rows go on behind "dự kiến", in the sentence of the aim and in the next."""
    text = (
        "Vụ Mùa 2026, huyện đặt chỉ tiêu gieo trồng 4.200ha. Cụ thể, diện tích lúa 3.100ha, năng "
        "suất dự kiến 61 tạ/ha; ngô 900ha, năng suất dự kiến 52 tạ/ha."
    )
    assert [row[0] for row in found(text)] == ["4200", "3100", "61", "900", "52"]
    text = (
        "Xã giao chỉ tiêu năm 2026\n\nNăm 2026, xã phấn đấu trồng mới 40 ha keo; sản lượng cá "
        "dự kiến đạt trên 15 tấn; thu ngân sách đạt 9 tỷ đồng."
    )
    assert [row[0] for row in found(text)] == ["40", ">15", "9"]


@pytest.mark.parametrize(
    "told",
    [
        "Chỉ tiêu giao năm 2026 là 15 tấn. Cả năm sản lượng dự kiến cả năm đạt 17 tấn.",
        "Xã phấn đấu xóa mù chữ. Lớp học mở ở ba điểm, dự kiến 72 học viên.",
    ],
)
def test_what_is_only_expected_is_no_aim(told: str) -> None:
    assert not {"17", "72"} & {row[0] for row in found(told)}


def test_a_word_says_more_than_the_year_it_governs() -> None:
    """A page of 2021 that keeps an older plan."""
    text = "Ngày 3/2/2021\n\nPhấn đấu đến năm 2020 tỷ lệ che phủ rừng đạt 48%."
    assert found(text) == [("48", "%", 2020)]


def test_those_counted_are_told_apart_from_what_was_done() -> None:
    text = NEWS + "Đến năm 2025, phấn đấu 60% lao động đã qua đào tạo; có 5 điểm du lịch mới."
    assert found(text) == [("60", "%", 2025), ("5", "điểm", 2025)]


@pytest.mark.parametrize(
    "told",
    [
        "Phấn đấu đến năm 2025 vốn thực hiện trên địa bàn theo giá hiện hành đạt 900 tỷ đồng.",
        "Phấn đấu đến năm 2025 tổng mức bán lẻ đạt 900 tỷ đồng.",
        "Phấn đấu đến năm 2025 tổng vốn đầu tư của doanh nghiệp đạt 900 tỷ đồng.",
    ],
)
def test_a_syllable_inside_a_word_is_not_that_word(told: str) -> None:
    """ "thực hiện trên" is not "hiện trên", "giá hiện hành" no price, "bán lẻ" no sale."""
    assert found(NEWS + told) == [("900", "tỷ đồng", 2025)]


def test_members_of_a_committee_are_no_money() -> None:
    assert found(NEWS + "Đại hội sẽ bầu ban chấp hành gồm 15 đồng chí.") == []


def test_the_picture_beside_a_text_promises_nothing() -> None:
    told = "Phấn đấu đến năm 2025 đón 9 vạn lượt khách. Trong ảnh: Quán cà phê 15 Hàng Than.\n"
    assert [row[0] for row in found(NEWS + told)] == ["9"]


def test_an_indicator_per_ten_thousand_people_needs_no_unit() -> None:
    text = NEWS + "Đến năm 2030, số sinh viên/vạn dân đạt ít nhất là 260."
    assert found(text) == [(">=260", "", 2030)]


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("số xã đạt dưới 10 tiêu chí còn 25%", ["25"]),
        ("tỷ lệ hộ nghèo duy trì giảm ở mức dưới 2% và đạt chuẩn nâng cao", ["<2"]),
        ("các cơ quan có tỷ lệ nữ từ 30% trở lên, nhất thiết phải có lãnh đạo là nữ", []),
        ("tỷ lệ hộ dùng nước sạch đạt 90% (nước hợp vệ sinh đạt 100%)", ["90", "100"]),
        ("tỷ lệ xã đạt chuẩn là 50% (8 xã)", ["50"]),
    ],
)
def test_a_number_that_selects_or_says_again_is_told_from_an_aim(
    told: str, rows: list[str]
) -> None:
    assert [row[0] for row in found(f"{NEWS}Phấn đấu đến năm 2025, {told}.")] == rows


def test_one_number_shared_is_promised_of_each() -> None:
    text = NEWS + "Năm 2025, phấn đấu số vụ, số người chết và số người bị thương đều giảm 5%."
    names = [target.name for target in read(Document("a.txt", text)).targets]
    assert names == ["số vụ", "số người chết", "số người bị thương"]


def test_years_in_a_row_share_a_number() -> None:
    text = NEWS + "Kế hoạch trồng rừng các năm 2026, 2027 và 2028 mỗi năm 500 ha, năm 2029 700 ha."
    assert found(text) == [(v, "ha", y) for v, y in zip(
        ["500", "500", "500", "700"], range(2026, 2030), strict=True)]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("giảm một nửa số hộ nghèo", ("50", "%", 2030)),
        ("hai phần ba số xã có sân vận động", ("66.7", "%", 2030)),
        ("doanh thu du lịch tăng gấp rưỡi", ("1.5", "lần", 2030)),
        ("tăng trưởng kinh tế đạt hai con số", (">=10", "%", 2030)),
    ],
)
def test_numbers_in_words_are_numbers(told: str, row: Row) -> None:
    assert found(f"{NEWS}Phấn đấu đến năm 2030, {told}.") == [row]


GRAPHIC = """Lộ trình của tỉnh

Nghị quyết nhiệm kỳ 2025 - 2030 xác định 12 chỉ tiêu, gồm:

KINH TẾ
{}
"""


@pytest.mark.parametrize("above", [True, False])
def test_a_number_set_large_has_its_name_on_the_next_line(above: bool) -> None:
    pairs = [("Trên 9%/năm", "Tăng trưởng GRDP"), ("95%", "Dân số có bảo hiểm y tế")]
    lines = [
        line for number, name in pairs for line in ((number, name) if above else (name, number))
    ]
    targets = read(Document("a.txt", GRAPHIC.format("\n".join(lines)))).targets
    assert [(t.name, t.year) for t in targets] == [(name, 2030) for _, name in pairs]


def test_a_title_that_names_aims_speaks_for_the_numbers_below_it() -> None:
    text = (
        "Đồ họa: 2 mục tiêu chuyển đổi số của tỉnh đến năm 2030\n\n"
        "Kinh tế số/GRDP\n20%\nDoanh nghiệp công nghệ số\n250 doanh nghiệp\n"
    )
    names = [target.name for target in read(Document("a.txt", text)).targets]
    assert names == ["Kinh tế số/GRDP", "Doanh nghiệp công nghệ số"]
    assert found(text) == [("20", "%", 2030), ("250", "doanh nghiệp", 2030)]


@pytest.mark.parametrize(
    "told",
    [
        "Đến năm 2030, tỉnh mở rộng vùng trồng mắc ca. Qua đó phấn đấu đạt 3.700 ha.",
        "Mục tiêu năm 2030 tỉnh đón nhiều khách hơn.\n\nNgoài ra, huyện phấn đấu trồng 3.700 ha.",
        "* Đến năm 2030\n- Diện tích rừng trồng mới 3.700 ha.",
        (
            "Nhiệm kỳ 2025 - 2030, phấn đấu đến giữa nhiệm kỳ (năm 2028) khởi công; đến cuối "
            "nhiệm kỳ trồng 3.700 ha."
        ),
    ],
)
def test_the_year_is_handed_on_by_what_opens_the_passage(told: str) -> None:
    text = "UBND tỉnh Lâm Bình vừa ban hành kế hoạch phát triển.\n\n" + told
    assert found(text)[-1] == ("3700", "ha", 2030)


def test_a_paragraph_that_only_hopes_promises_its_first_number_too() -> None:
    text = (
        "UBND tỉnh Lâm Bình vừa ban hành kế hoạch giai đoạn 2026 - 2030.\n\n"
        "Tăng trưởng kinh tế bình quân đạt 10%. Thu nhập đến năm 2030 đạt 170 triệu đồng."
    )
    assert found(text) == [("10", "%", 2030), ("170", "triệu đồng", 2030)]


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("Kim ngạch xuất khẩu: 25 triệu USD. Hộ nghèo: dưới 3%.", ["25", "<3"]),
        ("Dân số huyện 52.000 người, mật độ 120 người/km2.", []),
        ("Huyện quyết đưa thu nhập lên 75 triệu đồng/người, gấp 2 lần hiện nay.", ["75", "2"]),
        ("Tỷ lệ hộ nghèo năm 2023 còn 6,2%, kế hoạch năm 2024 là 5,1%.", ["5.1"]),
        ("Thay vì 60% như kế hoạch cũ, nay huyện đặt 75% lao động qua đào tạo.", ["75"]),
        ("Phòng Nông nghiệp được giao xây dựng 15 mô hình trồng dược liệu.", ["15"]),
        ("Đến năm 2026 phấn đấu có ít nhất 25 hợp tác xã có vốn trên 2 tỷ đồng.", [">=25"]),
        ("Kế hoạch có 27 chỉ tiêu được giao cho 9 phòng.", []),
    ],
)
def test_behind_the_news_of_a_plan_numbers_are_heard_by_what_they_say(
    told: str, values: list[str]
) -> None:
    assert [row[0] for row in found(NEWS + told)] == values


def test_help_for_all_of_them_is_an_aim_and_help_with_a_price_is_none() -> None:
    assert found(NEWS + "Phấn đấu đến năm 2025 hỗ trợ 100% hộ nghèo có nhà ở.")[0][0] == "100"
    assert (
        found(NEWS + "Phấn đấu đến năm 2025 hỗ trợ 50% lãi suất vay cho hộ mới thoát nghèo.") == []
    )


def test_styles_left_in_a_page_are_no_numbers() -> None:
    assert found(NEWS + 'Phấn đấu đến năm 2025:\n0cm;text-align:justify;line-height:130%">\n') == []


def names(text: str) -> list[str]:
    return [target.name for target in read(Document("a.txt", text)).targets]


def test_each_part_of_a_whole_has_its_own_name() -> None:
    told = (
        "Phấn đấu đến năm 2025, cơ cấu các ngành nông - lâm nghiệp, công nghiệp, dịch vụ trong "
        "GRDP đạt 36% - 26% - 38%; đến năm 2030 tương ứng là 23% - 32% - 45%."
    )
    wholes = ["nông - lâm nghiệp", "công nghiệp", "dịch vụ"] * 2
    assert names(told) == [f"cơ cấu các ngành {part} trong GRDP" for part in wholes]


def test_what_is_willed_again_for_a_later_year_keeps_its_name() -> None:
    told = (
        "Phấn đấu quy mô dân số đạt 10 triệu người vào năm 2026 và 12 triệu người năm 2030; "
        "tỷ lệ tăng dân số phấn đấu trên 1,1% vào năm 2026, hướng tới 2030 là 1,3%."
    )
    assert names(told) == ["quy mô dân số"] * 2 + ["tỷ lệ tăng dân số"] * 2


def test_an_aim_is_named_without_its_number_in_the_list() -> None:
    told = "Phấn đấu đến năm 2030:\n- Mục tiêu 1: Giảm dần tỷ lệ tai nạn của trẻ em.\n"
    told += "- Duy trì tỷ lệ học sinh tập bơi thường xuyên."
    assert names(told) == [
        "Giảm dần tỷ lệ tai nạn của trẻ em",
        "duy trì tỷ lệ học sinh tập bơi thường xuyên",
    ]
