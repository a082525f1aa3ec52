"""The public pages about indicators: the list, and the metadata sheet of each."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lotrinh.base.words import Lang
from lotrinh.indicators.check_formula import direct_inputs
from lotrinh.publish.page import Case
from lotrinh.publish.page.head import Link
from lotrinh.publish.page.indicator import indicator_page
from lotrinh.publish.page.judged_by import judged_by
from lotrinh_web.accounts.access import public
from lotrinh_web.portal import queries
from lotrinh_web.portal.ask import day_asked
from lotrinh_web.portal.errors import told
from lotrinh_web.portal.views import show


@public
@require_safe
@told
def indicators(request: HttpRequest, lang: Lang) -> HttpResponse:
    """List every indicator that a plan rests on."""
    known = {id: one for case in _cases(request) for id, one in case.indicators.items()}
    named = sorted(((one.say(lang), one.unit.say(lang), id) for id, one in known.items()))
    return show(request, lang, "indicators", named)


@public
@require_safe
@told
def indicator(request: HttpRequest, lang: Lang, id: str) -> HttpResponse:
    """Show what an indicator measures, how, by whom, and what is judged by it."""
    cases = _cases(request)
    case = next((one for one in cases if id in one.indicators), None)
    if case is None:
        raise Http404(id)
    shown = indicator_page(id, case.indicators, case.bodies, judged_by(id, cases, lang), lang)
    more = {"histories": _histories(cases, id, lang), "asked_history": {"indicator": id}}
    return show(request, lang, "indicator", shown, **more)


def _cases(request: HttpRequest) -> tuple[Case, ...]:
    day: date = day_asked(request)
    return queries.cases(day)


def _histories(cases: tuple[Case, ...], id: str, lang: Lang) -> tuple[Link, ...]:
    """Return the plans with figures of an indicator, or of what it is computed from."""
    return tuple(
        Link(case.plan.directive.document.say(lang), address=case.plan.address)
        for case in cases
        if id in case.indicators
        and not {id, *direct_inputs(id, case.indicators)}.isdisjoint(
            one.indicator for one in case.vintage.holding
        )
    )
