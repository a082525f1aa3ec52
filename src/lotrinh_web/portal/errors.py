"""Pages for what went wrong: in the reader's language, with the mend where there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang, say


def told(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Turn what the core says is wrong with an address into a page, 422."""

    @wraps(view)
    def answered(request: HttpRequest, lang: Lang, **rest: Any) -> HttpResponse:
        try:
            return view(request, lang=lang, **rest)
        except LotrinhError as error:
            said = [(one.wrong(lang), one.mend(lang)) for one in error.problems]
            return _page(request, lang, "wrong_address", 422, said)

    return answered


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that no browser sends."""
    return _page(request, _lang(request), "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what this person may not do."""
    return _page(request, _lang(request), "forbidden", 403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer who asks too often."""
    return _page(request, _lang(request), "too_many", 429)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address where nothing is."""
    return _page(request, _lang(request), "not_found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the fault is ours."""
    return _page(request, _lang(request), "broken", 500)


def _lang(request: HttpRequest) -> Lang:
    return "en" if request.path.startswith("/en/") else "vi"


def _page(
    request: HttpRequest,
    lang: Lang,
    key: str,
    status: int,
    said: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    context = {
        "lang": lang,
        "name": "error",
        "title": say(f"lotrinh_web.{key}", lang),
        "mend": say(f"lotrinh_web.{key}_mend", lang),
        "said": said or [],
    }
    return render(request, "portal/error.html", context, status=status)
