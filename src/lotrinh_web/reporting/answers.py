"""Reads how reports were answered: the last submission of each, and the draft beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from lotrinh.ledger import Observation
from lotrinh_web.reporting.bridge import to_entry
from lotrinh_web.reporting.models import Draft, LedgerEntry, Submission

#: Addresses asked for in one statement.
_BATCH = 500


@dataclass(frozen=True)
class Answer:
    """The last thing a body sent for a report."""

    submission: str
    #: submitted, returned, approved or withdrawn.
    state: str
    level: int
    levels: int
    by: str
    at: datetime


def answers(reports: Collection[str]) -> dict[str, Answer]:
    """Return the last submission for each report, by the report's address."""
    found: dict[str, Answer] = {}
    asked = list(reports)
    for first in range(0, len(asked), _BATCH):
        rows = Submission.objects.filter(obligation__in=asked[first : first + _BATCH])
        for row in rows.select_related("now").order_by("now__since"):
            found[row.obligation] = Answer(
                row.id, row.now.state, row.now.level, row.levels, row.author, row.submitted_at
            )
    return found


def drafted(reports: Collection[str]) -> dict[str, datetime]:
    """Return when the draft of each report was last saved, by the report's address."""
    rows = Draft.objects.filter(purpose="report", obligation__in=list(reports))
    return {row.obligation: row.saved_at for row in rows.only("obligation", "saved_at")}


def draft_of(body: str, report: str) -> Draft | None:
    """Return the draft of a report; None when nothing was written yet."""
    return Draft.objects.filter(body=body, obligation=report, purpose="report").first()


@dataclass(frozen=True)
class Returned:
    """A submission that was sent back: its figures, and what was said of them."""

    figures: tuple[Observation, ...]
    reason: str
    by: str
    #: What was said of single figures, by the observation's id.
    remarks: dict[str, tuple[str, ...]]


def returned(submission: str) -> Returned | None:
    """Return what was sent back and why; None for a submission that was not returned."""
    rows = LedgerEntry.objects.filter(submission=submission).order_by("number")
    entries = [to_entry(row) for row in rows]
    back = next((one for one in reversed(entries) if one.verdict == "returned"), None)
    if back is None:
        return None
    remarks: dict[str, tuple[str, ...]] = {}
    for one in back.remarks:
        remarks[one.figure] = (*remarks.get(one.figure, ()), one.text)
    figures = tuple(one.observation for one in entries if one.observation is not None)
    return Returned(figures, back.reason, back.by, remarks)
