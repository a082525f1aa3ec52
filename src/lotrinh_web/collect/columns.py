"""The page on which a person says what the columns of their own table mean."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang
from lotrinh.intake.free_table import Table, open_table
from lotrinh.intake.mapping import Mapping, fold
from lotrinh.intake.read_mapped import read_mapped
from lotrinh_web.accounts.access import needs
from lotrinh_web.collect import uploads
from lotrinh_web.collect.beside import beside
from lotrinh_web.collect.door import address, body_of, page, report
from lotrinh_web.collect.meanings import ROLES, Name, choices, heads, things

#: Rows of the table shown beside the choice.
SHOWN = 5
#: Names that can be said what they mean on one page.
MOST_NAMES = 60


@needs("report", body_of)
@require_http_methods(["GET", "HEAD", "POST"])
def columns(
    request: HttpRequest, lang: Lang, folder: str, id: str, period: str, n: int
) -> HttpResponse:
    """Show how a table's columns are read; remember what is said of them and go on."""
    asked = report(folder, id, period)
    found = uploads.find(n, asked, request.user.get_username())
    if found is None:
        raise Http404
    at_hand = beside(asked, timezone.localdate())
    try:
        table = open_table(bytes(found.content), found.name)
    except LotrinhError as error:
        return page(request, lang, "upload", problems=error.problems, asked=asked)
    mapping = uploads.mapping_of(found, table, at_hand)
    problems: tuple[Problem, ...] = ()
    unknown: list[Name] = []
    if request.method == "POST":
        mapping = _said(request, table, mapping)
        now, by = timezone.now(), request.user.get_username()
        uploads.remember(upload=found, table=table, mapping=mapping, asked=asked, by=by, at=now)
    try:
        read_mapped(table, mapping, at_hand.form)
        if request.method == "POST":
            return HttpResponseRedirect(address(lang, asked, "preview", n=found.pk))
    except LotrinhError as error:
        unknown = things(error.problems, at_hand.form, lang)
        if request.method == "POST":
            problems = error.problems
    return page(
        request, lang, "columns", problems=problems, asked=asked, upload=found, mapping=mapping,
        heads=heads(table, mapping), rows=[cells for _, cells in table.rows[:SHOWN]],
        table=table, choices=choices(table, at_hand.form, lang), unknown=unknown[:MOST_NAMES],
    )  # fmt: skip


def _said(request: HttpRequest, table: Table, before: Mapping) -> Mapping:
    """Return the mapping a person chose; names learnt before stay learnt."""
    post = request.POST
    of = {head: post.get(f"head-{n}", "") for n, head in enumerate(table.heads)}
    roles = {
        role: next((head for head, meant in of.items() if meant == role), "") for role in ROLES
    }

    def chosen(kind: str) -> dict[str, str]:
        return {head: meant[len(kind) :] for head, meant in of.items() if meant.startswith(kind)}

    names = dict(before.names)
    for n in range(MOST_NAMES):
        if (name := post.get(f"name-{n}", "")) and (thing := post.get(f"thing-{n}", "")):
            names[fold(name)[:200]] = thing[:200]
    periods = chosen("during ")
    numbers: Lang = "en" if post.get("numbers") == "en" else "vi"
    return Mapping(
        **roles, dimensions=chosen("by "), values=chosen("is ") | dict.fromkeys(periods, "|"),
        periods=periods, numbers=numbers, names=names,
    )  # fmt: skip
