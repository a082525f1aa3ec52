"""A person sees where they are signed in, and ends what is not theirs."""

from __future__ import annotations

import re

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from lotrinh_web.accounts.people import add_person
from web.accounts.conftest import NOW, SERVER
from web.accounts.signing import NAME, PASSWORD, enter

URL = "/desk/account/sessions/"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"


@pytest.fixture
def two(db: None) -> tuple[Client, Client]:
    """One person at a desk and on a phone."""
    add_person(name=NAME, password=PASSWORD, by=SERVER, at=NOW)
    desk, phone = Client(), Client(headers={"user-agent": PHONE})
    enter(desk)
    enter(phone)
    return desk, phone


def test_every_session_is_listed_with_its_device(two: tuple[Client, Client]) -> None:
    page = two[0].get(URL).content.decode()
    assert page.count('name="end"') == 2
    assert "Chrome, Android" in page
    assert page.count("Máy này") == 1


def test_one_session_can_be_ended_from_another(two: tuple[Client, Client]) -> None:
    desk, phone = two
    page = desk.get(URL).content.decode()
    found = re.search(r'Android.*?name="end" value="(\d+)"', page, re.DOTALL)
    assert found is not None
    desk.post(URL, {"end": found[1]})
    assert phone.get(URL).status_code == 302
    assert desk.get(URL).status_code == 200


def test_all_others_end_and_this_one_stays(two: tuple[Client, Client]) -> None:
    desk, phone = two
    desk.post(URL, {"others": "1"})
    assert phone.get(URL).status_code == 302
    assert desk.get(URL).status_code == 200


def test_nobody_ends_the_session_of_another(two: tuple[Client, Client]) -> None:
    add_person(name="mai", password=PASSWORD, by=SERVER, at=NOW)
    mai = Client()
    enter(mai, "mai")
    for one in UserSession.objects.filter(user__username=NAME):
        mai.post(URL, {"end": one.pk})
    assert two[0].get(URL).status_code == 200


def test_a_new_password_ends_every_other_session(two: tuple[Client, Client]) -> None:
    desk, phone = two
    given = {"old": PASSWORD, "password": "another-horse-battery", "again": "another-horse-battery"}
    assert desk.post("/desk/account/password/", given).status_code == 302
    assert phone.get(URL).status_code == 302
    assert desk.get(URL).status_code == 200


def test_the_old_password_is_asked_for_and_the_new_one_looked_at(
    two: tuple[Client, Client],
) -> None:
    desk, _ = two
    wrong = {"old": "x", "password": "another-horse-battery", "again": "another-horse-battery"}
    assert "Mật khẩu không đúng" in desk.post("/desk/account/password/", wrong).content.decode()
    weak = {"old": PASSWORD, "password": "1234", "again": "4321"}
    page = desk.post("/desk/account/password/", weak).content.decode()
    assert "Hai lần gõ không giống nhau" in page
    assert "quá ngắn" in page
