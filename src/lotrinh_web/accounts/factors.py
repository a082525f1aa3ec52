"""Second factors of a person: which are set up, and how their secrets are kept."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

_WHAT_COUNTS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: Any) -> bool:
    """Tell whether a code of an app or a passkey is set up; recovery codes alone do not count."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=_WHAT_COUNTS).exists()


def remove_factors(user: Any) -> int:
    """Take away every factor of a person who has lost them; return how many there were."""
    count, _ = Authenticator.objects.filter(user_id=user.pk).delete()
    return int(count)


def encrypted(text: str) -> str:
    """Return a secret as the database may keep it: unreadable without the site's own secret."""
    return _box().encrypt(text.encode()).decode()


def decrypted(text: str) -> str:
    """Return the secret behind `encrypted`."""
    return _box().decrypt(text.encode()).decode()


def _box() -> MultiFernet:
    """The site's secret, and those it had before, as keys for this one use."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(key)) for key in keys])


def _key(secret: str) -> bytes:
    digest = hashlib.sha256(b"lotrinh second factors\n" + secret.encode()).digest()
    return base64.urlsafe_b64encode(digest)
