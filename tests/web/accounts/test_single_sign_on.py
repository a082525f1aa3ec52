"""Single sign-on: the server says who it is; what they may do, and whether at all, is said here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jwt
import pytest
import requests
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from lotrinh_web.accounts.sso import name_of, providers
from lotrinh_web.audit.models import AuditEntry
from web.accounts.provider import CLIENT, SECRET, Provider, running

#: Names that OpenID Connect Discovery 1.0, section 3, requires.
REQUIRED = {
    "issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "response_types_supported",
    "subject_types_supported", "id_token_signing_alg_values_supported",
}  # fmt: skip


@pytest.fixture
def server(people: None, settings: Any) -> Iterator[Provider]:
    """The server, made known to the site as an operator would."""
    with running() as provider:
        environment = {
            "LOTRINH_OIDC_URL": provider.address,
            "LOTRINH_OIDC_ID": CLIENT,
            "LOTRINH_OIDC_SECRET": SECRET,
            "LOTRINH_OIDC_NAME": "Tài khoản tỉnh",
        }
        settings.SOCIALACCOUNT_PROVIDERS = providers(environment)
        settings.OIDC_NAME = name_of(settings.SOCIALACCOUNT_PROVIDERS)
        yield provider


def go(client: Client, lang: str = "") -> Any:
    """Go to the server and come back, as a browser does; return the answer on coming back."""
    out = client.get(f"{lang}/desk/sso/server/")
    assert out.status_code == 302
    back = requests.get(out["Location"], allow_redirects=False, timeout=5)
    return client.get(back.headers["Location"].removeprefix("http://testserver"))


def test_the_fake_server_says_what_the_standard_asks_of_real_ones(server: Provider) -> None:
    told = requests.get(f"{server.address}/.well-known/openid-configuration", timeout=5).json()
    assert set(told) >= REQUIRED
    assert told["issuer"] == server.address
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    # The challenge of that verifier, by RFC 7636, appendix B.
    server.codes["c"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    asked = {"grant_type": "authorization_code", "code": "c", "code_verifier": verifier}
    answer = requests.post(told["token_endpoint"], asked, auth=(CLIENT, SECRET), timeout=5).json()
    assert answer["token_type"] == "Bearer"
    claims = jwt.decode(answer["id_token"], options={"verify_signature": False})
    assert set(claims) >= {"iss", "sub", "aud", "exp", "iat"}
    headers = {"Authorization": f"Bearer {answer['access_token']}"}
    userinfo = requests.get(told["userinfo_endpoint"], headers=headers, timeout=5).json()
    assert userinfo["sub"] == claims["sub"]
    again = requests.post(told["token_endpoint"], asked, auth=(CLIENT, SECRET), timeout=5)
    assert again.status_code == 400, "a code works once"


def test_the_door_offers_it_by_its_name_and_only_where_it_is_set_up(
    server: Provider, settings: Any
) -> None:
    assert "Đăng nhập qua Tài khoản tỉnh" in Client().get("/desk/sign-in/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    page = Client().get("/desk/sign-in/").content.decode()
    assert "/desk/sso/" not in page
    assert Client().get("/desk/sso/server/").status_code == 404


@pytest.mark.parametrize("lang", ["", "/en"])
def test_whom_the_server_vouches_for_gets_in_under_the_known_name(
    server: Provider, lang: str
) -> None:
    client = Client()
    answer = go(client, lang)
    assert answer["Location"] == f"{lang}/desk/account/"
    assert "An Nguyễn" in client.get(answer["Location"]).content.decode()
    assert AuditEntry.objects.filter(action="connect_single_sign_on", by="an").count() == 1


def test_a_name_nobody_added_does_not_get_in_and_makes_no_account(
    server: Provider, django_user_model: Any
) -> None:
    server.claims |= {"preferred_username": "stranger"}
    before = django_user_model.objects.count()
    answer = go(Client(), "/en")
    assert answer.status_code == 403
    assert "no account here for “stranger”" in answer.content.decode()
    assert django_user_model.objects.count() == before


def test_after_the_first_time_the_servers_own_id_counts_and_not_the_name(
    server: Provider,
) -> None:
    assert go(Client()).status_code == 302
    server.claims = {"sub": "somebody-else", "preferred_username": "an"}
    assert go(Client()).status_code == 403, "a name that is reused there opens nothing here"
    server.claims = {"sub": "248289761001", "preferred_username": "an.nguyen"}
    assert go(Client()).status_code == 302


@pytest.mark.parametrize(
    "forged", [{"aud": "another-client"}, {"iss": "https://elsewhere.example"}, {"exp": 1}]
)
def test_a_token_meant_for_others_or_too_old_is_refused(
    server: Provider, forged: dict[str, Any]
) -> None:
    server.forged = forged
    answer = go(Client())
    assert answer.status_code == 403
    assert "Chưa đăng nhập được qua Tài khoản tỉnh" in answer.content.decode()


def test_an_answer_that_was_not_asked_for_is_refused(server: Provider) -> None:
    answer = Client().get("/desk/sso/server/back/?code=code-0&state=made-up")
    assert answer.status_code == 403


def test_who_turns_back_at_the_server_sees_the_door_again(server: Provider) -> None:
    client = Client()
    out = client.get("/en/desk/sso/server/")["Location"]
    state = dict(part.split("=") for part in out.split("?")[1].split("&"))["state"]
    answer = client.get(f"/desk/sso/server/back/?error=access_denied&state={state}", follow=True)
    assert "Signing in through Tài khoản tỉnh did not succeed" in answer.content.decode()


def test_an_e_mail_counts_only_when_the_server_says_it_is_verified(
    server: Provider, settings: Any
) -> None:
    settings.OIDC_CLAIM = "email"
    server.claims |= {"email": "an", "email_verified": False}
    assert go(Client()).status_code == 403
    server.claims |= {"email_verified": True}
    assert go(Client()).status_code == 302


def test_a_closed_account_stays_closed_whatever_the_server_says(
    server: Provider, django_user_model: Any
) -> None:
    django_user_model.objects.filter(username="an").update(is_active=False)
    answer = go(Client())
    assert "đã đóng" in answer.content.decode()


def test_who_has_no_password_here_can_set_up_a_first_second_factor(
    server: Provider, django_user_model: Any
) -> None:
    user = django_user_model.objects.get(username="an")
    user.set_unusable_password()
    user.save()
    client = Client()
    go(client)
    assert client.get("/desk/account/app/").status_code == 200
    assert client.get("/desk/account/password/").status_code == 404


def test_half_a_configuration_and_one_without_tls_stop_the_start() -> None:
    whole = {
        "LOTRINH_OIDC_URL": "https://login.example.org",
        "LOTRINH_OIDC_ID": "a",
        "LOTRINH_OIDC_SECRET": "b",
    }
    assert providers({}) == {}
    assert name_of(providers(whole)) == "login.example.org"
    for name in whole:
        with pytest.raises(ImproperlyConfigured, match=name):
            providers(whole | {name: ""})
    with pytest.raises(ImproperlyConfigured, match="https"):
        providers(whole | {"LOTRINH_OIDC_URL": "http://login.example.org"})
