"""A figure is asked for once: duplicates are shown, and what is known is offered."""

from dataclasses import replace
from datetime import date

from lotrinh.base.address import Address
from lotrinh.periods import Period
from lotrinh.plan import Cell
from lotrinh.plan.ask_once import Already, duplicates, offered
from unit.plan.reporting import all_obligations, opened

PLACES = opened().places
FIRST = all_obligations()["people.p.a"]
SECOND = replace(
    FIRST, address=Address("plans/x/kh-1", "obligation", "again"), body="p/office",
    asked=FIRST.asked[1:], since=date(2026, 7, 1), until=date(2027, 12, 31),
)  # fmt: skip
Q3 = Period.read("2026-Q3")


def test_the_same_figure_asked_of_two_bodies_is_shown_with_its_periods() -> None:
    (one,) = duplicates([FIRST, SECOND], PLACES)
    assert one.cell == Cell("pupils", "vn/p/a")
    assert [str(period) for period in one.periods] == ["2026-Q3", "2026-Q4"]
    assert one.bodies == ("p/a", "p/office")


def test_a_year_and_its_quarter_are_two_figures() -> None:
    yearly = replace(SECOND, frequency="year", since=date(2026, 1, 1))
    assert duplicates([FIRST, yearly], PLACES) == ()


def test_a_figure_reported_elsewhere_is_offered_and_one_s_own_is_not() -> None:
    cell = Cell("pupils", "vn/p/a")
    known = {(cell, Q3): Already(cell, "120", "person", str(SECOND.address), "p/office")}
    assert offered(FIRST, Q3, PLACES, known)[cell].value == "120"
    assert offered(SECOND, Q3, PLACES, known) == {}
    assert offered(FIRST, Period.read("2026-Q2"), PLACES, known) == {}
