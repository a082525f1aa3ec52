"""Periods tile the calendar: next and previous undo each other, parts cover the whole."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.periods import Period, enclosing, following, frequency, parts, previous

days = st.dates(date(1975, 5, 1), date(2060, 12, 31))
tiling = st.sampled_from(["day", "month", "quarter", "half", "year"])


@given(days, tiling)
def test_every_day_lies_in_one_period_of_each_length(day: date, of: str) -> None:
    one = enclosing(day, of)
    assert one.first_day <= day <= one.last_day
    assert frequency(one) == of
    assert following(one).first_day == one.last_day + timedelta(days=1)


@given(days, tiling, st.integers(1, 40))
def test_forward_and_back_is_where_we_were(day: date, of: str, count: int) -> None:
    one = enclosing(day, of)
    assert following(following(one, count), -count) == one
    assert previous(following(one)) == one


@given(st.integers(1990, 2050), st.sampled_from(["day", "month", "quarter", "half"]))
def test_the_parts_of_a_year_cover_it_without_gap_or_overlap(year: int, of: str) -> None:
    found = list(parts(Period.year(year), of))
    assert found[0].first_day == date(year, 1, 1)
    assert found[-1].last_day == date(year, 12, 31)
    for one, other in pairwise(found):
        assert other.first_day == one.last_day + timedelta(days=1)


def test_the_plan_window_of_five_years_follows_its_like() -> None:
    assert following(Period.read("2021-2025")) == Period.read("2026-2030")


def test_nine_months_are_followed_by_those_of_the_next_year() -> None:
    assert str(following(Period.read("2024-01-01/P9M"))) == "2025-01-01/P9M"
    assert [str(one) for one in parts(Period.year(2025), "nine_months")] == ["2025-01-01/P9M"]
    with pytest.raises(ValueError, match="nine months"):
        enclosing(date(2025, 10, 1), "nine_months")


def test_a_window_has_no_one_length() -> None:
    with pytest.raises(ValueError, match="no one length"):
        list(parts(Period.year(2025), "window"))
    with pytest.raises(ValueError, match="no one length"):
        enclosing(date(2025, 1, 1), "window")
