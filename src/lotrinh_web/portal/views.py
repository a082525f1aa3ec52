"""The public pages: each parses the address, asks one query, prints one value of the core."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lotrinh.base.words import Lang
from lotrinh.publish import page
from lotrinh_web.accounts.access import public
from lotrinh_web.api.reference import reference
from lotrinh_web.portal import queries
from lotrinh_web.portal.ask import case_asked, day_asked
from lotrinh_web.portal.errors import told


def show(request: HttpRequest, lang: Lang, name: str, shown: Any, **more: Any) -> HttpResponse:
    """Print a page's value with its template."""
    context = {
        "lang": lang,
        "page": shown,
        "name": name,
        "asked": bool(request.GET.get("as_known_on")),
    }
    return render(request, f"portal/{name}.html", context | more)


@public
@require_safe
@told
def home(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show every plan."""
    return show(request, lang, "home", page.home_page(queries.cases(day_asked(request)), lang))


@public
@require_safe
@told
def scoreboard(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Show where a plan stands."""
    sort = request.GET.get("sort", "plan")
    shown = page.scoreboard_page(case_asked(request, folder), lang, sort)
    return show(request, lang, "scoreboard", shown)


@public
@require_safe
@told
def target(request: HttpRequest, lang: Lang, folder: str, id: str) -> HttpResponse:
    """Show one target with its figures and how we know."""
    shown = page.target_page(case_asked(request, folder), id, lang)
    if shown is None:
        raise Http404(id)
    return show(request, lang, "target", shown)


@public
@require_safe
@told
def directive(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Show the directive with what was found in it."""
    return show(request, lang, "directive", page.directive_page(case_asked(request, folder), lang))


@public
@require_safe
@told
def bodies(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Show who must do what, and who has answered."""
    return show(request, lang, "bodies", page.bodies_page(case_asked(request, folder), lang))


@public
@require_safe
@told
def data(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Show every figure, those that no longer hold among them."""
    return show(request, lang, "data", page.data_page(case_asked(request, folder), lang))


@public
@require_safe
@told
def methods(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show the rules of judgement."""
    return show(request, lang, "methods", page.methods_page(lang))


@public
@require_safe
def api(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show how machines read all this."""
    return show(request, lang, "api", reference(lang))
