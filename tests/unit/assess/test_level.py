"""A level is judged on the deadline's own figure, and before it on its pace."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.words import Words
from lotrinh.indicators.indicator import Earlier
from lotrinh.periods import Period
from lotrinh.plan import Baseline
from unit.assess.worked import figure, indicator, judged, target

BEFORE = date(2024, 6, 30)


def test_without_any_figure_nothing_can_be_said() -> None:
    one = judged(target())
    assert (one.verdict, one.figure) == ("cannot_assess", None)
    assert "Chưa từng có số liệu công bố" in one.reason.vi
    assert [(m.indicator, [str(p) for p in m.periods], m.custodian) for m in one.missing] == [
        ("share", ["2025"], "vn/gso")
    ]


def test_a_figure_of_another_year_is_the_last_known_and_no_verdict() -> None:
    one = judged(target(), figure(2024, 99))
    assert one.verdict == "cannot_assess", "99 % in 2024 says nothing of 2025"
    assert "Last known: 99% (2024, official)." in one.reason.en
    assert str(one.missing[0].last_known) == "2024"


@pytest.mark.parametrize(
    ("operator", "direction", "value", "verdict"),
    [
        ("=", "up", 20, "met"),
        ("=", "up", 25, "met"),
        ("=", "up", 19.99, "missed"),
        ("=", "down", 15, "met"),
        ("=", "down", 21, "missed"),
        ("=", "none", 21, "missed"),
        (">", "up", 20, "missed"),
        (">", "up", 20.01, "met"),
        (">=", "up", 20, "met"),
        ("<", "down", 20, "missed"),
        ("<=", "down", 20, "met"),
        ("<=", "up", 21, "missed"),
        ("~", "up", 19, "met"),
        ("~", "up", 18.9, "missed"),
        ("~", "none", 21.1, "missed"),
        ("~", "none", 20.9, "met"),
    ],
)
def test_the_surface_word_is_read_by_the_direction(operator, direction, value, verdict) -> None:
    known = (indicator(direction=direction),)
    one = judged(target(operator=operator), figure(2025, value), indicators=known)
    assert one.verdict == verdict
    assert one.gap == pytest.approx(value - 20)


def test_a_range_is_kept_between_its_ends() -> None:
    wide = target(operator="range", value_high=Decimal(25))
    flat = (indicator(direction="none"),)
    assert judged(wide, figure(2025, 22), indicators=flat).verdict == "met"
    assert judged(wide, figure(2025, 26), indicators=flat).verdict == "missed"


def test_the_plan_s_own_tolerance_counts_where_it_names_one() -> None:
    loose = target(operator="~", tolerance_pct=Decimal(30))
    assert judged(loose, figure(2025, 14.5)).verdict == "met"
    assert "trong phạm vi 30%" in judged(loose, figure(2025, 13)).reason.vi


def test_a_bound_settles_the_matter_only_where_it_can() -> None:
    below = figure(2025, 8.01, qualifier="<", method="inferred")
    assert judged(target(), below).verdict == "missed"
    above_goal = figure(2025, 30, qualifier="<", method="inferred")
    one = judged(target(), above_goal)
    assert one.verdict == "cannot_assess"
    assert "chỉ biết giá trị dưới 30%" in one.reason.vi


def test_an_estimate_is_called_an_estimate() -> None:
    one = judged(target(), figure(2025, 14.02, status="estimate"))
    assert one.verdict == "missed"
    assert one.reason.vi.startswith("Số liệu năm 2025 (ước) là 14,02%")


def test_a_survey_held_every_other_year_is_judged_on_its_last_edition_before_the_deadline() -> None:
    survey = (indicator(every_years=2),)
    one = judged(target(), figure(2024, 19), indicators=survey)
    assert one.verdict == "missed"
    assert "published every 2 years" in one.reason.en
    assert judged(target(), figure(2023, 99), indicators=survey).verdict == "cannot_assess"


# Digital economy as a share of Viet Nam's GDP (GSO, 6 January 2025).
GSO = (figure(2020, 12.66), figure(2021, 12.87), figure(2022, 12.83), figure(2023, 12.87))


def test_before_the_deadline_the_pace_is_judged_by_the_published_method() -> None:
    one = judged(target(), *GSO, on=BEFORE)
    assert one.verdict == "off_track"
    assert one.rule.id == "pace_to_target"
    assert "github.com/open-sdg" in one.rule.source_url
    needed = 100 * ((20 / 12.87) ** (1 / 2) - 1)
    assert one.required == pytest.approx(needed)
    assert [str(period) for period, _ in one.path] == [str(y) for y in range(2020, 2026)]
    assert one.path[-1][1] == pytest.approx(20)


def test_a_level_reached_early_is_met_and_says_when() -> None:
    one = judged(target(), figure(2020, 10), figure(2023, 21), on=BEFORE)
    assert one.verdict == "met"
    assert "before 2025" in one.reason.en


def test_one_figure_makes_no_pace() -> None:
    assert judged(target(), figure(2023, 10), on=BEFORE).verdict == "cannot_assess"


def test_figures_on_two_sides_of_a_new_definition_make_no_pace() -> None:
    anew = indicator(
        valid_from=date(2022, 1, 1), earlier=(Earlier(None, Words("trước", "before"), ""),)
    )
    one = judged(target(), figure(2020, 10), figure(2023, 16), on=BEFORE, indicators=(anew,))
    assert one.verdict == "cannot_assess"
    assert "defined anew on 1 January 2022" in one.reason.en


def test_the_baseline_the_plan_names_is_the_start() -> None:
    named = target(baseline=Baseline(Period.year(2020), Decimal(5)))
    one = judged(named, figure(2023, 15), on=BEFORE)
    assert one.path[0] == (Period.year(2020), 5.0)
    assert one.verdict == "on_track"


@given(st.floats(0.1, 60).map(lambda v: round(v, 2)))
def test_no_data_is_never_green_whatever_other_years_say(value: float) -> None:
    others = [figure(year, value) for year in (2020, 2023, 2024, 2026)]
    after = judged(target(), *others[:3])
    assert after.verdict == "cannot_assess"
    assert judged(target(), on=BEFORE).verdict == "cannot_assess"


@given(st.floats(0.1, 60).map(lambda v: round(v, 2)), st.floats(0, 10).map(lambda v: round(v, 2)))
def test_more_of_a_good_thing_never_turns_met_into_missed(value: float, more: float) -> None:
    worse = judged(target(), figure(2025, value))
    better = judged(target(), figure(2025, round(value + more, 2)))
    assert not (worse.verdict == "met" and better.verdict == "missed")
