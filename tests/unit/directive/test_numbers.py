"""Vietnamese numbers, units, dates and operators: what is written is what is read."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lotrinh.directive.dates import find_days, find_years
from lotrinh.directive.numbers import find_figures, read_number, write_number
from lotrinh.directive.operators import operator_of
from lotrinh.directive.units import unit_after

positive = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False)


@given(positive)
@settings(deadline=None)
def test_a_number_that_was_written_reads_back_the_same(value: Decimal) -> None:
    assert read_number(write_number(value)) == value


@given(positive, st.sampled_from(["%", " tỷ đồng", " ha", " lao động", "%/năm"]))
@settings(deadline=None)
def test_a_number_is_found_where_it_stands(value: Decimal, unit: str) -> None:
    written = write_number(value)
    text = f"phấn đấu đạt {written}{unit} vào cuối kỳ"
    (figure,) = find_figures(text)
    assert figure.low == value
    assert text[figure.start : figure.end] == written


@given(positive, positive)
@settings(deadline=None)
def test_a_range_is_read_as_its_two_ends(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    figures = find_figures(f"đạt từ {write_number(low)} - {write_number(high)}%")
    if low < high:
        assert [(figure.low, figure.high) for figure in figures] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("274.358,36 ha", [("274358.36", None)]),
        ("tăng 6,5 - 7%", [("6.5", "7")]),
        ("từ 35% đến 40%", [("35", "40")]),
        ("đón 6, 7 triệu lượt", [("6.7", None)]),
        ("12 000 tỷ đồng", [("12000", None)]),
        ("đạt 10.5%", [("10.5", None)]),
        ("hai con số", [("10", None)]),
        ("lúc 10:55", []),
        ("đạt 23% - 32% - 45%", [("23", None), ("32", None), ("45", None)]),
    ],
)
def test_odd_writing_is_read_as_people_read_it(text: str, found: list) -> None:
    read = [(str(f.low), f.high and str(f.high)) for f in find_figures(text)]
    assert read == found


@pytest.mark.parametrize(
    ("text", "unit", "family"),
    [
        ("20 nghìn tỷ đồng", "nghìn tỷ đồng", "money"),
        ("7%/năm", "%/năm", "percent"),
        ("0,5%0", "%0", "permille"),
        ("12m2 / người", "m2/người", "measure"),
        ("48 doanh nghiệp/vạn dân", "doanh nghiệp/vạn dân", "count"),
        ("1,5 lần", "lần", "times"),
        ("5,2 tỷ USD", "tỷ USD", "money"),
    ],
)
def test_a_unit_is_kept_as_written_and_knows_its_family(text: str, unit: str, family: str) -> None:
    figure = find_figures(text)[0]
    found = unit_after(text, figure.end)
    assert found is not None
    assert (found.text, found.family) == (unit, family)


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("đạt 65%", "="),
        ("chiếm khoảng 20%", "~"),
        ("tăng trên 7%", ">"),
        ("đạt ít nhất 82%", ">="),
        ("từ 25% trở lên", ">="),
        ("giảm còn dưới 3%", "<"),
        ("không quá 5%", "<="),
        ("từ 1,5 - 2%", "range"),
        ("ổn định mật độ 48%", "="),
    ],
)
def test_the_operator_is_the_surface_word(text: str, operator: str) -> None:
    figure = find_figures(text)[0]
    assert operator_of(text, figure, text.index("%") + 1)[0] == operator


def test_a_day_without_its_year_stays_without_it() -> None:
    (day,) = find_days("Ngày 5/8, Ủy ban ban hành")
    assert (day.day, day.month, day.year, day.as_date()) == (5, 8, None, None)
    assert find_days("tỷ lệ 5/8 xã") == []


def test_years_know_the_part_they_play() -> None:
    text = "giai đoạn 2021-2025, đến năm 2030 tăng 8% so với năm 2020"
    assert [(y.year, y.role) for y in find_years(text)] == [
        (2025, "span"),
        (2030, "by"),
        (2020, "against"),
    ]
