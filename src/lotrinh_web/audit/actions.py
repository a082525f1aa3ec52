"""Writes one entry at the end of the chain, inside the transaction of the deed it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from lotrinh_web.audit.bridge import BEGINNING, canonical, link
from lotrinh_web.audit.models import AuditEntry

#: PostgreSQL lets several writers in; this lock, held to the end of the transaction, queues them.
_LOCK = 175_2020


def record(
    *, by: str, at: datetime, action: str, subject: str, payload: Mapping[str, Any]
) -> AuditEntry:
    """Append an entry; must run in the transaction of the deed, so that both stand or neither."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an audit entry belongs to a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = AuditEntry.objects.order_by("-id").first()
    prev_hash = last.hash if last else BEGINNING
    deed: dict[str, Any] = {
        "prev_hash": prev_hash,
        "at": at,
        "by": by,
        "action": action,
        "subject": subject,
        "payload": canonical(payload),
    }
    return AuditEntry.objects.create(**deed, hash=link(**deed))
