"""Submissions as sent, never changed; beside each, kept ready, how far it has come."""

from __future__ import annotations

from django.db import models


class Submission(models.Model):
    """What one person sent for a body at one moment; its figures are entries of the ledger."""

    #: Digits of the SHA-256 of its content, figures included.
    id = models.CharField(primary_key=True, max_length=16)
    #: report, correction, withdrawal or published.
    purpose = models.CharField(max_length=10)
    body = models.CharField(max_length=120, blank=True)
    author = models.CharField(max_length=200)
    submitted_at = models.DateTimeField()
    #: How many levels must approve it; 0 for published figures.
    levels = models.PositiveSmallIntegerField()
    #: Address of the plan it serves; empty for figures that came by themselves.
    plan = models.CharField(max_length=200, blank=True)
    #: Name of the obligation it answers, where one asked.
    obligation = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    #: Id of the submission it takes the place of.
    replaces = models.CharField(max_length=16, blank=True)

    class Meta:
        db_table = "submission"
        ordering = ["submitted_at", "id"]
        indexes = [
            models.Index(fields=["body", "submitted_at"], name="submission_body"),
            models.Index(fields=["plan", "submitted_at"], name="submission_plan"),
            models.Index(fields=["obligation"], name="submission_obligation"),
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.body} {self.submitted_at:%Y-%m-%d} {self.author}"


class SubmissionState(models.Model):
    """How far a submission has come: what its decisions in the ledger say, kept ready.

    The one row around the ledger that changes; `lotrinh verify` holds it to a replay.
    """

    submission = models.OneToOneField(
        Submission, primary_key=True, on_delete=models.PROTECT, related_name="now"
    )
    #: submitted, returned, approved or withdrawn.
    state = models.CharField(max_length=10)
    #: The last level that approved it.
    level = models.PositiveSmallIntegerField(default=0)
    #: Day from which its figures are official.
    official_on = models.DateField(null=True)
    #: Number of the entry that brought it here.
    since = models.BigIntegerField()

    class Meta:
        db_table = "submission_state"
        indexes = [models.Index(fields=["state", "since"], name="submission_state_since")]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.state} {self.level}"
