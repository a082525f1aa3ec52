"""Between a row of what was done and a link of the chain."""

from __future__ import annotations

from lotrinh.ledger.chain import Link
from lotrinh_web.audit.models import AuditEntry


def to_core(row: AuditEntry) -> Link:
    """Return the link of a row."""
    return Link(row.prev_hash, row.at, row.by, row.action, row.subject, row.payload, row.hash)
