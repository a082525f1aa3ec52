"""What a plan starts from, and what places were like then, beside what it wants."""

import pytest

from lotrinh.directive import Document, read

Row = tuple[str, str, int | None]


def found(text: str) -> list[Row]:
    """Value with its sign, unit and year of every target with a number."""
    return [
        (f"{'' if t.operator == '=' else t.operator}{t.value}", t.unit or "", t.year)
        for t in read(Document("a.txt", text)).targets
        if t.value is not None
    ]


def test_years_of_starting_values_say_nothing_of_what_is_wanted() -> None:
    text = (
        "Mục tiêu giai đoạn 2026 - 2030: Giảm tỷ lệ hút thuốc từ 40% (2019) xuống dưới 30%; nhóm "
        "nữ xuống dưới 2%; tại chợ từ 61,5% (2019) xuống dưới 45%; tại bến xe xuống dưới 20%."
    )
    assert found(text) == [(f"<{n}", "%", 2030) for n in (30, 2, 45, 20)]


def test_a_starting_value_may_be_told_again_in_a_bracket() -> None:
    text = (
        "Phấn đấu giảm tỷ trọng đánh bắt gần bờ từ 55% (4.000 tấn) hiện nay xuống còn 40% vào năm "
        "2030, tăng đánh bắt xa bờ từ 45% (3.200 tấn) lên 60% vào năm 2030."
    )
    assert found(text) == [("40", "%", 2030), ("60", "%", 2030)]
    starts = [t.baseline for t in read(Document("a.txt", text)).targets]
    assert [str(start.value) for start in starts if start] == ["55", "45"]


def test_what_places_were_like_ends_with_its_item() -> None:
    text = (
        "- Đến năm 2030: Giảm tỷ suất tử vong trẻ sơ sinh xuống 8‰ và xuống 14‰ ở các huyện năm "
        "2024 có tỷ suất tử vong trên 17‰; giảm tỷ suất tử vong trẻ em xuống 11‰."
    )
    assert found(text) == [("8", "‰", 2030), ("14", "‰", 2030), ("11", "‰", 2030)]


def test_a_year_gone_by_ends_with_its_item() -> None:
    text = (
        "Ngày 5/3/2026, huyện ban hành kế hoạch. Đến năm 2030, phấn đấu đưa 4 xã nghèo năm 2024 "
        "ra khỏi diện nghèo; tỷ lệ hộ nghèo còn 3%."
    )
    assert ("3", "%", 2030) in found(text)


def test_how_long_guests_stay_is_an_aim_for_each_year() -> None:
    text = (
        "Còn khách nội địa phấn đấu năm 2026 đạt 2,1 ngày/khách; năm 2028 đạt 2,4 ngày/khách và "
        "năm 2030 đạt 3 ngày/khách."
    )
    rows = [("2.1", "ngày/khách", 2026), ("2.4", "ngày/khách", 2028), ("3", "ngày/khách", 2030)]
    assert found(text) == rows


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("công suất 65 MW (gồm: thủy điện 40 MW, điện gió 25 MW).", ["65", "40", "25"]),
        ("tỷ lệ ra lớp đạt: thấp nhất là 32% trẻ nhà trẻ.", [">=32"]),
        ("60% thanh niên dùng được tiếng Anh theo khung năng lực 6 bậc.", ["60"]),
        ("80% thanh niên trong độ tuổi học xong lớp 12; 80% thanh niên có việc.", ["80", "80"]),
    ],
)
def test_what_is_wanted_is_told_from_what_it_is_measured_by(told: str, values: list[str]) -> None:
    assert [row[0] for row in found("Phấn đấu đến năm 2030, " + told)] == values


def test_the_aims_of_a_trade_go_on_in_a_paragraph_of_their_own() -> None:
    text = (
        "Nghị quyết đề ra mục tiêu đến năm 2030, diện tích chè đạt 900 ha.\n\nNgành chè đóng góp "
        "4% thu ngân sách của huyện; giải quyết 6,5% nhu cầu việc làm."
    )
    assert [row[0] for row in found(text)] == ["900", "4", "6.5"]


def test_the_year_of_what_comes_later_is_not_that_of_the_first_step() -> None:
    text = (
        "Đến năm 2027, huyện phấn đấu 95% xã có nhà văn hóa. 40% cán bộ được bồi dưỡng và tiến "
        "tới là 70% vào năm 2030."
    )
    assert found(text) == [("95", "%", 2027), ("40", "%", 2027), ("70", "%", 2030)]


def test_a_line_that_waits_for_its_number_goes_on_below() -> None:
    text = (
        "- Đến năm 2030: Giảm tỷ suất tử vong trẻ em dưới\n1 tuổi xuống 9‰; giảm tỷ suất tử vong "
        "trẻ em dưới\n5 tuổi xuống 13‰."
    )
    assert found(text) == [("9", "‰", 2030), ("13", "‰", 2030)]


def test_where_it_stands_now_may_be_told_beside_what_is_wanted() -> None:
    text = (
        "Đến năm 2030, phấn đấu 95% trạm có máy đo. Tỷ lệ điều trị thành công giữ ở mức trên 92%, "
        "hiện nay là 89%."
    )
    assert [row[0] for row in found(text)] == ["95", ">92"]
    assert found("Tỷ lệ điều trị thành công trên 92%, hiện nay là 89%.") == []


def test_the_whole_country_is_no_part_of_a_name() -> None:
    text = "Phấn đấu đến năm 2030, cả nước có ít nhất 80% số xã đạt chuẩn."
    assert [t.name for t in read(Document("a.txt", text)).targets] == ["xã đạt chuẩn"]
