"""The ledger's table behind the port of the core, `lotrinh.ledger.store.Store`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lotrinh.ledger import Observation
from lotrinh_web.reporting.bridge import to_core, to_row
from lotrinh_web.reporting.models import LedgerEntry


class Ledger:
    """The observations of one plan's door, at one moment of the ledger's own clock."""

    def __init__(self, *, plan: str = "", at: datetime) -> None:
        self.plan = plan
        self.at = at

    def append(self, observations: Iterable[Observation], *, by: str) -> int:
        """Add those that are not there yet; return how many were new."""
        offered = {one.id: one for one in observations}
        with transaction.atomic():
            there = set(
                LedgerEntry.objects.filter(id__in=list(offered)).values_list("id", flat=True)
            )
            rows = [
                to_row(one, plan=self.plan, by=by, at=self.at)
                for id, one in offered.items()
                if id not in there
            ]
            LedgerEntry.objects.bulk_create(rows)
        return len(rows)

    def observations(self) -> Iterable[Observation]:
        """Return all that was ever recorded."""
        return tuple(to_core(row) for row in LedgerEntry.objects.all())
