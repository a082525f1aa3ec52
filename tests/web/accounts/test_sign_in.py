"""The door: in by name and password, slowly for those who guess, out with a button."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from lotrinh_web import settings as real
from lotrinh_web.accounts.people import add_person
from web.accounts.conftest import NOW, SERVER
from web.accounts.signing import DOOR, NAME, PASSWORD, enter


@pytest.fixture
def person(db: None) -> Any:
    return add_person(name=NAME, password=PASSWORD, by=SERVER, at=NOW)


def test_a_password_is_kept_by_argon2(db: None, settings: Any) -> None:
    settings.PASSWORD_HASHERS = real.PASSWORD_HASHERS
    person = add_person(name=NAME, password=PASSWORD, by=SERVER, at=NOW)
    assert person.password.startswith("argon2$argon2id$")


def test_right_name_and_password_open_the_account(person: Any) -> None:
    client = Client()
    assert enter(client).status_code == 302
    assert client.get("/desk/account/").status_code == 200


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(person: Any) -> None:
    answers = [enter(Client(), NAME, "wrong"), enter(Client(), "nobody", PASSWORD)]
    assert {one.status_code for one in answers} == {422}
    for one in answers:
        assert "Tên hoặc mật khẩu không đúng." in one.content.decode()


def test_a_name_rests_after_eight_wrong_passwords_even_for_the_right_one(person: Any) -> None:
    client = Client()
    answers = [enter(client, password="x").status_code for _ in range(8)]
    assert answers == [422] * 7 + [429]
    answer = enter(Client(), lang="/en")
    assert answer.status_code == 429
    text = answer.content.decode()
    assert "Too many wrong passwords" in text
    assert "15 minutes" in text


def test_other_names_are_not_locked_out_with_it(person: Any) -> None:
    add_person(name="mai", password=PASSWORD, by=SERVER, at=NOW)
    for _ in range(9):
        enter(Client(), password="x")
    assert enter(Client(), "mai").status_code == 302


def test_a_name_is_let_in_again_after_a_quarter_of_an_hour(person: Any) -> None:
    for _ in range(8):
        enter(Client(), password="x")
    from django.core.cache import cache

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    cache.clear()
    assert enter(Client()).status_code == 302


def test_success_forgets_the_failures_before_it(person: Any) -> None:
    for _ in range(5):
        enter(Client(), password="x")
    assert enter(Client()).status_code == 302
    assert AccessAttempt.objects.count() == 0


def test_a_closed_account_does_not_open(person: Any) -> None:
    person.is_active = False
    person.save()
    client = Client()
    assert enter(client).status_code in (403, 422)
    assert client.get("/desk/account/").status_code == 302


@pytest.mark.parametrize("lang", ["", "/en"])
def test_signing_out_ends_the_session(person: Any, lang: str) -> None:
    client = Client()
    enter(client, lang=lang)
    assert client.post(f"{lang}/desk/sign-out/")["Location"] == f"{lang}/desk/sign-in/"
    assert client.get(f"{lang}/desk/account/").status_code == 302


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_account_is_reached_in_the_language_of_the_door(person: Any, lang: str) -> None:
    client = Client()
    asked = client.get(f"{lang}/desk/account/sessions/")["Location"]
    assert asked.startswith(f"{lang}/desk/sign-in/?next=")
    answer = client.post(asked, {"name": NAME, "password": PASSWORD})
    assert answer["Location"] == f"{lang}/desk/account/sessions/"


def test_no_page_makes_an_account(db: None) -> None:
    for path in ("signup", "register", "setup", "accounts/signup", "desk/sign-up", "admin"):
        assert Client().get(f"/{path}/").status_code == 404


def test_the_door_keeps_the_policy_and_sets_no_cookie_before_a_form_is_sent(person: Any) -> None:
    answer = Client().get(DOOR)
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "<script>" not in answer.content.decode()
    assert answer["Cache-Control"].startswith("max-age=0")
