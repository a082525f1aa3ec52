"""The ledger: every observation ever recorded, with who entered it and when."""

from __future__ import annotations

from django.db import models


class LedgerEntry(models.Model):
    """One observation. Rows are added, never changed; the database refuses anything else."""

    #: The observation's own id: digits of the SHA-256 of its content.
    id = models.CharField(primary_key=True, max_length=16)
    indicator = models.CharField(max_length=120)
    place = models.CharField(max_length=120)
    period = models.CharField(max_length=24)
    qualifier = models.CharField(max_length=2, blank=True)
    #: As text, to the digit as reported: 20 and 20.0 are two statements.
    value = models.CharField(max_length=60)
    unit = models.CharField(max_length=60)
    status = models.CharField(max_length=12)
    method = models.CharField(max_length=12)
    price_basis = models.CharField(max_length=60, blank=True)
    recorded_at = models.DateField()
    recorded_precision = models.CharField(max_length=5)
    source_title = models.TextField()
    source_url = models.TextField(blank=True)
    note = models.TextField(blank=True)
    #: Part of the whole, `area=rural;sex=female`, and name of a result of several; mostly empty.
    breakdown = models.CharField(max_length=200, blank=True, default="")
    shared = models.CharField(max_length=120, blank=True, default="")
    #: Address of the plan it came in with; empty for figures that came by themselves.
    plan = models.CharField(max_length=200, blank=True)
    entered_by = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    class Meta:
        db_table = "ledger_entry"
        ordering = ["indicator", "place", "period", "recorded_at", "id"]
        indexes = [
            models.Index(fields=["plan", "recorded_at"], name="ledger_plan"),
            models.Index(fields=["indicator", "place", "period"], name="ledger_key"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.place} {self.period}: {self.value} {self.unit}"
