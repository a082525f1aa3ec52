"""Makes, revokes and recognises the keys of machines. A key opens one body's reports.

It acts in the name of the person who made it, and only while that person may report for the
body: a post that ends takes its keys along.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db import transaction

from lotrinh.base.errors import Where, wrong
from lotrinh.ledger import day_of
from lotrinh_web.accounts import powers
from lotrinh_web.audit.actions import queue, record
from lotrinh_web.collect.models import Call, Token

#: What every secret begins with, so that a leaked one is recognised.
PREFIX = "lotrinh_"
#: A key lasts a year at most.
LASTS = timedelta(days=365)
#: Calls of one key in a minute.
CALLS_A_MINUTE = 60
#: Answers of calls with a key of their own are kept so long.
REMEMBERED = timedelta(days=2)


@dataclass(frozen=True)
class Key:
    """A key that was recognised."""

    id: int
    body: str
    person: str
    hint: str


@dataclass(frozen=True)
class Answered:
    """What a call asked, as a hash, and what it got."""

    digest: str
    status: int
    answer: dict[str, Any]


def make(*, name: str, body: str, by: str, at: datetime) -> str:
    """Make a key for a body; return its secret, which cannot be shown again.

    Raises LotrinhError for a key without a name, or when the person may not report for the body.
    """
    if not name.strip():
        raise wrong("lotrinh_web.token_no_name", Where(field="name"))
    powers.require(by, "report", body, day_of(at))
    secret = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        queue()
        row = Token.objects.create(
            name=name.strip()[:100], body=body, person=by, digest=_digest(secret),
            hint=secret[:12], made_at=at, valid_to=day_of(at) + LASTS,
        )  # fmt: skip
        payload = {"body": body, "hint": row.hint, "valid_to": row.valid_to.isoformat()}
        record(by=by, at=at, action="make_token", subject=f"tokens/{row.pk}", payload=payload)
    return secret


def revoke(*, id: int, by: str, at: datetime) -> None:
    """Revoke a key of one's own. Raises LotrinhError when there is none."""
    with transaction.atomic():
        queue()
        row = Token.objects.filter(id=id, person=by, revoked_at=None).first()
        if row is None:
            raise wrong("lotrinh_web.token_none", Where(field="id"))
        row.revoked_at, row.revoked_by = at, by
        row.save(update_fields=["revoked_at", "revoked_by"])
        record(by=by, at=at, action="revoke_token", subject=f"tokens/{id}", payload={})


def of_person(person: str) -> list[Token]:
    """Return the keys a person made, the newest first."""
    return list(Token.objects.filter(person=person))


def recognise(secret: str, today: date) -> Key | None:
    """Return the key of a secret; None for one that opens nothing, or no longer."""
    row = Token.objects.filter(digest=_digest(secret), revoked_at=None, valid_to__gt=today).first()
    if row is None or not powers.may(row.person, "report", row.body, today):
        return None
    return Key(row.pk, row.body, row.person, row.hint)


def is_too_fast(key: Key, at: datetime) -> bool:
    """Count a call of a key; tell whether it made too many within the minute."""
    name = f"api-calls:{key.id}:{at:%Y%m%d%H%M}"
    cache.add(name, 0, timeout=120)
    try:
        return bool(cache.incr(name) > CALLS_A_MINUTE)
    except ValueError:  # it was thrown away between the two
        return False


def answered(key: Key, name: str) -> Answered | None:
    """Return what a call of that name asked and got before; None for a new one."""
    row = Call.objects.filter(token=key.id, key=name).first()
    return Answered(row.digest, row.status, row.answer) if row else None


def remember(*, key: Key, name: str, answered: Answered, at: datetime) -> None:
    """Keep the answer of a call under its name; the first call of a name stays the one."""
    Call.objects.filter(at__lt=at - REMEMBERED).delete()
    Call.objects.get_or_create(
        token_id=key.id,
        key=name,
        defaults={
            "digest": answered.digest, "status": answered.status, "answer": answered.answer,
            "at": at,
        },
    )  # fmt: skip


def _digest(secret: str) -> str:
    """A secret of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
