"""Errors as JSON problems (RFC 9457), said in both languages."""

from __future__ import annotations

from typing import Any

from django.http import JsonResponse

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import both


def missing(address: str) -> JsonResponse:
    """Answer 404."""
    return _problem(404, "api_not_found", {"instance": address})


def refused(error: LotrinhError) -> JsonResponse:
    """Answer 422 with everything the core found wrong."""
    return _problem(422, "api_wrong", {"problems": [one.as_dict() for one in error.problems]})


def invalid(errors: list[dict[str, Any]]) -> JsonResponse:
    """Answer 422 for a parameter that cannot be read."""
    fields = [str(one["loc"][-1]) for one in errors]
    return _problem(422, "api_unreadable", {"fields": fields}, fields=fields)


def refusal() -> dict[str, Any]:
    """Return what a problem of 422 begins with, for an answer that says more."""
    said = both("lotrinh_web.api_wrong")
    return {"type": "about:blank", "status": 422, "title": said.en, "title_vi": said.vi}


def unknown_key() -> JsonResponse:
    """Answer 401."""
    answer = _problem(401, "api_no_key", {})
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def foreign(body: str) -> JsonResponse:
    """Answer 403 for a report of another body than the key's."""
    return _problem(403, "api_foreign", {"instance": body})


def conflict(name: str) -> JsonResponse:
    """Answer 409 for an idempotency key that another call has used."""
    return _problem(409, "api_once", {"instance": name})


def too_many(seconds: int) -> JsonResponse:
    """Answer 429 with the seconds after which to try again."""
    answer = _problem(429, "api_too_fast", {}, seconds=seconds)
    answer["Retry-After"] = str(seconds)
    return answer


def _problem(status: int, key: str, more: dict[str, Any], **values: object) -> JsonResponse:
    said = both(f"lotrinh_web.{key}", **values)
    body = {"type": "about:blank", "status": status, "title": said.en, "title_vi": said.vi} | more
    return JsonResponse(
        body,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
