"""Counts in words, and what was reached, voted or wanted before, told from what is promised."""

import pytest

from lotrinh.directive import Document, read

Row = tuple[str, str, int | None]
NEWS = "Ngày 12/3/2024, UBND huyện Hòa An ban hành Kế hoạch số 31/KH-UBND.\n\n"


def found(text: str) -> list[Row]:
    """Value with its sign, unit and year of every target with a number."""
    targets = read(Document("a.txt", text)).targets
    return [
        (f"{'' if t.operator == '=' else t.operator}{t.value}", t.unit or "", t.year)
        for t in targets
        if t.value is not None
    ]


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("xây mới ba trạm y tế", ("3", "trạm", 2030)),
        ("có thêm mười lăm hợp tác xã", ("15", "hợp tác xã", 2030)),
        ("có 8 trong 10 xã đạt chuẩn", ("8", "xã", 2030)),
        ("có tám xã trong mười xã đạt chuẩn", ("8", "xã", 2030)),
        ("có ít nhất 60 trên 412 trường đạt chuẩn", (">=60", "trường", 2030)),
        ("cứ mười hộ thì chín hộ dùng nước sạch", ("90", "%", 2030)),
    ],
)
def test_counts_in_words_and_so_many_of_so_many_are_read(told: str, row: Row) -> None:
    assert found(f"{NEWS}Phấn đấu đến năm 2030 {told}.")[:1] == [row]


@pytest.mark.parametrize(
    "told",
    [
        "Kỳ họp thông qua 12 nghị quyết với 52/54 đại biểu tán thành.",
        "Tỷ lệ hộ phân loại rác đạt 86,9%, vượt mục tiêu ít nhất 80% của chương trình.",
        (
            "Nhiệm kỳ 2015 - 2020, xã đạt được nhiều kết quả. Cụ thể, đã dạy nghề cho 90 người, "
            "nâng tỷ lệ lao động qua đào tạo lên 60% (tăng 12% so với năm 2015)."
        ),
        "Năm 2019 ngành đặt mục tiêu 200 bác sĩ nhưng chỉ tuyển được 73 người.",
        "Theo chiến lược cũ, công suất đến năm 2030 là 10.000 MW.",
        "Mức mới gấp 1,6 lần mục tiêu trước đây.",
        "Hai năm trước, ba xã có nước máy.",
        "Nhà tôi có bảy người.",
        "Lao động qua đào tạo đạt 66% (mục tiêu đến năm 2025 là 70%).",
        "Tỷ lệ tiến sĩ mới bằng 40% mục tiêu.",
        "Phấn đấu nâng cấp chợ hạng 3 lên hạng 2.",
        "Chỉ còn một chỉ tiêu chậm: mới 61% trong khi yêu cầu của năm 2023 là 75%.",
        "Đại diện một công ty nói trong 5 năm họ sẽ rót 1.200 tỷ đồng.",
        "Sở Y tế tổ chức 03 lớp tập huấn trong tháng 3.",
        "100% đại biểu dự họp đã xem xét, thảo luận và biểu quyết thông qua nghị quyết.",
        "Có những xã tăng tới 30%.",
        "Kỳ trước, số lượt khám tăng 30%.",
        "Đến năm 2030 HĐND huyện phấn đấu thông qua 8 nghị quyết.",
        "Năm tới, anh phấn đấu mua thêm 20 con bò.",
        "Chị Lò Thị Mai cho biết sẽ trồng thêm 3 ha cỏ.",
    ],
)
def test_results_votes_and_older_aims_are_not_promised(told: str) -> None:
    assert found(NEWS + told) == []


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("100% bếp ăn phải được kiểm tra", "100"),
        ("thời gian giải quyết hồ sơ phải rút ngắn 30%", "30"),
        ("tỷ lệ hài lòng của doanh nghiệp bảo đảm trên 92%", ">92"),
        ("giá trị thu được trên 01 ha đạt 250 triệu đồng", "250"),
        ("giảm 10% số ca mắc so với trung bình giai đoạn 2016 - 2020", "10"),
        ("tỷ lệ nội địa hóa máy kéo dưới 50 mã lực đạt 60%", "60"),
        ("tổn thất sau thu hoạch giảm còn dưới 6% (hiện là 10%)", "<6"),
        ("thu ngân sách hằng năm vượt 5% dự toán, nợ thuế còn 3%", ">5"),
        ("sản lượng sau 3 năm đạt 1.100 tấn", "1100"),
        ("xây nhà máy có công suất 500 tấn/năm, sản lượng đạt 800 tấn", "800"),
        ("số bác sĩ trên một vạn dân phải đạt 11,5", "11.5"),
        ("tạo việc làm cho 450 lao động, trong đó 6 tháng đầu năm 200 lao động", "450"),
    ],
)
def test_what_has_to_be_is_promised(told: str, value: str) -> None:
    text = f"{NEWS}Mục tiêu đến năm 2030:\n- {told[0].upper()}{told[1:]}."
    assert found(text)[0][0] == value


@pytest.mark.parametrize(
    "told",
    [
        "đáp ứng nhu cầu nhân lực có kỹ năng nghề cao",
        "mỗi trạm y tế đều có bác sĩ",
        "duy trì xã đạt tiêu chí quốc gia về y tế",
        "phổ cập bơi cho trẻ em tiểu học",
        "thời gian lưu trú của khách dài hơn mức trung bình cả nước",
        "Bảo tàng Biển được khánh thành trước mùa hè",
        "người dân chỉ phải khai thông tin một lần",
    ],
)
def test_a_state_wanted_in_words_is_an_aim(told: str) -> None:
    text = f"{NEWS}Phấn đấu đến năm 2030 {told}."
    (aim,) = read(Document("a.txt", text)).targets
    assert (aim.value, aim.year) == (None, 2030)


@pytest.mark.parametrize(
    "told",
    [
        "Tuy nhiên, tỷ lệ tiến sĩ khó hoàn thành mục tiêu của toàn ngành.",
        "Mùa mưa năm ngoái, ba khách sạn lớn phải đóng cửa vì vắng khách.",
        "Hộ nghèo được hỗ trợ tiền giống, người mua phải có xác nhận của xã.",
    ],
)
def test_what_went_wrong_or_who_is_helped_is_no_aim(told: str) -> None:
    assert read(Document("a.txt", NEWS + told)).targets == ()


def test_what_is_told_of_a_later_morning_is_past_by_then() -> None:
    text = (
        "Ngày 25/3/2021, Tỉnh ủy Hải Đông ban hành Nghị quyết số 55-NQ/TU. Hội nghị sơ kết sáng "
        "10/4/2024 nghe báo cáo.\n\nTỷ trọng kinh tế số năm 2023 là 14,2%. Đến năm 2025 tỷ trọng "
        "kinh tế số đạt 20%."
    )
    assert found(text) == [("20", "%", 2025)]


def test_what_each_place_shall_have_is_an_aim_not_a_task() -> None:
    text = f"{NEWS}Mục tiêu cụ thể đến năm 2026:\n- Mỗi xã thành lập được một đội xung kích.\n"
    draft = read(Document("a.txt", text))
    assert [t.year for t in draft.targets] == [2026]
    assert draft.duties == ()
