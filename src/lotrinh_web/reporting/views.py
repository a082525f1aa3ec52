"""The pages of submissions: those that wait for me, those of my bodies, one to read and decide."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lotrinh.base.errors import LotrinhError, Problem, wrong
from lotrinh.base.mark import MARKS
from lotrinh.base.words import Lang, say
from lotrinh.intake.evidence import LARGEST
from lotrinh.ledger import Remark
from lotrinh.ledger.submission import State, state_name
from lotrinh_web.accounts.access import needs, needs_one_of
from lotrinh_web.accounts.people import full_names
from lotrinh_web.accounts.powers import NotAllowedError, may
from lotrinh_web.desk.contents import content_of
from lotrinh_web.reporting import actions, lists, shown
from lotrinh_web.reporting import withheld as not_public
from lotrinh_web.reporting.evidence import add_evidence
from lotrinh_web.reporting.models import Evidence
from lotrinh_web.reporting.models import Submission as SubmissionRow
from lotrinh_web.reporting.sign import may_decide
from lotrinh_web.reporting.vintages import entered, publish_vintage

STATES: tuple[State, ...] = ("submitted", "returned", "approved", "withdrawn")


def page(
    request: HttpRequest, lang: Lang, name: str, problems: tuple[Problem, ...] = (), **more: Any
) -> HttpResponse:
    """Print a page, with what is wrong at its head."""
    said = [(one.wrong(lang), one.mend(lang)) for one in problems]
    context = {"lang": lang, "name": f"desk-{name}", "said": said, **more}
    return render(request, f"reporting/{name}.html", context, status=422 if said else 200)


def body_of(id: str, n: int = 0) -> str:
    """Return whose submission it is, and its file of evidence `n`; 404 when there is none."""
    return get(id).body


def get(id: str) -> SubmissionRow:
    """Return the row of a submission; 404 when there is none."""
    found = lists.found(id)
    if found is None:
        raise Http404(id)
    return found


def person_of(request: HttpRequest) -> str:
    """Return the user name of who is signed in."""
    name: str = request.user.get_username()
    return name


@needs_one_of("approve", "plan")
@require_safe
def inbox(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show what waits for this person's decision."""
    waiting = lists.inbox(person_of(request), timezone.localdate())
    return page(request, lang, "inbox", rows=[_line(one, lang) for one in waiting])


