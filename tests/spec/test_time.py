"""What growth, average growth and lag mean, for any shape of period."""

from spec.figures import answers


def test_growth_is_per_cent_above_the_year_before(on: str) -> None:
    answers(on, "growth(a)", """
              2021 2022 2023 2024
            a 100  110  .    121
            = .    10   .    .
        """)  # fmt: skip


def test_growth_of_a_quarter_is_against_the_same_quarter(on: str) -> None:
    answers(on, "growth(a)", """
              2023-Q4 2024-Q1 2024-Q4 2024 2023-01-01/P9M 2024-01-01/P9M
            a 50      77      60      1    10             12
            = .       .       20      .    .              20
        """)  # fmt: skip


def test_growth_from_zero_gives_no_result(on: str) -> None:
    answers(on, "growth(a)", """
              2023 2024 2025
            a 0    5    10
            = .    .    100
        """)  # fmt: skip


def test_growth_of_a_ratio_is_computed_from_the_ratio(on: str) -> None:
    answers(on, "growth(a / b)", """
              2023 2024
            a 100  121
            b 10   11
            = .    10
        """)  # fmt: skip


def test_average_growth_is_compounded(on: str) -> None:
    answers(on, "cagr(a, since=2020)", """
              2019 2020 2021 2022 2023
            a 50   100  110  121  .
            = .    .    10   10   .
        """)  # fmt: skip


def test_average_growth_needs_positive_ends(on: str) -> None:
    answers(on, "cagr(a, since=2020) + cagr(b, since=2020)", """
              2020 2021 2022
            a 100  -1   100
            b -1   -1   -1
            = .    .    .
        """)  # fmt: skip


def test_lag_is_the_value_so_many_years_earlier(on: str) -> None:
    answers(on, "lag(a, 2)", """
              2020 2021 2022 2023 2024
            a 1    2    3    .    .
            = .    .    1    2    3
        """)  # fmt: skip


def test_lag_and_growth_may_be_nested(on: str) -> None:
    answers(on, "growth(lag(a, 1)) - lag(growth(a), 1)", """
              2020 2021 2022 2023
            a 100  110  132  .
            = .    .    0    0
        """)  # fmt: skip


def test_a_leap_day_is_compared_with_the_last_of_february(on: str) -> None:
    answers(on, "growth(a)", """
              2023-02-28 2024-02-29
            a 10         15
            = .          50
        """)  # fmt: skip
