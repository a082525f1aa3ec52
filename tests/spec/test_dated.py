"""A definition holds from a day: older periods keep the older one."""

from dataclasses import replace
from datetime import date

from lotrinh.base.words import Words
from lotrinh.engine import compute
from lotrinh.indicators.indicator import Earlier
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, indicator, observations

OLD = Words("cũ", "old")
#: Until June 2023 the rate was over b, since then over c.
DATED = replace(
    indicator("x", "a / c"),
    valid_from=date(2023, 6, 1),
    earlier=(Earlier(None, OLD, "a / b"),),
)
TABLE = """
      2022 2023-Q1 2023-Q2 2023 2024
    a 12   12      12      12   12
    b 2    2       2       2    2
    c 3    3       3       3    .
"""


def _values(on: str, **more: str) -> dict[str, float]:
    known = {name: indicator(name) for name in "abc"} | {"x": DATED}
    known |= {name: indicator(name, text) for name, text in more.items()}
    results = compute(known, Vintage.freeze(observations(TABLE), DAY), on=on)
    return {str(one.period): one.value for one in results.series(next(iter(more), "x"), PLACE)}


def test_a_period_is_computed_by_the_definition_of_its_last_day(on: str) -> None:
    assert _values(on) == {"2022": 6, "2023-Q1": 6, "2023-Q2": 4, "2023": 4}


def test_who_looks_back_sees_the_older_definition_there(on: str) -> None:
    assert _values(on, y="lag(x, 1) - x + x")["2023"] == 6


def test_a_result_shows_the_formula_that_it_was_computed_by(on: str) -> None:
    known = {name: indicator(name) for name in "abc"} | {"x": DATED}
    results = compute(known, Vintage.freeze(observations(TABLE), DAY), on=on)
    shown = [results.get("x", PLACE, Period.year(year)) for year in (2022, 2023)]
    assert [one and one.formula for one in shown] == ["a / b", "a / c"]
