"""The pages on a whole review: issuing a plan from it, and the record of what was decided."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang, say
from lotrinh_web.accounts.access import needs
from lotrinh_web.review import fields, queries
from lotrinh_web.review import issue as issuing
from lotrinh_web.review import said as sayings
from lotrinh_web.review.choices import errors, place_options
from lotrinh_web.review.facts import standing
from lotrinh_web.review.known import issued_plans, known
from lotrinh_web.review.models import Review
from lotrinh_web.review.said import Said
from lotrinh_web.review.shown import moment, ref_of
from lotrinh_web.review.trail import trail
from lotrinh_web.review.views import get, page


@needs("plan")
@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, lang: Lang, id: int) -> HttpResponse:
    """Ask what the plan is called, and issue it; show everything that stands in the way."""
    review = get(id)
    facts = standing(review, queries.items(id))
    if request.method != "POST":
        said = sayings.proposed(facts, issued_plans(), known())
        return _form(request, lang, review, said, ())
    said = sayings.from_form(request.POST, len(sayings.kin(facts)))
    by, now = request.user.get_username(), timezone.now()
    try:
        done = issuing.issue(review=review, said=said, by=by, at=now)
    except LotrinhError as error:
        return _form(request, lang, review, said, error.problems)
    return HttpResponseRedirect(f"{reverse(f'{lang}-desk:record', args=[id])}#issue-{done.pk}")


@needs("plan")
@require_safe
def record(request: HttpRequest, lang: Lang, id: int) -> HttpResponse:
    """Show what was decided, by whom, when and why, and what was issued."""
    review = get(id)
    steps = trail(queries.decisions(id), queries.items(id), known(), lang)
    return page(
        request,
        lang,
        "record",
        review=review,
        steps=steps,
        issues=queries.issues(id),
        opened=moment(review.at, lang),
    )


def _form(
    request: HttpRequest, lang: Lang, review: Review, said: Said, problems: tuple[Problem, ...]
) -> HttpResponse:
    items = queries.items(review.pk)
    numbers = {f"{issuing.ITEM}{one.id}": one for one in items}
    shown = {
        "review": review,
        "said": said,
        "date": fields.to_form({"deadline": said.fields["date"]}, lang)["deadline"],
        "places": place_options(said.fields["place"], known(), lang),
        "progress": queries.progress(items),
        "errors": errors(problems, lang),
        "listed": [
            {
                "text": f"{one.wrong(lang)} {one.mend(lang)}",
                "item": numbers.get(one.where.field),
                "ref": ref_of(numbers[one.where.field], lang) if one.where.field in numbers else "",
                "field": one.where.field,
                "label": _label(one.where.field, lang),
            }
            for one in problems
        ],
    }
    return page(request, lang, "issue", 422 if problems else 200, **shown)


def _label(field: str, lang: Lang) -> str:
    """Return what a field of the form is called, nothing for what is none."""
    name = re.sub(r"^carried_\d+_", "", field)
    known = name in sayings.NAMES and name not in ("again", "leave_open")
    return say(f"lotrinh_web.review_field_plan_{name}", lang) if known else ""
