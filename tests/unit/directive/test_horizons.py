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
