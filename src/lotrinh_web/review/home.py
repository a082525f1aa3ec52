"""The first page of the desk: what a person is here to do, by the powers they have."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from lotrinh.base.words import Lang
from lotrinh_web.accounts.access import signed_in
from lotrinh_web.accounts.powers import holds
from lotrinh_web.review.views import reviews


@signed_in
def home(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Lead planners to documents, reporters to reports, heads to what waits, readers to figures."""
    person, today = request.user.get_username(), timezone.localdate()
    if holds(person, "plan", today):
        answer: HttpResponse = reviews(request, lang=lang)
        return answer
    if holds(person, "report", today):
        return HttpResponseRedirect(reverse(f"{lang}-desk:reports"))
    if holds(person, "approve", today):
        return HttpResponseRedirect(reverse(f"{lang}-desk:inbox"))
    if holds(person, "read", today):
        return HttpResponseRedirect(reverse(f"{lang}-desk:submissions"))
    return HttpResponseRedirect(reverse("mfa_index", kwargs={"lang": lang}))
