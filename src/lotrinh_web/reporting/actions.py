"""Adds figures to the ledger; nothing here can change one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lotrinh.ledger import Observation
from lotrinh_web.audit.actions import record
from lotrinh_web.reporting.store import Ledger


def append(*, observations: Iterable[Observation], plan: str, by: str, at: datetime) -> int:
    """Add the observations that are not there yet and tell the audit; return how many were new."""
    offered = tuple(observations)
    with transaction.atomic():
        new = Ledger(plan=plan, at=at).append(offered, by=by)
        if new:
            record(
                by=by,
                at=at,
                action="append_observations",
                subject=plan,
                payload={"offered": len(offered), "new": new},
            )
    return new
