"""What allauth asks of us: nobody signs up, secrets are kept closed, names come by single sign-on.

allauth's own sentences are never shown: pages print what `said.py` makes of their codes.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lotrinh.base.errors import wrong
from lotrinh.base.words import say
from lotrinh_web.accounts import factors
from lotrinh_web.accounts.access import refused
from lotrinh_web.accounts.language import language_of


class Accounts(DefaultAccountAdapter):
    """Accounts are given by an administrator, never taken."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account of their own."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave wrong passwords to axes, which counts them in the database."""

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask again for who it is; not of who has nothing yet that could be asked for.

        Someone who came by single sign-on has no password here, and sets up a first factor.
        """
        user = self.request.user
        can_be_asked = user.has_usable_password() or factors.has_second_factor(user)
        return can_be_asked and bool(super().is_reauthentication_required(app=app))

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Tell a person whose account is closed."""
        return refused(request, language_of(request), wrong("lotrinh_web.account_closed"))


class SingleSignOn(DefaultSocialAccountAdapter):
    """Whoever the ministry's or the province's server vouches for, if we know the name."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Tie a first sign-in to the person of that name; from then on the server's id counts."""
        if sociallogin.is_existing:
            return
        name = _name_told(sociallogin)
        user = get_user_model().objects.filter(username=name).first() if name else None
        if user is None or user.socialaccount_set.exists():
            error = wrong("lotrinh_web.sso_unknown", name=name or "–")
            raise ImmediateHttpResponse(refused(request, language_of(request), error))
        sociallogin.connect(request, user)
        _tell_connected(user, sociallogin.account.uid)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """A name that nobody was given here does not get in."""
        return False

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, **more: Any
    ) -> None:
        """Answer in our words when the server did not vouch for anyone."""
        said = wrong("lotrinh_web.sso_failed", name=settings.OIDC_NAME)
        raise ImmediateHttpResponse(refused(request, language_of(request), said))


class SecondFactors(DefaultMFAAdapter):
    """Secrets of second factors lie encrypted; keys are named in the reader's language."""

    def encrypt(self, text: str) -> str:
        """Keep a secret unreadable in the database."""
        return factors.encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Read a secret again."""
        return factors.decrypted(encrypted_text)

    def get_totp_issuer(self) -> str:
        """Name the site in the app on the phone."""
        return say("lotrinh_web.site", language_of(self.request))

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """Name a key by the day it was added."""
        day = timezone.localdate()
        return say("lotrinh_web.account_key_of", language_of(self.request), day=day)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Bind keys to this host."""
        host = self.request.get_host().partition(":")[0]
        return {"id": host, "name": self.get_totp_issuer()}


def _name_told(sociallogin: Any) -> str:
    """Return the user name in the claim that the settings name; only of a server's own word."""
    data = sociallogin.account.extra_data
    told = {**(data.get("id_token") or {}), **(data.get("userinfo") or {})}
    if settings.OIDC_CLAIM == "email" and told.get("email_verified") is not True:
        return ""
    return str(told.get(settings.OIDC_CLAIM) or "")[:150]


def _tell_connected(user: Any, uid: str) -> None:
    from django.db import transaction

    from lotrinh_web.audit.actions import record

    name = user.get_username()
    with transaction.atomic():
        record(
            by=name, at=timezone.now(), action="connect_single_sign_on",
            subject=f"people/{name}", payload={"uid": uid},
        )  # fmt: skip
