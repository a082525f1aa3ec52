"""Evidence: files that stand behind a submission, kept under their hash, never changed."""

from __future__ import annotations

from django.db import models

from lotrinh_web.reporting.models.submission import Submission


class EvidenceFile(models.Model):
    """The bytes of one file; the same file sent twice is kept once."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    #: What the bytes are, told from the bytes themselves.
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()

    class Meta:
        db_table = "evidence_file"

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.media_type}"


class Evidence(models.Model):
    """A file laid beside a submission, under the name it was sent with."""

    file = models.ForeignKey(EvidenceFile, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="evidence")
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "evidence"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
