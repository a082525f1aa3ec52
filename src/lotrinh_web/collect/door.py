"""What the pages of a report share: finding it, letting the right people in, printing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.urls.converters import StringConverter
from django.utils import timezone

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang
from lotrinh.periods import Period
from lotrinh.plan import Obligation
from lotrinh_web.collect.asked import Asked, find


class PeriodConverter(StringConverter):
    """A period in an address: `2026-Q1`; the slash of nine months is written `_`."""

    regex = r"[12]\d{3}(?:-[0-9A-Z_-]+)?"


def report(folder: str, id: str, period: str) -> Asked:
    """Return the report of an address; 404 when nobody asks for it."""
    found = find(folder, id, period, timezone.localdate())
    if found is None:
        raise Http404
    return found


def body_of(folder: str, id: str, period: str, **rest: Any) -> str:
    """Return the body whose report an address is about; empty when there is no such report."""
    found = find(folder, id, period, timezone.localdate())
    return found.obligation.body if found else ""


def address(lang: Lang, asked: Asked, name: str = "report", **more: Any) -> str:
    """Return the address of a page of a report."""
    return address_of(lang, asked.obligation, asked.period, name, **more)


def address_of(lang: Lang, obligation: Obligation, period: Period, name: str, **more: Any) -> str:
    """Return the address of a page of an obligation's report on a period."""
    parts = {
        "folder": obligation.address.folder.removeprefix("plans/"),
        "id": obligation.id,
        "period": str(period).replace("/", "_"),
    }
    url: str = reverse(f"{lang}-desk:{name}", kwargs=parts | more)
    return url


def page(
    request: HttpRequest,
    lang: Lang,
    name: str,
    *,
    problems: tuple[Problem, ...] = (),
    status: int = 0,
    **more: Any,
) -> HttpResponse:
    """Print a page of reports; unless `status` says otherwise, with problems it answers 422."""
    said = [(str(one.where.field), one.wrong(lang), one.mend(lang)) for one in problems]
    context = {"lang": lang, "name": f"desk-{name}", "said": said, **more}
    code = status or (422 if said else 200)
    return render(request, f"collect/{name}.html", context, status=code)
