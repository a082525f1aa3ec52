"""Figures read quickly as rows are those the core finds by replaying the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

import pytest
from django.test import Client

from lotrinh.ledger import Observation
from lotrinh.ledger import holding as core_holding
from lotrinh.periods import Period
from lotrinh.plan import Cell
from lotrinh_web.collect.asked import find
from lotrinh_web.collect.beside import beside
from lotrinh_web.desk.contents import content_of
from lotrinh_web.reporting.actions import approve, publish_figures, withdraw
from lotrinh_web.reporting.answers import answers
from lotrinh_web.reporting.queries import known
from lotrinh_web.reporting.series import holding, said
from unit.plan.folder import PLAN
from web.collect.conftest import ADDRESS, NOW, TODAY
from web.collect.test_grid import send

Q1 = Period.read("2026-Q1")
PUPILS = Cell("pupils", "vn/p/a")
_MINUTES = count(1)


def figure(value: str, day: str, period: str = "2026-Q1", **more: str) -> Observation:
    from lotrinh.base.source import Source

    at = date.fromisoformat(day)
    given = {"status": "actual", "unit": "person"} | more
    return Observation(
        "pupils", "vn/p/a", Period.read(period), Decimal(value), source=Source("Niên giám", "", at),
        recorded_at=at, **given,
    )  # fmt: skip


def publish(*figures: Observation) -> None:
    content = content_of(PLAN)
    assert content is not None
    publish_figures(
        observations=figures, plan=PLAN, indicators=content.indicators, places=content.places,
        by="test", at=NOW + timedelta(minutes=next(_MINUTES)),
    )  # fmt: skip


def quickly(day: date = TODAY) -> dict[tuple[Cell, Period], Decimal]:
    periods = {Period.read(one) for one in ("2025-Q4", "2026-Q1")}
    found = holding(said({"pupils", "people"}, [({"vn/p/a"}, periods)], day))
    return {key: one.value for key, one in found.items()}


def replayed(day: date = TODAY) -> dict[tuple[Cell, Period], Decimal]:
    """Return what the core says holds, without the plan's own published figure."""
    found = core_holding(one.observation for one in known(plans=[PLAN], day=day))
    return {
        (Cell(one.indicator, one.place, one.breakdown), one.period): one.value
        for one in found.values()
        if one.place == "vn/p/a" and not one.is_bound
    }


def approved() -> None:
    id = answers([ADDRESS])[ADDRESS].submission
    approve(id=id, level=1, by="binh", at=NOW)
    approve(id=id, level=2, by="chi", at=NOW)


def test_the_latest_and_firmest_figure_holds_as_in_the_core(an: Client) -> None:
    publish(
        figure("1690", "2026-03-02", status="estimate"),
        figure("1700", "2026-03-02", status="preliminary"),
        figure("1650", "2026-01-05", "2025-Q4"),
        replace(figure("1800", "2026-03-10"), qualifier="<", method="inferred"),
    )
    assert quickly() == replayed() == {
        (PUPILS, Q1): Decimal(1700), (PUPILS, Period.read("2025-Q4")): Decimal(1650),
    }  # fmt: skip
    assert quickly(date(2026, 2, 1)) == replayed(date(2026, 2, 1))


def test_a_report_holds_when_it_is_approved_and_not_before(an: Client) -> None:
    publish(figure("1700", "2026-03-02"))
    send(an)
    assert quickly() == replayed() == {(PUPILS, Q1): Decimal(1700)}
    approved()
    assert quickly() == replayed()
    assert quickly()[PUPILS, Q1] == Decimal(1710)


def test_what_was_taken_back_is_not_said(an: Client) -> None:
    send(an)
    withdraw(id=answers([ADDRESS])[ADDRESS].submission, by="an", at=NOW)
    assert quickly() == replayed() == {}


def test_a_figure_of_a_public_source_is_offered_and_another_body_s_is_compared(
    an: Client, signed_in: object
) -> None:
    publish(figure("1700", "2026-03-02"), figure("1650", "2026-01-05", "2025-Q4"))
    asked = find("x/kh-1", "people.p.a", "2026-Q1", TODAY)
    assert asked is not None
    line = beside(asked, TODAY).form.by_cell[PUPILS]
    assert line.already is not None
    assert (line.already.value, line.already.body) == ("1700", "")
    assert line.before == Decimal(1650)
    page = an.get("/desk/reports/x/kh-1/people.p.a/2026-Q1/").content.decode()
    assert "Đã công bố: 1.700" in page


@pytest.mark.django_db
def test_nothing_asked_for_is_nothing_found(province: None) -> None:
    assert said(set(), [(set(), set())], TODAY) == []
