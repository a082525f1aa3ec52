"""Throws a draft away after the person has seen what is in it and said so."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh_web.accounts.access import needs
from lotrinh_web.accounts.powers import NotAllowedError
from lotrinh_web.collect.door import address, body_of, page, report
from lotrinh_web.reporting.answers import draft_of
from lotrinh_web.reporting.drafts import drop_draft


@needs("report", body_of)
@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, lang: Lang, folder: str, id: str, period: str) -> HttpResponse:
    """Ask whether the draft of a report is to be thrown away; throw it away."""
    asked = report(folder, id, period)
    draft = draft_of(asked.obligation.body, asked.address)
    if draft is None:
        return HttpResponseRedirect(address(lang, asked))
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            drop_draft(
                id=draft.pk, version=int(version) if version.isdecimal() else 0,
                by=request.user.get_username(), at=timezone.now(),
            )  # fmt: skip
        except NotAllowedError:
            raise
        except LotrinhError as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(address(lang, asked))
    return page(
        request, lang, "drop", problems=problems, asked=asked, draft=draft,
        figures=len(draft.cells), files=len(draft.evidence),
    )  # fmt: skip
