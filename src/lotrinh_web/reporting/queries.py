"""Reads the ledger as values of the core."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from lotrinh.ledger import Observation
from lotrinh_web.reporting.bridge import to_core
from lotrinh_web.reporting.models import LedgerEntry


def observations(
    *, plans: Iterable[str], ids: Iterable[str]
) -> tuple[tuple[Observation, ...], dict[str, tuple[str, datetime]]]:
    """Return what came in with the plans or bears one of the ids, and who entered each when."""
    wanted = Q(plan__in=list(plans)) | Q(id__in=list(ids))
    rows = list(LedgerEntry.objects.filter(wanted))
    entered = {row.id: (row.entered_by, row.entered_at) for row in rows}
    return tuple(to_core(row) for row in rows), entered


def count() -> int:
    """Return how many entries the ledger holds; it only grows, so this tells old from new."""
    return LedgerEntry.objects.count()
