"""Reads the ledger as values of the core."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import cast

from django.db.models import Q, QuerySet

from lotrinh.ledger import Key, Known, Observation, Submission
from lotrinh.ledger.book import as_known
from lotrinh.ledger.submission import State
from lotrinh.ledger.supersede import Current
from lotrinh_web.reporting import bridge
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.models import Submission as SubmissionRow
from lotrinh_web.reporting.store import last_number

__all__ = ["current", "known", "last_number", "no_longer_said", "observations", "published"]

#: States in which a body stands to what it sent.
_SAID = ("submitted", "approved")
#: Ids asked for in one statement.
_BATCH = 500


def observations(
    *, plans: Iterable[str], ids: Iterable[str], day: date
) -> tuple[tuple[Observation, ...], dict[str, tuple[str, datetime]]]:
    """Return the official figures of the plans on the day, and who entered each when.

    Figures that bear one of the `ids` belong to them too, whatever plan brought them.
    """
    found = known(plans=plans, ids=ids, day=day)
    entered = {one.observation.id: (one.entry.by, one.entry.at) for one in found}
    return tuple(one.observation for one in found), entered


def known(*, plans: Iterable[str], ids: Iterable[str] = (), day: date) -> tuple[Known, ...]:
    """Return the official figures of the plans on the day, each with its entry."""
    wanted = Q(submission__plan__in=list(plans)) | Q(observation_id__in=list(ids))
    official = Q(submission__now__state="approved", submission__now__official_on__lte=day)
    published = Q(submission__purpose="published")
    rows = LedgerEntry.objects.filter(wanted, official | published).exclude(kind="decision")
    entries = [bridge.to_entry(row) for row in rows.order_by("number")]
    senders = SubmissionRow.objects.filter(id__in={one.submission for one in entries})
    heads = {row.id: row for row in senders.select_related("now")}
    levels = {id: row.levels for id, row in heads.items()}
    progress = {id: bridge.to_progress(row.now, ()) for id, row in heads.items()}
    return as_known(entries, levels, progress, day)


def current(sent: Submission) -> dict[Key, Current]:
    """Return the last word of the body on each figure that a submission touches."""
    about = [one.about for one in sent.figures if one.about] + list(sent.withdrawn)
    touched = Q(number__in=about)
    told = [one.observation for one in sent.figures]
    touched |= Q(
        indicator__in={one.indicator for one in told},
        place__in={one.place for one in told},
        period__in={str(one.period) for one in told},
    )
    rows = (
        LedgerEntry.objects.filter(touched, submission__body=sent.body)
        .filter(submission__now__state__in=_SAID)
        .exclude(kind__in=("decision", "withdrawal"))
    )
    taken_back = set(
        LedgerEntry.objects.filter(
            kind="withdrawal", submission__body=sent.body, submission__now__state__in=_SAID
        ).values_list("about", flat=True)
    )
    found: dict[Key, Current] = {}
    for row in rows.select_related("submission__now").order_by("number"):
        if row.number not in taken_back:
            state = cast(State, row.submission.now.state)
            entry = bridge.to_entry(row)
            found[bridge.to_observation(row).key] = Current(entry, row.submission.body, state)
    return found


def published(ids: Collection[str]) -> set[str]:
    """Return which of the figures, by their ids, a public source brought and nobody took back."""
    asked, there = list(ids), set()
    for first in range(0, len(asked), _BATCH):
        rows = _of_sources().filter(observation_id__in=asked[first : first + _BATCH])
        there |= set(rows.values_list("observation_id", flat=True))
    return there


def no_longer_said(plan: str, said: Collection[str]) -> tuple[int, ...]:
    """Return the entries a plan brought whose figures are not among those it says now."""
    rows = _of_sources().filter(submission__plan=plan).values_list("number", "observation_id")
    return tuple(number for number, id in rows if id not in said)


def _of_sources() -> QuerySet[LedgerEntry]:
    taken_back = LedgerEntry.objects.filter(kind="withdrawal", submission__purpose="published")
    figures = LedgerEntry.objects.filter(submission__purpose="published")
    return figures.exclude(observation_id="").exclude(number__in=taken_back.values("about"))
