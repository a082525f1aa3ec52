"""A break in series: what is counted changed on a day, and no change is computed across it."""

from spec.lands import holds


def test_growth_is_not_computed_across_a_break(on: str) -> None:
    """What x counts since 2023 is something else: 2023 over 2022 would be no growth."""
    holds(on, "a", {"x": "none defined=2023-01-01", "y": "growth(x)"}, """
             2021 2022 2023 2024
        x@a  100  110  80   88
    """, """
             2022 2023 2024
        y@a  10   .    10
    """)  # fmt: skip


def test_an_average_needs_both_ends_on_one_side(on: str) -> None:
    holds(on, "a", {"x": "none defined=2023-01-01", "y": "cagr(x, since=2021)"}, """
             2021 2022 2023
        x@a  100  110  121
    """, """
             2022 2023
        y@a  10   .
    """)  # fmt: skip


def test_an_index_ends_where_the_series_breaks_on_either_side_of_its_base(on: str) -> None:
    holds(on, "a", {"x": "none defined=2023-01-01", "y": "index_to(x, base=2023)"}, """
             2022 2023 2024
        x@a  100  80   88
    """, """
             2022 2023 2024
        y@a  .    100  110
    """)  # fmt: skip


def test_nothing_accumulates_across_a_break(on: str) -> None:
    given = {"x": "year-sum defined=2023-01-01", "y": "cumulative(x, since=2021)"}
    holds(on, "a", given, """
             2021 2022 2023
        x@a  1    2    4
    """, """
             2021 2022 2023
        y@a  1    3    .
    """)  # fmt: skip


def test_what_is_computed_of_a_broken_series_breaks_with_it(on: str) -> None:
    given = {"x": "none defined=2023-01-01", "z": "none", "r": "x / z", "y": "growth(r)"}
    holds(on, "a", given, """
             2022 2023 2024
        x@a  100  80   88
        z@a  10   10   10
    """, """
             2022 2023 2024
        r@a  10   8    8.8
        y@a  .    .    10
    """)  # fmt: skip


def test_the_definition_of_a_period_is_that_of_its_last_day(on: str) -> None:
    """The break lies within 2023: its first half is still counted as before."""
    holds(on, "a", {"x": "none defined=2023-07-01", "y": "growth(x)"}, """
             2022-S1 2022-S2 2023-S1 2023-S2 2024-S1
        x@a  100     100     110     110     121
    """, """
             2023-S1 2023-S2 2024-S1
        y@a  10      .       .
    """)  # fmt: skip


def test_a_link_mends_the_break(on: str) -> None:
    """The old series is put on the level of the new one in a year in which both are known."""
    given = {
        "new": "none defined=2023-01-01",
        "old": "none",
        "y": "growth(link(new, old, at=2023))",
    }
    holds(on, "a", given, """
               2022 2023 2024
        old@a  100  110  .
        new@a  .    220  231
    """, """
             2023 2024
        y@a  10   5
    """)  # fmt: skip


def test_a_harmless_change_is_no_break(on: str) -> None:
    given = {"x": "none defined=2023-01-01 harmless", "y": "growth(x)"}
    holds(on, "a", given, """
             2022 2023
        x@a  100  110
    """, """
             2023
        y@a  10
    """)  # fmt: skip


def test_who_only_looks_back_compares_nothing(on: str) -> None:
    holds(on, "a", {"x": "none defined=2023-01-01", "y": "lag(x, 1)"}, """
             2022 2023
        x@a  100  110
    """, """
             2023
        y@a  100
    """)  # fmt: skip
