"""The public pages about places: each parses the address and prints one value of the core."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from lotrinh.base.errors import Where
from lotrinh.base.files import read_day
from lotrinh.base.words import Lang
from lotrinh.publish.page.place import place_page
from lotrinh.publish.page.place_search import search_page
from lotrinh.publish.page.plan_places import plan_places_page
from lotrinh.publish.page.reform import reform_page
from lotrinh_web.accounts.access import public
from lotrinh_web.portal import queries
from lotrinh_web.portal.ask import case_asked, day_asked
from lotrinh_web.portal.atlas import atlas
from lotrinh_web.portal.errors import told
from lotrinh_web.portal.views import show


@public
@require_safe
@told
def places(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Find places by an old or new name."""
    asked = request.GET.get("q", "")
    return show(request, lang, "places", search_page(atlas(), asked, day_asked(request), lang))


@public
@require_safe
@told
def place(request: HttpRequest, lang: Lang, id: str) -> HttpResponse:
    """Show what a place was and became, and what is known of it."""
    day = day_asked(request)
    shown = place_page(
        atlas(), queries.cases(day), id, day, _day(request, "map"), lang
    )  # fmt: skip
    if shown is None:
        raise Http404(id)
    return show(request, lang, "place", shown)


@public
@require_safe
@told
def reform(request: HttpRequest, lang: Lang, id: str) -> HttpResponse:
    """Show how a province's old units flowed into its new ones."""
    known = atlas()
    if id not in known.gazetteer:
        raise Http404(id)
    if known.gazetteer[id].valid_to is not None:
        after = known.gazetteer.successors(id)
        if len(after) == 1 and known.reform_day(after[0].id):
            return redirect(f"{lang}:reform", id=after[0].id)
    shown = reform_page(known, id, _day(request, "map"), lang)
    if shown is None:
        raise Http404(id)
    return show(request, lang, "reform", shown)


@public
@require_safe
@told
def plan_places(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Show the plan's places as a tree, as on any day."""
    case = case_asked(request, folder)
    on = _day(request, "on") or case.as_known_on
    hierarchy = request.GET.get("hierarchy", "")
    shown = plan_places_page(case, atlas(), on, hierarchy, lang)
    return show(request, lang, "plan_places", shown)


def _day(request: HttpRequest, name: str) -> date | None:
    text = request.GET.get(name, "").strip()
    return read_day(text, Where(field=name)) if text else None
