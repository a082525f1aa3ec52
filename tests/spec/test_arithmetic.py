"""What + - * / and the sign mean, and where they have no value."""

from spec.figures import answers


def test_figures_of_one_period_are_added(on: str) -> None:
    answers(on, "a + b", """
              2023 2024
            a 10   20
            b 1    2
            = 11   22
        """)  # fmt: skip


def test_products_come_before_sums(on: str) -> None:
    answers(on, "a + b * c - -a", """
              2024
            a 1
            b 2
            c 3
            = 8
        """)  # fmt: skip


def test_parentheses_hold_together(on: str) -> None:
    answers(on, "(a - b) / (a + b)", """
              2024
            a 3
            b 1
            = 0.5
        """)  # fmt: skip


def test_a_quotient_of_whole_numbers_keeps_its_fraction(on: str) -> None:
    answers(on, "a / b + a / b", """
              2024
            a 1
            b 4
            = 0.5
        """)  # fmt: skip


def test_division_by_zero_gives_no_result(on: str) -> None:
    answers(on, "a / b", """
              2023 2024
            a 1    1
            b 0    2
            = .    0.5
        """)  # fmt: skip


def test_a_number_too_large_gives_no_result_nor_a_zero_further_on(on: str) -> None:
    huge = "1" + "0" * 200
    answers(on, "b / (a * a)", f"""
              2023     2024
            a {huge} 2
            b 1        1
            = .        0.25
        """)  # fmt: skip
