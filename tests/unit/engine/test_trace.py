"""Why a value is missing is said in words, down to the figure that nobody reported."""

import pytest

from lotrinh.engine import Key
from lotrinh.engine.territory import Territory
from lotrinh.engine.trace import why_missing
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, indicator, observations

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
    from lotrinh.engine import reference

    indicators = {name: indicator(name) for name in "abc"}
    indicators |= {"x": indicator("x", "a + a"), "y": indicator("y", formula)}
    results = reference.run(indicators, Vintage.freeze(observations(FIGURES), DAY), Territory())
    reason = why_missing(indicators, results, Key("y", PLACE, Period.read(year)), Territory())
    assert reason is not None
    assert (reason.vi, reason.en) == (vi.format(PLACE), en.format(PLACE))


def test_a_value_that_is_there_needs_no_reason() -> None:
    from lotrinh.engine import reference

    indicators = {name: indicator(name) for name in "abc"}
    results = reference.run(indicators, Vintage.freeze(observations(FIGURES), DAY), Territory())
    assert why_missing(indicators, results, Key("a", PLACE, Period.year(2023)), Territory()) is None
