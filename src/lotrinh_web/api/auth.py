"""Lets machines in by their key, slows them down, and gives a repeated call its first answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja.security import HttpBearer

from lotrinh_web.accounts.access import Access
from lotrinh_web.api.problem import too_many
from lotrinh_web.collect import tokens
from lotrinh_web.collect.tokens import Key


class TooFastError(Exception):
    """A key made too many calls within the minute."""


class Bearer(HttpBearer):
    """`Authorization: Bearer lotrinh_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> Key | None:
        """Return the key of a token; None turns the call away with 401."""
        found = tokens.recognise(token, timezone.localdate())
        if found is not None and tokens.is_too_fast(found, timezone.now()):
            raise TooFastError
        return found


def by_key(view: Callable[..., Any]) -> Callable[..., Any]:
    """Declare that a view needs a key whose maker may report for the body it is about."""
    view.access = Access(powers=("report",), at_body=True)  # type: ignore[attr-defined]
    return view


def slow_down(request: HttpRequest, error: TooFastError) -> HttpResponse:
    """Answer 429, with the seconds until the next minute."""
    return too_many(60 - timezone.now().second)
