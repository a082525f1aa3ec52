"""A document under review, its items, every decision on them, and what was issued.

No row is ever changed: where an item stands is told by the last decision on it.
"""

from __future__ import annotations

from django.db import models


class Review(models.Model):
    """A document as it was read on the day it came in."""

    #: Name of the file, and SHA-256 of its bytes.
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    #: The text that every span points into.
    text = models.TextField()
    #: What the reader found to identify it.
    facts = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "review"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class ReviewItem(models.Model):
    """One goal, target or duty, as the reader or a person proposed it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="items")
    #: goal, target or duty.
    kind = models.CharField(max_length=10)
    #: Where its sentence stands, and the part of it that is the item's own.
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    own_start = models.PositiveIntegerField()
    own_end = models.PositiveIntegerField()
    #: The proposal, in the fields of `review/fields.py`.
    fields = models.JSONField()
    #: From 0 to 1; 1 for an item that a person added.
    confidence = models.FloatField()
    #: Name of the rule that found it; empty when a person added it.
    rule = models.CharField(max_length=40, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "review_item"
        ordering = ["start", "own_start", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}-{self.end}"


class ReviewDecision(models.Model):
    """One decision on one item: who, when, from what to what, and why if said."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(ReviewItem, on_delete=models.PROTECT, related_name="decisions")
    #: accept, edit, reject, add or undo.
    action = models.CharField(max_length=10)
    #: {"state": open | accepted | rejected, "fields": {…}}
    before = models.JSONField()
    after = models.JSONField()
    #: The decision that an undo takes back.
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "review_decision"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.action} {self.item_id}"


class ReviewIssue(models.Model):
    """A plan issued from a review: its address, the hash of the version, what was said of it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="issues")
    address = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    #: Name, place, document facts as confirmed.
    said = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "review_issue"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.address} {self.sha256[:12]}"
