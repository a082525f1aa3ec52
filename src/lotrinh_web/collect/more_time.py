"""Asks for more time for a report, and answers; both are kept for good and told to the audit."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from lotrinh.base.errors import Where, wrong
from lotrinh.ledger import day_of
from lotrinh.plan.extension import Extension, check_request
from lotrinh_web.accounts import powers
from lotrinh_web.audit.actions import queue, record
from lotrinh_web.collect.asked import Asked, deadlines
from lotrinh_web.collect.models import Extension as ExtensionRow
from lotrinh_web.collect.models import ExtensionAnswer


def ask_more_time(*, asked: Asked, until: date, reason: str, by: str, at: datetime) -> int:
    """Ask for more time for one report; return the request's number.

    Raises one LotrinhError with everything that is wrong with the request.
    """
    body = asked.obligation.body
    powers.require(by, "report", body, day_of(at))
    obligation = str(asked.obligation.address)
    wanted = Extension(obligation, asked.period, until, reason.strip())
    with transaction.atomic():
        queue()
        check_request(wanted, deadlines([(asked.obligation, asked.period)])[asked.address])
        row = ExtensionRow.objects.create(
            obligation=obligation, period=str(asked.period), body=body, until=until,
            reason=wanted.reason, asked_by=by, asked_at=at,
        )  # fmt: skip
        payload = {"until": until.isoformat(), "body": body, "reason": wanted.reason}
        record(by=by, at=at, action="ask_more_time", subject=asked.address, payload=payload)
    return row.pk


def answer_request(*, id: int, granted: bool, reason: str, by: str, at: datetime) -> None:
    """Grant or refuse a request for more time.

    Raises LotrinhError when there is no such request, when it was answered before, when a
    refusal says no reason, or when the person asked for it or may not plan for the body.
    """
    with transaction.atomic():
        queue()
        row = ExtensionRow.objects.select_related("answer").filter(id=id).first()
        if row is None or hasattr(row, "answer"):
            raise wrong("lotrinh_web.collect_no_request", Where(field=str(id)))
        powers.require(by, "plan", row.body, day_of(at))
        if row.asked_by == by:
            raise wrong("lotrinh_web.collect_own_request", Where(field="granted"))
        if not granted and not reason.strip():
            raise wrong("lotrinh_web.collect_refusal_reason", Where(field="reason"))
        ExtensionAnswer.objects.create(
            extension=row, granted=granted, reason=reason.strip(), by=by, at=at
        )
        payload = {"granted": granted, "reason": reason.strip(), "until": row.until.isoformat()}
        action = "grant_more_time" if granted else "refuse_more_time"
        record(by=by, at=at, action=action, subject=f"extensions/{id}", payload=payload)
