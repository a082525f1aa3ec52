"""A draft: figures not sent yet. An ordinary row that changes with every key pressed."""

from __future__ import annotations

from django.db import models


class Draft(models.Model):
    """What a body has written down for one obligation, or freely, before it is sent."""

    body = models.CharField(max_length=120)
    plan = models.CharField(max_length=200, blank=True)
    obligation = models.CharField(max_length=200, blank=True)
    #: report, correction or withdrawal.
    purpose = models.CharField(max_length=10, default="report")
    reason = models.TextField(blank=True)
    #: Id of the submission it mends: the one returned, or the one corrected.
    replaces = models.CharField(max_length=16, blank=True)
    #: The cells as typed: [{"indicator": …, "place": …, "period": …, "value": …, …}].
    cells = models.JSONField(default=list)
    #: Numbers of the entries a withdrawal takes back.
    withdrawn = models.JSONField(default=list)
    #: Files laid beside it: [{"sha256": …, "name": …}].
    evidence = models.JSONField(default=list)
    #: Grows with each saving; who saves on an older one is told, never overwritten.
    version = models.PositiveIntegerField(default=1)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "draft"
        ordering = ["-saved_at"]
        constraints = [
            # One obligation has one draft, whoever opens it.
            models.UniqueConstraint(
                fields=["body", "obligation"],
                condition=models.Q(purpose="report") & ~models.Q(obligation=""),
                name="draft_one_an_obligation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.obligation} v{self.version}"
