"""Who was given which post, and when a post was ended. People are Django's own users.

No row is ever changed. A person is named by the user name, not by a key: the record outlives
what it speaks of.
"""

from __future__ import annotations

from django.db import models


class Appointment(models.Model):
    """A person given a role at a body, from a day, perhaps to a day, perhaps for another."""

    person = models.CharField(max_length=150, db_index=True)
    role = models.CharField(max_length=20)
    #: Id of the body; empty for all bodies.
    body = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    #: First day on which it is no more; always set when it is held for another.
    valid_to = models.DateField(null=True)
    acting_for = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="delegations"
    )
    #: How the holder signs for the other: kt, tuq or q.
    manner = models.CharField(max_length=3, blank=True)
    #: The decision by which it was given, as printed.
    basis = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "appointment"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gt=models.F("valid_from")),
                name="appointment_lasts",
            ),
            models.CheckConstraint(
                condition=models.Q(acting_for=None, manner="")
                | models.Q(acting_for__isnull=False, valid_to__isnull=False, manner__gt=""),
                name="appointment_for_another_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role} {self.body}"


class AppointmentEnd(models.Model):
    """The end of a post, set once."""

    appointment = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="ending")
    #: First day on which the post is no more.
    valid_to = models.DateField()
    reason = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "appointment_end"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.valid_to}"
