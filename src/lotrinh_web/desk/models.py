"""Plans as issued: the folder whole, so that the page can be made from it alone."""

from __future__ import annotations

from django.db import models


class PlanVersion(models.Model):
    """One version of a plan's folder with all it rests on. Never changed; the last one holds."""

    #: The folder: `plans/dak-lak/kh-175-2020`.
    address = models.CharField(max_length=200)
    #: SHA-256 of the canonical JSON of the files.
    sha256 = models.CharField(max_length=64)
    #: Path -> text of every file the plan needs to be opened.
    files = models.JSONField()
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=200)

    class Meta:
        db_table = "plan_version"
        ordering = ["id"]
        indexes = [models.Index(fields=["address", "id"], name="plan_version_address")]

    def __str__(self) -> str:
        return f"{self.address} {self.sha256[:12]}"
