"""A formula worked out: every part with the value it had, in the period it had it."""

import pytest

from lotrinh.engine import compute, reference
from lotrinh.engine.territory import Territory
from lotrinh.engine.worked import Worked, worked
from lotrinh.indicators.read_formula import read_formula
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, computed, indicator, observations
from spec.lands import land, rules, told

TABLE = """
      2022 2023 2024
    a 10   20   30
    b 2    4    5
"""


def _worked(formula: str) -> Worked:
    results = computed({"x": formula}, observations(TABLE), "reference")
    found = results.get("x", PLACE, Period.year(2024))
    assert found is not None
    indicators = {name: indicator(name) for name in "ab"} | {"x": indicator("x", formula)}
    return worked(found, read_formula(found.formula), indicators, Territory())


def _told(one: Worked) -> list[str]:
    lines = [f"{one.formula} ({one.about.period}) = {one.value:g}"]
    return lines + [f"  {line}" for part in one.parts for line in _told(part)]


def _around(formula: str, place: str, table: str) -> list[str]:
    """Work out a formula in a country of two provinces with two communes each."""
    gazetteer = land("vn(north(a b) south(c d))")
    indicators = {name: rules(name, "sum") for name in "xz"} | {"y": rules("y", formula)}
    vintage = Vintage.freeze(told(table), DAY)
    results = reference.run(indicators, vintage, Territory(gazetteer))
    found = results.get("y", place, Period.year(2024))
    assert found is not None
    text = read_formula(found.formula)
    return _around_told(worked(found, text, indicators, Territory(gazetteer)))


def _around_told(one: Worked) -> list[str]:
    where = " ".join(filter(None, (one.about.place, one.about.breakdown)))
    counted = one.counted and f" of {one.counted.reported}/{one.counted.expected}"
    lines = [f"{one.formula} @ {where} = {one.value:g}{counted or ''}"]
    return lines + [f"  {line}" for part in one.parts for line in _around_told(part)]


def test_a_share_of_the_place_above_shows_both_values() -> None:
    shown = _around("2 * share_of_parent(x / z)", "north", """
             2024
        x@a  1
        x@b  3
        x@c  8
        x@d  4
        z@a  1
        z@b  1
        z@c  1
        z@d  1
    """)  # fmt: skip
    assert shown == [
        "2 * share_of_parent(x / z) @ north = 100",
        "  share_of_parent(x / z) @ north = 50",
        "    x / z @ north = 2",
        "      x @ north = 4",
        "      z @ north = 2",
        "    x / z @ vn = 4",
        "      x @ vn = 16",
        "      z @ vn = 4",
    ]


def test_a_count_shows_of_how_many_units_it_knows() -> None:
    given = "100 * count_where(x >= 2, commune) / 4 partial"
    assert _around(given, "vn", "2024\nx@a 1\nx@b 3\nx@c 8") == [
        "100 * count_where(x >= 2, commune) / 4 @ vn = 50",
        "  100 * count_where(x >= 2, commune) @ vn = 200",
        "    count_where(x >= 2, commune) @ vn = 2 of 3/4",
    ]
    assert _around("count_where(x >= 2, commune) partial", "vn", "2024\nx@a 5") == [
        "count_where(x >= 2, commune) @ vn = 1 of 1/4"
    ]


def test_a_sum_over_a_dimension_shows_each_category() -> None:
    shown = _around("sum_over(x, sex)", "a", "2024\nx@a#sex=female 3\nx@a#sex=male 4")
    assert shown == [
        "sum_over(x, sex) @ a = 7",
        "  x @ a sex=female = 3",
        "  x @ a sex=male = 4",
    ]


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("a / b", ["a / b (2024) = 6", "  a (2024) = 30", "  b (2024) = 5"]),
        (
            "growth(a / b)",
            [
                "growth(a / b) (2024) = 20",
                "  a / b (2024) = 6", "    a (2024) = 30", "    b (2024) = 5",
                "  a / b (2023) = 5", "    a (2023) = 20", "    b (2023) = 4",
            ],
        ),
        (
            "index_to(a, base=2022)",
            ["index_to(a, base=2022) (2024) = 300", "  a (2024) = 30", "  a (2022) = 10"],
        ),
        (
            "link(a, b, at=2023)",
            ["link(a, b, at=2023) (2024) = 30", "  a (2024) = 30"],
        ),
    ],
)  # fmt: skip
def test_every_part_tells_its_value_and_period(formula: str, told: list[str]) -> None:
    assert _told(_worked(formula)) == told


def test_the_branch_not_taken_is_left_out_when_it_has_no_value() -> None:
    shown = _told(_worked("coalesce(a, a / 0)"))
    assert shown == ["coalesce(a, a / 0) (2024) = 30", "  a (2024) = 30"]


def test_a_plain_figure_needs_no_working_out() -> None:
    results = compute({"a": indicator("a")}, Vintage.freeze(observations("2024\na 1"), DAY))
    found = results.get("a", PLACE, Period.year(2024))
    assert found is not None
    assert found.how == "observed"
