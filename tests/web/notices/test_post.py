"""Letters leave as soon as a deed is committed; no mail server can fail it or hold it up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from lotrinh.ledger import Checked
from lotrinh_web.database import mail
from lotrinh_web.notices.actions import set_mail, tell
from lotrinh_web.notices.mail import LOST, send_waiting
from lotrinh_web.notices.models import Notice
from lotrinh_web.reporting.actions import approve, submit
from web.databases import DATABASES, environment, on_its_own
from web.notices.mail_server import MailServer, mail_server
from web.reporting.conftest import figure, later


@pytest.mark.postgres
@pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR")
@pytest.mark.parametrize("database", DATABASES)
def test_committed_deeds_send_letters_and_wait_for_no_server(database: str, tmp_path: Path) -> None:
    with environment(database, tmp_path) as given:
        came = on_its_own(given, "live", "web.notices.on_its_own")
    an, binh = "an@example.gov.vn", "binh@example.gov.vn"
    assert came["committed"] == [[binh, an], True, 0]
    assert came["undone"] == [0, 0]
    assert came["no_server"] == [1, 1, 0]
    # The first try failed with the server's silence; asked again meanwhile, both went in one.
    assert came["silent"] == [True, 1, 0]
    assert came["no_database"] == [["notices wait for `lotrinh notify`"], 1]


@pytest.fixture
def server(settings: Any, office: None) -> Iterator[MailServer]:
    """A real mail server, and the site set to send by it."""
    with mail_server() as server:
        given = mail(f"smtp://127.0.0.1:{server.port}")
        settings.EMAIL_BACKEND = given["backend"]
        settings.EMAIL_HOST, settings.EMAIL_PORT = given["host"], given["port"]
        settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = given["starttls"], given["ssl"]
        yield server


def wants(person: str, how: str = "now") -> None:
    set_mail(email=f"{person}@example.gov.vn", how=how, by=person, at=later(0))


def send_at_once() -> int:
    now = timezone.now()
    return send_waiting(
        hows=("now",), on=now.date(), at=now, failed=lambda _, why: pytest.fail(why)
    )


def told(*people: str) -> None:
    values = {"body": "", "day": "2026-11-23"}
    page = "submissions/x/"
    tell(people=people, key="approved", about="x", page=page, at=later(0), values=values)


def waiting(person: str) -> int:
    return Notice.objects.filter(person=person, mailed_at=None).count()


@pytest.mark.django_db
def test_each_person_chooses_at_once_daily_or_none(
    server: MailServer, checked: Callable[..., Checked]
) -> None:
    wants("binh", "daily")
    wants("chi", "none")
    one = submit(checked=checked(figure(), levels=2), by="an", at=later(0))
    approve(id=one.id, level=1, by="binh", at=later(1))
    assert send_at_once() == 0
    call_command("notify", "--on=1990-01-01")
    submit(checked=checked(figure(year=2023), at=later(2)), by="an", at=later(2))
    call_command("notify", "--on=1990-01-01")
    assert [letter["To"] for letter in server.letters] == ["binh@example.gov.vn"]
    assert (waiting("binh"), waiting("chi")) == (1, 1)
    yesterday = timezone.now() - timedelta(days=1)
    Notice.objects.exclude(mailed_at=None).update(mailed_at=yesterday)
    call_command("notify", "--on=1990-01-01")
    assert len(server.letters) == 2
    wants("binh")
    submit(checked=checked(figure(year=2022), at=later(3)), by="an", at=later(3))
    assert send_at_once() == 1


@pytest.mark.django_db
def test_an_address_the_server_does_not_know_keeps_no_letter_from_others(
    server: MailServer, capsys: Any
) -> None:
    wants("an")
    wants("binh")
    told("an", "binh")
    server.unknown = {"an@example.gov.vn"}
    call_command("notify", "--on=1990-01-01", lang="en")
    assert [letter["To"] for letter in server.letters] == ["binh@example.gov.vn"]
    assert "nobody of that name" in capsys.readouterr().err
    assert (waiting("an"), waiting("binh")) == (1, 0)


@pytest.mark.django_db
def test_what_a_sender_took_is_sent_by_no_other_until_it_is_lost(server: MailServer) -> None:
    wants("an")
    told("an")
    Notice.objects.update(taken_at=timezone.now())
    assert send_at_once() == 0
    Notice.objects.update(taken_at=timezone.now() - LOST - timedelta(seconds=1))
    assert send_at_once() == 1
    assert len(server.letters) == 1


def test_mail_to_this_machine_needs_no_tls_and_to_any_other_does() -> None:
    assert not mail("smtp://localhost:25")["starttls"]
    assert mail("smtp://mail.example.gov.vn")["starttls"]
    assert not mail("smtps://mail.example.gov.vn")["starttls"]
