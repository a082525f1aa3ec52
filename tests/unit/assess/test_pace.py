"""The pace is Statistics Canada's: its own published figures come out of it.

`statistics_canada.csv` carries a few of the series of the Canadian SDG data hubs (Statistics
Canada, 2024), with the measure and status they publish.
"""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.assess.pace import cagr, judge, progress_ratio

HERE = Path(__file__).parent
CASES = list(
    csv.DictReader((HERE / "statistics_canada.csv").read_text(encoding="utf-8").splitlines())
)
SHARED = HERE.parents[3] / "shared" / "cases" / "02_progress" / "canada_series_cases.json"
VERDICTS = {
    "substantial_progress": "on_track",
    "moderate_progress": "at_risk",
    "limited_progress": "off_track",
    "deterioration": "off_track",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["series"])
def test_a_published_measure_of_progress_is_reproduced(case: dict[str, str]) -> None:
    ratio = progress_ratio(
        float(case["base"]),
        float(case["value"]),
        int(case["year"]) - int(case["base_year"]),
        target=float(case["target"]),
        years_to_target=int(case["target_year"]) - int(case["base_year"]),
        rising=case["rising"] == "1",
    )
    assert ratio == pytest.approx(float(case["ratio"]), rel=1e-6)
    assert judge(ratio) == VERDICTS[case["status"]]


@pytest.mark.skipif(not SHARED.exists(), reason="the whole set of cases is not on this machine")
def test_every_published_measure_with_a_target_is_reproduced() -> None:
    cases = [c for c in json.loads(SHARED.read_text("utf-8")) if c["config"]["target"] is not None]
    compared = 0
    for case in cases:
        published, config = case["expected"], case["config"]
        if published["status"] == "target_achieved":
            continue  # the method then gives a score and no ratio
        ratio = progress_ratio(
            published["base_value"],
            published["current_value"],
            published["current_year"] - published["base_year"],
            target=config["target"],
            years_to_target=(config["target_year"] or 2030) - published["base_year"],
            rising=config["direction"] == "positive",
        )
        if published["progress_value"] is None:
            assert ratio is None, case["id"]
        else:
            assert ratio == pytest.approx(published["progress_value"], rel=1e-6), case["id"]
            compared += 1
    assert compared >= 50


def test_growth_of_grdp_2020_to_2024_is_the_published_levels() -> None:
    # Đắk Lắk's GRDP at 2010 prices: 50,967 bn (2020) and 63,249 bn (2024).
    assert cagr(50967, 63249, 4) == pytest.approx(0.05546, abs=1e-5)


values = st.floats(0.01, 1e6)


@given(values, st.floats(-0.5, 1.0), st.integers(1, 40))
def test_growth_compounds_back_to_where_it_ends(first: float, rate: float, years: int) -> None:
    last = first * (1 + rate) ** years
    assert cagr(first, last, years) == pytest.approx(rate, abs=1e-9)


@given(values, values, st.integers(1, 20), values, st.integers(1, 20), st.floats(0.01, 100))
def test_the_ratio_does_not_depend_on_the_unit(base, latest, years, target, more, scale) -> None:
    def ratio(by: float) -> float | None:
        return progress_ratio(
            base * by,
            latest * by,
            years,
            target=target * by,
            years_to_target=years + more,
            rising=True,
        )

    one, other = ratio(1.0), ratio(scale)
    if one is None or other is None or abs(one) > 1e6:
        return
    assert other == pytest.approx(one, rel=1e-4, abs=1e-6)


def test_no_rate_is_taken_across_zero_or_without_time() -> None:
    assert cagr(-1, 2, 3) is None
    assert cagr(1, 2, 0) is None
    assert progress_ratio(5, 6, 1, target=5, years_to_target=5, rising=True) is None
