"""A deadline moves by an extension that was granted, with its reason, and the moves are counted."""

from datetime import date

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.periods import Period
from lotrinh.plan.extension import Extension, check_request, deadline
from unit.plan.reporting import all_obligations

ONE = all_obligations()["people.p.a"]
NAME, Q1 = str(ONE.address), Period.read("2026-Q1")
REPORT = ONE.report(Q1)
GRANTED = Extension(NAME, Q1, date(2026, 3, 25), "Bão số 3 làm mất điện", "granted")


def test_a_granted_extension_moves_the_day_and_is_counted() -> None:
    later = Extension(NAME, Q1, date(2026, 3, 31), "Chưa có điện trở lại", "granted")
    found = deadline(REPORT, NAME, [GRANTED, later])
    assert (found.due, found.extended, found.report.period) == (date(2026, 3, 31), 2, Q1)
    assert not found.report.is_late_on(date(2026, 3, 31))


@pytest.mark.parametrize("state", ["asked", "refused"])
def test_a_request_moves_nothing_until_it_is_granted(state) -> None:
    one = Extension(NAME, Q1, date(2026, 3, 25), "Bão số 3 làm mất điện", state)
    found = deadline(REPORT, NAME, [one])
    assert (found.due, found.extended, found.is_asked) == (REPORT.due, 0, state == "asked")


def test_an_extension_of_another_report_moves_nothing() -> None:
    other = Extension(NAME, Period.read("2026-Q2"), date(2026, 8, 1), "Bão số 3", "granted")
    assert deadline(REPORT, NAME, [other]).due == REPORT.due


def test_all_that_is_wrong_with_a_request_is_said_at_once() -> None:
    waiting = Extension(NAME, Q1, date(2026, 3, 25), "Bão số 3 làm mất điện")
    now = deadline(REPORT, NAME, [waiting])
    with pytest.raises(LotrinhError) as caught:
        check_request(Extension(NAME, Q1, date(2026, 3, 17), "bận"), now)
    said = caught.value.say("vi")
    for part in ("không muộn hơn hạn hiện tại (17/03/2026)", "phải nói lý do", "chờ trả lời"):
        assert part in said
    assert "no later than the present deadline (17 March 2026)" in caught.value.say("en")
