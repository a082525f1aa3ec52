"""A formula worked out: every part with the value it had, in the period it had it."""

import pytest

from lotrinh.engine import compute
from lotrinh.engine.worked import Worked, worked
from lotrinh.indicators.read_formula import read_formula
from lotrinh.ledger import Vintage
from lotrinh.periods import Period
from spec.figures import DAY, PLACE, computed, indicator, observations

TABLE = """
      2022 2023 2024
    a 10   20   30
    b 2    4    5
"""


def _worked(formula: str) -> Worked:
    results = computed({"x": formula}, observations(TABLE), "reference")
    found = results.get("x", PLACE, Period.year(2024))
    assert found is not None
    return worked(found, read_formula(found.formula))


def _told(one: Worked) -> list[str]:
    lines = [f"{one.formula} ({one.period}) = {one.value:g}"]
    return lines + [f"  {line}" for part in one.parts for line in _told(part)]


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
