"""Who has answered a duty and who has not, body by body.

A body that answered with several documents shows them all; a group whose members are not
known is said to be so, never counted as one body that failed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.bodies import Body, Register
from lotrinh.plan import Answer, Duty, Plan


@dataclass(frozen=True)
class Owed:
    """One body under a duty, with the documents by which it answered."""

    body: Body
    #: Who answers for it on the day asked about: itself, or the bodies that followed it.
    today: tuple[Body, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class DutyCoverage:
    """A duty, the bodies that owe it, and the groups whose members nobody listed."""

    duty: Duty
    owed: tuple[Owed, ...]
    unlisted: tuple[Body, ...]

    @property
    def answered(self) -> int:
        """How many bodies have answered."""
        return sum(bool(one.answers) for one in self.owed)


def coverage(plan: Plan, bodies: Register, as_on: date) -> tuple[DutyCoverage, ...]:
    """Return the state of every duty of the plan, in its order."""
    return tuple(_duty(duty, bodies, as_on) for duty in plan.duties)


def _duty(duty: Duty, bodies: Register, as_on: date) -> DutyCoverage:
    members = {body.id: body for actor in duty.actors for body in bodies.members(actor)}
    owed = tuple(
        Owed(
            body,
            bodies.today_of(id, as_on),
            tuple(answer for answer in duty.answers if answer.body == id),
        )
        for id, body in members.items()
    )
    unlisted = tuple(bodies[actor] for actor in duty.actors if not bodies.members(actor))
    return DutyCoverage(duty, owed, unlisted)
