"""Reads the figures around one report quickly: rows as tuples, only those that can matter.

Which of several figures holds is decided as `lotrinh.ledger.as_known` does, and a test holds
the two to each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import Q

from lotrinh.periods import Period
from lotrinh.plan import Cell
from lotrinh_web.reporting.models import LedgerEntry

_FIRMNESS = {"estimate": 0, "preliminary": 1, "actual": 2}
_FIELDS = (
    "number", "kind", "about", "indicator", "place", "period", "breakdown", "shared", "qualifier",
    "method", "value", "unit", "status", "recorded_at", "submission__body",
    "submission__obligation", "submission__purpose", "submission__now__state",
    "submission__now__official_on", "observation_id",
)  # fmt: skip
_BATCH = 400


@dataclass(frozen=True)
class Said:
    """One figure as somebody said it."""

    number: int
    cell: Cell
    period: Period
    value: Decimal
    unit: str
    #: Id of the body, and the address of the report; empty for a figure of a public source.
    body: str
    report: str
    #: submitted or approved; a published figure is approved.
    state: str
    #: How firmly it holds against others of the same key.
    strength: tuple[bool, date, int, str]


def said(
    indicators: Collection[str],
    spans: Iterable[tuple[Collection[str], Collection[Period]]],
    day: date,
) -> list[Said]:
    """Return the figures of the indicators in each span: some places, in some periods.

    What was returned, withdrawn or superseded is left out; what still waits is there.
    """
    found: dict[int, Said] = {}
    gone = _taken_back()
    for places, periods in spans:
        for about, one in _rows(indicators, places, periods, day):
            if about:
                gone.add(about)
            if one is not None:
                found[one.number] = one
    return [one for number, one in found.items() if number not in gone]


def holding(figures: Iterable[Said]) -> dict[tuple[Cell, Period], Said]:
    """Return the official figure that holds for each cell and period."""
    held: dict[tuple[Cell, Period], Said] = {}
    for one in figures:
        key = (one.cell, one.period)
        if one.state == "approved" and (key not in held or held[key].strength < one.strength):
            held[key] = one
    return held


def _rows(
    indicators: Collection[str], places: Collection[str], periods: Collection[Period], day: date
) -> Iterator[tuple[int | None, Said | None]]:
    asked, texts = sorted(places), [str(one) for one in periods]
    for first in range(0, len(asked), _BATCH):
        rows = LedgerEntry.objects.filter(
            indicator__in=list(indicators),
            place__in=asked[first : first + _BATCH],
            period__in=texts,
        ).exclude(kind="decision")
        for row in rows.values_list(*_FIELDS).iterator(chunk_size=5000):
            yield _said(row, day)


def _taken_back() -> set[int]:
    """Return the entries that a withdrawal took back for good."""
    rows = LedgerEntry.objects.filter(kind="withdrawal")
    held = Q(submission__now__state="approved") | Q(submission__purpose="published")
    return set(rows.filter(held).values_list("about", flat=True))


def _said(row: tuple[Any, ...], day: date) -> tuple[int | None, Said | None]:
    (number, _, about, indicator, place, period, breakdown, shared, qualifier, method, value,
     unit, status, recorded_at, body, report, purpose, state, official_on, id) = row  # fmt: skip
    is_published = purpose == "published"
    is_official = is_published or state == "approved"
    known = recorded_at if is_published else official_on or recorded_at
    if shared or state in ("returned", "withdrawn") or (is_official and known > day):
        return None, None
    is_bound = method == "inferred" and qualifier not in ("", "~")
    if is_bound:
        return None, None
    strength = (True, known, _FIRMNESS[status], id)
    one = Said(
        number, Cell(indicator, place, breakdown), _period(period), Decimal(value), unit, body,
        report, "approved" if is_official else state, strength,
    )  # fmt: skip
    return about if is_official else None, one


@lru_cache(maxsize=4096)
def _period(text: str) -> Period:
    """Read a period once; a ledger of a million figures has a few hundred."""
    return Period.read(text)
