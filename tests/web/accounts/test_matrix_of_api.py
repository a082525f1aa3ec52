"""Every operation of the API × every role × one's own body and another × every state of a key.

The operations come from the description of the API (`tests/architecture` holds that none is
left out of it); what each asks for from what it declares; what it is asked about from `samples`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from architecture.views import Operation, operations
from lotrinh_web.accounts.appoint import appoint
from lotrinh_web.accounts.roles import POWERS
from lotrinh_web.api.door import api
from lotrinh_web.collect.models import Token
from web.accounts import samples
from web.accounts.conftest import COMMITTEE, NOW, SCIENCE, SERVER, TODAY

OWN, OTHER = SCIENCE, "dak-lak/so-noi-vu"
BODIES = (OWN, OTHER)
#: Roles, and no role at all; each is held by a person of that name.
ROLES = ("none", *POWERS)


@dataclass(frozen=True)
class Caller:
    """Who calls, and with what."""

    name: str
    #: What stands in the header; empty for a call without one.
    authorization: str = ""
    #: Body whose key it is, and role of its maker there; empty when the key opens nothing.
    body: str = ""
    role: str = ""

    def may(self, operation: Operation, body: str) -> int:
        """Return 200 for who may call about a body; 401 without a key, 403 with another's."""
        access = operation.access
        assert access is not None, f"{operation.path} declares nothing"
        if access.public:
            return 200
        if not self.body or POWERS.get(self.role, frozenset()).isdisjoint(access.powers):  # type: ignore[call-overload]
            return 401
        # A key for another body than the one asked about is known, and turned away.
        return 200 if self.body == body or not _is_about(operation) else 403


@pytest.fixture
def posts(loaded: None, django_user_model: Any) -> None:
    """One person for each role at their own body; two who report for others."""
    for name in (*ROLES, "elsewhere", "above"):
        django_user_model.objects.create_user(username=name)
    held = [(role, role, OWN) for role in POWERS] + [
        ("elsewhere", "reporter", OTHER),
        ("above", "reporter", COMMITTEE),
    ]
    for person, role, body in held:
        appoint(person=person, role=role, body=body, valid_from=TODAY, by=SERVER, at=NOW)


def key(person: str, body: str, **more: Any) -> str:
    """Lay a key in the database, whether its maker may have one or not; return the header."""
    secret = f"lotrinh_{person}-{body}-{sorted(more)}"
    digest = hashlib.sha256(secret.encode()).hexdigest()
    row = {"valid_to": date.max, "made_at": NOW, "name": "x", "hint": secret[:12]} | more
    Token.objects.create(person=person, body=body, digest=digest, **row)
    return f"Bearer {secret}"


def callers() -> Iterator[Caller]:
    """Yield every kind of caller."""
    yield Caller("nobody")
    yield Caller("a key that is not known", "Bearer lotrinh_x")
    yield Caller("a password", "Basic YW46YW4=")
    for role in ROLES:
        yield Caller(f"a key of {role}", key(role, OWN), OWN, role)
        # Nobody of them has a post there: such a key opens nothing.
        yield Caller(f"a key of {role} for another body", key(role, OTHER))
        revoked = key(role, OWN, revoked_at=NOW, revoked_by=role)
        yield Caller(f"a revoked key of {role}", revoked)
        yield Caller(f"an old key of {role}", key(role, OWN, valid_to=TODAY - timedelta(days=1)))
    yield Caller("a key of another body", key("elsewhere", OTHER), OTHER, "reporter")
    # Powers reach down to the bodies below, a key does not.
    yield Caller("a key made from above", key("above", OWN), OWN, "reporter")
    yield Caller("a key of the body above", key("above", COMMITTEE), COMMITTEE, "reporter")


def url_of(one: Operation, body: str) -> str:
    """Return an address of an operation that is about the body where it is about one."""
    own = samples.OWN.get(_name(one), {})
    values = samples.ANY | own
    if _is_about(one):
        assert _name(one) in samples.ABOUT, f"say in samples.ABOUT how {_name(one)} is about a body"
        values |= samples.ABOUT[_name(one)](body)
    path = one.path.replace("{path:", "{")
    asked = urlencode({part: own[part] for part in own if f"{{{part}}}" not in path})
    return path.format_map(values) + (f"?{asked}" if asked else "")


def _is_about(one: Operation) -> bool:
    is_at_body = one.access is not None and one.access.at_body
    return is_at_body and _name(one) not in samples.OF_THE_KEY


def _name(one: Operation) -> str:
    """Return `api:reports.figures`, of the file and the function."""
    return f"api:{one.function.__module__.rpartition('.')[2]}.{one.function.__name__}"


def call(client: Client, one: Operation, body: str, authorization: str = "") -> int:
    """Return the status of a call."""
    headers = {"Authorization": authorization} if authorization else {}
    answer = client.generic(
        one.method, url_of(one, body), "[]", content_type="application/json", headers=headers
    )
    # An empty list is no report: who may send one is told so.
    is_let_in = answer.status_code == (422 if one.method == "POST" else 200)
    return 200 if is_let_in else answer.status_code


def wrong(client: Client, caller: Caller) -> list[tuple[str, ...]]:
    """Return every operation and body that answers a caller otherwise than it should."""
    found = []
    for one in operations():
        # What is about no body is asked once.
        for body in {url_of(one, body): body for body in BODIES}.values():
            status = call(client, one, body, caller.authorization)
            if status != caller.may(one, body):
                found.append((caller.name, one.method, one.path, body, str(status)))
    return found


def test_a_key_opens_what_its_maker_may_do_for_its_body_and_nothing_else(posts: None) -> None:
    assert [found for caller in callers() for found in wrong(Client(), caller)] == []


def test_being_signed_in_opens_nothing_that_asks_for_a_key(
    posts: None, django_user_model: Any
) -> None:
    for role in ROLES:
        client = Client()
        client.force_login(django_user_model.objects.get(username=role))
        assert wrong(client, Caller(role)) == []


def test_the_description_names_the_key_where_one_is_asked_for_and_nowhere_else() -> None:
    described = {
        (method.upper(), path): "security" in said
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method, said in methods.items()
    }
    asked = {
        (one.method, one.path.replace("{path:", "{")): not (one.access and one.access.public)
        for one in operations()
    }
    assert described == asked
