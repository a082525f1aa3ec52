"""Average growth is a geometric mean, from rates or from levels, and says what is missing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lotrinh.base.words import Words
from lotrinh.indicators.indicator import Earlier
from lotrinh.periods import Period
from unit.assess.worked import figure, indicator, judged, target

WINDOW = Period.read("2021-2025")
GROWTH = target(
    kind="growth", operator=">", value=Decimal(7), unit="percent_per_year", window=WINDOW
)
BEFORE = Earlier(None, Words("trước", "before"), "")
RATE = (indicator(kind="rate"),)

# Growth of Viet Nam's labour productivity at constant prices, GSO: 2021 (reported to the
# National Assembly 23 May 2022), 2022–2024 (January 2025).
PUBLISHED = [figure(y, v) for y, v in ((2021, 4.71), (2022, 4.8), (2023, 3.65), (2024, 5.88))]


def test_yearly_rates_are_averaged_geometrically() -> None:
    whole = [*PUBLISHED, figure(2025, 6.85)]
    one = judged(GROWTH, *whole, indicators=RATE)
    mean = (1.0471 * 1.048 * 1.0365 * 1.0588 * 1.0685) ** (1 / 5) - 1
    assert one.figure is not None
    assert one.figure.value == pytest.approx(100 * mean)
    assert one.verdict == "missed"
    assert one.gap == pytest.approx(100 * mean - 7)
    assert len(list(one.figure.observations())) == 5, "the average leads back to its five years"


def test_a_missing_year_settles_nothing_after_the_deadline_but_says_what_it_needed() -> None:
    one = judged(GROWTH, *PUBLISHED, indicators=RATE)
    assert one.verdict == "cannot_assess"
    done = 1.0471 * 1.048 * 1.0365 * 1.0588
    assert one.required == pytest.approx(100 * (1.07**5 / done - 1))
    assert [str(p) for p in one.missing[0].periods] == ["2025"]


def test_before_the_deadline_the_years_so_far_are_judged_by_pace() -> None:
    one = judged(GROWTH, *PUBLISHED, indicators=RATE, on=date(2025, 6, 30))
    assert one.verdict == "at_risk"
    assert "2 " not in one.reason.en.split("left")[0][-4:]


def test_levels_at_the_ends_give_the_average_too() -> None:
    levels = [figure(2020, 100), figure(2025, 100 * 1.08**5)]
    one = judged(GROWTH, *levels)
    assert (one.verdict, one.figure and round(one.figure.value, 9)) == ("met", 8.0)


def test_levels_on_two_sides_of_a_new_definition_have_no_average() -> None:
    levels = [figure(2020, 100), figure(2025, 100 * 1.08**5)]
    anew = indicator(valid_from=date(2023, 1, 1), earlier=(BEFORE,))
    one = judged(GROWTH, *levels, indicators=(anew,))
    assert one.verdict == "cannot_assess"
    assert "defined anew on 1 January 2023" in one.reason.en
    harmless = replace(anew, earlier=(replace(BEFORE, comparable=True),))
    assert judged(GROWTH, *levels, indicators=(harmless,)).verdict == "met"


def test_a_figure_published_for_the_window_counts_as_it_stands() -> None:
    told = figure("2021-2025", 6.31, recorded_at=date(2025, 9, 27), status="estimate")
    early = judged(GROWTH, told, on=date(2025, 10, 1))
    assert early.verdict == "off_track", "told before the window was over"
    late = judged(GROWTH, told, replace(told, value=Decimal("5.88"), recorded_at=date(2026, 1, 1)))
    assert late.verdict == "missed"
    assert late.figure is not None
    assert late.figure.value == 5.88


def test_what_the_missing_denominator_would_have_had_to_do_is_said() -> None:
    # Đắk Lắk: GRDP at 2010 prices 2020 and 2024; employed persons 2018 and 2020.
    worker = indicator("workers", "person", name=Words("lao động", "employed persons"))
    output = indicator("output", "billion_dong", name=Words("GRDP", "GRDP"))
    ratio = indicator("share", "million_dong_per_worker", formula="1000 * output / workers")
    figures = [
        figure(2020, 50967, of="output", code="billion_dong"),
        figure(2024, 63249, of="output", code="billion_dong"),
        figure(2018, 1126607, of="workers", code="person"),
        figure(2020, 1149722, of="workers", code="person"),
    ]
    one = judged(GROWTH, *figures, indicators=(ratio, output, worker))
    assert one.verdict == "cannot_assess"
    assert "employed persons would have had to fall 1.36% a year" in one.reason.en
    assert "employed persons rose 1.02% a year in 2018–2020" in one.reason.en
    assert {m.indicator for m in one.missing} == {"output", "workers"}
