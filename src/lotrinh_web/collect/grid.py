"""A report in the browser: a grid like a spreadsheet that is saved as one types.

Without a script it is an ordinary form with two buttons, save and send. The script sends the
same cells as JSON and is told what the checks say.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh.plan import Cell
from lotrinh_web.accounts.access import needs
from lotrinh_web.collect import actions, shown
from lotrinh_web.collect.asked import deadlines
from lotrinh_web.collect.beside import Beside, beside
from lotrinh_web.collect.door import address, body_of, page, report
from lotrinh_web.collect.shown import Said
from lotrinh_web.collect.start import Begun, beside_each_other, standing_in
from lotrinh_web.collect.typed import Typed, from_draft, read_typed, sent
from lotrinh_web.reporting.answers import answers, draft_of
from lotrinh_web.reporting.drafts import DraftConflictError

#: Reports of more lines are checked in pieces as one types: every line of the places that were
#: touched, or that stand on the page. The whole is checked when it is sent.
CHECKED_WHOLE = 3000
#: Bytes of one saving; a page of the grid has a tenth of it.
MOST_BYTES = 1_000_000


@needs("report", body_of)
@require_http_methods(["GET", "HEAD", "POST"])
def grid(request: HttpRequest, lang: Lang, folder: str, id: str, period: str) -> HttpResponse:
    """Show a report to be filled in; save it; send it."""
    asked = report(folder, id, period)
    today, by = timezone.localdate(), request.user.get_username()
    at_hand = beside(asked, today)
    if request.method != "POST":
        return _show(request, lang, at_hand)
    typed: list[Typed] = []
    try:
        version = int(request.POST.get("version") or 0)
        typed = _typed_in_form(request, at_hand, lang)
        version, cells = actions.save(
            asked=asked, typed=typed, version=version, by=by, at=timezone.now()
        )
        if "send" in request.POST:
            return _send(request, lang, at_hand, cells)
    except DraftConflictError as error:
        clash = beside_each_other(standing_in(at_hand), typed, lang)
        return _show(request, lang, at_hand, error.problems, status=409, begun=clash)
    except (LotrinhError, ValueError) as error:
        problems = error.problems if isinstance(error, LotrinhError) else ()
        return _show(request, lang, at_hand, problems, checked=True)
    return HttpResponseRedirect(f"{address(lang, asked)}?{request.GET.urlencode()}")


@needs("report", body_of)
@require_POST
def save(request: HttpRequest, lang: Lang, folder: str, id: str, period: str) -> HttpResponse:
    """Take in cells as they are typed; answer with the new version and what the checks say."""
    asked = report(folder, id, period)
    by, now = request.user.get_username(), timezone.now()
    body = _json(request)
    if body is None:
        return JsonResponse({"said": []}, status=400)
    cells = [one for raw in body["cells"] if (one := _cell(raw, lang))]
    known = set(asked.obligation.cells(asked.period, asked.content.places))
    mine = [one for one in cells if one.cell in known]
    try:
        version, kept = actions.save(
            asked=asked, typed=mine, version=body["version"], by=by, at=now
        )
    except DraftConflictError as error:
        return JsonResponse(_conflict(error, lang), status=409)
    at_hand = beside(asked, timezone.localdate())
    seen, found = _look(at_hand, kept, {one.cell.place for one in mine}, lang)
    said = {cell.code: remarks for cell, remarks in found.items()}
    # A report checked whole says so in a word; a list of all its lines would be long.
    checked = None if len(seen) == len(known) else [cell.code for cell in seen]
    return JsonResponse({"version": version, "said": said, "checked": checked})


def _look(
    at_hand: Beside, cells: dict[Cell, Typed], places: set[str], lang: Lang
) -> tuple[list[Cell], dict[Cell, Said]]:
    """Return the cells that were checked and what is said of them.

    Of a large report these are the lines of some places: sums and conditions hold within one.
    """
    lines = at_hand.form.lines
    seen = [line.cell for line in lines if len(lines) <= CHECKED_WHOLE or line.cell.place in places]
    looked = actions.look(at_hand, read_typed(at_hand.form, cells).of(seen))
    return seen, shown.remarks_of(looked, lang)


def _send(
    request: HttpRequest, lang: Lang, at_hand: Beside, cells: dict[Cell, Typed]
) -> HttpResponse:
    """Send the whole report; raises LotrinhError with everything that stands in the way."""
    asked = at_hand.asked
    draft = draft_of(asked.obligation.body, asked.address)
    looked = actions.look(at_hand, read_typed(at_hand.form, cells))
    actions.send(
        at_hand=at_hand,
        looked=looked,
        by=request.user.get_username(),
        at=timezone.now(),
        reason=request.POST.get("reason", "").strip(),
        draft=draft.pk if draft else None,
    )
    return HttpResponseRedirect(f"{address(lang, asked)}?sent=1")


def _show(
    request: HttpRequest,
    lang: Lang,
    at_hand: Beside,
    problems: tuple[Problem, ...] = (),
    *,
    status: int = 0,
    checked: bool = False,
    begun: Begun | None = None,
) -> HttpResponse:
    asked = at_hand.asked
    begun = begun or standing_in(at_hand)
    number = request.GET.get("page", "1")
    first = shown.first_line(at_hand.form, int(number) if number.isdigit() else 1)
    lines = at_hand.form.lines if checked else at_hand.form.lines[first : first + shown.PAGE]
    _, said = _look(at_hand, begun.cells, {line.cell.place for line in lines}, lang)
    for cell, remark in begun.remarks.items():
        said[cell] = (*(("returned", text, "") for text in remark), *said.get(cell, ()))
    grid_page = shown.page(at_hand.form, begun.cells, said, lang, first)
    whole = tuple(one for one in problems if not _is_in_a_cell(one))
    return page(
        request, lang, "grid", problems=whole, status=status or (422 if problems else 200),
        asked=asked, grid=grid_page, begun=begun,
        deadline=deadlines([(asked.obligation, asked.period)])[asked.address],
        faulty=sum(map(shown.is_faulty, said.values())),
        answer=answers([asked.address]).get(asked.address), today=timezone.localdate(),
        sent="sent" in request.GET,
        refused=checked,
        first_faulty=next((row.number for row in grid_page.rows if row.is_faulty), None),
        readonly=begun.state == "submitted",
    )  # fmt: skip


def _is_in_a_cell(one: Problem) -> bool:
    """Whether a problem is about one cell, beside which it is said."""
    return "|" in one.where.field


def _typed_in_form(request: HttpRequest, at_hand: Beside, lang: Lang) -> list[Typed]:
    """Return what an ordinary form sent; only the lines of its page are in it."""
    found = []
    for n, line in enumerate(at_hand.form.lines):
        if f"value-{n}" in request.POST:
            raw = {one: request.POST.get(f"{one}-{n}", "") for one in ("value", "status", "note")}
            if (one := _cell(raw | {"code": line.cell.code}, lang)) is not None:
                found.append(one)
    return found


def _cell(raw: object, lang: Lang) -> Typed | None:
    """Return one cell as it was sent; None for what is no cell."""
    if not isinstance(raw, dict):
        return None
    text = {name: str(raw.get(name, "")) for name in ("code", "value", "status", "note")}
    return sent(**text, lang=lang)


def _json(request: HttpRequest) -> dict[str, Any] | None:
    """Return what the script sent; None when it is not what the script sends."""
    if len(request.body) > MOST_BYTES:
        return None
    try:
        body = json.loads(request.body)
    except ValueError:
        return None
    is_right = (
        isinstance(body, dict)
        and isinstance(body.get("version"), int)
        and isinstance(body.get("cells"), list)
    )
    return body if is_right else None


def _conflict(error: DraftConflictError, lang: Lang) -> dict[str, Any]:
    """Return what stands in the draft now, for a person to compare with their own."""
    theirs = from_draft(error.draft.cells)
    (problem,) = error.problems
    return {
        "version": error.draft.version,
        "wrong": problem.wrong(lang),
        "mend": problem.mend(lang),
        "by": error.draft.saved_by,
        "cells": {
            cell.code: {"value": one.shown(lang), "status": one.status, "note": one.note}
            for cell, one in theirs.items()
        },
    }
