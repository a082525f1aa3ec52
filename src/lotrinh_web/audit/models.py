"""The table of what was done. It has no foreign keys: an entry outlives what it speaks of."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """One deed, tied by hashes to the one before."""

    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    #: What was done: `issue_plan`.
    action = models.CharField(max_length=60)
    #: What it was done to, as an address.
    subject = models.CharField(max_length=300)
    #: Canonical JSON: sorted keys, no spaces.
    payload = models.TextField()
    #: Unique, so that the chain can never fork.
    prev_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "audit_entry"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.by}: {self.action} {self.subject}"
