"""Reads the chain: its head, and where it breaks if it does."""

from __future__ import annotations

from lotrinh_web.audit.bridge import BEGINNING, link
from lotrinh_web.audit.models import AuditEntry


def head() -> str:
    """Return the hash of the last entry, which stands for the whole chain."""
    last = AuditEntry.objects.order_by("-id").first()
    return last.hash if last else BEGINNING


def first_break() -> AuditEntry | None:
    """Return the first entry that does not follow from the one before; None when all do."""
    prev_hash = BEGINNING
    for one in AuditEntry.objects.order_by("id").iterator():
        expected = link(
            prev_hash=prev_hash,
            at=one.at,
            by=one.by,
            action=one.action,
            subject=one.subject,
            payload=one.payload,
        )
        if one.prev_hash != prev_hash or one.hash != expected:
            return one
        prev_hash = one.hash
    return None
