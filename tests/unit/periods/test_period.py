"""Periods are read, written, ordered and nested as SDMX and people have it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError, Where
from lotrinh.periods import Period

years = st.integers(1990, 2060)
periods = st.one_of(
    years.map(Period.year),
    st.tuples(years, st.integers(0, 12)).map(lambda t: Period.window(t[0], t[0] + t[1])),
    st.tuples(years, st.integers(1, 2)).map(lambda t: Period.read(f"{t[0]}-S{t[1]}")),
    st.tuples(years, st.integers(1, 4)).map(lambda t: Period.read(f"{t[0]}-Q{t[1]}")),
    st.tuples(years, st.integers(1, 12)).map(lambda t: Period.read(f"{t[0]}-{t[1]:02}")),
    years.map(lambda year: Period.read(f"{year}-01-01/P9M")),
    st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(lambda day: Period.read(day.isoformat())),
)


@given(periods)
def test_reading_what_was_written_gives_the_same_period(period: Period) -> None:
    assert Period.read(str(period)) == period


@given(periods, st.integers(-20, 20))
def test_shifting_there_and_back_changes_nothing_but_leap_days(period: Period, years: int) -> None:
    if period.first_day.month == 2 and period.months == 0:
        return
    assert period.shifted(years).shifted(-years) == period


@given(periods, periods)
def test_a_period_lies_in_another_just_when_all_its_days_do(inner: Period, outer: Period) -> None:
    first, last = outer.first_day, outer.last_day
    days_within = first <= inner.first_day and inner.last_day <= last
    assert (inner in outer) == days_within


@given(periods)
def test_a_period_names_itself_in_both_languages(period: Period) -> None:
    assert period.say("vi")
    assert period.say("en")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-S1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-01-01/P9M", date(2025, 1, 1), date(2025, 9, 30)),
        ("2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021–2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2019-04-01", date(2019, 4, 1), date(2019, 4, 1)),
    ],
)
def test_every_spelling_has_its_days(text: str, first: date, last: date) -> None:
    period = Period.read(text)
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "quý 3/2025", "2025-13", "2025-Q5", "2025-02-30", "2025-2021"]
)
def test_what_is_no_period_is_refused_with_its_place_and_the_mend(text: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        Period.read(text, Where("observations.csv", 7, "period"))
    vi, en = caught.value.say("vi"), caught.value.say("en")
    assert vi.startswith(f"observations.csv:7 period: Không đọc được “{text}” là một kỳ.")
    assert "Viết năm là 2025" in vi
    assert f"Cannot read “{text}” as a period. Write a year as 2025" in en


def test_periods_are_named_as_officials_write_them() -> None:
    assert Period.read("2025-01-01/P9M").say("vi") == "9 tháng năm 2025"
    assert Period.read("2023-S1").say("vi") == "6 tháng đầu năm 2023"
    assert Period.read("2021-2025").say("en") == "2021–2025"
    assert Period.read("2025-Q3").say("vi") == "quý 3/2025"
