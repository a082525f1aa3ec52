"""Vintages that were published, each with the head of the audit chain of that moment."""

from __future__ import annotations

from django.db import models


class PublishedVintage(models.Model):
    """The figures of one plan as known on a day, named by their hash. Never changed."""

    #: Address of the plan.
    plan = models.CharField(max_length=200)
    as_known_on = models.DateField()
    hash = models.CharField(max_length=64)
    #: Number of the last entry of the ledger it could take in.
    last_entry = models.BigIntegerField()
    #: Hash of the last audit entry before it: whoever keeps this can tell a mended past.
    chain_head = models.CharField(max_length=64)
    #: Addresses of the plans whose figures it takes in: its own and those above.
    sources = models.JSONField()
    #: Numbers of the entries left out because they may not be told to everyone.
    withheld = models.JSONField(default=list)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "published_vintage"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "hash"], name="published_vintage_once"),
        ]
        indexes = [models.Index(fields=["plan", "last_entry"], name="published_vintage_plan")]

    def __str__(self) -> str:
        return f"{self.plan} {self.as_known_on} {self.hash[:12]}"
