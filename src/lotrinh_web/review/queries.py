"""Reads reviews: the list, one with its items as they stand, one item, the record of decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Max

from lotrinh.directive import Document
from lotrinh_web.review import fields as f
from lotrinh_web.review.models import Review, ReviewDecision, ReviewIssue, ReviewItem
from lotrinh_web.review.pieces import Mark, Shown, cut

OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"


@dataclass(frozen=True)
class Item:
    """An item as it stands now."""

    id: int
    review_id: int
    #: Its place in the document, from 1; facts, which stand before the items, have none: 0.
    number: int
    kind: str
    start: int
    end: int
    own_start: int
    own_end: int
    fields: f.Values
    confidence: float
    rule: str
    added_by: str
    state: str
    #: The last decision: who and when; nothing while none was taken.
    action: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def decided(self) -> bool:
        """Whether it was accepted or rejected."""
        return self.state != OPEN


@dataclass(frozen=True)
class Progress:
    """How many items of a review were decided."""

    decided: int
    total: int
    accepted: int


def reviews() -> tuple[tuple[Review, Progress, tuple[ReviewIssue, ...]], ...]:
    """Return the reviews, the last first, without their texts."""
    rows = Review.objects.defer("text").prefetch_related("issues")
    return tuple((row, progress(items(row.pk)), tuple(row.issues.all())) for row in rows)


def review(id: int) -> Review | None:
    """Return a review; None when there is none."""
    return Review.objects.filter(id=id).first()


def items(review_id: int) -> tuple[Item, ...]:
    """Return the items of a review as they stand: facts, then the rest as the text has them."""
    last = _last_decisions(review_id)
    rows = list(ReviewItem.objects.filter(review_id=review_id))
    facts = [_item(row, last.get(row.pk), 0) for row in rows if row.kind == "fact"]
    facts.sort(key=lambda one: f.FACTS.index(one.fields["fact"]))
    others = (row for row in rows if row.kind != "fact")
    return (*facts, *(_item(row, last.get(row.pk), n) for n, row in enumerate(others, 1)))


def item(review_id: int, id: int) -> Item | None:
    """Return one item as it stands; None when the review has none such."""
    return next((one for one in items(review_id) if one.id == id), None)


def progress(found: Iterable[Item]) -> Progress:
    """Count what was decided of the plan's items; its facts are confirmed when it is issued."""
    states = [one.state for one in found if one.kind != "fact"]
    return Progress(len(states) - states.count(OPEN), len(states), states.count(ACCEPTED))


def marked(row: Review, found: Iterable[Item]) -> tuple[Shown, ...]:
    """Return the text of a review in paragraphs, with the marks of its items."""
    marks = tuple(
        Mark(
            id=one.id,
            number=one.number,
            kind=one.kind,
            start=one.start,
            end=one.end,
            own_start=one.own_start,
            own_end=one.own_end,
            fact=one.fields.get("fact", ""),
        )
        for one in found
    )
    return _marked(row.pk, row.sha256, marks)


@lru_cache(maxsize=8)
def _marked(review_id: int, sha256: str, marks: tuple[Mark, ...]) -> tuple[Shown, ...]:
    text, name = Review.objects.values_list("text", "name").get(id=review_id)
    return cut(Document(name, text), marks)


def decisions(review_id: int) -> tuple[ReviewDecision, ...]:
    """Return every decision of a review, the first one first."""
    rows = ReviewDecision.objects.filter(review_id=review_id)
    return tuple(rows.select_related("item", "undoes"))


def issues(review_id: int) -> tuple[ReviewIssue, ...]:
    """Return the plans issued from a review."""
    return tuple(ReviewIssue.objects.filter(review_id=review_id))


def last_to_undo(review_id: int) -> ReviewDecision | None:
    """Return the decision that an undo would take back; None when there is none."""
    open_to = ReviewDecision.objects.filter(
        review_id=review_id, undoes__isnull=True, undone_by__isnull=True
    )
    return open_to.order_by("-id").first()


def _last_decisions(review_id: int) -> dict[int, ReviewDecision]:
    rows = ReviewDecision.objects.filter(review_id=review_id)
    latest = rows.values("item").annotate(last=Max("id")).values("last")
    return {row.item_id: row for row in ReviewDecision.objects.filter(id__in=latest)}


def _item(row: ReviewItem, last: ReviewDecision | None, number: int) -> Item:
    return Item(
        id=row.pk,
        review_id=row.review_id,
        number=number,
        kind=row.kind,
        start=row.start,
        end=row.end,
        own_start=row.own_start,
        own_end=row.own_end,
        fields=last.after["fields"] if last else row.fields,
        confidence=row.confidence,
        rule=row.rule,
        added_by="" if row.rule else row.by,
        state=last.after["state"] if last else OPEN,
        action=last.action if last else "",
        by=last.by if last else "",
        at=last.at if last else None,
    )
