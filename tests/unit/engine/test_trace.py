"""Why a value is missing is said in words, down to the figure that nobody reported."""

from dataclasses import replace
from datetime import date

import pytest

from lotrinh.base.words import Words
from lotrinh.engine import Key, reference
from lotrinh.engine.territory import Territory
from lotrinh.engine.trace import why_missing
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, indicator, observations
from spec.lands import land, rules, told

FIGURES = """
      2023 2024
    a 10   .
    b 0    <5
    c -1   1e200
"""
WHY = [
    ("a", "2024", "thiếu a của {} kỳ 2024", "a of {} for 2024 is missing"),
    ("a / a + x", "2024", "thiếu a của {} kỳ 2024", "a of {} for 2024 is missing"),
    ("x", "2024", "thiếu a của {} kỳ 2024", "a of {} for 2024 is missing"),
    ("coalesce(a, 0)", "2024", "thiếu y của {} kỳ 2024", "y of {} for 2024 is missing"),
    ("a / b", "2023", "công thức phải chia cho 0", "the formula would divide by zero"),
    (
        "b + b",
        "2024",
        "b của {} kỳ 2024 chỉ là một giới hạn, không phải một giá trị",
        "b of {} for 2024 is only a bound, not a value",
    ),
    (
        "c * c",
        "2024",
        "kết quả vượt quá số lớn nhất tính được",
        "the value exceeds the largest number that can be computed",
    ),
    (
        "cagr(c, since=2023)",
        "2024",
        "tốc độ tăng bình quân cần giá trị đầu và giá trị cuối đều lớn hơn 0",
        "average growth needs a first and a last value above zero",
    ),
    (
        "cagr(c, since=2023)",
        "2023",
        "kỳ này không sau năm gốc của tốc độ tăng bình quân",
        "the period is not after the base year of the average growth",
    ),
]


@pytest.mark.parametrize(("formula", "year", "vi", "en"), WHY)
def test_the_reason_says(formula: str, year: str, vi: str, en: str) -> None:
    """Which figure is missing, or which step has no value."""
    indicators = {name: indicator(name) for name in "abc"}
    indicators |= {"x": indicator("x", "a + a"), "y": indicator("y", formula)}
    results = reference.run(indicators, Vintage.freeze(observations(FIGURES), DAY), Territory())
    reason = why_missing(indicators, results, Key("y", PLACE, Period.read(year)), Territory())
    assert reason is not None
    assert (reason.vi, reason.en) == (vi.format(PLACE), en.format(PLACE))


AROUND = [
    ("share_of_parent(w)", "north", "thiếu w của north kỳ 2024", "w of north for 2024 is missing"),
    (
        "share_of_parent(b)",
        "a",
        "b của north kỳ 2024 chỉ là một giới hạn, không phải một giá trị",
        "b of north for 2024 is only a bound, not a value",
    ),
    (
        "share_of_parent(x)",
        "a",
        "x của north kỳ 2024 mới có số của 1 trên 2 đơn vị",
        "x of north for 2024 has the figures of 1 out of 2 units only",
    ),
    (
        "share_of_parent(z)",
        "vn",
        "vn không có cấp trên trong kỳ 2024 để so",
        "there is no place above vn in 2024 to compare it with",
    ),
    (
        "count_where(w > 1, commune)",
        "vn",
        "không đơn vị cấp xã nào của vn có số liệu kỳ 2024 để đếm cho y",
        "of the communes of vn none has a figure for 2024 to be counted in y",
    ),
    (
        "count_where(x > 1, district)",
        "vn",
        "chưa có danh sách đầy đủ đơn vị cấp huyện của vn kỳ 2024, nên không đếm được",
        "no whole list of the districts of vn in 2024 is known, so they cannot be counted",
    ),
    (
        "sum_over(z, sex)",
        "a",
        "thiếu z (male) của a kỳ 2024",
        "z (male) of a for 2024 is missing",
    ),
]


@pytest.mark.parametrize(("formula", "place", "vi", "en"), AROUND)
def test_the_reason_names_the_place_or_part_that_was_looked_at(
    formula: str, place: str, vi: str, en: str
) -> None:
    gazetteer = land("vn(north(a b) south(c d))")
    indicators = {name: rules(name, "sum") for name in "xz"}
    indicators |= {name: rules(name, "none") for name in "bw"}
    indicators["y"] = rules("y", formula)
    figures = told("2024\nx@a 1\nz@a#sex=female 3\nz@vn 9\nb@a 4\nb@north <5")
    territory = Territory(gazetteer)
    results = reference.run(indicators, Vintage.freeze(figures, DAY), territory)
    reason = why_missing(indicators, results, Key("y", place, Period.year(2024)), territory)
    assert reason == Words(vi, en)


def test_a_total_that_units_are_missing_from_says_how_many() -> None:
    territory = Territory(land("vn(north(a b))"))
    indicators = {"x": rules("x", "sum")}
    vintage = Vintage.freeze(told("2024\nx@a 1"), DAY)
    results = reference.run(indicators, vintage, territory)
    reason = why_missing(indicators, results, Key("x", "vn", Period.year(2024)), territory)
    assert reason is not None
    assert reason.en == "x of vn for 2024 has the figures of 1 out of 2 units only"


def test_a_value_that_is_there_needs_no_reason() -> None:
    indicators = {name: indicator(name) for name in "abc"}
    results = reference.run(indicators, Vintage.freeze(observations(FIGURES), DAY), Territory())
    assert why_missing(indicators, results, Key("a", PLACE, Period.year(2023)), Territory()) is None


def test_a_growth_across_a_break_says_what_changed_when_and_the_mend() -> None:
    indicators = {
        "a": replace(indicator("a"), valid_from=date(2024, 1, 1)),
        "r": indicator("r", "a / 2"),
        "y": indicator("y", "growth(r)"),
    }
    vintage = Vintage.freeze(observations("2023 2024\na 10 11"), DAY)
    results = reference.run(indicators, vintage, Territory())
    reason = why_missing(indicators, results, Key("y", PLACE, Period.year(2024)), Territory())
    assert reason is not None
    assert reason.en == (
        f"y of {PLACE} for 2024 would compare across a break in series: a was defined anew on "
        "1 January 2024; join the two series with link(…, at=year), or declare comparable: true "
        "where the change is harmless"
    )
    assert reason.vi == (
        f"y của {PLACE} kỳ 2024 sẽ so sánh qua chỗ gãy của chuỗi: định nghĩa của a đổi từ ngày "
        "01/01/2024; nối hai chuỗi bằng link(…, at=năm), hoặc khai comparable: true nếu thay đổi "
        "là vô hại"
    )
