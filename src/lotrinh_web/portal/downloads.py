"""Files to take away: figures with their sources, judgements, a chart."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from lotrinh.base.words import Lang, say
from lotrinh.intake import write_observations
from lotrinh.publish.chart import LIGHT, draw, fixed, series_spec
from lotrinh.publish.page import Case
from lotrinh.publish.page.plot import plot_target
from lotrinh_web.accounts.access import public
from lotrinh_web.api.shapes import observations
from lotrinh_web.portal.ask import case_asked
from lotrinh_web.portal.errors import told


@public
@require_safe
@told
def observations_csv(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Give every observation of the vintage as CSV, in the columns `lotrinh check` reads."""
    case = case_asked(request, folder)
    text = write_observations(case.vintage.observations)
    return _file(HttpResponse(text, content_type="text/csv; charset=utf-8"), case, "csv")


@public
@require_safe
@told
def observations_json(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Give every observation of the vintage as JSON, with the licence inside."""
    case = case_asked(request, folder)
    return _file(_json(observations(case)), case, "json")


@public
@require_safe
@told
def assessments_json(request: HttpRequest, lang: Lang, folder: str) -> HttpResponse:
    """Give the judgements, apart from the figures."""
    case = case_asked(request, folder)
    return _file(_json(case.scoreboard.as_dict()), case, "assessments.json")


@public
@require_safe
@told
def chart(request: HttpRequest, lang: Lang, folder: str, id: str) -> HttpResponse:
    """Give the chart of a target as an SVG of its own, in the light colours."""
    case = case_asked(request, folder)
    judged = case.assessment(id)
    if judged is None or not judged.target.indicator:
        raise Http404(id)
    indicator = case.indicators[judged.target.indicator]
    title = say("publish.chart_caption", lang, indicator=indicator, place=judged.target)
    svg = fixed(draw(series_spec(plot_target(judged, indicator, lang)), lang, title), LIGHT)
    return HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")


def _json(value: object) -> JsonResponse:
    return JsonResponse(value, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _file(response: HttpResponse, case: Case, ending: str) -> HttpResponse:
    name = str(case.plan.address).removeprefix("plans/").replace("/", "-")
    called = f"{name}-{case.as_known_on}-{case.vintage.hash[:12]}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{called}"'
    return response
