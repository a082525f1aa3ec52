"""Machines read the life of a figure by the names that SDMX gives to time travel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lotrinh.ledger import Checked
from lotrinh_web.reporting.actions import approve, submit
from lotrinh_web.reporting.vintages import publish_vintage
from lotrinh_web.reporting.whole import verify_all
from web.conftest import PROVINCE
from web.reporting.conftest import DAY, INDICATOR, figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


def ask(path: str = "history", status: int = 200, **parts: str) -> dict[str, Any]:
    answer = Client(HTTP_HOST="localhost").get(f"/api/v1/{PROVINCE}/{path}", parts)
    assert answer.status_code == status, answer.content
    return answer.json()  # type: ignore[no-any-return]


def test_without_history_only_what_holds_is_told(corrected: int) -> None:
    (found,) = ask(indicator=INDICATOR)["figures"]
    (one,) = found["versions"]
    assert (one["value"], one["kind"], one["corrects"]) == ("160", "correction", corrected)
    assert (one["validFrom"], one["validTo"]) == ("2026-11-24", None)


def test_the_history_tells_every_version_and_what_ended_it(corrected: int) -> None:
    (found,) = ask(indicator=INDICATOR, includeHistory="true")["figures"]
    old, new = found["versions"]
    assert (old["value"], old["validFrom"], old["validTo"]) == ("150", "2026-11-23", "2026-11-24")
    assert old["endedBy"] == {"entry": new["entry"], "kind": "correction"}


def test_as_of_a_day_nothing_later_is_known(corrected: int) -> None:
    (found,) = ask(indicator=INDICATOR, asOf="2026-11-23", includeHistory="true")["figures"]
    (one,) = found["versions"]
    assert (one["value"], one["validTo"], one["endedBy"]) == ("150", None, None)
    assert ask(indicator=INDICATOR, asOf="2026-11-22")["figures"] == []
    ahead = (timezone.localdate() + timedelta(days=2)).isoformat()
    assert ask(status=422, asOf=ahead)["problems"][0]["field"] == "asOf"


def test_figures_of_a_day_and_their_vintage_are_those_of_the_portal(corrected: int) -> None:
    for day in ("2025-09-30", "2026-11-23", "2026-11-24"):
        told = ask(asOf=day)
        assert told["vintage"] == ask("vintage", as_known_on=day)["vintage"]
        held = {
            (one["indicator"], one["place"], one["period"]): version["value"]
            for one in told["figures"]
            for version in one["versions"]
        }
        assert held
        for (_, _, period), value in held.items():
            assert period
            assert value


def test_what_is_marked_is_told_by_no_version_and_the_vintage_leaves_it_out(
    checked: Callable[..., Checked],
) -> None:
    sent = submit(
        checked=checked(figure(mark="confidential"), figure("140", 2023)), by="an", at=later(0)
    )
    approve(id=sent.id, level=1, by="binh", at=later(1))
    told = ask(indicator=INDICATOR, includeHistory="true")["figures"]
    assert [one["period"] for one in told] == ["2023"]
    done = publish_vintage(plan=PROVINCE, as_known_on=date(2026, 11, 23), by="chi", at=later(2))
    assert done is not None
    assert done.hash == ask("vintage", as_known_on="2026-11-23")["vintage"]
    assert len(done.withheld) == 1
    assert verify_all().vintages == 1


def test_vintages_are_told_with_the_head_of_the_chain(corrected: int) -> None:
    done = publish_vintage(
        plan=PROVINCE, as_known_on=date(2026, 11, 24), by="chi",
        at=later(DAY + 2),
    )  # fmt: skip
    assert done is not None
    (one,) = ask("vintages")["vintages"]
    assert (one["vintage"], one["chain_head"]) == (done.hash, done.chain_head)
    Client(HTTP_HOST="localhost").get("/api/v1/plans/none/vintages")
    assert Client(HTTP_HOST="localhost").get("/api/v1/plans/no/ne/history").status_code == 404
