"""The ledger: every figure, correction, withdrawal and decision, in the order they were kept."""

from __future__ import annotations

from django.db import models

from lotrinh_web.reporting.models.submission import Submission


class LedgerEntry(models.Model):
    """One entry. Rows are added, never changed; the database refuses anything else."""

    #: Its place in the ledger, without a gap; given out one writer at a time.
    number = models.BigIntegerField(primary_key=True)
    #: observation, correction, withdrawal or decision.
    kind = models.CharField(max_length=12)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="entries")
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    #: Number of the entry that a correction supersedes or a withdrawal takes back.
    about = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    #: approved, returned or withdrawn, of a decision.
    verdict = models.CharField(max_length=10, blank=True)
    level = models.PositiveSmallIntegerField(null=True)
    #: [{"figure": id of the observation or "", "text": …}], of a decision.
    remarks = models.JSONField(default=list)
    #: Of a decision signed for another: how, for whom, until when: `kt:an.nguyen:2026-12-31`.
    signed_as = models.CharField(max_length=200, blank=True)

    # ------------------------------------------- the figure, of an observation and a correction
    #: The observation's own id: digits of the SHA-256 of its content.
    observation_id = models.CharField(max_length=16, blank=True, db_index=True)
    indicator = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    period = models.CharField(max_length=24, blank=True)
    qualifier = models.CharField(max_length=2, blank=True)
    #: As text, to the digit as reported: 20 and 20.0 are two statements.
    value = models.CharField(max_length=60, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=12, blank=True)
    method = models.CharField(max_length=12, blank=True)
    price_basis = models.CharField(max_length=60, blank=True)
    recorded_at = models.DateField(null=True)
    recorded_precision = models.CharField(max_length=5, blank=True)
    source_title = models.TextField(blank=True)
    source_url = models.TextField(blank=True)
    note = models.TextField(blank=True)
    #: Part of the whole, `area=rural;sex=female`, and name of a result of several; mostly empty.
    breakdown = models.CharField(max_length=200, blank=True, default="")
    shared = models.CharField(max_length=120, blank=True, default="")
    #: How far the figure may be told: empty, internal or confidential.
    mark = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        db_table = "ledger_entry"
        ordering = ["number"]
        indexes = [
            models.Index(fields=["indicator", "place", "period"], name="ledger_key"),
            # Few entries are about another: who asks what became of a figure finds them at once.
            models.Index(
                fields=["about"], name="ledger_about", condition=models.Q(about__isnull=False)
            ),
        ]
        constraints = [
            # Nobody approves one submission at two levels, and no level twice.
            models.UniqueConstraint(
                fields=["submission", "level"],
                condition=models.Q(verdict="approved"),
                name="ledger_one_approval_a_level",
            ),
            models.UniqueConstraint(
                fields=["submission", "by"],
                condition=models.Q(verdict="approved"),
                name="ledger_one_approval_a_person",
            ),
        ]

    def __str__(self) -> str:
        if self.kind == "decision":
            return f"{self.number}: {self.verdict} {self.submission_id}"
        return (
            f"{self.number}: {self.indicator} {self.place} {self.period}: {self.value} {self.unit}"
        )
