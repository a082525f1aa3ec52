"""The ledger's tables behind the port of the core, `lotrinh.ledger.store.Store`.

Writers come one at a time: on SQLite a transaction takes the file as it begins, on PostgreSQL
the lock of the audit is taken first. So numbers have no gap, and nobody decides on a
submission that another is just deciding on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from django.db import transaction
from django.db.models import Max

from lotrinh.base.errors import wrong
from lotrinh.ledger import Book, Checked, Entry, Observation, Progress, Submission
from lotrinh.ledger.entry import Digest
from lotrinh.ledger.store import Kept
from lotrinh.ledger.submission import advance, begin
from lotrinh_web.audit.actions import queue
from lotrinh_web.reporting import bridge
from lotrinh_web.reporting.models import LedgerEntry, SubmissionState
from lotrinh_web.reporting.models import Submission as SubmissionRow

#: Rows a statement; SQLite allows 250,000 values in one.
_BATCH = 2000


class Ledger:
    """The one ledger of the site."""

    def append(self, checked: Checked) -> Kept:
        """Keep a submission that passed the check; return what that left.

        Its entries are made, hashed and kept by the batch: a hundred thousand rows at once
        would be half a gigabyte.
        """
        sent = checked.submission
        with transaction.atomic():
            queue()
            first, last, taken = last_number() + 1, 0, Digest()
            entries = sent.entries(first)
            bridge.to_submission_row(sent).save(force_insert=True)
            while batch := list(islice(entries, _BATCH)):
                for one in batch:
                    taken.take(one)
                LedgerEntry.objects.bulk_create([bridge.to_row(one) for one in batch])
                last = batch[-1].number
            _keep(sent.id, begin(sent), last)
        return Kept(first, last, str(taken))

    def decide(self, decision: Entry) -> tuple[Entry, Progress]:
        """Keep a decision; return it numbered, and where its submission then stands."""
        with transaction.atomic():
            queue()
            id = decision.submission
            after = advance(submission(id), progress(id), decision)
            kept = replace(decision, number=last_number() + 1)
            bridge.to_row(kept).save(force_insert=True)
            _keep(id, after, kept.number)
        return kept, after

    def observations(self) -> Iterable[Observation]:
        """Return every figure that ever was sent, as it was sent."""
        rows = LedgerEntry.objects.exclude(observation_id="").order_by("number")
        return (bridge.to_observation(row) for row in rows.iterator())


def last_number() -> int:
    """Return the number of the last entry; it only grows, so it tells old from new."""
    found: int | None = LedgerEntry.objects.aggregate(last=Max("number"))["last"]
    return found or 0


def submission(id: str) -> Submission:
    """Return a submission with its figures. Raises LotrinhError when there is none."""
    row = SubmissionRow.objects.filter(id=id).first()
    if row is None:
        raise wrong("lotrinh_web.no_submission", id=id)
    return bridge.to_submission(row, row.entries.order_by("number"))


def progress(id: str) -> Progress:
    """Return how far a submission has come."""
    given = LedgerEntry.objects.filter(submission=id, verdict="approved").order_by("number")
    row = SubmissionState.objects.get(submission=id)
    return bridge.to_progress(row, (bridge.to_entry(one) for one in given))


def book() -> Book:
    """Return the whole ledger as a value; for checks and copies, not for pages."""
    entries = LedgerEntry.objects.order_by("submission", "number")
    by_submission: dict[str, list[LedgerEntry]] = {}
    for one in entries.iterator():
        by_submission.setdefault(one.submission_id, []).append(one)
    submissions = {
        row.id: bridge.to_submission(row, by_submission.get(row.id, ()))
        for row in SubmissionRow.objects.iterator()
    }
    return Book(submissions, tuple(_in_order(by_submission)))


def _in_order(rows: dict[str, list[LedgerEntry]]) -> Iterator[Entry]:
    every = (one for found in rows.values() for one in found)
    return (bridge.to_entry(one) for one in sorted(every, key=lambda one: one.number))


def _keep(id: str, at: Progress, number: int) -> None:
    """Keep ready how far a submission has come."""
    SubmissionState.objects.update_or_create(
        submission_id=id,
        defaults={
            "state": at.state,
            "level": at.level,
            "official_on": at.official_on,
            "since": number,
        },
    )
