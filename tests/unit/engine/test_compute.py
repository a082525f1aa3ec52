"""Nothing is computed before formulas and figures are in order, on whichever engine."""

from pathlib import Path

import duckdb
import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.engine import compute
from lotrinh.engine.on_duckdb import compute_file
from lotrinh.engine.vintage_file import OBSERVATIONS, write_vintage
from lotrinh.indicators import unit
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, indicator, observation

PEOPLE = {
    "a": indicator("a", measured=unit("person")),
    "x": indicator("x", "growth(a)", measured=unit("percent")),
}
FIGURES = [
    observation("a", "2023", "1", unit="thousand_persons"),
    observation("a", "2024", "1100", unit="person"),
    observation("other", "2024", "1"),
]
VINTAGE = Vintage.freeze(FIGURES, DAY)


def test_a_wrong_formula_stops_every_engine(on: str) -> None:
    wrong = {"a": indicator("a"), "x": indicator("x", "a + bb")}
    with pytest.raises(LotrinhError, match="bb"):
        compute(wrong, VINTAGE, on=on)


def test_every_wrong_figure_is_told_at_once() -> None:
    figures = [observation("a", str(year), "1", unit="percent") for year in range(2020, 2023)]
    figures.append(observation("a", "2023", "1", unit="bushel"))
    with pytest.raises(LotrinhError) as error:
        compute(PEOPLE, Vintage.freeze(figures, DAY))
    keys = [one.key for one in error.value.problems]
    assert keys == ["engine.other_dimension"] * 3 + ["indicators.unknown_unit"]
    assert str(error.value.problems[0].where) == f"a {PLACE} 2020"


def test_figures_of_unknown_indicators_are_left_alone(on: str) -> None:
    results = compute(PEOPLE, VINTAGE, on=on)
    assert {one.indicator for one in results.all()} == {"a", "x"}
    assert len(results) == 3
    assert results.get("other", PLACE, Period.year(2024)) is None


def test_a_series_stands_in_order_of_period(on: str) -> None:
    figures = [observation("a", period, "1") for period in ("2024", "2023-Q4", "2024-Q1", "2022")]
    series = compute({"a": indicator("a")}, Vintage.freeze(figures, DAY), on=on).series("a", PLACE)
    assert [str(one.period) for one in series] == ["2022", "2023-Q4", "2024-Q1", "2024"]


@pytest.mark.parametrize(
    "formula", [" + ".join(["a"] * 90), "growth(" * 80 + "a" + ")" * 80, "-" * 90 + "a"]
)
def test_the_deepest_formulas_are_computed(on: str, formula: str) -> None:
    figures = [observation("a", str(year), str(year)) for year in range(2015, 2025)]
    indicators = {
        "a": indicator("a"),
        "x": indicator("x", formula, measured=unit("percent" if "growth" in formula else "ratio")),
    }
    compute(indicators, Vintage.freeze(figures, DAY), on=on)


def test_a_file_is_computed_without_a_vintage_in_memory(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path)
    out = tmp_path / "results.parquet"
    compute_file(PEOPLE, tmp_path / OBSERVATIONS, out, DAY)
    rows = duckdb.execute("FROM read_parquet(?) ORDER BY ALL", [str(out)]).fetchall()
    assert [row[:1] + row[2:6] for row in rows[:2]] == [
        ("a", "2023", 1000.0, "actual", ""),
        ("a", "2024", 1100.0, "actual", ""),
    ]
    assert rows[2][3] == pytest.approx(10)


def test_a_file_with_a_unit_of_another_kind_is_refused(tmp_path: Path) -> None:
    write_vintage(VINTAGE, tmp_path)
    money = {"a": indicator("a", measured=unit("billion_dong"))}
    with pytest.raises(LotrinhError) as error:
        compute_file(money, tmp_path / OBSERVATIONS, tmp_path / "results.parquet", DAY)
    assert [one.key for one in error.value.problems] == ["engine.other_dimension"] * 2
