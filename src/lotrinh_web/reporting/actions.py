"""What is done to the ledger: send, approve, return, take back; each with its audit entry.

Nothing here can change or delete what was kept. Corrections and withdrawals of official
figures are submissions like any other, with a reason, and wait for approval as it did.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from lotrinh.base.errors import wrong
from lotrinh.indicators import Indicator
from lotrinh.intake import check_submission
from lotrinh.ledger import Checked, Entry, Figure, Observation, Progress, Remark, Submission, day_of
from lotrinh.ledger.entry import Verdict, digest
from lotrinh.ledger.store import Kept
from lotrinh.ledger.supersede import refuse_conflicts
from lotrinh.places import Gazetteer
from lotrinh_web.accounts import powers
from lotrinh_web.audit.actions import queue, record
from lotrinh_web.reporting import queries
from lotrinh_web.reporting.evidence import lay_beside
from lotrinh_web.reporting.models import Draft
from lotrinh_web.reporting.sign import sign
from lotrinh_web.reporting.store import Ledger, progress, submission
from lotrinh_web.reporting.telling import tell_of_decision, tell_of_submission


def submit(*, checked: Checked, by: str, at: datetime, draft: int | None = None) -> Submission:
    """Send figures for a body: a report, a correction or a withdrawal; return what was sent.

    `draft` is the draft they were written in; its evidence goes along and it is gone. Raises
    LotrinhError when the person may not report for the body, or what is sent does not fit what
    the ledger holds; then nothing is kept.
    """
    sent = checked.submission
    if sent.author != by or sent.submitted_at != at or sent.purpose == "published":
        raise ValueError("a submission is sent by its author at its own moment")
    powers.require(by, "report", sent.body, day_of(at))
    with transaction.atomic():
        queue()
        _refuse_foreign_answers(sent)
        refuse_conflicts(sent, queries.current(sent))
        kept = Ledger().append(checked)
        evidence = _close(draft, sent, by=by, at=at)
        _tell("submit", sent.id, by, at, kept, body=sent.body, evidence=evidence)
        tell_of_submission(sent, level=0, at=at)
    return sent


def publish_figures(
    *,
    observations: Iterable[Observation],
    plan: str,
    indicators: dict[str, Indicator],
    places: Gazetteer,
    by: str,
    at: datetime,
    is_whole: bool = False,
) -> int:
    """Take in figures of public sources that are not there yet; return how many were new.

    They count as known from the day of their source and wait for no approval. When what is
    offered `is_whole`, figures the plan brought before and no longer says are taken back.
    """
    offered = {one.id: one for one in observations}
    with transaction.atomic():
        queue()
        there = queries.published(plan, offered)
        new = tuple(Figure(one) for id, one in offered.items() if id not in there)
        gone = queries.no_longer_said(plan, offered) if is_whole else ()
        if new or gone:
            sent = Submission("published", "", by, at, new, gone, levels=0, plan=plan)
            kept = Ledger().append(check_submission(sent, indicators, places))
            more = {"plan": plan, "new": len(new), "gone": len(gone)}
            _tell("publish_figures", sent.id, by, at, kept, **more)
    return len(new)


def approve(*, id: str, level: int, by: str, at: datetime) -> Progress:
    """Approve a submission at a level; return where it stands then.

    Raises LotrinhError when the person may not, sent it, approved it before, or when it no
    longer waits at that level.
    """
    sent = submission(id)
    signed_as = sign(sent, level, by=by, at=at)
    return _decide("approved", sent, by=by, at=at, level=level, signed_as=signed_as)


def return_with_remarks(
    *, id: str, by: str, at: datetime, reason: str = "", remarks: Iterable[Remark] = ()
) -> Progress:
    """Send a submission back to its author with remarks on the whole or on single figures."""
    sent = submission(id)
    given = tuple(one for one in remarks if one.text.strip())
    known = {one.observation.id for one in sent.figures}
    if unknown := [one.figure for one in given if one.figure and one.figure not in known]:
        raise wrong("lotrinh_web.remark_astray", figures=unknown)
    signed_as = sign(sent, progress(id).level + 1, by=by, at=at)
    return _decide(
        "returned", sent, by=by, at=at, reason=reason.strip(), remarks=given, signed_as=signed_as
    )


def withdraw(*, id: str, by: str, at: datetime, reason: str = "") -> Progress:
    """Take one's own submission back before the last level approved it."""
    return _decide("withdrawn", submission(id), by=by, at=at, reason=reason.strip())


def _decide(verdict: Verdict, sent: Submission, *, by: str, at: datetime, **more: Any) -> Progress:
    """Keep a decision and tell the audit."""
    with transaction.atomic():
        queue()
        decision = Entry("decision", sent.id, by, at, verdict=verdict, **more)
        entry, after = Ledger().decide(decision)
        kept = Kept(entry.number, entry.number, digest([entry]))
        _tell(verdict, sent.id, by, at, kept, body=sent.body, state=after.state)
        tell_of_decision(sent, after, at=at)
    return after


def _tell(action: str, id: str, by: str, at: datetime, kept: Kept, **more: Any) -> None:
    """Write the audit entry of a deed on a submission, with the digest of what it left."""
    payload = {**vars(kept), **more}
    record(by=by, at=at, action=action, subject=f"submissions/{id}", payload=payload)


def _refuse_foreign_answers(sent: Submission) -> None:
    """See that what is said to be replaced is a submission of the same body."""
    if sent.replaces and submission(sent.replaces).body != sent.body:
        raise wrong("lotrinh_web.no_submission", id=sent.replaces)


def _close(draft: int | None, sent: Submission, *, by: str, at: datetime) -> list[str]:
    """Lay the draft's evidence beside what was sent and end the draft; return the hashes."""
    found = Draft.objects.filter(id=draft, body=sent.body).first() if draft else None
    if found is None:
        return []
    for one in found.evidence:
        lay_beside(submission=sent.id, sha256=one["sha256"], name=one["name"], by=by, at=at)
    found.delete()
    return [one["sha256"] for one in found.evidence]
