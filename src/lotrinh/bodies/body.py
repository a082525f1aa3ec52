"""A body: an organisation that owes, reports or supervises, with a lifespan and successors.

A body is not a place: it sits in one. A directive often names bodies as a kind ("the
district committees"); such a group is a body too, with the members that are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, Words


@dataclass(frozen=True)
class Body:
    """An organisation, or a group of them named together in a directive."""

    id: str
    name: Words
    #: party, council, administration, department, front, union, enterprise, statistics or group.
    kind: str
    #: Id of the place it sits in.
    place: str
    #: Id of the body above; empty at the top.
    parent: str = ""
    valid_from: date | None = None
    #: First day on which it is no more, None while it lasts.
    valid_to: date | None = None
    #: Ids of the bodies that took over its duties.
    successors: tuple[str, ...] = ()
    #: For a group: ids of its known members.
    members: tuple[str, ...] = ()
    source_url: str = ""

    def is_there_on(self, day: date) -> bool:
        """Whether the body existed on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)


@dataclass(frozen=True)
class Register:
    """All bodies known, by id."""

    bodies: dict[str, Body]

    def __getitem__(self, id: str) -> Body:
        return self.bodies[id]

    def __contains__(self, id: str) -> bool:
        return id in self.bodies

    def members(self, id: str) -> tuple[Body, ...]:
        """Return the known members of a group, or the body itself when it is none."""
        body = self.bodies[id]
        if body.kind != "group":
            return (body,)
        return tuple(self.bodies[member] for member in body.members)

    def today_of(self, id: str, day: date) -> tuple[Body, ...]:
        """Return who answers for the body on that day: itself, or its successors in turn."""
        body = self.bodies[id]
        if body.is_there_on(day) or not body.successors:
            return (body,)
        return tuple(heir for after in body.successors for heir in self.today_of(after, day))
