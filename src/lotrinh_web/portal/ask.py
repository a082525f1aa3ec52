"""Reads what a reader asks for in an address: the plan, and the day figures were known."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone

from lotrinh.base.errors import Where, wrong
from lotrinh.base.files import read_day
from lotrinh.publish.page import Case
from lotrinh_web.portal import queries


def day_asked(request: HttpRequest) -> date:
    """Return the day in `?as_known_on=`, today without one; the future is not known yet."""
    today = timezone.localdate()
    text = request.GET.get("as_known_on", "").strip()
    if not text:
        return today
    where = Where(field="as_known_on")
    asked = read_day(text, where)
    if asked > today:
        raise wrong("lotrinh_web.future_day", where, day=asked, today=today)
    return asked


def case_asked(request: HttpRequest, folder: str) -> Case:
    """Return the plan of an address on the day asked for; 404 when there is none."""
    found = queries.case(f"plans/{folder}", day_asked(request))
    if found is None:
        raise Http404(folder)
    return found
