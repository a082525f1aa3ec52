"""Tells people, marks what they read, sets the ladder of reminders and where mail goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from lotrinh.base.errors import Where, wrong
from lotrinh.ledger import day_of
from lotrinh.plan.reminder import Step
from lotrinh_web.accounts.powers import require_somewhere
from lotrinh_web.audit.actions import record
from lotrinh_web.notices.models import Ladder, MailChoice, Notice
from lotrinh_web.notices.post import post_soon
from lotrinh_web.notices.queries import HOWS


def tell(
    *,
    people: Iterable[str],
    key: str,
    about: str,
    page: str,
    at: datetime,
    values: Mapping[str, Any] | None = None,
    soon: bool = True,
) -> int:
    """Leave a notice for each person, in the transaction around; return how many were new.

    Nobody is told the same of one thing twice. Unless `soon` is off, letters go out as soon as
    the transaction is committed.
    """
    asked = set(people)
    told = set(
        Notice.objects.filter(person__in=asked, key=key, about=about).values_list(
            "person", flat=True
        )
    )
    rows = [
        Notice(person=one, key=key, about=about, page=page, at=at, values=dict(values or {}))
        for one in sorted(asked - told)
    ]
    if soon and rows:
        post_soon()
    return len(Notice.objects.bulk_create(rows, ignore_conflicts=True))


def read(*, by: str, at: datetime) -> None:
    """Mark everything this person was told as read."""
    Notice.objects.filter(person=by, read_at=None).update(read_at=at)


def set_ladder(*, steps: tuple[Step, ...], by: str, at: datetime) -> None:
    """Set whom reminders go to on which days around a deadline; only an administrator may."""
    require_somewhere(by, "administer", day_of(at))
    rows = [[one.days, one.whom] for one in steps]
    with transaction.atomic():
        Ladder.objects.create(steps=rows, by=by, at=at)
        record(by=by, at=at, action="set_ladder", subject="reminders", payload={"steps": rows})


def set_mail(*, email: str, how: str, by: str, at: datetime) -> None:
    """Say where this person's own notices are mailed (empty is nowhere), and how."""
    email = email.strip()
    try:
        if email:
            validate_email(email)
    except ValidationError as error:
        raise wrong("lotrinh_web.notice_address", Where(field="email"), email=email) from error
    if how not in HOWS:
        raise wrong("lotrinh_web.notice_how", Where(field="how"), how=how)
    with transaction.atomic():
        get_user_model().objects.filter(username=by).update(email=email)
        MailChoice.objects.update_or_create(person=by, defaults={"how": how})
        # The address itself stays out of the audit.
        payload = {"has_address": bool(email), "how": how}
        record(by=by, at=at, action="set_mail", subject=f"people/{by}", payload=payload)
