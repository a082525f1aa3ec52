"""The total of a place is made of all the places below, or says that it is not."""

from datetime import date

from spec.lands import holds, land

LAND = "vn(north(a b) south(c d))"


def test_the_figures_of_all_places_below_add_up(on: str) -> None:
    holds(on, LAND, {"x": "sum"}, """
                2024
        x@a     1
        x@b     2
        x@c     3p
        x@d     4e
    """, """
                2024
        x@a     1
        x@north 3
        x@south 7e
        x@vn    10e
    """)  # fmt: skip


def test_a_total_that_a_unit_is_missing_from_says_so(on: str) -> None:
    holds(on, LAND, {"x": "sum"}, """
                2023 2024
        x@a     1    1
        x@b     .    2
        x@c     .    3
    """, """
                2023     2024
        x@north 1[1/2]   3
        x@south .        3[1/2]
        x@vn    1[1/4]   6[3/4]
    """)  # fmt: skip


def test_a_places_own_figure_holds_over_those_below(on: str) -> None:
    """The province says 5, its communes 3: the province is taken at its word, for all its units."""
    holds(on, LAND, {"x": "sum"}, """
                2024
        x@a     1
        x@b     2
        x@north 5
        x@c     4
    """, """
                2024
        x@north 5
        x@south 4[1/2]
        x@vn    9[3/4]
    """)  # fmt: skip


def test_a_place_that_alone_has_reported_stands_for_all_its_units(on: str) -> None:
    """No commune has reported anything; the figure of the north is that of its two."""
    holds(on, LAND, {"x": "sum"}, """
                2024
        x@north 5
    """, """
                2024
        x@north 5
        x@vn    5[2/4]
    """)  # fmt: skip


def test_a_bound_stands_for_no_unit(on: str) -> None:
    holds(on, LAND, {"x": "sum"}, """
                2024
        x@a     1
        x@b     <5
        x@south <9
    """, """
                2024
        x@b     <5
        x@south <9
        x@north 1[1/2]
    """)  # fmt: skip


def test_a_formula_does_not_take_a_total_that_is_not_whole(on: str) -> None:
    holds(on, LAND, {"x": "sum", "y": "sum", "r": "x / y"}, """
                2023 2024
        x@a     1    1
        x@b     3    3
        y@a     2    2
        y@b     2    .
    """, """
                2023 2024
        y@north 4    2[1/2]
        r@a     0.5  0.5
        r@north 1    .
    """)  # fmt: skip


def test_an_indicator_may_take_it_and_then_says_so(on: str) -> None:
    holds(on, LAND, {"x": "sum", "y": "sum", "r": "x / y partial", "s": "r + r"}, """
                2024
        x@a     1
        x@b     3
        y@a     2
    """, """
                2024
        r@a     0.5
        r@north 2[1/2]
        s@a     1
        s@north .
    """)  # fmt: skip


def test_a_ratio_is_computed_anew_for_each_place_never_averaged(on: str) -> None:
    """Half of 2 and a tenth of 10 make a sixth of 12, not three tenths."""
    holds(on, "vn(a b)", {"x": "sum", "y": "sum", "r": "x / y"}, """
             2024
        x@a  1
        x@b  1
        y@a  2
        y@b  10
    """, """
             2024
        r@a  0.5
        r@b  0.1
        r@vn 0.166667
    """)  # fmt: skip


def test_what_is_not_declared_to_add_up_has_no_total(on: str) -> None:
    holds(on, "vn(a b)", {"rate": "none"}, """
                2024
        rate@a  50
        rate@b  70
    """, """
                2024
        rate@vn .
    """)  # fmt: skip


def test_a_mean_is_weighted_by_another_indicator(on: str) -> None:
    """An income of 10 for one person and of 20 for three."""
    holds(on, "vn(a b)", {"people": "sum", "income": "mean weight=people"}, """
                  2024
        people@a  1
        people@b  3
        income@a  10
        income@b  20
    """, """
                  2024
        income@vn 17.5
    """)  # fmt: skip


def test_a_mean_is_of_places_whose_weight_is_known(on: str) -> None:
    holds(on, "vn(a b c)", {"people": "sum", "income": "mean weight=people"}, """
                  2023 2024
        people@a  1    1
        people@b  3    3
        people@c  4    .
        income@a  10   10
        income@b  20   20
        income@c  .    90
    """, """
                  2023            2024
        income@vn 17.5[2/3,50%]   17.5[2/3]
    """)  # fmt: skip


def test_a_total_tells_how_much_of_the_weight_has_reported(on: str) -> None:
    """Two of three communes are two thirds of the units and nine tenths of the people."""
    holds(on, "vn(a b c)", {"people": "sum", "x": "sum weight=people"}, """
                  2024
        people@a  50
        people@b  40
        people@c  10
        x@a       7
        x@b       7
    """, """
                  2024
        x@vn      14[2/3,90%]
    """)  # fmt: skip


def test_a_shared_result_counts_once_where_its_places_meet(on: str) -> None:
    """Two communes built one bridge together, and three and four of their own."""
    holds(on, LAND, {"bridges": "sum"}, """
                         2024
        bridges@a        3
        bridges@a*ferry  1
        bridges@b        4
        bridges@b*ferry  1
        bridges@c        2
        bridges@c*ferry  1
        bridges@d        0
    """, """
                         2024
        bridges@a        4
        bridges@b        5
        bridges@north    8
        bridges@south    3
        bridges@vn       10
    """)  # fmt: skip


def test_of_two_reports_of_a_shared_result_the_firmer_holds(on: str) -> None:
    holds(on, "vn(a b)", {"x": "sum"}, """
               2024
        x@a*k  5e
        x@b*k  6
    """, """
               2024
        x@a    5e
        x@b    6
        x@vn   6
    """)  # fmt: skip


def test_the_map_is_that_of_the_last_day_of_the_period(on: str) -> None:
    """Commune b ended in July 2024: a total of 2024 neither counts nor awaits it."""
    gazetteer = land("vn(a b)", ended={"b": date(2024, 7, 1)})
    holds(on, gazetteer, {"x": "sum"}, """
              2023 2024-Q1 2024
        x@a   1    1       1
        x@b   2    2       2
    """, """
              2023 2024-Q1 2024
        x@vn  3    3       1
        x@b   2    2       2
    """)  # fmt: skip


def test_no_total_is_made_of_a_list_that_is_not_whole(on: str) -> None:
    """Of the communes of the north only some are known: the north is a unit of its own."""
    gazetteer = land(LAND, vn=None, south=date(2024, 1, 1))
    holds(on, gazetteer, {"x": "sum"}, """
                2023 2024
        x@a     1    1
        x@b     2    2
        x@c     3    3
        x@d     4    4
        x@south 9    .
    """, """
                2023     2024
        x@north .        .
        x@south 9        7
        x@vn    9[1/2]   7[2/3]
    """)  # fmt: skip


def test_the_parts_of_a_whole_add_up_apart(on: str) -> None:
    holds(on, "vn(a b)", {"x": "sum", "y": "sum", "r": "x / y"}, """
                         2024
        x@a              9
        x@a#sex=female   3
        x@b#sex=female   5
        y@a#sex=female   4
        y@b#sex=female   4
    """, """
                         2024
        x@vn             9[1/2]
        x@vn#sex=female  8
        x@vn#sex=male    .
        r@vn#sex=female  1
        r@a              .
    """)  # fmt: skip