@needs("read")
@require_safe
def submissions(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show the submissions of bodies within reach, of one state if asked."""
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    number = request.GET.get("page", "1")
    at = int(number) if number.isdecimal() and 0 < int(number) < 10_000 else 1
    rows, count = lists.sent(person_of(request), timezone.localdate(), state, at)
    return page(
        request,
        lang,
        "submissions",
        rows=[_line(one, lang) for one in rows],
        count=count,
        state=state,
        states=[(one, state_name(one).say(lang)) for one in STATES],
        earlier=at + 1 if at * lists.MOST < count else 0,
        later=at - 1,
    )


@needs("read")
@require_safe
def withheld(request: HttpRequest, lang: Lang) -> HttpResponse:
    """Show what the public is not told and this person may see."""
    found = not_public.withheld(person_of(request), timezone.localdate(), lang)
    words = {one: say(f"lotrinh_web.withheld_{one}", lang)
             for one in ("body", "indicator", "duty", "figure", *MARKS[1:])}  # fmt: skip
    plans = [(plan, [(words[one.kind], words[one.mark], one) for one in items])
             for plan, items in found]  # fmt: skip
    return page(request, lang, "withheld", plans=plans)


@needs("read", body_of)
@require_safe
def submission(request: HttpRequest, lang: Lang, id: str) -> HttpResponse:
    """Show a submission to who may read there."""
    return show(request, lang, get(id))


@needs("read", body_of)
@require_POST
def decide(request: HttpRequest, lang: Lang, id: str) -> HttpResponse:
    """Approve, return or take back a submission."""
    row = get(id)
    try:
        _decide(request, row)
    except NotAllowedError:
        raise
    except LotrinhError as error:
        return show(request, lang, get(id), error.problems)
    return HttpResponseRedirect(reverse(f"{lang}-desk:submission", args=[id]) + "?decided=1")


@needs("report", body_of)
@require_POST
def add_file(request: HttpRequest, lang: Lang, id: str) -> HttpResponse:
    """Lay a file of evidence beside a submission that waits."""
    file = request.FILES.get("file")
    # One byte more than allowed tells that there is more; the rest is not read.
    data = file.read(LARGEST + 1) if file else b""
    name = file.name if file else ""
    by, at = person_of(request), timezone.now()
    try:
        add_evidence(submission_id=id, name=name, data=data, by=by, at=at)
    except NotAllowedError:
        raise
    except LotrinhError as error:
        return show(request, lang, get(id), error.problems)
    return HttpResponseRedirect(reverse(f"{lang}-desk:submission", args=[id]) + "#evidence")


@needs("read", body_of)
@require_safe
def file(request: HttpRequest, lang: Lang, id: str, n: int) -> HttpResponse:
    """Hand out a file of evidence: always to be saved, never shown within this site."""
    found = Evidence.objects.select_related("file").filter(submission=id, id=n).first()
    if found is None:
        raise Http404(str(n))
    answer = HttpResponse(bytes(found.file.content), content_type=found.file.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{_quoted(found.name)}"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def show(
    request: HttpRequest, lang: Lang, row: SubmissionRow, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    """Print a submission with what this person may do about it."""
    person, today = person_of(request), timezone.localdate()
    is_open = row.now.state == "submitted"
    level = row.now.level + 1
    return page(
        request,
        lang,
        "submission",
        problems,
        one=row,
        title=shown.title(row, lang),
        purpose=shown.purpose_word(row, lang),
        state=shown.state_word(row.now.state, row.now.level, row.levels, lang),
        author=full_names().get(row.author) or row.author,
        figures=shown.figures_of(row, today, lang),
        steps=shown.steps_of(row, lang),
        evidence=row.evidence.select_related("file").defer("file__content"),
        plan=content_of(row.plan),
        vintage=entered(row.plan, row.now.since) if row.now.state == "approved" else None,
        level=level,
        may_decide=is_open and may_decide(person, row.author, row.body, level, today),
        may_withdraw=is_open and person == row.author,
        may_report=may(person, "report", row.body, today),
        is_open=is_open,
        after=lists.after(row.id),
        decided="decided" in request.GET,
        waiting=len(lists.inbox(person, today)) if "decided" in request.GET else 0,
        typed=request.POST,
    )


def _decide(request: HttpRequest, row: SubmissionRow) -> None:
    by, at = person_of(request), timezone.now()
    reason = request.POST.get("reason", "")
    match request.POST.get("verdict"):
        case "approve":
            level = request.POST.get("level", "")
            number = int(level) if level.isdecimal() else 0
            done = actions.approve(id=row.id, level=number, by=by, at=at)
            if done.state == "approved":
                publish(row, by=by)
        case "return":
            actions.return_with_remarks(
                id=row.id, by=by, at=at, reason=reason, remarks=_remarks(request)
            )
        case "withdraw":
            actions.withdraw(id=row.id, by=by, at=at, reason=reason)
        case _:
            raise wrong("lotrinh_web.ledger_no_verdict")


def publish(row: SubmissionRow, *, by: str) -> None:
    """Publish the vintage that an approved submission entered, so that it can be named."""
    today = timezone.localdate()
    publish_vintage(plan=row.plan, as_known_on=today, by=by, at=timezone.now())


def _remarks(request: HttpRequest) -> list[Remark]:
    said = ((key, text) for key, text in request.POST.items() if key.startswith("remark-"))
    return [Remark(str(text).strip(), key.removeprefix("remark-")) for key, text in said if text]


def _line(one: lists.Listed, lang: Lang) -> dict[str, Any]:
    row = one.row
    return {
        "id": row.id,
        "title": shown.title(row, lang),
        "purpose": shown.purpose_word(row, lang),
        "author": full_names().get(row.author) or row.author,
        "at": row.submitted_at,
        "figures": one.figures,
        "state": row.now.state,
        "state_word": shown.state_word(row.now.state, row.now.level, row.levels, lang),
    }


def _quoted(name: str) -> str:
    from urllib.parse import quote

    return quote(name, safe="")
