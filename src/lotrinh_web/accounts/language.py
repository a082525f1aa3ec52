"""The language of a page at the desk, told by its address; allauth's own links follow it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from lotrinh.base.words import Lang

_ENGLISH = "/en/"
#: Where a person is led back to from the single sign-on, whose one address both languages share.
RETURN = "/desk/sso/"
_KEPT = "lang"


def language_of(request: HttpRequest) -> Lang:
    """Return the language of an address; after a detour that of the page left behind."""
    if request.path_info.startswith(_ENGLISH):
        return "en"
    session = getattr(request, "session", None)
    if request.path_info.startswith(RETURN) and session is not None:
        return "en" if session.get(_KEPT) == "en" else "vi"
    return "vi"


def keep_language(request: HttpRequest, lang: Lang) -> None:
    """Remember the language before a detour to another site."""
    request.session[_KEPT] = lang


class Language:
    """Lets links made without a language lead to pages in that of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the addresses of the request's language first."""
        if language_of(request) == "en":
            request.urlconf = "lotrinh_web.urls_en"
        return self.get_response(request)


def language(request: HttpRequest) -> dict[str, Any]:
    """Give every template the language of its address; a view may say another."""
    return {"lang": language_of(request)}
