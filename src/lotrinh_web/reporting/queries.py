"""Reads the ledger as values of the core."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import cast

from django.db.models import Q, QuerySet

from lotrinh.ledger import Key, Known, Observation, Recorded, Submission, Vintage
from lotrinh.ledger.history import Version
from lotrinh.ledger.submission import State
from lotrinh.ledger.supersede import Current
from lotrinh_web.reporting import bridge
from lotrinh_web.reporting.live import official
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.store import last_number

__all__ = [
    "current",
    "known",
    "last_number",
    "no_longer_said",
    "official_since",
    "published",
    "versions",
    "vintage",
]

#: States in which a body stands to what it sent.
_SAID = ("submitted", "approved")
#: Ids asked for in one statement.
_BATCH = 500


def vintage(*, plans: Iterable[str], day: date) -> tuple[Vintage, Mapping[str, Recorded]]:
    """Return the official figures of the plans on the day, and by id who entered each when."""
    return official(tuple(plans)).vintage(day)


def official_since(plans: Iterable[str]) -> int:
    """Return the last entry that made a figure of the plans official; it only grows."""
    return official(tuple(plans)).since


def versions(plans: Iterable[str]) -> tuple[Version, ...]:
    """Return every figure of the plans that ever was official, with the days it held."""
    return official(tuple(plans)).versions()


def known(*, plans: Iterable[str], day: date) -> tuple[Known, ...]:
    """Return the official figures of the plans on the day, each with its entry."""
    return official(tuple(plans)).known_on(day)


def current(sent: Submission) -> dict[Key, Current]:
    """Return the last word of the body on each figure that a submission touches."""
    about = [one.about for one in sent.figures if one.about] + list(sent.withdrawn)
    told = [one.observation for one in sent.figures]
    told += [bridge.to_observation(row) for row in LedgerEntry.objects.filter(number__in=about)]
    touched = Q(
        indicator__in={one.indicator for one in told},
        place__in={one.place for one in told},
        period__in={str(one.period) for one in told},
    )
    rows = list(
        LedgerEntry.objects.filter(touched, submission__body=sent.body)
        .filter(submission__now__state__in=_SAID)
        .exclude(kind__in=("decision", "withdrawal"))
        .select_related("submission__now")
        .order_by("number")
    )
    taken_back = LedgerEntry.objects.filter(
        kind="withdrawal",
        about__in=[row.number for row in rows],
        submission__now__state__in=_SAID,
    )
    gone = set(taken_back.values_list("about", flat=True)) if rows else set()
    found: dict[Key, Current] = {}
    for row in rows:
        if row.number not in gone:
            state = cast(State, row.submission.now.state)
            entry = bridge.to_entry(row)
            found[bridge.to_observation(row).key] = Current(entry, row.submission.body, state)
    return found


def published(plan: str, ids: Collection[str]) -> set[str]:
    """Return which of the figures, by their ids, came with the plan and were not taken back."""
    asked, there = list(ids), set()
    for first in range(0, len(asked), _BATCH):
        rows = _of_plan(plan).filter(observation_id__in=asked[first : first + _BATCH])
        there |= set(rows.values_list("observation_id", flat=True))
    return there


def brought(plan: str) -> tuple[Observation, ...]:
    """Return the figures that came with a plan's folder, in its order, as it says them now."""
    return tuple(bridge.to_observation(row) for row in _of_plan(plan).order_by("number"))


def no_longer_said(plan: str, said: Collection[str]) -> tuple[int, ...]:
    """Return the entries a plan brought whose figures are not among those it says now."""
    rows = _of_plan(plan).values_list("number", "observation_id")
    return tuple(number for number, id in rows if id not in said)


def _of_plan(plan: str) -> QuerySet[LedgerEntry]:
    mine = LedgerEntry.objects.filter(submission__purpose="published", submission__plan=plan)
    taken_back = mine.filter(kind="withdrawal").values("about")
    return mine.exclude(kind="withdrawal").exclude(number__in=taken_back)
