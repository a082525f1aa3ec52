"""Numbers, days and messages come out as readers of each language write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.words import Words, both, day, number, say, spoken


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3
    )
)
def test_a_number_says_the_same_in_both_languages(value: Decimal) -> None:
    vietnamese = number(value, "vi").replace(".", "").replace(",", ".").replace("−", "-")
    english = number(value, "en").replace(",", "").replace("−", "-")
    assert Decimal(vietnamese) == Decimal(english) == value


def test_numbers_and_days_follow_the_language() -> None:
    assert number(Decimal("67835.5"), "vi") == "67.835,5"
    assert number(Decimal("67835.5"), "en") == "67,835.5"
    assert day(date(2026, 11, 23), "vi") == "23/11/2026"
    assert day(date(2026, 11, 23), "en") == "23 November 2026"


def test_a_message_writes_its_values_in_the_language_of_the_message() -> None:
    values = {"name": ("a", "b"), "about": Words("Mô tả.", "Text.")}
    assert say("indicators.field_missing", "vi", **values).startswith("Thiếu trường “a, b”")
    assert both("indicators.field_missing", **values).en == "The field “a, b” is missing."


def test_an_unknown_message_is_a_defect() -> None:
    with pytest.raises(KeyError):
        say("periods.nothing_of_the_kind", "vi")


def test_every_sort_of_value_can_stand_in_a_message() -> None:
    assert spoken(None, "vi") == ""
    assert spoken(1234.567, "vi") == "1.234,57"
    assert spoken(1234, "en") == "1,234"
    assert spoken([date(2025, 1, 2), "x"], "vi") == "02/01/2025, x"
