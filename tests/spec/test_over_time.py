"""A longer period is made of all its shorter ones: a flow's sum, a stock's last value."""

from spec.lands import holds


def test_a_flow_of_a_year_is_the_sum_of_its_quarters(on: str) -> None:
    holds(on, "a", {"x": "year-sum"}, """
             2023-Q1 2023-Q2 2023-Q3 2023-Q4 2024-Q1 2024-Q2 2024-Q3
        x@a  1       2       3       4p      1       2       3
    """, """
             2023-S1 2023 2024-S1 2024
        x@a  3       10p  3       .
    """)  # fmt: skip


def test_a_stock_of_a_year_is_its_last_value(on: str) -> None:
    holds(on, "a", {"x": "year-last"}, """
             2023-Q4 2024-11 2024-12 2025-Q3
        x@a  7       8       9       5
    """, """
             2023 2024-Q4 2024 2025
        x@a  7    9       9    .
    """)  # fmt: skip


def test_a_reported_figure_of_the_longer_period_holds(on: str) -> None:
    holds(on, "a", {"x": "year-sum"}, """
             2024-S1 2024-S2 2024
        x@a  1       2       5
    """, """
             2024
        x@a  5
    """)  # fmt: skip


def test_months_make_quarters_and_quarters_make_years(on: str) -> None:
    holds(on, "a", {"x": "year-sum"}, """
             2024-01 2024-02 2024-03 2024-Q2 2024-S2
        x@a  1       1       1       4       5
    """, """
             2024-Q1 2024-S1 2024
        x@a  3       7       12
    """)  # fmt: skip


def test_a_ratio_of_a_year_is_computed_from_the_years_parts(on: str) -> None:
    holds(on, "a", {"x": "year-sum", "y": "year-last", "r": "x / y"}, """
             2024-S1 2024-S2
        x@a  1       3
        y@a  1       2
    """, """
             2024-S1 2024-S2 2024
        r@a  1       1.5     2
    """)  # fmt: skip


def test_what_adds_up_over_neither_stays_as_reported(on: str) -> None:
    holds(on, "a", {"x": "none"}, """
             2024-S1 2024-S2
        x@a  1       3
    """, """
             2024
        x@a  .
    """)  # fmt: skip


def test_years_are_made_before_the_totals_of_places(on: str) -> None:
    """One commune reports by quarters, the other by the year; the country has both."""
    holds(on, "vn(a b)", {"x": "sum year-sum"}, """
              2024-Q1 2024-Q2 2024-Q3 2024-Q4 2024
        x@a   1       2       3       4       .
        x@b   .       .       .       .       5
    """, """
              2024-Q1    2024
        x@vn  1[1/2]     15
    """)  # fmt: skip
