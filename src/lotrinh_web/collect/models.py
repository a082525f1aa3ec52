"""What stands around a report: requests for more time, files on their way in, remembered columns.

The figures themselves are drafts and submissions of the app `reporting`.
"""

from __future__ import annotations

from django.db import models


class Extension(models.Model):
    """A request for more time for one report. Never changed; the answer is a row of its own."""

    #: Address of the obligation: `plans/dak-lak/kh-175-2020#obligation/people`.
    obligation = models.CharField(max_length=300)
    period = models.CharField(max_length=24)
    body = models.CharField(max_length=120)
    #: The last day in time that is asked for.
    until = models.DateField()
    reason = models.TextField()
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()

    class Meta:
        db_table = "extension"
        ordering = ["id"]
        indexes = [models.Index(fields=["obligation", "period"], name="extension_report")]

    def __str__(self) -> str:
        return f"{self.obligation} {self.period} → {self.until}"


class ExtensionAnswer(models.Model):
    """What became of a request, said once."""

    extension = models.OneToOneField(Extension, on_delete=models.PROTECT, related_name="answer")
    granted = models.BooleanField()
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "extension_answer"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.extension_id} {self.granted}"


class Upload(models.Model):
    """A file that was uploaded and not sent yet; it is looked at, then sent or thrown away."""

    #: Address of the report it is for.
    report = models.CharField(max_length=330)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    #: Whether it is a body's own table, read by a mapping, and not our workbook.
    is_own = models.BooleanField()
    #: How an own table is read: `lotrinh.intake.mapping.Mapping` as JSON.
    mapping = models.JSONField(default=dict)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "upload"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.name} {self.report}"


class ColumnMapping(models.Model):
    """How a body's own table of one shape is read; remembered for the next time."""

    body = models.CharField(max_length=120)
    #: Address of the obligation, whatever the period.
    obligation = models.CharField(max_length=300)
    #: Tells tables of one shape, by their heads.
    fingerprint = models.CharField(max_length=16)
    mapping = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "column_mapping"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "obligation", "fingerprint"], name="column_mapping_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.obligation} {self.fingerprint}"


class Token(models.Model):
    """A machine's key to one body's reports, in the name of the person who made it."""

    name = models.CharField(max_length=100)
    body = models.CharField(max_length=120)
    person = models.CharField(max_length=150)
    #: SHA-256 of the secret, which is shown once and kept nowhere.
    digest = models.CharField(max_length=64, unique=True)
    #: Its first letters, by which a person knows it again.
    hint = models.CharField(max_length=12)
    made_at = models.DateTimeField()
    #: First day on which it opens nothing any more.
    valid_to = models.DateField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=150, blank=True)

    class Meta:
        db_table = "api_token"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.hint}… {self.body} {self.person}"


class Call(models.Model):
    """A call with an idempotency key and its answer, which a repeated call gets again."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    key = models.CharField(max_length=100)
    #: SHA-256 of what was asked: address, parameters, content.
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        db_table = "api_call"
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="api_call_once")]

    def __str__(self) -> str:
        return f"{self.token_id} {self.key} {self.status}"
