"""Writes one entry at the end of the chain, inside the transaction of the deed it tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from lotrinh.ledger.chain import BEGINNING, Link, canonical
from lotrinh_web.audit.models import AuditEntry

#: PostgreSQL lets several writers in; this lock, held to the end of the transaction, queues them.
_LOCK = 175_2020
_BATCH = 2000


def queue() -> None:
    """Wait until no other writer of the chain is at work; the turn lasts to the transaction's end.

    On SQLite the transaction has taken the file as it began, and there is nothing to wait for.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a deed belongs to a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def record(
    *, by: str, at: datetime, action: str, subject: str, payload: Mapping[str, Any]
) -> AuditEntry:
    """Append an entry; must run in the transaction of the deed, so that both stand or neither."""
    queue()
    last = AuditEntry.objects.order_by("-id").first()
    link = Link.after(last.hash if last else BEGINNING, at, by, action, subject, canonical(payload))
    return AuditEntry.objects.create(**vars(link))


def keep_links(links: Iterable[Link]) -> None:
    """Keep a chain that was verified, in the empty table of another database."""
    AuditEntry.objects.bulk_create((AuditEntry(**vars(one)) for one in links), batch_size=_BATCH)
