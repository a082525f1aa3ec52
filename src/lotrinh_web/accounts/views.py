"""The door of the desk: in by password, passkey or single sign-on; out with a button."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang, say
from lotrinh_web.accounts.access import public
from lotrinh_web.accounts.language import keep_language, language_of
from lotrinh_web.accounts.pages import Page, page
from lotrinh_web.accounts.said import REST_MINUTES, problems_of
from lotrinh_web.accounts.sso import PROVIDER

_RESTS = Problem("lotrinh_web.account_rests", values={"minutes": REST_MINUTES})


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Ask for name and password; on success go where the person wanted to go."""
    if request.method != "POST":
        return _door(request, lang)
    name = request.POST.get("name", "").strip()
    given = {"login": name, "password": request.POST.get("password", "")}
    form = LoginForm(given, request=request)
    if not form.is_valid():
        return _door(request, lang, problems_of(form), person=name)
    answer: HttpResponse = form.login(request, redirect_url=_onward(request, lang))
    return answer


def rests(request: HttpRequest, response: HttpResponse, credentials: Any) -> HttpResponse:
    """Answer while a name rests after too many failures (axes asks this)."""
    name = (credentials or {}).get("username") or ""
    return _door(request, language_of(request), (_RESTS,), status=429, person=name)


@public
@require_POST
def sign_out(request: HttpRequest, lang: Lang) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponseRedirect(reverse("account_login", kwargs={"lang": lang}))


class _SecondStep(Page, AuthenticateView):
    """A code of the app, a recovery code or a key, after the password."""

    shown = "second_step"


class _ByPasskey(LoginWebAuthnView):
    """In by a passkey alone."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the door again with what was wrong."""
        problem = Problem("lotrinh_web.account_wrong_key")
        return _door(self.request, language_of(self.request), (problem,))

    def get_success_url(self) -> str:
        """Lead a person who is signed in already on."""
        return _onward(self.request, language_of(self.request))


second_step = public(_SecondStep.as_view())
by_passkey = public(_ByPasskey.as_view())


@public
@never_cache
@require_safe
def single_sign_on(request: HttpRequest, lang: Lang, provider_id: str) -> HttpResponse:
    """Lead to the server that vouches for people."""
    keep_language(request, lang)
    answer: HttpResponse = openid_connect.login(request, provider_id)
    return answer


@public
@never_cache
@require_safe
def back_from_sign_on(request: HttpRequest, lang: Lang, provider_id: str) -> HttpResponse:
    """Take in whom the server vouches for."""
    answer: HttpResponse = openid_connect.callback(request, provider_id)
    return answer


@public
@never_cache
@require_safe
def cancelled(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show the door again to a person who turned back at the server."""
    problem = Problem("lotrinh_web.sso_failed", values={"name": settings.OIDC_NAME})
    return _door(request, language_of(request), (problem,))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or old; nothing was done."""
    lang = language_of(request)
    context = {
        "lang": lang,
        "name": "error",
        "title": say("lotrinh_web.account_stale", lang),
        "mend": say("lotrinh_web.account_stale_mend", lang),
    }
    return render(request, "portal/error.html", context, status=403)


def _door(
    request: HttpRequest,
    lang: Lang,
    problems: tuple[Problem, ...] = (),
    status: int = 422,
    person: str = "",
) -> HttpResponse:
    """Show the page of signing in."""
    shown: dict[str, Any] = {"person": person, "next": _onward(request, lang)}
    if settings.SOCIALACCOUNT_PROVIDERS:
        shown |= {"provider": PROVIDER, "provider_name": settings.OIDC_NAME}
    return page(request, lang, "sign_in", problems, status, **shown)


def _onward(request: HttpRequest, lang: Lang) -> str:
    """Return where to go next: an address of this site, the desk when there is none."""
    return get_next_redirect_url(request) or reverse(f"{lang}-desk:reviews")
