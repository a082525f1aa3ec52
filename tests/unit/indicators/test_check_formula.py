"""Names, units, price bases and cycles are checked before anything is computed."""

import pytest

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.indicators import Indicator, unit
from lotrinh.indicators.check_formula import check_formulas, inputs, order
from spec.figures import indicator

LEAVES = [
    indicator("grdp", measured=unit("billion_dong"), basis="constant 2010"),
    indicator("grdp-current", measured=unit("billion_dong"), basis="current"),
    indicator("workers", measured=unit("person")),
    indicator("workers-thousand", measured=unit("thousand_persons")),
    indicator("communes", measured=unit("commune")),
    indicator("covered-communes", measured=unit("commune")),
    indicator("rate", measured=unit("percent")),
    indicator("price-growth", measured=unit("percent"), basis="current"),
]


def _checked(*more: Indicator) -> list[Problem]:
    try:
        check_formulas({one.id: one for one in (*LEAVES, *more)})
    except LotrinhError as error:
        return list(error.problems)
    return []


def _problems(formula: str, measured: str, basis: str = "") -> list[Problem]:
    return _checked(indicator("it", formula, measured=unit(measured), basis=basis))


@pytest.mark.parametrize(
    ("formula", "measured", "basis"),
    [
        ("1000 * grdp / workers", "million_dong_per_worker", "constant 2010"),
        ("grdp / workers_thousand", "million_dong_per_worker", "constant 2010"),
        ("1000 * grdp", "million_dong", "constant 2010"),
        ("100 * covered_communes / communes", "percent", ""),
        ("100 * (communes - covered_communes) / communes", "percent", ""),
        ("covered_communes / communes", "ratio", ""),
        ("growth(grdp / workers)", "percent", ""),
        ("cagr(grdp, since=2020)", "percent_per_year", "constant 2010"),
        ("growth(grdp) - growth(workers)", "percentage_point", ""),
        ("lag(grdp, 1)", "billion_dong", "constant 2010"),
        ("workers - workers_thousand / 0.001", "person", ""),
        ("1000 * workers_thousand + workers", "person", ""),
        ("max(coalesce(workers, 0), 0)", "person", ""),
        ("if(rate > 0, workers, 0)", "person", ""),
        ("if(rate / 100 > 0.5, rate, -rate)", "percent", ""),
        ("3 * rate", "percent", ""),
        ("grdp * 100 / lag(grdp, 1)", "percent", "constant 2010"),
    ],
)
def test_units_multiply_and_stated_conversions_scale(
    formula: str, measured: str, basis: str
) -> None:
    assert _problems(formula, measured, basis) == []


@pytest.mark.parametrize(
    ("formula", "column"),
    [
        ("grdp + workers", 8),
        ("workers + workers_thousand", 11),
        ("grdp + 1", 8),
        ("rate > 0", 1),
        ("if(rate > 50, rate, rate)", 11),
        ("if(rate > 0, rate, workers)", 20),
        ("coalesce(rate, workers)", 16),
        ("min(rate, rate, workers)", 17),
        ("100 - rate", 7),
    ],
)
def test_unlike_units_never_stand_side_by_side(formula: str, column: int) -> None:
    (problem,) = _problems(formula, "person")
    assert problem.key in {"indicators.formula_units", "indicators.formula_comparison"}
    assert problem.values["column"] == column


def test_a_unit_that_does_not_come_out_names_both() -> None:
    (problem,) = _problems("grdp / workers", "person")
    assert problem.key == "indicators.formula_wrong_unit"
    assert "1e+09 VND/person" in problem.wrong("en")
    assert "persons [person]" in problem.wrong("en")


@pytest.mark.parametrize(
    ("formula", "measured", "factor"),
    [
        ("grdp / workers", "million_dong_per_worker", "1000"),
        ("covered_communes / communes", "percent", "100"),
        ("100 * covered_communes / communes", "ratio", "0.01"),
    ],
)
def test_a_scale_that_does_not_come_out_tells_the_factor(
    formula: str, measured: str, factor: str
) -> None:
    (problem,) = _problems(formula, measured, "constant 2010" if "grdp" in formula else "")
    assert problem.key == "indicators.formula_wrong_scale"
    assert f"{factor} * (…)" in problem.mend("en")


@pytest.mark.parametrize(
    "formula",
    [
        "grdp + grdp_current",
        "grdp - grdp_current",
        "100 * grdp / grdp_current",
        "if(grdp > grdp_current, grdp, grdp)",
        "max(grdp, grdp_current)",
        "coalesce(grdp, grdp_current)",
        "growth(coalesce(grdp, grdp_current))",
        "growth(grdp) - growth(grdp_current)",
    ],
)
def test_two_price_bases_never_meet(formula: str) -> None:
    (problem,) = _problems(formula, "percent")
    assert problem.key == "indicators.formula_price_bases"
    assert {problem.values["one"], problem.values["other"]} == {"current", "constant 2010"}


@pytest.mark.parametrize("basis", ["", "current", "constant 2020"])
def test_an_amount_of_money_must_declare_its_own_basis(basis: str) -> None:
    (problem,) = _problems("lag(grdp, 1)", "billion_dong", basis)
    assert problem.key == "indicators.formula_wrong_basis"


def test_a_misspelt_name_is_told_with_the_nearest_and_its_column() -> None:
    (problem,) = _problems("100 * covered_comunes / communes", "percent")
    assert problem.key == "indicators.formula_name"
    assert problem.values["column"] == 7
    assert problem.values["near"][0] == "covered_communes"


def test_all_problems_of_all_formulas_are_told_at_once() -> None:
    found = _checked(
        indicator("one", "1 +", measured=unit("person")),
        indicator("two", "zzzzzzzzzz + qqqqqqqqqqq"),
        indicator("three", "grdp + workers"),
        indicator("four", "5 * 6"),
        indicator("five", "six", measured=unit("person")),
        indicator("six", "lag(five, 1)", measured=unit("person")),
    )
    assert [
        (one.where.file.split("/")[-1], one.key.removeprefix("indicators.formula_"))
        for one in found
    ] == [
        ("one.yml", "unreadable"),
        ("two.yml", "name_like_none"),
        ("two.yml", "name_like_none"),
        ("three.yml", "units"),
        ("four.yml", "constant"),
        ("five.yml", "cycle"),
    ]
    assert found[-1].values["cycle"] in {"five → six → five", "six → five → six"}


def test_indicators_come_after_what_they_rest_on() -> None:
    chain = {
        one.id: one
        for one in (
            *LEAVES,
            indicator("a", "growth(b)"),
            indicator("b", "grdp / workers + grdp / workers"),
        )
    }
    found = order(chain)
    assert sorted(found) == sorted(chain)
    assert found.index("a") > found.index("b") > found.index("grdp")
    assert inputs("a", chain) == ("grdp", "workers")
    assert inputs("grdp", chain) == ("grdp",)
