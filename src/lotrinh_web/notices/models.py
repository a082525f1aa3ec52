"""Notices, how each person wants them mailed, and the ladders that administrators set."""

from __future__ import annotations

from django.db import models


class Notice(models.Model):
    """One thing one person is told. It is marked when it was read and when it was mailed.

    Until then it is also the outbox of mail.
    """

    #: User name.
    person = models.CharField(max_length=150)
    #: What it says: a message `notice_…` of the words, and its values.
    key = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    #: What it is about, so that nobody is told the same twice: `submissions/0f…/returned`.
    about = models.CharField(max_length=300)
    #: Page of the desk that it leads to, without a language: `submissions/0f…/`.
    page = models.CharField(max_length=300)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    #: When a sender took it, to be mailed.
    taken_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notice"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "key", "about"], name="notice_once"),
        ]
        indexes = [
            models.Index(fields=["person", "read_at"], name="notice_person"),
            models.Index(
                fields=["person"],
                condition=models.Q(mailed_at=None, read_at=None),
                name="notice_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.key} {self.about}"


class MailChoice(models.Model):
    """How a person wants notices mailed; without a row, at once."""

    person = models.CharField(max_length=150, primary_key=True)
    #: now, daily or none.
    how = models.CharField(max_length=5)

    class Meta:
        db_table = "mail_choice"

    def __str__(self) -> str:
        return f"{self.person}: {self.how}"


class Ladder(models.Model):
    """The steps of reminders as an administrator set them; the last one holds."""

    #: [[days, whom], …].
    steps = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "reminder_ladder"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.by}"
