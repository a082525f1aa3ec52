"""People come in by the terminal, once, and then by an administrator: no other way."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh_web.accounts import people
from lotrinh_web.accounts.posts import EVERYWHERE, Post
from lotrinh_web.accounts.powers import NotAllowedError, may
from lotrinh_web.audit.models import AuditEntry
from web.accounts.conftest import NOW, SCIENCE, SERVER, TODAY
from web.accounts.signing import NAME, PASSWORD, enter

Give = Callable[..., Post]


def first(monkeypatch: pytest.MonkeyPatch, name: str = NAME, password: str = PASSWORD) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    out = io.StringIO()
    call_command("first_administrator", name, "--password-stdin", "--lang=en", stdout=out)
    return out.getvalue()


def test_the_first_administrator_is_made_once_and_administers_all_bodies(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/en/desk/" in first(monkeypatch)
    assert may(NAME, "administer", EVERYWHERE, timezone.localdate())
    assert enter(Client()).status_code == 302
    with pytest.raises(CommandError, match="works only once"):
        first(monkeypatch, "second")
    assert not may("second", "administer", EVERYWHERE, timezone.localdate())


def test_a_weak_password_makes_no_administrator(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError, match="at least 12"):
        first(monkeypatch, password="1234")
    assert "administers all bodies" in first(monkeypatch)


def test_every_deed_on_an_account_is_told_to_the_audit(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    first(monkeypatch)
    now = timezone.now()
    user = people.add_person(name="mai", by=NAME, at=now)
    people.one_time_link(user=user, by=NAME, at=now)
    people.set_password(user=user, password=PASSWORD, again=PASSWORD, by="mai", at=now)
    people.end_sessions(user=user, by=NAME, at=now)
    people.reset_factors(user=user, by=NAME, at=now)
    people.close_account(user=user, is_active=False, by=NAME, at=now)
    people.close_account(user=user, is_active=True, by=NAME, at=now)
    found = AuditEntry.objects.filter(subject="people/mai").values_list("action", flat=True)
    assert list(found) == [
        "add_person", "make_one_time_link", "set_password", "end_sessions",
        "reset_second_factors", "close_account", "open_account",
    ]  # fmt: skip
    payloads = "".join(AuditEntry.objects.values_list("payload", flat=True))
    assert PASSWORD not in payloads


@pytest.mark.parametrize("name", ["terminal:root", "two words", "", "x" * 151, "a/b"])
def test_a_name_that_could_be_taken_for_the_terminal_or_an_address_is_refused(
    db: None, name: str
) -> None:
    with pytest.raises(LotrinhError, match="will not do as a name"):
        people.add_person(name=name, password=PASSWORD, by=SERVER, at=NOW)


def test_a_name_is_taken_whatever_its_capitals(db: None) -> None:
    people.add_person(name="mai", password=PASSWORD, by=SERVER, at=NOW)
    with pytest.raises(LotrinhError, match="is taken"):
        people.add_person(name="Mai", password=PASSWORD, by=SERVER, at=NOW)


def test_an_administrator_of_one_body_cannot_take_over_one_above(given: Give) -> None:
    given("an", "administrator", SCIENCE)
    given("binh", "administrator", EVERYWHERE)
    given("chi", "reporter", SCIENCE)
    binh, chi = people.person("binh"), people.person("chi")
    for deed in (people.one_time_link, people.reset_factors, people.end_sessions):
        with pytest.raises(NotAllowedError):
            deed(user=binh, by="an", at=NOW)
        deed(user=chi, by="an", at=NOW)
    with pytest.raises(NotAllowedError):
        people.close_account(user=binh, is_active=False, by="an", at=NOW)


def test_a_person_without_that_power_adds_nobody(given: Give) -> None:
    given("an", "planning_office", SCIENCE)
    with pytest.raises(NotAllowedError):
        people.add_person(name="moi", by="an", at=NOW)


def test_nobody_closes_their_own_account(given: Give) -> None:
    given("an", "administrator", EVERYWHERE)
    with pytest.raises(LotrinhError, match="their own account"):
        people.close_account(user=people.person("an"), is_active=False, by="an", at=NOW)


def test_who_has_lost_everything_is_let_in_again_from_the_terminal(db: None) -> None:
    people.add_person(name=NAME, password=PASSWORD, by=SERVER, at=NOW)
    for _ in range(9):
        enter(Client(), password="x")
    out = io.StringIO()
    call_command("let_in_again", NAME, "--lang=en", stdout=out)
    link = out.getvalue().strip().rpartition(" ")[2]
    new = "another-horse-battery"
    assert Client().post(link, {"password": new, "again": new}).status_code == 302
    assert enter(Client(), password=new).status_code == 302
    assert may(NAME, "administer", EVERYWHERE, TODAY) is False
