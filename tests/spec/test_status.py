"""A computed value is as firm as the least firm figure that it rests on."""

from lotrinh.periods import Period
from spec.figures import PLACE, answers, computed, observations


def test_the_least_firm_input_decides(on: str) -> None:
    answers(on, "a + b", """
              2021 2022 2023 2024
            a 1    1p   1    1p
            b 1    1    1e   1e
            = 2    2p   2e   2e
        """)  # fmt: skip


def test_both_years_of_a_growth_count(on: str) -> None:
    answers(on, "growth(a)", """
              2022 2023 2024
            a 100e 110p 121
            = .    10e  10p
        """)  # fmt: skip


def test_a_part_not_taken_does_not_weaken(on: str) -> None:
    answers(on, "coalesce(a, b) + if(c > 0, a, b)", """
              2024
            a 1
            b 1e
            c 1p
            = 2p
        """)  # fmt: skip


def test_a_value_that_a_plain_number_stands_in_for_is_an_estimate(on: str) -> None:
    answers(on, "coalesce(growth(a), 0)", """
              2023 2024
            a 100  110
            = 0e   10
        """)  # fmt: skip


def test_a_result_names_what_it_was_computed_from(on: str) -> None:
    """The inputs stand in the order of the formula, each once, down to the observations."""
    figures = observations("2023 2024\na 100 110e\nb 10 10")
    results = computed({"x": "a / b", "y": "growth(x)"}, figures, on)
    one = results.get("y", PLACE, Period.year(2024))
    assert one is not None
    assert [str(part.period) for part in one.inputs] == ["2024", "2023"]
    assert [part.indicator for part in one.inputs[0].inputs] == ["a", "b"]
    assert {str(leaf.value) for leaf in one.observations()} == {"100", "110", "10"}
    assert one.formula == "growth(x)"
    assert one.status == "estimate"
