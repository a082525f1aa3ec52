"""The home of a reporter: every report of their bodies, the most pressing first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lotrinh.base.words import Lang, say
from lotrinh_web.accounts.access import needs
from lotrinh_web.accounts.powers import body_name
from lotrinh_web.collect.door import page
from lotrinh_web.collect.tasks import Task, tasks


@needs("report")
@require_safe
def listing(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show what a person's bodies must report, and where each report stands."""
    person, today = request.user.get_username(), timezone.localdate()
    groups = [
        (stand, [(one, body_name(one.obligation.body), due_in_words(one, lang)) for one in found])
        for stand, found in tasks(person, today)
    ]
    counts = {stand: len(found) for stand, found in groups}
    return page(request, lang, "listing", groups=groups, counts=counts, today=today)


def due_in_words(one: Task, lang: Lang) -> str:
    """Say how near the day is: in five days, today, twelve days late."""
    if one.stand in ("submitted", "approved"):
        return ""
    if one.days == 0:
        return say("lotrinh_web.collect_due_today", lang)
    key = "collect_days_left" if one.days > 0 else "collect_days_late"
    return say(f"lotrinh_web.{key}", lang, days=abs(one.days))
