"""Attempts to sign in, kept so that guessing can be slowed down. People are Django's own users."""

from __future__ import annotations

from django.db import models


class SignInAttempt(models.Model):
    """One attempt under a name; the name need not exist."""

    name = models.CharField(max_length=150)
    at = models.DateTimeField()
    succeeded = models.BooleanField()

    class Meta:
        db_table = "sign_in_attempt"
        ordering = ["id"]
        indexes = [models.Index(fields=["name", "at"], name="sign_in_attempt_name")]

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M} {self.succeeded}"
