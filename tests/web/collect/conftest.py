"""A small province whose communes report, on a day of its own; its people are signed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from lotrinh_web.accounts.appoint import appoint
from lotrinh_web.desk.actions import issue_plan
from unit.plan.folder import PLAN
from unit.plan.reporting import WITH_REPORTS

#: 20 March 2026 in Viet Nam: the first quarter fell due on the 17th.
NOW = datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
TODAY = NOW.date()
REPORT = "/desk/reports/x/kh-1/people.p.a/2026-Q1/"
ADDRESS = f"{PLAN}#report/people.p.a/2026-Q1"
#: Person, role, body.
PEOPLE = (
    ("an", "reporter", "p/a"),
    ("anh", "reporter", "p/a"),
    ("binh", "approver", "p/a"),
    ("chi", "planning_office", "vn/office"),
    ("dung", "reporter", "p/b"),
)


@pytest.fixture
def province(db: None, monkeypatch: pytest.MonkeyPatch, django_user_model: Any) -> None:
    """The plan, issued, and its people in their posts."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    issue_plan(files=WITH_REPORTS, folder=PLAN, by="test", at=NOW)
    for name, role, body in PEOPLE:
        django_user_model.objects.create_user(username=name)
        appoint(person=name, role=role, body=body, valid_from=TODAY, by="terminal:test", at=NOW)


@pytest.fixture
def signed_in(province: None, django_user_model: Any) -> Callable[[str], Client]:
    """Return the browser of a person who is signed in."""

    def enter(name: str) -> Client:
        client = Client()
        client.force_login(django_user_model.objects.get(username=name))
        return client

    return enter


@pytest.fixture
def an(signed_in: Callable[[str], Client]) -> Client:
    """The browser of who reports for commune A."""
    return signed_in("an")
