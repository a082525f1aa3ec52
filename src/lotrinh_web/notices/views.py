"""What I was told, and where my mail goes; the ladder of reminders, for administrators."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang, say
from lotrinh.plan.reminder import MOST_STEPS, WHOM, read_ladder
from lotrinh_web.accounts.access import needs, signed_in
from lotrinh_web.notices import actions, queries

#: Empty rows at the foot of the form.
SPARE = 3


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show what this person was told; mark it read, or say where mail goes."""
    person, now = request.user.get_username(), timezone.now()
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            if "email" in request.POST:
                how = request.POST.get("how", "")
                actions.set_mail(email=request.POST["email"], how=how, by=person, at=now)
            else:
                actions.read(by=person, at=now)
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse(f"{lang}-desk:notices"))
    shows: dict[str, Any] = {"told": queries.told(person, lang), "unread": queries.unread(person)}
    shows["email"] = request.POST.get("email", request.user.email)
    shows["how"] = request.POST.get("how", queries.mail_choices([person])[person])
    shows["hows"] = [(one, say(f"lotrinh_web.mail_{one}", lang)) for one in queries.HOWS]
    return _page(request, lang, "notices", problems, **shows)


@needs("administer")
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show and set whom reminders go to, on which days around a deadline."""
    problems: tuple[Problem, ...] = ()
    rows = [(str(one.days), str(one.whom)) for one in queries.ladder()]
    if request.method == "POST":
        typed = zip(request.POST.getlist("days"), request.POST.getlist("whom"), strict=False)
        rows = [(days, whom) for days, whom in typed if days.strip()][: MOST_STEPS + 1]
        try:
            steps = read_ladder(rows)
            actions.set_ladder(steps=steps, by=request.user.get_username(), at=timezone.now())
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse(f"{lang}-desk:reminders"))
    whom = [(one, say(f"lotrinh_web.reminder_{one}", lang)) for one in WHOM]
    spare = [("", "reporter")] * SPARE
    return _page(request, lang, "reminders", problems, rows=rows + spare, whom=whom)


def _page(
    request: HttpRequest, lang: Lang, name: str, problems: tuple[Problem, ...], **more: Any
) -> HttpResponse:
    said = [(one.wrong(lang), one.mend(lang)) for one in problems]
    context = {"lang": lang, "name": f"desk-{name}", "said": said, **more}
    return render(request, f"notices/{name}.html", context, status=422 if said else 200)
