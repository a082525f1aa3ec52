"""Every view × every role × one's own body and another: who may, gets in, and nobody else.

The views come from the addresses of the site, what they ask for from what they declare.
Operations of the API have a matrix of their own, `test_matrix_of_api.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from architecture.views import View, views
from lotrinh_web.accounts.access import Access
from lotrinh_web.accounts.posts import Post
from lotrinh_web.accounts.roles import POWERS
from web.accounts import samples
from web.accounts.conftest import SCIENCE

OWN, OTHER = SCIENCE, "dak-lak/so-y-te"
#: Both languages have the same views (`tests/architecture/test_views_declare.py`).
VIEWS = [one for one in views() if one.given["lang"] == "vi"]
CLOSED = [one for one in VIEWS if one.access and not one.access.public]
OPEN = [one for one in VIEWS if one.access and one.access.public]
#: Public views that need something a test without a server does not have.
_NEEDS_A_SERVER = {"openid_connect_login", "openid_connect_callback"}
#: Roles, and no role at all.
ROLES = ("", *POWERS)


def url_of(view: View, body: str) -> str:
    """Return an address of a view that is about the body where it is about one."""
    name = view.name.replace("en-desk:", "vi-desk:").replace("en:", "vi:")
    values = samples.ANY | samples.OWN.get(name, {})
    if view.access and view.access.at_body:
        assert name in samples.ABOUT, f"say in samples.ABOUT how {name} is about a body"
        values |= samples.ABOUT[name](body)
    parts = {part: values[part] for part in view.parts}
    if ":" not in view.name:
        parts |= view.given
    return reverse(view.name, kwargs=parts)


def expected(access: Access, role: str, body: str) -> bool:
    """Tell whether who holds the role at their own body may enter."""
    if not access.powers:
        return True
    has = bool(role) and not POWERS[role].isdisjoint(access.powers)  # type: ignore[index]
    return has and (not access.at_body or body == OWN)


def entered(answer: Any) -> bool:
    """Tell whether an answer let one in: it may be that nothing is there, or the form is empty."""
    led_to_the_door = answer.status_code == 302 and "/sign-in/?next=" in answer["Location"]
    return answer.status_code not in (401, 403) and not led_to_the_door


@pytest.mark.parametrize("role", ROLES)
def test_a_role_enters_what_its_powers_open_and_nothing_else(
    given: Callable[..., Post], django_user_model: Any, role: str
) -> None:
    if role:
        given("an", role)
    client = Client(raise_request_exception=False)
    user = django_user_model.objects.get(username="an")
    wrong = []
    for view in CLOSED:
        assert view.access is not None
        for body in (OWN, OTHER):
            client.force_login(user)
            for answer in (client.get(url_of(view, body)), client.post(url_of(view, body))):
                if entered(answer) != expected(view.access, role, body):
                    wrong.append((view.name, body, answer.status_code))
                assert answer.status_code < 500, view.name
    assert wrong == []


def test_a_stranger_enters_public_views_and_no_other(people: None) -> None:
    closed = [one.name for one in CLOSED if entered(Client().get(url_of(one, OWN)))]
    posted = [one.name for one in CLOSED if entered(Client().post(url_of(one, OWN)))]
    assert closed == posted == []
    shut = []
    for one in OPEN:
        answer = Client().get(url_of(one, OWN))
        if one.name not in _NEEDS_A_SERVER and not entered(answer):
            shut.append((one.name, answer.status_code))
    assert shut == []


@pytest.mark.parametrize("role", ROLES)
def test_public_views_of_the_desk_are_open_to_every_role(
    given: Callable[..., Post], django_user_model: Any, role: str
) -> None:
    if role:
        given("an", role)
    client = Client()
    client.force_login(django_user_model.objects.get(username="an"))
    shut = [
        one.name
        for one in OPEN
        if one.name not in _NEEDS_A_SERVER
        and one.pattern.startswith(("desk/", "en/desk/"))
        and not entered(client.get(url_of(one, OWN)))
    ]
    assert shut == []
