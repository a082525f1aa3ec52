"""Reads LOTRINH_OIDC_* into what allauth calls a provider; no server is named, none is offered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

#: How our one server is called in addresses: /desk/sso/server/.
PROVIDER = "server"
_NEEDED = ("LOTRINH_OIDC_URL", "LOTRINH_OIDC_ID", "LOTRINH_OIDC_SECRET")
_HERE = ("localhost", "127.0.0.1", "::1")


def providers(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return allauth's SOCIALACCOUNT_PROVIDERS; empty when no server is named.

    Raises ImproperlyConfigured when only some of the three are given, or the server would be
    asked without TLS.
    """
    given = {name: environment.get(name, "").strip() for name in _NEEDED}
    if not any(given.values()):
        return {}
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise ImproperlyConfigured(f"Single sign-on also needs {', '.join(missing)}.")
    url = urlsplit(given["LOTRINH_OIDC_URL"])
    if url.scheme != "https" and url.hostname not in _HERE:
        raise ImproperlyConfigured("LOTRINH_OIDC_URL must begin with https://.")
    app = {
        "provider_id": PROVIDER,
        "name": environment.get("LOTRINH_OIDC_NAME") or url.hostname,
        "client_id": given["LOTRINH_OIDC_ID"],
        "secret": given["LOTRINH_OIDC_SECRET"],
        "settings": {"server_url": given["LOTRINH_OIDC_URL"].rstrip("/")},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def name_of(providers: Mapping[str, Any]) -> str:
    """Return what the button of the server says; empty when there is none."""
    apps = providers.get("openid_connect", {}).get("APPS", ())
    return next((str(app["name"]) for app in apps), "")
