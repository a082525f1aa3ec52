"""The page on which a person says what the columns of their own table mean."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang
from lotrinh.intake.form import Form
from lotrinh.intake.free_table import Table, open_table
from lotrinh.intake.mapping import Mapping, fold, read_mapped
from lotrinh_web.accounts.access import needs
from lotrinh_web.collect import uploads
from lotrinh_web.collect.beside import beside
from lotrinh_web.collect.door import address, body_of, page, report

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
    problems: tuple = ()
    unknown: list[str] = []
    if request.method == "POST":
        mapping = _said(request, table, mapping)
        now, by = timezone.now(), request.user.get_username()
        uploads.remember(upload=found, table=table, mapping=mapping, asked=asked, by=by, at=now)
    try:
        read_mapped(table, mapping, at_hand.form)
        if request.method == "POST":
            return HttpResponseRedirect(address(lang, asked, "preview", n=found.pk))
    except LotrinhError as error:
        unknown = [
            str(one.values["name"]) for one in error.problems if one.key == "intake.unknown_name"
        ]
        if request.method == "POST":
            problems = error.problems
    return page(
        request, lang, "columns", problems=problems, asked=asked, upload=found, mapping=mapping,
        heads=_heads(table, mapping), rows=[cells for _, cells in table.rows[:SHOWN]],
        table=table, indicators=_indicators(at_hand.form, lang),
        things=_things(at_hand.form, lang), unknown=unknown[:MOST_NAMES],
    )  # fmt: skip


def _said(request: HttpRequest, table: Table, before: Mapping) -> Mapping:
    """Return the mapping a person chose; names learnt before stay learnt."""
    post = request.POST
    of = {head: post.get(f"head-{n}", "") for n, head in enumerate(table.heads)}

    def head_of(role: str) -> str:
        return next((head for head, meant in of.items() if meant == role), "")

    names = dict(before.names)
    for n in range(MOST_NAMES):
        if (name := post.get(f"name-{n}", "")) and (thing := post.get(f"thing-{n}", "")):
            names[fold(name)[:200]] = thing[:200]
    values = {head: meant[3:] for head, meant in of.items() if meant.startswith("is ")}
    numbers: Lang = "en" if post.get("numbers") == "en" else "vi"
    return Mapping(
        place=head_of("place"), values=values, indicator=head_of("indicator"),
        value=head_of("value"), status=head_of("status"), note=head_of("note"),
        numbers=numbers, names=names,
    )  # fmt: skip


def _heads(table: Table, mapping: Mapping) -> list[tuple[int, str, str]]:
    """Return each head with what it means now."""
    meant = {head: f"is {code}" for head, code in mapping.values.items()}
    for role in ("place", "indicator", "value", "status", "note"):
        meant[getattr(mapping, role)] = role
    return [(n, head, meant.get(head, "")) for n, head in enumerate(table.heads)]


def _indicators(form: Form, lang: Lang) -> list[tuple[str, str]]:
    """Return what a column of figures may be: indicators, and their parts."""
    found = {}
    for one in form.lines:
        name = one.indicator.say(lang)
        words = f"{name} – {one.part.say(lang)}" if one.part else name
        found[f"is {one.cell.indicator}|{one.cell.breakdown}"] = words
    return list(found.items())


def _things(form: Form, lang: Lang) -> list[tuple[str, str]]:
    """Return what an unknown name may be: a place or an indicator of the report."""
    places = {one.place.id: one.place.say(lang) for one in form.lines}
    indicators = {one.indicator.id: one.indicator.say(lang) for one in form.lines}
    return [*places.items(), *indicators.items()]
