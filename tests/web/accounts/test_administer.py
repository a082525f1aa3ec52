"""The administrator's pages: add, invite, give and end posts, end sessions; only within reach."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lotrinh_web.accounts import people
from lotrinh_web.accounts.posts import EVERYWHERE, Post, ever_held
from lotrinh_web.accounts.powers import may, posts_of
from web.accounts.conftest import COMMITTEE, SCIENCE
from web.accounts.signing import PASSWORD, enter

Give = Callable[..., Post]


def signed_in(name: str) -> Client:
    from django.contrib.auth import get_user_model

    client = Client()
    client.force_login(get_user_model().objects.get(username=name))
    return client


@pytest.fixture
def chief(given: Give) -> Client:
    """Who administers all bodies."""
    given("an", "administrator", EVERYWHERE)
    return signed_in("an")


def test_a_person_is_added_invited_and_signs_in(chief: Client) -> None:
    added = chief.post("/desk/people/", {"name": "moi", "full_name": "Người Mới"})
    assert added["Location"] == "/desk/people/moi/"
    page = chief.post("/desk/people/moi/", {"do": "link"}).content.decode()
    link = re.search(r'value="http://testserver(/desk/welcome/[^"]+)"', page)
    assert link is not None
    stranger = Client()
    assert "moi" in stranger.get(link[1]).content.decode()
    given = {"password": PASSWORD, "again": PASSWORD}
    assert stranger.post(link[1], given)["Location"] == "/desk/sign-in/"
    assert enter(stranger, "moi").status_code == 302


def test_a_one_time_link_is_spent_after_its_use_and_a_wrong_one_never_worked(
    chief: Client,
) -> None:
    part, token = people.one_time_link(user=people.person("binh"), by="an", at=timezone.now())
    given = {"password": PASSWORD, "again": PASSWORD}
    url = f"/desk/welcome/{part}/{token}/"
    assert Client().post(url, given).status_code == 302
    assert Client().post(url, given | {"password": "x"}).status_code == 404
    for wrong in (f"/desk/welcome/{part}/x-1/", "/en/desk/welcome/zz/x/", "/desk/welcome/0/0/"):
        answer = Client().get(wrong)
        assert answer.status_code == 404
        assert "three days" in answer.content.decode() or "ba ngày" in answer.content.decode()


def test_a_link_shows_a_weak_password_everything_that_is_wrong(chief: Client) -> None:
    part, token = people.one_time_link(user=people.person("binh"), by="an", at=timezone.now())
    answer = Client().post(f"/en/desk/welcome/{part}/{token}/", {"password": "12", "again": "21"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "differ" in text
    assert "too short" in text


def test_a_post_is_given_and_ended_on_the_page(chief: Client) -> None:
    today = timezone.localdate()
    given = {"do": "appoint", "role": "reporter", "body": SCIENCE, "first": today.isoformat()}
    assert chief.post("/desk/people/binh/", given | {"basis": "7/QĐ"}).status_code == 302
    (post,) = posts_of("binh", today)
    assert (post.role, post.body, post.basis) == ("reporter", SCIENCE, "7/QĐ")
    nowhere = chief.post("/desk/people/binh/", given | {"body": ""})
    assert nowhere.status_code == 422, "no choice is not the choice of all bodies"
    end = {"do": "end_post", "post": post.id}
    assert chief.post("/desk/people/binh/", end).status_code == 422
    assert chief.post("/desk/people/binh/", end | {"reason": "Điều động"}).status_code == 302
    assert not posts_of("binh", today)
    page = chief.get("/desk/people/binh/").content.decode()
    assert "Người báo cáo" in page, "what was held stays visible"


def test_the_administrator_of_a_body_neither_sees_nor_gives_beyond_it(given: Give) -> None:
    given("an", "administrator", SCIENCE)
    given("binh", "approver", COMMITTEE)
    client = signed_in("an")
    page = client.get("/desk/people/").content.decode()
    assert "/desk/people/chi/" in page
    assert "/desk/people/binh/" not in page
    assert client.get("/desk/people/binh/").status_code == 404
    wish = {"do": "appoint", "role": "administrator", "first": "2026-01-01"}
    for body in (COMMITTEE, "*"):
        answer = client.post("/desk/people/an/", wish | {"body": body})
        assert answer.status_code == 403
        assert "không được quản trị người dùng" in answer.content.decode()
    assert len(ever_held(person="an")) == 1


@pytest.mark.parametrize(
    "role", ["planning_office", "reporter", "approver", "supervisor", "reader"]
)
def test_no_other_role_opens_the_pages_of_people(given: Give, role: Any) -> None:
    given("an", role)
    client = signed_in("an")
    for url in ("/desk/people/", "/en/desk/people/an/"):
        assert client.get(url).status_code == 403


def test_closing_an_account_ends_its_sessions_at_once(chief: Client) -> None:
    other = signed_in("binh")
    assert other.get("/desk/account/").status_code == 200
    chief.post("/desk/people/binh/", {"do": "close"})
    assert other.get("/desk/account/").status_code == 302


def test_a_head_lets_another_stand_in_and_takes_it_back(given: Give) -> None:
    today = timezone.localdate()
    head = given("an", "approver", valid_from=today)
    client = signed_in("an")
    url = f"/desk/account/posts/{head.id}/"
    last = date(today.year + 1, 1, 31).isoformat()
    wish = {"to": "binh", "manner": "tuq", "first": today.isoformat(), "basis": "5/GUQ"}
    assert client.post(url, wish).status_code == 422, "a delegation needs an end"
    assert client.post(url, wish | {"last": last}).status_code == 302
    assert may("binh", "approve", SCIENCE, today)
    assert "Thừa ủy quyền của An Nguyễn" in signed_in("binh").get("/desk/account/").content.decode()
    acting = posts_of("binh", today)[0]
    assert client.post(url, {"revoke": acting.id, "reason": "Đã về"}).status_code == 302
    assert not may("binh", "approve", SCIENCE, today)


def test_nobody_delegates_the_post_of_another(given: Give) -> None:
    head = given("an", "approver", valid_from=timezone.localdate())
    assert signed_in("binh").get(f"/desk/account/posts/{head.id}/").status_code == 404
