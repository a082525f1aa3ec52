"""The page of one figure's whole history, and the form that corrects it or takes it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.base.source import Source
from lotrinh.base.words import Lang, say
from lotrinh.intake import check_submission
from lotrinh.intake.number import read_number
from lotrinh.ledger import Entry, Figure, Key, Observation, Submission, day_of
from lotrinh.periods import Period
from lotrinh.publish.page.wording import of_observation
from lotrinh_web.accounts.access import needs
from lotrinh_web.accounts.people import full_names
from lotrinh_web.accounts.powers import NotAllowedError, bodies_within_reach, body_name, may
from lotrinh_web.desk.contents import content_of
from lotrinh_web.reporting import actions, bridge, shown
from lotrinh_web.reporting.figures import Told, told
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.views import page, person_of
from lotrinh_web.reporting.withheld import may_see_figure


@dataclass(frozen=True)
class Line:
    """One thing that was said of a figure, and what became of it."""

    number: int
    what: str
    value: str
    body: str
    by: str
    at: datetime
    reason: str
    submission: str
    state: str
    #: From when to when it stood as the official figure, in words.
    stood: str
    steps: tuple[shown.ShownStep, ...]
    may_amend: bool


@needs("read")
@require_safe
def history(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show everything the ledger tells of one figure that this person may read."""
    key = _key(request)
    found = told(indicators=[key.indicator], places=[key.place], periods=[str(key.period)])
    person, today = person_of(request), timezone.localdate()
    reach = bodies_within_reach(person, "read", today)
    entries = [
        one
        for one in found.of(key)
        if (row := found.submissions[one.submission]).purpose == "published" or row.body in reach
    ]
    figures = [(one.observation, found.submissions[one.submission]) for one in entries]
    # A figure that is not for everyone is shown whole or not at all.
    if not all(may_see_figure(person, one, row.plan, row.body, today)
               for one, row in figures if one is not None):  # fmt: skip
        raise Http404
    if not entries:
        raise Http404
    figure = next(one.observation for one in entries if one.observation)
    opened = content_of(found.submissions[entries[-1].submission].plan)
    lines = [_line(one, found, person, lang) for one in reversed(entries)]
    return page(request, lang, "history", lines=lines, figure=shown.named(figure, opened, lang))


def body_of_entry(number: int) -> str:
    """Return whose figure an entry is; 404 when it is nobody's to amend."""
    row = LedgerEntry.objects.select_related("submission").filter(number=number).first()
    if row is None or not row.submission.body:
        raise Http404(str(number))
    return row.submission.body


@needs("report", body_of_entry)
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, lang: Lang, number: int) -> HttpResponse:
    """Correct an official figure or take it back, with the reason; the change waits as it did."""
    row = LedgerEntry.objects.select_related("submission").get(number=number)
    entry = bridge.to_entry(row)
    figure = entry.observation
    if figure is None:
        raise Http404(str(number))
    opened = content_of(row.submission.plan)
    shows: dict[str, Any] = {
        "figure": shown.named(figure, opened, lang),
        "value": of_observation(figure, lang),
        "unit": say("lotrinh_web.ledger_in_unit", lang, unit=figure.unit),
        "number": number,
        "typed": request.POST,
    }
    if request.method != "POST":
        return page(request, lang, "amend", **shows)
    try:
        sent = _send(request, lang, row, entry, figure)
    except NotAllowedError:
        raise
    except LotrinhError as error:
        return page(request, lang, "amend", error.problems, **shows)
    return HttpResponseRedirect(reverse(f"{lang}-desk:submission", args=[sent.id]))


def _send(
    request: HttpRequest, lang: Lang, row: LedgerEntry, entry: Entry, figure: Observation
) -> Submission:
    """Send the correction or the withdrawal that the form asks for."""
    at, by = timezone.now(), person_of(request)
    old, opened = row.submission, content_of(row.submission.plan)
    if opened is None:
        raise wrong("lotrinh_web.no_submission", id=old.id)
    is_correction = request.POST.get("do") == "correct"
    told_how: dict[str, Any] = (
        {"figures": (Figure(_new(request, lang, figure, at), entry.number),)}
        if is_correction
        else {"withdrawn": (entry.number,)}
    )
    sent = Submission(
        purpose="correction" if is_correction else "withdrawal",
        body=old.body,
        author=by,
        submitted_at=at,
        levels=max(old.levels, 1),
        plan=old.plan,
        obligation=old.obligation,
        reason=request.POST.get("reason", "").strip(),
        replaces=old.id,
        **told_how,
    )
    checked = check_submission(sent, opened.indicators, opened.places)
    return actions.submit(checked=checked, by=by, at=at)


def _new(request: HttpRequest, lang: Lang, figure: Observation, at: datetime) -> Observation:
    where = Where(field="value")
    value = read_number(request.POST.get("value", ""), lang, where)
    day = day_of(at)
    source = Source(figure.source.title, figure.source.url, day)
    return replace(figure, value=value, recorded_at=day, recorded_precision="day", source=source)


def _line(one: Entry, found: Told, person: str, lang: Lang) -> Line:
    row = found.submissions[one.submission]
    names = full_names()
    version = next((each for each in found.versions() if each.entry.number == one.number), None)
    stood = ""
    if version:
        key = "ledger_stood" if version.until else "ledger_stands"
        stood = say(f"lotrinh_web.{key}", lang, since=version.since, until=version.until)
    holds = version is not None and version.until is None and row.purpose != "published"
    return Line(
        number=one.number,
        what=say(f"lotrinh_web.ledger_kind_{one.kind}", lang, number=one.about),
        value=of_observation(one.observation, lang) if one.observation else "",
        body=body_name(row.body).say(lang) if row.body else "",
        by=names.get(one.by) or one.by,
        at=one.at,
        reason=one.reason or row.reason,
        submission=row.id if row.purpose != "published" else "",
        state=shown.state_word(row.now.state, row.now.level, row.levels, lang),
        stood=stood,
        steps=shown.steps_of(row, lang),
        may_amend=holds and may(person, "report", row.body, timezone.localdate()),
    )


def _key(request: HttpRequest) -> Key:
    """Return what the address asks about; 404 when it names no period."""
    asked = request.GET
    try:
        period = Period.read(asked.get("period", ""))
    except LotrinhError as error:
        raise Http404 from error
    return Key(
        asked.get("indicator", ""),
        asked.get("place", ""),
        period,
        asked.get("breakdown", ""),
        asked.get("shared", ""),
    )
