"""Functions that look at other places and parts: the place above, the places below, the parts."""

from datetime import date

from spec.lands import holds, land

LAND = "vn(north(a b) south(c d))"


def test_share_of_parent_is_per_cent_of_the_place_above(on: str) -> None:
    holds(on, LAND, {"x": "sum", "y": "share_of_parent(x)"}, """
             2024
        x@a  1
        x@b  3
        x@c  5
        x@d  1e
    """, """
                2024
        y@a     25
        y@north 40e
        y@south 60e
        y@vn    .
    """)  # fmt: skip


def test_there_is_no_share_of_a_total_that_is_not_whole(on: str) -> None:
    given = {"x": "sum", "y": "share_of_parent(x)", "z": "share_of_parent(x) partial"}
    holds(on, "vn(a b c)", given, """
             2024
        x@a  1
        x@b  3
    """, """
             2024
        y@a  .
        z@a  25[2/3]
    """)  # fmt: skip


def test_a_figure_of_the_place_above_alone_calls_for_no_share(on: str) -> None:
    """`coalesce` has nothing to stand in for where the place itself has reported nothing."""
    holds(on, "vn(a b)", {"x": "sum", "y": "coalesce(share_of_parent(x), 0)"}, """
             2024
        x@a  5
        x@vn 8
    """, """
             2024
        y@a  62.5
        y@b  .
        y@vn .
    """)  # fmt: skip


def test_the_place_above_is_that_of_the_last_day_of_the_period(on: str) -> None:
    gazetteer = land("vn(a b)", ended={"b": date(2024, 7, 1)})
    holds(on, gazetteer, {"x": "sum", "y": "share_of_parent(x)"}, """
             2023 2024
        x@a  1    1
        x@b  3    3
    """, """
             2023 2024
        y@a  25   100
        y@b  75   .
    """)  # fmt: skip


def test_count_where_counts_the_units_that_fulfil_a_condition(on: str) -> None:
    """Three of four communes have a subscriber."""
    holds(on, LAND, {"x": "sum", "y": "count_where(x >= 1, commune)"}, """
             2024
        x@a  0
        x@b  7
        x@c  1
        x@d  2
    """, """
                2024
        y@a     0
        y@b     1
        y@north 1
        y@vn    3
    """)  # fmt: skip


def test_a_count_tells_of_how_many_units_it_knows(on: str) -> None:
    given = {
        "x": "sum",
        "all": "none",
        "rate": "100 * count_where(x >= 1, commune) / all",
        "some": "100 * count_where(x >= 1, commune) / all partial",
    }
    holds(on, LAND, given, """
                2024
        x@a     0
        x@b     7
        x@c     1
        all@vn  4
        all@north 2
    """, """
                   2024
        rate@north 50
        rate@vn    .
        some@vn    50[3/4]
    """)  # fmt: skip


def test_no_units_are_counted_where_nobody_knows_how_many_there_are(on: str) -> None:
    gazetteer = land(LAND, vn=None, north=None)
    holds(on, gazetteer, {"x": "sum", "y": "count_where(x >= 1, commune)"}, """
             2024
        x@a  1
        x@b  1
        x@c  1
    """, """
                2024
        y@north 2
        y@vn    .
    """)  # fmt: skip


def test_sum_over_adds_the_categories_of_a_disaggregation(on: str) -> None:
    holds(on, "a", {"x": "sum", "y": "sum_over(x, sex)"}, """
                        2023 2024
        x@a#sex=female  3    3p
        x@a#sex=male    4    .
    """, """
             2023 2024
        y@a  7    .
    """)  # fmt: skip


def test_the_functions_stand_within_each_other(on: str) -> None:
    given = {"x": "sum", "y": "growth(share_of_parent(sum_over(x, sex)))"}
    holds(on, "vn(a b)", given, """
                        2023 2024
        x@a#sex=female  1    3
        x@a#sex=male    1    3
        x@b#sex=female  4    5
        x@b#sex=male    4    1
    """, """
             2024
        y@a  150
    """)  # fmt: skip
