"""Promises that words around them used to hide, and words that promise nothing themselves."""

import pytest

from lotrinh.directive import Document, read

Row = tuple[str, str, int | None]
NEWS = "Ngày 12/3/2024, UBND huyện Hòa An ban hành Kế hoạch số 31/KH-UBND.\n\n"


def found(text: str) -> list[Row]:
    """Value with its sign, unit and year of every target with a number."""
    rows = []
    for target in read(Document("a.txt", text)).targets:
        if target.value is not None:
            high = "" if target.value_high is None else f"-{target.value_high}"
            sign = "" if target.operator in ("=", "range") else target.operator
            rows.append((f"{sign}{target.value}{high}", target.unit or "", target.year))
    return rows


@pytest.mark.parametrize(
    ("told", "promised"),
    [
        (
            "Mục tiêu năm 2025:\n- Thu ngân sách tỉnh 500 tỷ đồng; chi ngân sách tỉnh 72 tỷ.",
            [("500", "tỷ đồng", 2025), ("72", "tỷ", 2025)],
        ),
        (
            "Năm 2025, huyện phấn đấu thêm 4 xã về đích, giữ các xã đã đạt, lên 15 tiêu chí/xã.",
            [("4", "xã", 2025), ("15", "tiêu chí/xã", 2025)],
        ),
        (
            "Phấn đấu đến năm 2030, có 40 khách sạn với 6.000 phòng lưu trú.",
            [("40", "khách sạn", 2030), ("6000", "phòng", 2030)],
        ),
        (
            "Phấn đấu năm 2025 đưa 900 người - 1.200 lao động đi làm việc ở nước ngoài.",
            [("900-1200", "lao động", 2025)],
        ),
        (
            "Phấn đấu giảm tỷ lệ hộ nghèo xuốngdưới 3% vào năm 2025.",
            [("<3", "%", 2025)],
        ),
    ],
)
def test_what_stands_near_a_number_does_not_hide_its_promise(
    told: str, promised: list[Row]
) -> None:
    assert found(NEWS + told) == promised


def test_what_falls_to_the_year_by_plan_is_promised_after_a_year_gone_by() -> None:
    text = (
        "UBND huyện Hòa An\n\nHòa An, ngày 12 tháng 3 năm 2024\n\nNăm 2023, huyện đã trồng được "
        "90 nghìn cây. Năm 2024, theo kế hoạch của các xã, toàn huyện trồng 120 nghìn cây."
    )
    assert found(text) == [("120", "nghìn cây", 2024)]


def test_a_cooperative_may_want_what_no_plan_does() -> None:
    text = NEWS + "Năm 2025, HTX sẽ mở rộng vùng trồng lên 40 ha và đạt sản lượng 300 tấn."
    assert found(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "Mục tiêu đến năm 2025:\nHầu hết các chỉ tiêu đều đạt và vượt kế hoạch được giao.",
        (
            "Tính đến hết năm 2023, toàn huyện có 42.000 người đóng bảo hiểm, cơ bản hoàn thành "
            "mục tiêu bảo hiểm toàn dân."
        ),
        "Theo chương trình làng chè giai đoạn 2021-2025, hiện cả nước có 310 làng chè.",
        "Hiện các xã đang dồn sức cho mọi tiêu chí còn lại của năm 2026.",
    ],
)
def test_what_goes_well_already_is_no_aim(told: str) -> None:
    assert read(Document("a.txt", NEWS + told)).targets == ()


def test_how_something_shall_grow_is_an_aim_without_a_number() -> None:
    text = NEWS + "Đến năm 2035, nghề chè của huyện phát triển bền vững theo kinh tế tuần hoàn."
    [aim] = read(Document("a.txt", text)).targets
    assert (aim.kind, aim.year) == ("qualitative", 2035)


@pytest.mark.parametrize(
    ("told", "promised"),
    [
        (
            "Mục tiêu năm 2025 góp phần giảm 20% vụ cháy; mục tiêu 2 thực hiện diễn tập.",
            [("20", "%", 2025)],
        ),
        (
            "Phấn đấu tỷ lệ hộ dùng nước sạch đạt 82% vào năm 2025 (cả nước là 75%).",
            [("82", "%", 2025)],
        ),
        (
            "Phấn đấu tỷ lệ nữ đạt 20% vào năm2025 và 30% vào năm 2030.",
            [("20", "%", 2025), ("30", "%", 2030)],
        ),
        (
            "Năm 2025, huyện phấn đấu 60% hộ có cáp quang. Dự kiến 70% dân số được cấp định danh.",
            [("60", "%", 2025), ("70", "%", 2025)],
        ),
    ],
)
def test_labels_slips_and_the_nation_beside_are_told_from_the_promise(
    told: str, promised: list[Row]
) -> None:
    assert found(NEWS + told) == promised


def test_aims_of_a_year_gone_by_that_were_met_are_no_aim() -> None:
    text = NEWS + "Năm 2023, kinh tế tăng khá. Các mục tiêu cơ bản hoàn thành và vượt mức đã giao."
    assert read(Document("a.txt", text)).targets == ()


@pytest.mark.parametrize(
    "between",
    [
        "Vườn chè trên đồi của xã Bình Long.\n\n",
        "Nâng cao tay nghề, coi trọng thực hành, gắn việc dạy nghề với các làng chè của vùng.\n",
    ],
)
def test_in_detail_takes_up_the_promise_that_other_words_broke_off(between: str) -> None:
    text = (
        "UBND tỉnh vừa giao chỉ tiêu phấn đấu giảm tỷ lệ hộ nghèo năm 2025 cho các huyện.\n\n"
        f"{between}Cụ thể, huyện Hòa An giảm từ 6,5-7,2%; Trà Lĩnh 4,5-5,0%."
    )
    assert found(text) == [("6.5-7.2", "%", 2025), ("4.5-5.0", "%", 2025)]
