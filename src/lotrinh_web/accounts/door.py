"""Sessions, sign-in and CSRF under the desk only: a public page sets no cookie and reads none."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

DESK = ("/desk/", "/en/desk/")


def is_desk(request: HttpRequest) -> bool:
    """Tell whether an address belongs to the desk."""
    return bool(request.path_info.startswith(DESK))


class _AtTheDesk:
    """Stands in front of a middleware of Django's and lets only the desk through to it."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer through Django's middleware at the desk, past it elsewhere."""
        if is_desk(request):
            return super().__call__(request)  # type: ignore[misc]
        return self.get_response(request)  # type: ignore[attr-defined]

    def process_view(self, request: HttpRequest, *rest: Any) -> HttpResponse | None:
        """Hand on what Django asks of the middlewares that look at a view."""
        inner = getattr(super(), "process_view", None)
        return inner(request, *rest) if inner and is_desk(request) else None


class Sessions(_AtTheDesk, SessionMiddleware):
    """Sessions at the desk."""


class People(_AtTheDesk, AuthenticationMiddleware):
    """Who is signed in at the desk."""


class Forms(_AtTheDesk, CsrfViewMiddleware):
    """Forms at the desk carry a token of their own session."""
