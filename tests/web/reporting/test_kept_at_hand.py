"""What the portal keeps at hand of the ledger is what the whole ledger gives, after any deeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import Evaluation, evaluate_vintage
from lotrinh.ledger import Checked, Recorded, Vintage
from lotrinh.ledger.published import once
from lotrinh_web.desk.contents import sources
from lotrinh_web.desk.told import told_of
from lotrinh_web.portal import queries
from lotrinh_web.reporting.actions import approve, submit
from lotrinh_web.reporting.models import LedgerEntry, SubmissionState
from lotrinh_web.reporting.store import book
from web.accounts.conftest import TODAY
from web.conftest import PROVINCE
from web.reporting.conftest import figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
DEEDS = ["report", "correct", "take back", "approve", "approve"]


def whole() -> tuple[Evaluation, dict[str, Recorded]]:
    """Judge from the ledger's beginning, with nothing that a process keeps."""
    told, ledger = told_of(PROVINCE), book()
    assert told is not None
    plans = sources(told.content)
    known = [
        one
        for one in ledger.known_on(TODAY)
        if ledger.submissions[one.entry.submission].plan in plans
    ]
    observations = told.rule.observations(once(one.observation for one in known))
    entered = {one.observation.id: Recorded(one.entry.by, one.entry.at) for one in known}
    recorded = {one.id: entered[one.id] for one in observations}
    return evaluate_vintage(told.content, Vintage.freeze(observations, TODAY)), recorded


def do(what: str, chance: Random, checked: Callable[..., Checked], at: datetime) -> None:
    """Do a deed on a figure by chance. Raises LotrinhError when the ledger does not allow it."""
    year, value = str(chance.randint(2019, 2024)), str(chance.randint(1, 184))
    figures = [figure(value, year, mark="internal" if chance.random() < 0.1 else "")]
    more: dict[str, Any] = {}
    if what == "approve":
        waiting = SubmissionState.objects.filter(state="submitted").order_by("since")
        if one := waiting.first():
            approve(id=one.submission_id, level=1, by="binh", at=at)
        return
    if what != "report":
        entry = LedgerEntry.objects.filter(by="an", period=year).order_by("-number").first()
        number = entry.number if entry else 1
        more = {"purpose": "correction", "about": number, "reason": "Cộng sót"}
        if what == "take back":
            figures, more = [], {**more, "purpose": "withdrawal", "withdrawn": (number,)}
            del more["about"]
    submit(checked=checked(*figures, at=at, **more), by="an", at=at)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_deeds_the_portal_shows_what_the_whole_ledger_gives(
    seed: int, checked: Callable[..., Checked]
) -> None:
    """Reports, corrections, withdrawals, approvals and figures not for all, in random order."""
    chance = Random(seed)
    done: Counter[str] = Counter()
    for minute in range(60):
        what = chance.choice(DEEDS)
        try:
            do(what, chance, checked, later(minute))
        except LotrinhError:
            continue
        done[what] += 1
        found = queries.case(PROVINCE, TODAY)
        if what != "approve":
            continue
        judged, recorded = whole()
        assert found is not None
        assert found.vintage == judged.vintage
        assert found.vintage.hash == judged.vintage.hash
        assert found.recorded == recorded
        assert found.scoreboard == judged.scoreboard
        assert found.results.all() == judged.results.all()
    assert set(done) == set(DEEDS), done
