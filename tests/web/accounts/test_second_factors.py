"""Second factors: an app's code, recovery codes, and roles that ask for one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from lotrinh_web.accounts.people import add_person
from lotrinh_web.accounts.posts import Post
from lotrinh_web.audit.models import AuditEntry
from web.accounts.conftest import NOW, SERVER
from web.accounts.signing import NAME, PASSWORD, code_of, enter


@pytest.fixture
def client(db: None) -> Client:
    """A person signed in by password."""
    add_person(name=NAME, password=PASSWORD, by=SERVER, at=NOW)
    client = Client()
    enter(client)
    return client


def again(client: Client, url: str) -> None:
    """Confirm by password that it is the same person."""
    asked = client.get(url)["Location"]
    assert "/account/again/" in asked
    assert client.post(asked, {"password": PASSWORD})["Location"] == url


def set_up(client: Client, lang: str = "") -> tuple[str, list[str]]:
    """Set up the app; return its secret and the recovery codes."""
    url = f"{lang}/desk/account/app/"
    again(client, url)
    page = client.get(url).content.decode()
    secret = re.search(r'<code class="long">([A-Z2-7 ]+)</code>', page)
    assert secret is not None
    answer = client.post(url, {"code": code_of(secret[1])})
    assert answer["Location"] == f"{lang}/desk/account/codes/"
    codes = re.findall(r"<code>(\d{8})</code>", client.get(answer["Location"]).content.decode())
    return secret[1], codes


def test_the_code_of_an_app_is_that_of_the_standard() -> None:
    """RFC 6238, appendix B: seconds 59 and 1111111109, the last six of eight digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert code_of(secret, 59) == "287082"
    assert code_of(secret, 1111111109) == "081804"


def test_with_an_app_the_password_alone_does_not_get_in(client: Client) -> None:
    secret, _ = set_up(client)
    stranger = Client()
    step = enter(stranger)["Location"]
    assert step == "/desk/sign-in/code/"
    assert stranger.get("/desk/account/").status_code == 302
    assert stranger.post(step, {"code": "000000"}).status_code == 422
    assert stranger.post(step, {"code": code_of(secret)}).status_code == 302
    assert stranger.get("/desk/account/").status_code == 200


def test_a_code_works_only_once(client: Client) -> None:
    secret, _ = set_up(client)
    code = code_of(secret)
    for expected in (302, 422):
        stranger = Client()
        step = enter(stranger)["Location"]
        assert stranger.post(step, {"code": code}).status_code == expected


def test_ten_recovery_codes_are_shown_once_and_each_works_once(client: Client) -> None:
    _, codes = set_up(client)
    assert len(set(codes)) == 10
    assert codes[0] not in client.get("/desk/account/codes/").content.decode()
    for expected in (302, 422):
        stranger = Client()
        step = enter(stranger)["Location"]
        assert stranger.post(step, {"code": codes[3]}).status_code == expected


def test_the_secret_of_an_app_lies_encrypted(client: Client) -> None:
    secret, _ = set_up(client)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret.replace(" ", "") not in kept
    assert kept.startswith("gAAAA")


def test_setting_up_and_taking_away_is_told_to_the_audit(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        set_up(client)
    client.post("/desk/account/app/remove/")
    told = AuditEntry.objects.filter(subject=f"people/{NAME}", by=NAME)
    assert [(one.action, json.loads(one.payload)["kind"]) for one in told] == [
        ("add_second_factor", "totp"),
        ("add_second_factor", "recovery_codes"),
        ("remove_second_factor", "totp"),
        ("remove_second_factor", "recovery_codes"),
    ]


def test_guessing_codes_is_stopped(client: Client) -> None:
    secret, _ = set_up(client)
    stranger = Client()
    step = enter(stranger)["Location"]
    for _ in range(8):
        assert stranger.post(step, {"code": "000000"}).status_code == 422
    answer = stranger.post(step, {"code": code_of(secret)})
    assert answer.status_code == 422
    assert "15 phút" in answer.content.decode()


def test_taking_the_app_away_needs_the_person_again(client: Client) -> None:
    set_up(client)
    client.post("/desk/sign-out/")
    assert client.get("/desk/account/app/remove/").status_code == 302
    assert Authenticator.objects.filter(type="totp").exists()


@pytest.mark.parametrize(
    ("lang", "word"), [("", "Mã không đúng"), ("/en", "The code is not right")]
)
def test_errors_are_said_in_the_language_of_the_page(client: Client, lang: str, word: str) -> None:
    url = f"{lang}/desk/account/app/"
    again(client, url)
    client.get(url)
    page = client.post(url, {"code": "000000"})
    assert page.status_code == 422
    assert word in page.content.decode()
    assert "Incorrect" not in page.content.decode()


def test_a_role_may_ask_for_a_second_factor_before_anything_else_opens(
    given: Callable[..., Post], client: Client, settings: Any
) -> None:
    settings.SECOND_FACTOR_ROLES = frozenset({"planning_office"})
    given(NAME, "planning_office")
    assert client.get("/desk/")["Location"] == "/desk/account/"
    assert "cần bước xác thực thứ hai" in client.get("/desk/account/").content.decode()
    set_up(client)
    assert client.get("/desk/").status_code == 200


def test_other_roles_are_not_asked(
    given: Callable[..., Post], client: Client, settings: Any
) -> None:
    settings.SECOND_FACTOR_ROLES = frozenset({"approver"})
    given(NAME, "planning_office")
    assert client.get("/desk/").status_code == 200
