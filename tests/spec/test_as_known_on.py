"""Which figure holds on a day, and that a computation rests on nothing known later."""

from datetime import date

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.engine import compute
from lotrinh.indicators import unit
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from spec.figures import PLACE, indicator, observation

YEAR = Period.year(2020)
FORMULAS = {"a": indicator("a"), "x": indicator("x", "a + a")}


def _x(on: str, day: date, *figures: Observation) -> float | None:
    found = compute(FORMULAS, Vintage.freeze(figures, day), on=on).get("x", PLACE, YEAR)
    return found.value if found else None


def test_the_latest_known_figure_holds_on_each_day(on: str) -> None:
    told = observation("a", "2020", "62500", recorded_at=date(2020, 10, 1), status="estimate")
    revised = observation("a", "2020", "50967", recorded_at=date(2026, 1, 1))
    assert _x(on, date(2020, 9, 30), told, revised) is None
    assert _x(on, date(2025, 12, 31), told, revised) == 125000
    assert _x(on, date(2026, 1, 1), told, revised) == 101934


def test_of_two_figures_of_one_day_the_firmer_holds(on: str) -> None:
    day = date(2024, 1, 1)
    figures = [
        observation("a", "2020", value, status=status, recorded_at=day)
        for value, status in (("1", "preliminary"), ("2", "actual"), ("3", "estimate"))
    ]
    assert _x(on, day, *figures) == 4


def test_of_two_equally_firm_figures_of_one_day_the_greater_id_holds(on: str) -> None:
    figures = [observation("a", "2020", str(value)) for value in range(1, 30)]
    holds = max(figures, key=lambda one: one.id)
    assert _x(on, date(2025, 1, 1), *figures) == 2 * float(holds.value)


def test_an_exact_figure_holds_over_a_later_bound(on: str) -> None:
    exact = observation("a", "2020", "5", recorded_at=date(2021, 1, 1))
    bound = observation("a", "2020", "9", qualifier="<", method="inferred")
    assert _x(on, date(2025, 1, 1), exact, bound) == 10


def test_a_published_more_than_is_a_figure(on: str) -> None:
    """“Hơn 5” in a report is a figure said loosely; only an inferred one is a mere bound."""
    assert _x(on, date(2025, 1, 1), observation("a", "2020", "5", qualifier=">")) == 10


def test_a_figure_in_another_unit_of_its_kind_is_converted(on: str) -> None:
    people = {"a": indicator("a", measured=unit("person"))}
    figures = [
        observation("a", "2020", "1.5", unit="thousand_persons"),
        observation("a", "2021", "1600", unit="person"),
    ]
    results = compute(people, Vintage.freeze(figures, date(2025, 1, 1)), on=on)
    assert [one.value for one in results.series("a", PLACE)] == [1500, 1600]


def test_a_figure_in_a_unit_of_another_kind_is_refused(on: str) -> None:
    figures = [observation("a", "2020", "1", unit="billion_dong")]
    with pytest.raises(LotrinhError) as error:
        compute(FORMULAS, Vintage.freeze(figures, date(2025, 1, 1)), on=on)
    assert [one.key for one in error.value.problems] == ["engine.other_dimension"]


def test_a_vintage_without_figures_gives_no_results(on: str) -> None:
    assert compute(FORMULAS, Vintage.freeze([], date(2025, 1, 1)), on=on).all() == ()


def test_published_figures_of_a_computed_indicator_are_no_results(on: str) -> None:
    figures = [observation("a", "2020", "1"), observation("x", "2021", "9")]
    results = compute(FORMULAS, Vintage.freeze(figures, date(2025, 1, 1)), on=on)
    assert [(one.indicator, one.value) for one in results.all()] == [("a", 1), ("x", 2)]
