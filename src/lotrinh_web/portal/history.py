"""The public page of the history of figures: of one, or of all of an indicator under a plan."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lotrinh.base.words import Lang
from lotrinh.publish.page.history import history_page
from lotrinh_web.accounts.access import public
from lotrinh_web.desk.told import told_of
from lotrinh_web.portal.ask import case_asked
from lotrinh_web.portal.errors import told
from lotrinh_web.portal.views import show
from lotrinh_web.reporting.open_history import PARTS, is_asked, open_versions, origins


@public
@require_safe
@told
def history(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Show what was said of a figure, from when to when it held, and who answers for it."""
    case = case_asked(request, folder)
    asked = {name: request.GET[name] for name in PARTS if request.GET.get(name)}
    if asked.get("indicator") not in case.indicators:
        raise Http404(folder)
    rule = told_of(f"plans/{folder}")
    assert rule is not None, "a plan that was just read holds"
    every = open_versions(rule, case.vintage, case.as_known_on)
    found = [one for one in every if is_asked(one, asked)]
    came = origins(found, case.as_known_on, lang)
    return show(request, lang, "history", history_page(case, found, came, asked, lang))
