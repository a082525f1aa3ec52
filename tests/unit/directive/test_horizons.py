"""Which year each number is promised for, when a sentence names several."""

import pytest

from lotrinh.directive import Document, read

NEWS = "Ngày 12/3/2024, UBND huyện Hòa An ban hành Kế hoạch số 31/KH-UBND.\n\n"


def years(told: str) -> list[tuple[str, int | None]]:
    """Value and year of every target with a number."""
    targets = read(Document("a.txt", NEWS + told)).targets
    return [(str(t.value), t.year) for t in targets if t.value is not None]


@pytest.mark.parametrize(
    ("told", "due"),
    [
        (
            (
                "Phấn đấu tốc độ tăng bình quân thời kỳ 2021 - 2030 là 9%/năm; chia ra, giai đoạn "
                "2021 - 2025 tăng 8%/năm, còn giai đoạn 2026 - 2030 ở mức 10%/năm."
            ),
            [("9", 2030), ("8", 2025), ("10", 2030)],
        ),
        (
            "Kế hoạch đề ra đến hết năm 2026 xây 120 km đường, trong đó năm 2025 làm 50 km.",
            [("120", 2026), ("50", 2025)],
        ),
        (
            "Phấn đấu đến 2030 công suất điện đạt 500 MW - đề án năm 2027 chỉ cần 200 MW.",
            [("500", 2030), ("200", 2027)],
        ),
        (
            "Phấn đấu tỷ lệ hộ nghèo giảm còn 5% vào năm 2025, 3% vào năm 2030.",
            [("5", 2025), ("3", 2030)],
        ),
        (
            (
                "Phấn đấu quy mô dân số 12 triệu người vào năm 2030; tỷ lệ tăng dân số trên 1,1% "
                "vào năm 2026, trên 1,3% vào năm 2030."
            ),
            [("12", 2030), ("1.1", 2026), ("1.3", 2030)],
        ),
        (
            "Có 7.000 ngôi nhà đạt tiêu chí an toàn vào năm 2025 và 8.000 vào năm 2030.",
            [("7000", 2025), ("8000", 2030)],
        ),
        (
            (
                "Phấn đấu đến năm 2025, tỷ trọng ba khu vực đạt 36% - 26% - 38%; đến năm 2030 "
                "tương ứng là 23% - 32% - 45%."
            ),
            [("36", 2025), ("26", 2025), ("38", 2025), ("23", 2030), ("32", 2030), ("45", 2030)],
        ),
        (
            "Phấn đấu đến năm 2030 giảm 30% số vụ so với số phát hiện giai đoạn 2015 - 2020.",
            [("30", 2030)],
        ),
        (
            "Phấn đấu xuất khẩu đạt 4 tỷ USD (năm 2025), 7 tỷ USD (năm 2030).",
            [("4", 2025), ("7", 2030)],
        ),
        (
            "Phấn đấu đến năm 2030 có 50% huyện đạt chuẩn; tầm nhìn 2045: 100% huyện đạt chuẩn.",
            [("50", 2030), ("100", 2045)],
        ),
        (
            (
                "Phấn đấu thu nhập đến năm 2025 đạt 140 triệu đồng, định hướng đến năm 2030 đạt "
                "170 triệu đồng; diện tích hữu cơ đạt 15%."
            ),
            [("140", 2025), ("170", 2030), ("15", 2025)],
        ),
    ],
)
def test_each_number_takes_the_year_that_opens_or_closes_it(
    told: str, due: list[tuple[str, int]]
) -> None:
    assert years(told) == due


def test_the_year_compared_with_is_no_deadline() -> None:
    told = "Năm 2025 phấn đấu thu ngân sách tăng 8% so với năm 2023, doanh thu gấp đôi năm 2020."
    assert years(told) == [("8", 2025), ("2", 2025)]


def test_a_vision_in_the_title_leaves_the_first_year_to_the_rest() -> None:
    text = (
        "UBND tỉnh phê duyệt đề án trồng sâm đến năm 2025, tầm nhìn đến năm 2030\n\n"
        "Mục tiêu: diện tích sâm đạt 1.500 ha."
    )
    (target,) = read(Document("a.txt", text)).targets
    assert (target.value, target.year) == (1500, 2025)


@pytest.mark.parametrize(
    "told",
    [
        "Phấn đấu đến năm 2025 (2030) tỷ lệ đô thị hóa đạt 40% (50%).",
        "Đến năm 2025 (2030) phấn đấu:\n- Tỷ lệ đô thị hóa đạt 40% (50%).",
        "Tỷ lệ đô thị hóa đến năm 2025 và 2030 phấn đấu lần lượt đạt 40% và 50%.",
    ],
)
def test_two_horizons_side_by_side_promise_twice(told: str) -> None:
    assert years(told) == [("40", 2025), ("50", 2030)]


def test_a_bracket_that_says_the_number_again_is_no_second_promise() -> None:
    assert years("Phấn đấu đến năm 2025 có 40% xã (8 xã) đạt chuẩn.") == [("40", 2025)]


def test_the_years_of_a_standard_are_no_deadline() -> None:
    told = "Phấn đấu đến năm 2030 hộ nghèo giảm 2% (theo chuẩn nghèo giai đoạn 2021 - 2025)."
    assert years(told) == [("2", 2030)]


def test_the_hour_at_which_a_page_was_opened_dates_no_text() -> None:
    text = (
        "Thứ 3, 20/10/2020 Trang chủ > Văn bản\n\n04/06/2013 8:09\n\nNgày 23/5, Thủ tướng Chính "
        "phủ ban hành Quyết định 79/QĐ-TTg phê duyệt Quy hoạch.\n\nNâng thu nhập lên 2.500 USD "
        "năm 2015 và 4.180 USD năm 2020."
    )
    targets = read(Document("a.txt", text)).targets
    assert [(str(t.value), t.year) for t in targets] == [("2500", 2015), ("4180", 2020)]
