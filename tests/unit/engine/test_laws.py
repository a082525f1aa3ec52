"""Laws of growth and scale that hold for any figures."""

import math

from hypothesis import given
from hypothesis import strategies as st

from agreement.random_formulas import THOROUGH
from lotrinh.engine import Results, compute
from lotrinh.indicators import unit
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, computed, indicator, observation

YEARS = range(2018, 2025)
SERIES = st.lists(st.integers(-1000, 1000), min_size=len(YEARS), max_size=len(YEARS))
POSITIVE = st.lists(st.integers(1, 1000), min_size=len(YEARS), max_size=len(YEARS))


def _figures(name: str, values: list[int], factor: int = 1, **more: str) -> list[Observation]:
    pairs = zip(YEARS, values, strict=True)
    return [observation(name, str(year), str(value * factor), **more) for year, value in pairs]


def _values(results: Results, name: str) -> dict[Period, float]:
    return {one.period: one.value for one in results.series(name, PLACE)}


def _alike(one: dict[Period, float], other: dict[Period, float]) -> bool:
    return one.keys() == other.keys() and all(
        math.isclose(value, other[period], rel_tol=1e-9, abs_tol=1e-9)
        for period, value in one.items()
    )


@THOROUGH
@given(SERIES)
def test_growth_and_lag_may_be_exchanged(values: list[int]) -> None:
    formulas = {"x": "growth(lag(a, 2))", "y": "lag(growth(a), 2)"}
    results = computed(formulas, _figures("a", values), "reference")
    assert _alike(_values(results, "x"), _values(results, "y"))


@THOROUGH
@given(SERIES, st.sampled_from((-7, 3, 1000)))
def test_growth_knows_no_scale(values: list[int], factor: int) -> None:
    figures = _figures("a", values) + _figures("b", values, factor)
    results = computed({"x": "growth(a)", "y": "growth(b)"}, figures, "reference")
    assert _alike(_values(results, "x"), _values(results, "y"))


@THOROUGH
@given(POSITIVE)
def test_average_growth_compounds_the_growth_of_each_year(values: list[int]) -> None:
    formulas = {"x": "growth(a)", "y": "cagr(a, since=2018)"}
    results = computed(formulas, _figures("a", values), "reference")
    yearly, mean = _values(results, "x"), _values(results, "y")
    grown = 1.0
    for year in YEARS[1:]:
        grown *= 1 + yearly[Period.year(year)] / 100
        compounded = (1 + mean[Period.year(year)] / 100) ** (year - 2018)
        assert math.isclose(grown, compounded, rel_tol=1e-9)


@THOROUGH
@given(POSITIVE, POSITIVE)
def test_the_unit_of_a_report_changes_no_result(money: list[int], people: list[int]) -> None:
    """Reported in persons or thousands of them, the productivity is the same."""
    indicators = {
        "grdp": indicator("grdp", measured=unit("billion_dong")),
        "workers": indicator("workers", measured=unit("person")),
        "productivity": indicator(
            "productivity", "1000 * grdp / workers", measured=unit("million_dong_per_worker")
        ),
    }
    grdp = _figures("grdp", money, unit="billion_dong")
    found = [
        compute(indicators, Vintage.freeze(grdp + workers, DAY), on="reference")
        for workers in (
            _figures("workers", people, 1000, unit="person"),
            _figures("workers", people, unit="thousand_persons"),
        )
    ]
    one, other = (_values(results, "productivity") for results in found)
    assert len(one) == len(YEARS)
    assert _alike(one, other)


@THOROUGH
@given(SERIES, SERIES)
def test_a_ratio_of_sums_is_not_a_sum_of_ratios(one: list[int], other: list[int]) -> None:
    """A share is computed from its parts: doubling both leaves it as it is."""
    figures = _figures("a", one) + _figures("b", other)
    results = computed({"x": "a / b", "y": "(a + a) / (b + b)"}, figures, "reference")
    assert _alike(_values(results, "x"), _values(results, "y"))
