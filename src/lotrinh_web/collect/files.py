"""A report by file: the workbook out, the workbook in, a preview of all faults, and then sent."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang
from lotrinh.intake.free_table import open_table
from lotrinh.intake.marked import write_marked
from lotrinh.intake.template import write_template
from lotrinh.intake.zip_guard import MOST_BYTES
from lotrinh_web.accounts.access import needs
from lotrinh_web.collect import actions, shown, uploads
from lotrinh_web.collect.asked import Asked
from lotrinh_web.collect.beside import beside
from lotrinh_web.collect.door import address, body_of, page, report
from lotrinh_web.collect.models import Upload
from lotrinh_web.collect.start import standing_in
from lotrinh_web.collect.typed import read_typed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Faults shown on one page; the marked workbook has them all.
MOST_SHOWN = 200
#: Rows shown of what was read.
MOST_ROWS = 50


@needs("report", body_of)
@require_safe
def template(request: HttpRequest, lang: Lang, folder: str, id: str, period: str) -> HttpResponse:
    """Hand out the workbook of a report, with what was typed so far."""
    asked = report(folder, id, period)
    at_hand = beside(asked, timezone.localdate())
    entries = read_typed(at_hand.form, standing_in(at_hand).cells).entries
    return _workbook(write_template(at_hand.form, lang, entries), asked, "")


@needs("report", body_of)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, lang: Lang, folder: str, id: str, period: str) -> HttpResponse:
    """Take in a file for a report: our workbook, or a table of the body's own."""
    asked = report(folder, id, period)
    if request.method != "POST":
        return page(request, lang, "upload", asked=asked)
    file = request.FILES.get("file")
    data = file.read(MOST_BYTES + 1) if file else b""
    is_own = request.POST.get("kind") == "own"
    try:
        kept = uploads.take_in(
            asked=asked, name=file.name if file else "", data=data, is_own=is_own,
            by=request.user.get_username(), at=timezone.now(),
        )  # fmt: skip
    except LotrinhError as error:
        return page(request, lang, "upload", problems=error.problems, asked=asked)
    return HttpResponseRedirect(address(lang, asked, "columns" if is_own else "preview", n=kept.pk))


@needs("report", body_of)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(
    request: HttpRequest, lang: Lang, folder: str, id: str, period: str, n: int
) -> HttpResponse:
    """Show what a file holds and every fault in it; send it whole, or not at all."""
    asked = report(folder, id, period)
    found = _find(request, asked, n)
    at_hand = beside(asked, timezone.localdate())
    try:
        looked = actions.look(at_hand, uploads.read(found, at_hand))
    except LotrinhError as error:
        shows: dict[str, Any] = {"asked": asked, "upload": found, "problems": error.problems}
        return page(request, lang, "preview", status=200, **shows)
    problems: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            actions.send(
                at_hand=at_hand, looked=looked, by=request.user.get_username(),
                at=timezone.now(), reason=request.POST.get("reason", "").strip(),
            )  # fmt: skip
        except LotrinhError as error:
            problems = error.problems if not looked.faults else ()
        else:
            found.delete()
            return HttpResponseRedirect(f"{address(lang, asked)}?sent=1")
    faults = shown.table_of(looked.faults, at_hand.form, lang)
    lines = shown.lines_of(at_hand, looked, lang)
    refused = problems or (faults and request.method == "POST")
    return page(
        request, lang, "preview", problems=problems, status=422 if refused else 200,
        asked=asked, upload=found, faults=faults[:MOST_SHOWN], fault_count=len(faults),
        lines=lines[:MOST_ROWS], line_count=len(lines), looked=looked,
        empty=len(at_hand.form.lines) - looked.written,
        amends=any(one.changed for one in lines),
    )  # fmt: skip


@needs("report", body_of)
@require_safe
def marked(
    request: HttpRequest, lang: Lang, folder: str, id: str, period: str, n: int
) -> HttpResponse:
    """Return the workbook with its faulty cells marked and explained."""
    asked = report(folder, id, period)
    found = _find(request, asked, n)
    at_hand = beside(asked, timezone.localdate())
    try:
        looked = actions.look(at_hand, uploads.read(found, at_hand))
    except LotrinhError as error:
        raise Http404 from error
    data = bytes(found.content)
    table = open_table(data, found.name) if found.is_own else None
    back = write_marked(at_hand.form, looked.sheet, looked.faults, lang, data, found.name, table)
    return _workbook(back, asked, "-sua" if lang == "vi" else "-marked")


def _find(request: HttpRequest, asked: Asked, n: int) -> Upload:
    found = uploads.find(n, asked, request.user.get_username())
    if found is None:
        raise Http404
    return found


def _workbook(data: bytes, asked: Asked, ending: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=XLSX)
    name = f"{asked.obligation.id}-{str(asked.period).replace('/', '_')}{ending}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
