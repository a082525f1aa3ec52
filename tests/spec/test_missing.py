"""Missing is missing, never zero; a bound only says what is not so."""

from lotrinh.periods import Period
from spec.figures import PLACE, answers, computed, observations


def test_a_missing_input_gives_no_result(on: str) -> None:
    answers(on, "a + b", """
              2022 2023 2024
            a 10   .    20
            b .    1    2
            = .    .    22
        """)  # fmt: skip


def test_an_indicator_never_reported_gives_no_result(on: str) -> None:
    answers(on, "a + b", """
              2024
            a 10
            b .
            = .
        """)  # fmt: skip


def test_coalesce_takes_the_first_present_part(on: str) -> None:
    answers(on, "coalesce(a, b)", """
              2021 2022 2023 2024
            a 1    .    3    .
            b 5    6    .    .
            c 1    1    1    1
            = 1    6    3    .
        """)  # fmt: skip


def test_coalesce_passes_over_a_part_that_cannot_be_computed(on: str) -> None:
    answers(on, "coalesce(a / b, c)", """
              2023 2024
            a 1    1
            b 0    2
            c 7    7
            = 7    0.5
        """)  # fmt: skip


def test_a_plain_number_alone_is_no_result(on: str) -> None:
    """`coalesce(a, 0)` has no value where nothing it names was reported."""
    answers(on, "coalesce(a, 0)", """
              2023 2024
            a 1    .
            b 1    1
            = 1    .
        """)  # fmt: skip


def test_a_plain_number_fills_the_gap_beside_a_figure(on: str) -> None:
    answers(on, "coalesce(a, 0) + b", """
              2023 2024
            a 1    .
            b 1    1e
            = 2    1e
        """)  # fmt: skip


def test_a_bound_does_not_enter_arithmetic(on: str) -> None:
    answers(on, "a + b", """
              2023 2024
            a <8   8
            b 1    1
            = .    9
        """)  # fmt: skip


def test_a_bound_is_a_result_of_its_own_indicator(on: str) -> None:
    table = """
             2024
           a <8e
           b >3
        """
    results = computed({"x": "a + b"}, observations(table), on)
    shown = [(one.indicator, one.qualifier, one.value, one.status) for one in results.all()]
    assert shown == [("a", "<", 8.0, "estimate"), ("b", ">", 3.0, "actual")]


def test_a_bound_alone_does_not_call_for_a_value(on: str) -> None:
    answers(on, "coalesce(a, 0)", """
              2023 2024
            a <8   8
            = .    8
        """)  # fmt: skip


def test_the_places_are_computed_apart(on: str) -> None:
    """A figure of one place never fills the gap of another."""
    here = observations("2024\na 6")
    there = observations("2024\nb 3")
    elsewhere = [type(one)(**{**one.__dict__, "place": "vn/elsewhere"}) for one in there]
    results = computed({"x": "a / b"}, here + elsewhere, on)
    assert results.get("x", PLACE, Period.year(2024)) is None
    assert results.get("x", "vn/elsewhere", Period.year(2024)) is None
