"""Periods are read as officials write them, and written so that they read back the same."""

import pytest
from hypothesis import given

from lotrinh.base.errors import LotrinhError, Where
from lotrinh.periods import Period, read_spoken, write_spoken
from unit.periods.test_period import periods


@given(periods)
def test_what_is_written_for_people_reads_back_the_same(period: Period) -> None:
    assert read_spoken(write_spoken(period)) == period


@pytest.mark.parametrize(
    ("text", "sdmx"),
    [
        ("quý III/2024", "2024-Q3"),
        ("Quý 3 năm 2024", "2024-Q3"),
        ("quý tư năm 2025", "2025-Q4"),
        ("QUÝ I-2026", "2026-Q1"),
        ("6 tháng đầu năm 2025", "2025-S1"),
        ("sáu tháng cuối năm 2023", "2023-S2"),
        ("nửa đầu năm 2025", "2025-S1"),
        ("6 tháng năm 2025", "2025-S1"),
        ("9 tháng năm 2025", "2025-01-01/P9M"),
        ("9 tháng đầu năm 2025", "2025-01-01/P9M"),
        ("chín tháng của năm 2025", "2025-01-01/P9M"),
        ("12 tháng năm 2024", "2024"),
        ("tháng 6/2025", "2025-06"),
        ("tháng 06 năm 2025", "2025-06"),
        ("3 tháng đầu năm 2025", "2025-Q1"),
        ("năm 2025", "2025"),
        ("cả năm 2025", "2025"),
        ("2025", "2025"),
        ("giai đoạn 2021-2025", "2021-01-01/P5Y"),
        ("giai đoạn 2021 – 2025", "2021-01-01/P5Y"),
        ("nhiệm kỳ 2020 - 2025", "2020-01-01/P6Y"),
        ("giai đoạn từ năm 2021 đến năm 2025", "2021-01-01/P5Y"),
        ("ngày 16 tháng 6 năm 2020", "2020-06-16"),
        ("ngày 1/7/2025", "2025-07-01"),
    ],
)
def test_every_spelling_of_officials_is_read(text: str, sdmx: str) -> None:
    assert str(read_spoken(text)) == str(Period.read(sdmx))


@pytest.mark.parametrize(
    "text", ["", "quý V/2024", "quý 3", "tháng 13/2025", "9 tháng", "sớm", "2025-Q3"]
)
def test_what_no_official_writes_is_refused_with_the_mend(text: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        read_spoken(text, Where("KT.csv", 4))
    assert caught.value.say("vi").startswith(
        f"KT.csv:4: Không đọc được “{text}” là một kỳ. Viết quý"
    )
    assert "6 tháng đầu năm 2025" in caught.value.say("en")


@pytest.mark.parametrize(
    ("sdmx", "text"),
    [
        ("2024-Q3", "quý III/2024"),
        ("2025-S1", "6 tháng đầu năm 2025"),
        ("2025-01-01/P9M", "9 tháng năm 2025"),
        ("2025-06", "tháng 6/2025"),
        ("2021-2025", "giai đoạn 2021-2025"),
        ("2025", "năm 2025"),
    ],
)
def test_a_period_is_written_as_a_document_has_it(sdmx: str, text: str) -> None:
    assert write_spoken(Period.read(sdmx)) == text
