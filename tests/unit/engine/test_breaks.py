"""Where a series breaks: at its own changes of definition and at those of what it is made of."""

from dataclasses import replace
from datetime import date

import pytest

from lotrinh.base.words import Words
from lotrinh.engine.breaks import Breaks
from lotrinh.indicators.indicator import Earlier
from lotrinh.indicators.read_formula import read_formula
from spec.figures import indicator

OLD = Words("cũ", "old")
INDICATORS = {
    "plain": indicator("plain"),
    "a": replace(indicator("a"), valid_from=date(2020, 1, 1)),
    "b": replace(
        indicator("b"),
        earlier=(Earlier(None, OLD, ""), Earlier(date(2015, 1, 1), OLD, "", (), True)),
        valid_from=date(2022, 7, 1),
    ),
    "r": replace(
        indicator("r", "b / plain"),
        earlier=(Earlier(None, OLD, "a / plain"),),
        valid_from=date(2018, 1, 1),
    ),
    "s": replace(indicator("s", "a / plain"), valid_from=date(2021, 1, 1)),
}


@pytest.mark.parametrize(
    ("formula", "days"),
    [
        ("plain", []),
        ("a / b", ["2015-01-01", "2020-01-01"]),
        # a broke after r had left it, b before r took it up; r itself was defined anew.
        ("r", ["2018-01-01"]),
        ("s", ["2020-01-01"]),
        ("lag(a, 2)", ["2022-01-01"]),
        ("growth(a)", []),
        ("link(a, b, at=2020)", ["2015-01-01"]),
        ("link(plain, a, at=2019)", []),
        ("link(a, plain, at=2019)", ["2020-01-01"]),
    ],
)
def test_a_formula_breaks_where_what_it_uses_does(formula: str, days: list[str]) -> None:
    found = Breaks(INDICATORS).of(read_formula(formula))
    assert [one.day.isoformat() for one in found] == days


def test_without_a_change_of_definition_a_formula_stays_itself() -> None:
    formula = read_formula("growth(plain)")
    assert Breaks({"plain": indicator("plain")}).guarded(formula) is formula
    assert Breaks(INDICATORS).guarded(formula) == formula
