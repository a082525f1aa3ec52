"""Functions that look along a series: accumulating, indexing, linking price bases."""

from spec.lands import holds


def test_cumulative_adds_every_period_since_a_year(on: str) -> None:
    holds(on, "a", {"x": "year-sum", "y": "cumulative(x, since=2021)"}, """
             2020 2021 2022 2023 2024
        x@a  9    1    2    3    .
    """, """
             2020 2021 2022 2023 2024
        y@a  .    1    3    6    .
    """)  # fmt: skip


def test_cumulative_goes_on_through_the_quarters_of_later_years(on: str) -> None:
    holds(on, "a", {"x": "year-sum", "y": "cumulative(x, since=2023)"}, """
             2023-S1 2023-S2 2024-S1
        x@a  1       2       3
    """, """
             2023-S2 2024-S1 2023
        y@a  3       6       3
    """)  # fmt: skip


def test_a_gap_ends_what_accumulates(on: str) -> None:
    holds(on, "a", {"x": "year-sum", "y": "cumulative(x, since=2021)"}, """
             2021 2022 2023
        x@a  1    .    3
    """, """
             2021 2022 2023
        y@a  1    .    .
    """)  # fmt: skip


def test_index_to_is_per_cent_of_the_base_year(on: str) -> None:
    holds(on, "a", {"x": "none", "y": "index_to(x, base=2022)"}, """
             2021 2022 2023 2023-S1 2022-S1
        x@a  80   100  150p 30      20
    """, """
             2021 2022 2023 2023-S1
        y@a  80   100  150p 150
    """)  # fmt: skip


def test_without_the_base_year_there_is_no_index(on: str) -> None:
    holds(on, "a", {"x": "none", "y": "index_to(x, base=2010)"}, """
             2021
        x@a  80
    """, """
             2021
        y@a  .
    """)  # fmt: skip


def test_link_puts_the_old_series_on_the_level_of_the_new(on: str) -> None:
    """In the year both are known the new is twice the old; so are the years before."""
    holds(on, "a", {"new": "none", "old": "none", "y": "link(new, old, at=2022)"}, """
               2020 2021 2022 2023
        old@a  10   11   12   13
        new@a  .    .    24   25e
    """, """
             2020 2021 2022 2023
        y@a  20   22   24   25e
    """)  # fmt: skip


def test_link_needs_the_year_in_which_both_are_known(on: str) -> None:
    holds(on, "a", {"new": "none", "old": "none", "y": "link(new, old, at=2022)"}, """
               2020 2021 2022 2023
        old@a  10   11   .    .
        new@a  .    .    24   25
    """, """
             2020 2021 2022 2023
        y@a  .    .    24   25
    """)  # fmt: skip


def test_growth_runs_across_a_linked_year(on: str) -> None:
    given = {"new": "none", "old": "none", "y": "growth(link(new, old, at=2022))"}
    holds(on, "a", given, """
               2021 2022 2023
        old@a  10   12   .
        new@a  .    24   30
    """, """
             2022 2023
        y@a  20   25
    """)  # fmt: skip
