"""More time, asked for and answered; and for the planner, figures that are asked for twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem, Where
from lotrinh.base.files import read_day
from lotrinh.base.words import Lang, Words
from lotrinh.periods import Period
from lotrinh.plan.ask_once import Duplicate
from lotrinh.plan.extension import Extension as Moved
from lotrinh_web.accounts import powers
from lotrinh_web.accounts.access import needs
from lotrinh_web.accounts.powers import body_name
from lotrinh_web.collect import more_time
from lotrinh_web.collect.asked import all_obligations, asked_twice, deadlines, to_core
from lotrinh_web.collect.door import address, body_of, page, report
from lotrinh_web.collect.models import Extension
from lotrinh_web.desk.contents import contents

#: Answered requests that are still shown.
LATEST = 20


@needs("report", body_of)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, lang: Lang, folder: str, id: str, period: str) -> HttpResponse:
    """Ask for more time for a report; show what became of earlier requests."""
    asked = report(folder, id, period)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            until = read_day(request.POST.get("until", ""), Where(field="until"))
            more_time.ask_more_time(
                asked=asked, until=until, reason=request.POST.get("reason", "")[:2000],
                by=request.user.get_username(), at=timezone.now(),
            )  # fmt: skip
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(address(lang, asked, "more_time"))
    rows = Extension.objects.filter(
        obligation=str(asked.obligation.address), period=str(asked.period)
    ).select_related("answer")
    return page(
        request, lang, "more_time", problems=problems, asked=asked,
        deadline=deadlines([(asked.obligation, asked.period)])[asked.address],
        requests=[(row, to_core(row).state) for row in rows],
        typed=request.POST,
    )  # fmt: skip


@needs("plan")
@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show the planner what waits for an answer, and what is asked for twice."""
    person, today = request.user.get_username(), timezone.localdate()
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            more_time.answer_request(
                id=int(request.POST.get("id") or 0), granted="grant" in request.POST,
                reason=request.POST.get("reason", "")[:2000], by=person, at=timezone.now(),
            )  # fmt: skip
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse(f"{lang}-desk:requests"))
    reach = powers.bodies_within_reach(person, "plan", today)
    rows = Extension.objects.filter(body__in=reach).select_related("answer").order_by("-id")
    open_rows = list(rows.filter(answer__isnull=True))
    named = {str(one.address): one.name for one in all_obligations(today)}
    return page(
        request, lang, "requests", problems=problems,
        open=_in_words(open_rows, named),
        answered=_in_words(rows.filter(answer__isnull=False)[:LATEST], named),
        twice=_twice(asked_twice(today), today),
    )  # fmt: skip


def _in_words(
    rows: Iterable[Extension], named: dict[str, Words]
) -> list[tuple[Extension, Words, Words, Moved]]:
    """Return each request with its report, its body and its state in words."""
    return [
        (row, named.get(row.obligation, Words(row.obligation, row.obligation)),
         body_name(row.body), to_core(row))
        for row in rows
    ]  # fmt: skip


def _twice(found: Iterable[Duplicate], today: date) -> list[tuple]:
    """Return each figure asked for twice with the names of its indicator and its place."""
    indicators: dict[str, Words] = {}
    places: dict[str, Words] = {}
    for one in contents():
        indicators |= {id: indicator.name for id, indicator in one.indicators.items()}
        places |= {id: place.name for id, place in one.places.places.items()}
    return [
        (indicators[one.cell.indicator], places[one.cell.place], one, _span(one),
         [(each.name, body_name(each.body)) for each in one.obligations])
        for one in found
    ]  # fmt: skip


def _span(one: Duplicate) -> tuple[Period, Period | None]:
    """Return the first period and, where there are several, the last."""
    return one.periods[0], one.periods[-1] if len(one.periods) > 1 else None
