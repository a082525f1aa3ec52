"""The whole ledger as one value out of the database, held to itself; and into an empty one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from lotrinh.base.errors import Problems, wrong
from lotrinh.ledger.dump import Dump
from lotrinh.ledger.evidence import Laid, Open
from lotrinh.ledger.verify import Verified, verify
from lotrinh_web.audit.actions import keep_links, queue, record
from lotrinh_web.audit.queries import links
from lotrinh_web.reporting import bridge
from lotrinh_web.reporting.models import (
    Evidence,
    EvidenceFile,
    LedgerEntry,
    PublishedVintage,
    SubmissionState,
)
from lotrinh_web.reporting.models import Submission as SubmissionRow
from lotrinh_web.reporting.store import book, last_number
from lotrinh_web.reporting.vintages import to_row, vintages

_BATCH = 2000


def dump() -> Dump:
    """Return everything the ledger holds, as of one moment; the evidence without its bytes."""
    with transaction.atomic():
        queue()
        return Dump(book(), tuple(links()), vintages(), tuple(_laid()))


def content_of(sha256: str) -> bytes | None:
    """Return the bytes of a file of evidence; None when none is kept under that hash."""
    found = EvidenceFile.objects.filter(sha256=sha256).values_list("content", flat=True).first()
    return None if found is None else bytes(found)


def verify_all() -> Verified:
    """Return what was found whole; LotrinhError with the first fault of each part.

    Beside what a dump can tell, this holds what the database keeps ready to the replay.
    """
    whole = dump()
    found = verify(whole, content_of)
    problems = Problems()
    if (id := next(_states_that_differ(whole), None)) is not None:
        problems.add("lotrinh_web.state_differs", id=id)
    problems.raise_if_any()
    return found


def _states_that_differ(whole: Dump) -> Iterator[str]:
    ready = {one.submission_id: one for one in SubmissionState.objects.all()}
    for id, at in whole.book.progress().items():
        row = ready.get(id)
        said = (row.state, row.level, row.official_on) if row else None
        if said != (at.state, at.level, at.official_on):
            yield id


def _laid() -> Iterator[Laid]:
    rows = Evidence.objects.select_related("file").defer("file__content").order_by("id")
    for row in rows.iterator(chunk_size=_BATCH):
        file = row.file
        yield Laid(
            row.submission_id, row.name, file.sha256, file.media_type, file.size, row.by, row.at
        )


def restore(*, dump: Dump, open: Open, by: str, at: datetime) -> int:
    """Keep a dump in a database whose ledger and audit are empty; return how many entries.

    `open` gives the bytes of its evidence. Raises LotrinhError when the dump is not whole, or
    the database holds something already.
    """
    verify(dump, open)
    with transaction.atomic():
        queue()
        if last_number() or SubmissionRow.objects.exists() or next(links(), None):
            raise wrong("lotrinh_web.not_empty")
        submissions = [bridge.to_submission_row(one) for one in dump.book.submissions.values()]
        SubmissionRow.objects.bulk_create(submissions, batch_size=_BATCH)
        entries = (bridge.to_row(one) for one in dump.book.entries)
        LedgerEntry.objects.bulk_create(entries, batch_size=_BATCH)
        SubmissionState.objects.bulk_create(_states(dump), batch_size=_BATCH)
        PublishedVintage.objects.bulk_create([to_row(one) for one in dump.vintages])
        _keep_evidence(dump.evidence, open)
        keep_links(dump.links)
        if dump.book.entries:
            payload = {"entries": len(dump.book.entries), "links": len(dump.links)}
            record(by=by, at=at, action="restore", subject="ledger", payload=payload)
    return len(dump.book.entries)


def _keep_evidence(laid: Iterable[Laid], open: Open) -> None:
    """Keep each file once, and that it lies where it was laid."""
    for one in laid:
        if not EvidenceFile.objects.filter(sha256=one.sha256).exists():
            EvidenceFile.objects.create(
                sha256=one.sha256, media_type=one.media_type, size=one.size,
                content=open(one.sha256),
            )  # fmt: skip
        Evidence.objects.create(
            submission_id=one.submission, file_id=one.sha256, name=one.name, by=one.by, at=one.at
        )


def _states(dump: Dump) -> list[SubmissionState]:
    last: dict[str, int] = {}
    for one in dump.book.entries:
        last[one.submission] = one.number
    return [
        SubmissionState(
            submission_id=id,
            state=at.state,
            level=at.level,
            official_on=at.official_on,
            since=last[id],
        )
        for id, at in dump.book.progress().items()
    ]
