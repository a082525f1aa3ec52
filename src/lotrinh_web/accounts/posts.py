"""A post: a person in a role at a body, from a day to a day. Read from the history of posts.

The history is only added to (`appoint.py`), so that who held what on any day can
be told for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from lotrinh.base.words import Words, both
from lotrinh_web.accounts.models import Appointment
from lotrinh_web.accounts.roles import Manner, Role

#: The body of a post that is held over all bodies.
EVERYWHERE = ""


@dataclass(frozen=True)
class Post:
    """One person in one role at one body, for a span of days."""

    id: int
    #: User name of who holds it.
    person: str
    role: Role
    #: Id of the body; `EVERYWHERE` for all of them.
    body: str
    #: First day.
    valid_from: date
    #: First day on which it is no more, None while no end is set.
    valid_to: date | None
    #: User name of whom it is held for; empty for a post of one's own.
    acting_for: str = ""
    #: How the holder signs for the other; empty for a post of one's own.
    manner: Manner | None = None
    #: The decision by which it was given, as printed: “12/QĐ-SKHCN”.
    basis: str = ""

    def is_held_on(self, day: date) -> bool:
        """Whether the day falls into it."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def signature(self, names: dict[str, str]) -> Words:
        """Return the line under what the holder signs, as official letters write it.

        `names` gives the full name for each user name; without one the user name stands.
        """
        name = names.get(self.person) or self.person
        if not self.acting_for or self.manner is None or self.valid_to is None:
            return Words(name, name)
        other = names.get(self.acting_for) or self.acting_for
        last = self.valid_to - timedelta(days=1)
        return both(f"lotrinh_web.signs_{self.manner}", name=name, other=other, last=last)


def held(on: date, *, person: str = "") -> tuple[Post, ...]:
    """Return the posts held on a day, of one person or of all, the oldest first."""
    return tuple(one for one in ever_held(person=person) if one.is_held_on(on))


def ever_held(*, person: str = "") -> tuple[Post, ...]:
    """Return every post there was, is or will be, of one person or of all, the oldest first."""
    rows = Appointment.objects.select_related("ending", "acting_for__ending")
    return _read(rows.filter(person=person) if person else rows)


def post(id: int) -> Post | None:
    """Return a post by its id; None when there is none."""
    rows = Appointment.objects.select_related("ending", "acting_for__ending").filter(id=id)
    return next(iter(_read(rows)), None)


def _read(rows: Iterable[Appointment]) -> tuple[Post, ...]:
    return tuple(_post(row) for row in rows)


def _post(row: Appointment) -> Post:
    """Return the post of a row; one held for another is over when the other's own is."""
    other = row.acting_for
    ends = [end for one in (row, other) if one is not None for end in _ends(one)]
    return Post(
        id=row.pk,
        person=row.person,
        role=cast(Role, row.role),
        body=row.body,
        valid_from=row.valid_from,
        valid_to=min(ends, default=None),
        acting_for=other.person if other else "",
        manner=cast(Manner, row.manner) if other else None,
        basis=row.basis,
    )


def _ends(row: Appointment) -> tuple[date, ...]:
    """Return the end a post was given with, and the one that was set later, if any."""
    later = getattr(row, "ending", None)
    given = (row.valid_to, later.valid_to if later else None)
    return tuple(end for end in given if end is not None)
