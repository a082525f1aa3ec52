"""The page on which a person makes and revokes the keys of their machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh_web.accounts.access import needs
from lotrinh_web.accounts.powers import bodies_within_reach, body_name
from lotrinh_web.collect import tokens
from lotrinh_web.collect.door import page


@needs("report")
@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show a person's keys; make one, whose secret is shown this once; revoke one."""
    person, now = request.user.get_username(), timezone.now()
    today = timezone.localdate()
    problems: tuple[Problem, ...] = ()
    secret = ""
    if request.method == "POST":
        number = request.POST.get("revoke", "")
        try:
            if number:
                tokens.revoke(id=int(number) if number.isdigit() else 0, by=person, at=now)
                return HttpResponseRedirect(reverse(f"{lang}-desk:keys"))
            name, body = request.POST.get("name", ""), request.POST.get("body", "")
            secret = tokens.make(name=name, body=body, by=person, at=now)
        except LotrinhError as error:
            problems = error.problems
    reach = sorted(bodies_within_reach(person, "report", today))
    return page(
        request, lang, "keys", problems=problems, secret=secret, today=today,
        bodies=[(id, body_name(id)) for id in reach],
        tokens=[(one, body_name(one.body)) for one in tokens.of_person(person)],
    )  # fmt: skip
