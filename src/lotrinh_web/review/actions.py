"""What is done at the review desk; each deed writes its record and the audit, or nothing."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.directive import open_document, read
from lotrinh.directive.cited import Span
from lotrinh_web.audit.actions import record
from lotrinh_web.review import bridge, queries
from lotrinh_web.review.fields import Values
from lotrinh_web.review.known import known
from lotrinh_web.review.lacks import look
from lotrinh_web.review.models import Review, ReviewDecision, ReviewItem
from lotrinh_web.review.queries import ACCEPTED, OPEN, REJECTED, Item

#: Bytes of a file; 200 pages of a PDF with pictures stay well below.
LARGEST = 20 * 1024 * 1024
#: Characters of text, about 1,300 pages: beyond, the desk would no longer be fluid.
LONGEST = 4_000_000


def open_review(*, name: str, data: bytes, by: str, at: datetime) -> Review:
    """Read a file and keep its text with everything that was found in it.

    Raises LotrinhError, in words, for a file that cannot be read; then nothing is kept.
    """
    name = name[-200:]
    if len(data) > LARGEST:
        megabytes = LARGEST // (1024 * 1024)
        raise wrong("lotrinh_web.review_too_large", Where(name), name=name, megabytes=megabytes)
    document = open_document(name, data)
    if len(document.text) > LONGEST:
        raise wrong("lotrinh_web.review_too_long", Where(name), name=name, most=LONGEST)
    draft, everything = read(document), known()
    review = Review(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        # PostgreSQL keeps no NUL; a space keeps every span where it is.
        text=document.text.replace("\0", " "),
        facts=bridge.facts_of(draft),
        by=by,
        at=at,
    )
    with transaction.atomic():
        review.save(force_insert=True)
        rows = bridge.to_rows(draft, review, everything)
        ReviewItem.objects.bulk_create(rows)
        payload = {"name": name, "sha256": review.sha256, "items": len(rows)}
        record(by=by, at=at, action="open_review", subject=_subject(review.pk), payload=payload)
    return review


def accept(
    *, item: Item, fields: Values, sentence: str, reason: str, by: str, at: datetime
) -> ReviewDecision:
    """Accept an item with these fields; `edit` in the record when they are not as they stood.

    Raises LotrinhError with everything the item still lacks; then nothing is kept.
    """
    problems = look(item.kind, fields, sentence, known())
    if problems:
        raise LotrinhError(problems)
    given = {k: v for k, v in fields.items() if v and not k.startswith("read_")}
    kept = {name: value for name, value in item.fields.items() if name.startswith("read_")}
    action = "accept" if _same(given, item.fields) else "edit"
    after = {"state": ACCEPTED, "fields": kept | given}
    return _decide(item=item, action=action, after=after, reason=reason, by=by, at=at)


def reject(*, item: Item, reason: str, by: str, at: datetime) -> ReviewDecision:
    """Reject an item; its fields stay in the record."""
    after = {"state": REJECTED, "fields": item.fields}
    return _decide(item=item, action="reject", after=after, reason=reason, by=by, at=at)


def reopen(*, item: Item, by: str, at: datetime) -> ReviewDecision:
    """Take an item back among those to be decided, with its fields as they stand."""
    after = {"state": OPEN, "fields": item.fields}
    return _decide(item=item, action="reopen", after=after, reason="", by=by, at=at)


def add(
    *, review: Review, kind: str, span: Span, fields: Values, reason: str, by: str, at: datetime
) -> ReviewItem:
    """Add an item that a person found in the text, accepted as it is added.

    Raises LotrinhError with everything it lacks; then nothing is kept.
    """
    sentence = review.text[span[0] : span[1]]
    problems = look(kind, fields, sentence, known())
    if problems:
        raise LotrinhError(problems)
    given = {name: value for name, value in fields.items() if value}
    with transaction.atomic():
        row = ReviewItem.objects.create(
            review=review,
            kind=kind,
            start=span[0],
            end=span[1],
            own_start=span[0],
            own_end=span[1],
            fields=given,
            confidence=1.0,
            rule="",
            by=by,
            at=at,
        )
        # An item taken back is rejected again, not accepted: it was never there before.
        before = {"state": REJECTED, "fields": given}
        after = {"state": ACCEPTED, "fields": given}
        _keep(row, "add", before, after, reason, by, at)
    return row


def undo(*, review_id: int, by: str, at: datetime) -> ReviewDecision | None:
    """Take back the last decision that was not taken back yet; None when there is none."""
    with transaction.atomic():
        last = queries.last_to_undo(review_id)
        if last is None:
            return None
        return _keep(last.item, "undo", last.after, last.before, "", by, at, undoes=last)


def _decide(
    *, item: Item, action: str, after: Values, reason: str, by: str, at: datetime
) -> ReviewDecision:
    row = ReviewItem.objects.get(id=item.id)
    before = {"state": item.state, "fields": item.fields}
    with transaction.atomic():
        return _keep(row, action, before, after, reason, by, at)


def _keep(
    row: ReviewItem,
    action: str,
    before: Values,
    after: Values,
    reason: str,
    by: str,
    at: datetime,
    undoes: ReviewDecision | None = None,
) -> ReviewDecision:
    """Write a decision and its audit entry in the transaction around."""
    kept = ReviewDecision.objects.create(
        review_id=row.review_id,
        item=row,
        action=action,
        before=before,
        after=after,
        undoes=undoes,
        reason=reason.strip()[:2000],
        by=by,
        at=at,
    )
    payload = {"decision": kept.pk, "item": row.pk, "state": after["state"]}
    subject = _subject(row.review_id)
    record(by=by, at=at, action=f"review_{action}", subject=subject, payload=payload)
    return kept


def _same(given: Values, stood: Values) -> bool:
    """Tell whether the fields are those that stood there, empty ones aside."""
    before = {k: v for k, v in stood.items() if v and not k.startswith("read_")}
    return given == before


def _subject(review_id: int) -> str:
    return f"desk/reviews/{review_id}"
