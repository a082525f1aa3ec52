"""What `if`, `min` and `max` mean."""

import pytest

from spec.figures import answers


@pytest.mark.parametrize(
    ("sign", "smaller", "equal", "greater"),
    [
        ("<", "1", "2", "2"),
        ("<=", "1", "1", "2"),
        (">", "2", "2", "1"),
        (">=", "2", "1", "1"),
        ("==", "2", "1", "2"),
        ("!=", "1", "2", "1"),
    ],
)
def test_every_comparison_chooses(
    on: str, sign: str, smaller: str, equal: str, greater: str
) -> None:
    answers(on, f"if(a {sign} b, 1, 2)", f"""
              2022      2023    2024
            a 3         5       7
            b 5         5       5
            = {smaller} {equal} {greater}
        """)  # fmt: skip


def test_the_branch_not_taken_may_be_missing(on: str) -> None:
    answers(on, "if(a > b, c, d)", """
              2023 2024
            a 2    1
            b 1    2
            c 10   .
            d .    20
            = 10   20
        """)  # fmt: skip


def test_a_condition_that_is_missing_chooses_nothing(on: str) -> None:
    answers(on, "if(a > b, c, c)", """
              2023 2024
            a 1    1
            b .    2
            c 10   20
            = .    20
        """)  # fmt: skip


def test_least_and_greatest_need_every_part(on: str) -> None:
    answers(on, "max(a, b, c) - min(a, b, c)", """
              2023 2024
            a 1    1
            b 5    .
            c 3    9
            = 4    .
        """)  # fmt: skip
