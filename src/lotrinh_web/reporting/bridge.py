"""Between a row of the ledger and an observation of the core; both ways, nothing lost."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import cast

from lotrinh.base.source import Source
from lotrinh.ledger import Observation
from lotrinh.ledger.observation import Method, Precision, Qualifier, Status
from lotrinh.periods import Period
from lotrinh_web.reporting.models import LedgerEntry


def to_core(row: LedgerEntry) -> Observation:
    """Return the observation of a row."""
    return Observation(
        indicator=row.indicator,
        place=row.place,
        period=Period.read(row.period),
        value=Decimal(row.value),
        unit=row.unit,
        status=cast(Status, row.status),
        source=Source(row.source_title, row.source_url, row.recorded_at),
        recorded_at=row.recorded_at,
        recorded_precision=cast(Precision, row.recorded_precision),
        qualifier=cast(Qualifier, row.qualifier),
        method=cast(Method, row.method),
        price_basis=row.price_basis,
        note=row.note,
        breakdown=row.breakdown,
        shared=row.shared,
    )


def to_row(one: Observation, *, plan: str, by: str, at: datetime) -> LedgerEntry:
    """Return the row of an observation, not saved."""
    cells = one.as_row() | {"recorded_at": one.recorded_at}
    return LedgerEntry(id=one.id, plan=plan, entered_by=by, entered_at=at, **cells)
