"""One's own account: posts, second factors, recovery codes, password, sessions.

The steps of second factors are allauth's; their faces and words are ours.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import IndexView
from allauth.mfa.base.views import ReauthenticateView as AgainByCode
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem, Where, wrong
from lotrinh.base.words import Lang
from lotrinh_web.accounts.access import lacks_factor, own_account
from lotrinh_web.accounts.language import language_of
from lotrinh_web.accounts.pages import Page, page
from lotrinh_web.accounts.people import full_names, set_password
from lotrinh_web.accounts.powers import posts_of
from lotrinh_web.accounts.said import REST_MINUTES
from lotrinh_web.accounts.shown import shown_post


class _Index(Page, IndexView):
    """What I may do and how I sign in."""

    shown = "index"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Add the posts, and whether a role asks for a second factor that is not there yet."""
        context: dict[str, Any] = super().get_context_data(**more)
        lang, today = language_of(self.request), timezone.localdate()
        names = full_names()
        posts = posts_of(self.request.user.get_username(), today)
        context["posts"] = [shown_post(post, names, lang, today) for post in posts]
        context["lacks_factor"] = lacks_factor(self.request.user)
        return context


class _App(Page, ActivateTOTPView):
    """Set up the app on the phone."""

    shown = "app"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Put the picture into the page itself: the policy lets no other one in."""
        context: dict[str, Any] = super().get_context_data(**more)
        drawn: str = context["totp_svg"]
        # Drawn by our library from letters and digits; the head of a file has no place in a page.
        context["picture"] = mark_safe(drawn[drawn.index("<svg") :])  # noqa: S308
        context["secret"] = " ".join(_by_four(context["form"].secret))
        return context


class _AppAway(Page, DeactivateTOTPView):
    shown = "app_away"


class _Key(Page, AddWebAuthnView):
    """Add a passkey, kept by the device itself where it can."""

    shown = "key"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Ask the device for a key that can also sign in alone."""
        context: dict[str, Any] = super().get_context_data(**more)
        options = context["js_data"]["creation_options"]
        wish = {"residentKey": "preferred", "userVerification": "preferred"}
        options["publicKey"] = {**options["publicKey"], "authenticatorSelection": wish}
        return context


class _KeyAway(Page, RemoveWebAuthnView):
    shown = "key_away"


class _Codes(Page, ViewRecoveryCodesView):
    shown = "codes"


class _NewCodes(Page, GenerateRecoveryCodesView):
    shown = "codes_new"


class _AgainByPassword(Page, ReauthenticateView):
    shown = "again_password"


class _AgainByCode(Page, AgainByCode):
    shown = "again_code"


class _AgainByKey(Page, ReauthenticateWebAuthnView):
    shown = "again_key"

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the same page again with what was wrong."""
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Keep the form that was sent: allauth drops it."""
        return super().get_context_data(**more) | more


index = own_account(_Index.as_view())
app = own_account(_App.as_view())
app_away = own_account(_AppAway.as_view())
key = own_account(_Key.as_view())
key_away = own_account(_KeyAway.as_view())
codes = own_account(_Codes.as_view())
codes_new = own_account(_NewCodes.as_view())
again_by_password = own_account(_AgainByPassword.as_view())
again_by_code = own_account(_AgainByCode.as_view())
again_by_key = own_account(_AgainByKey.as_view())


@own_account
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Change one's own password, knowing the old one; every other session ends."""
    if not request.user.has_usable_password():
        raise Http404
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            _change_password(request)
        except LotrinhError as error:
            problems = error.problems
        else:
            update_session_auth_hash(request, request.user)
            return HttpResponseRedirect(reverse("mfa_index", kwargs={"lang": lang}))
    return page(request, lang, "password", problems)


def _change_password(request: HttpRequest) -> None:
    """Change it; the old password is asked for through the same lock as at the door."""
    old, new, again = (request.POST.get(name, "") for name in ("old", "password", "again"))
    try:
        known = get_adapter().reauthenticate(request.user, old)
    except ValidationError as error:
        raise wrong("lotrinh_web.account_rests", minutes=REST_MINUTES) from error
    if not known:
        raise wrong("lotrinh_web.account_wrong_password", Where(field="old"))
    by = request.user.get_username()
    set_password(user=request.user, password=new, again=again, by=by, at=timezone.now())


@own_account
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show where one is signed in; end one session, or all others."""
    found = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        others = "others" in request.POST
        ended = [
            one
            for one in found
            if (others and not one.is_current()) or str(one.pk) == request.POST.get("end")
        ]
        here = any(one.is_current() for one in ended)
        for one in ended:
            one.end()
        if here:
            logout(request)
        name = "account_login" if here else "usersessions_list"
        return HttpResponseRedirect(reverse(name, kwargs={"lang": lang}))
    return page(request, lang, "sessions", sessions=sorted(found, key=lambda one: -one.pk))


def _by_four(text: str) -> list[str]:
    return [text[i : i + 4] for i in range(0, len(text), 4)]
