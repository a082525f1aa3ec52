"""A body: an organisation that owes, reports or supervises, with a lifespan and successors.

A body is not a place: it sits in one. A directive often names bodies as a kind ("the
district committees"); such a group is a body too, with the members that are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.mark import Mark
from lotrinh.base.words import Lang, Words
from lotrinh.places import Gazetteer, Place


@dataclass(frozen=True)
class Body:
    """An organisation, or a group of them named together in a directive."""

    id: str
    name: Words
    #: party, council, administration, department, front, union, enterprise, statistics or group.
    kind: str
    #: Id of the place it sits in.
    place: str
    #: Id of the body above in its own line; empty at the top. Others above are its ties.
    parent: str = ""
    valid_from: date | None = None
    #: First day on which it is no more, None while it lasts.
    valid_to: date | None = None
    #: Ids of the bodies that took over its duties.
    successors: tuple[str, ...] = ()
    #: For a group: ids of its known members.
    members: tuple[str, ...] = ()
    source_url: str = ""
    #: How far it may be told that the body exists, and what it does.
    mark: Mark = ""

    def is_there_on(self, day: date) -> bool:
        """Whether the body existed on that day."""
        return _holds(self.valid_from, self.valid_to, day)

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)


@dataclass(frozen=True)
class Tie:
    """One body under another in a further hierarchy, for a span of days.

    A department stands under the province's committee, and by its sector under a ministry.
    """

    #: sector, front, party or state.
    hierarchy: str
    body: str
    parent: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it held on that day."""
        return _holds(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class Register:
    """All bodies known, by id."""

    bodies: dict[str, Body]
    ties: tuple[Tie, ...] = ()

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
        heirs = (heir for after in body.successors for heir in self.today_of(after, day))
        return tuple({heir.id: heir for heir in heirs}.values())

    def predecessors(self, id: str) -> tuple[Body, ...]:
        """Return the bodies whose duties this one took over."""
        return tuple(one for one in self.bodies.values() if id in one.successors)

    def parents(self, id: str, day: date) -> dict[str, Body]:
        """Return the bodies above on that day by hierarchy; `own` is that of its own line.

        A body above that has ended is shown by who answers for it on the day.
        """
        above = {"own": self.bodies[id].parent} if self.bodies[id].parent else {}
        above |= {t.hierarchy: t.parent for t in self.ties if t.body == id and t.holds_on(day)}
        return {hierarchy: self.today_of(one, day)[0] for hierarchy, one in above.items()}

    def line_above(self, id: str, day: date) -> frozenset[str]:
        """Return who answers for the body on that day, and every body above them in own line.

        A body above that has ended stands as the bodies that answer for it on the day.
        """
        found: set[str] = set()
        todo = [id]
        while todo:
            for one in self.today_of(todo.pop(), day):
                if one.id not in found:
                    found.add(one.id)
                    todo += [one.parent] if one.parent else []
        return frozenset(found)

    def children(self, id: str, day: date, hierarchy: str = "own") -> tuple[Body, ...]:
        """Return the bodies directly below in a hierarchy that are there on the day."""
        if hierarchy == "own":
            found = [one for one in self.bodies.values() if one.parent == id]
        else:
            tied = {t.body for t in self.ties if t.hierarchy == hierarchy and t.parent == id
                    and t.holds_on(day)}  # fmt: skip
            found = [one for one in self.bodies.values() if one.id in tied]
        return tuple(one for one in found if one.is_there_on(day))


def seat(body: Body, places: Gazetteer, day: date) -> Place:
    """Return the place a body sits in on a day.

    A body that outlived its place sits in what the place became, if that is one place.
    """
    place = places[body.place]
    while not place.is_there_on(day) and len(heirs := places.successors(place.id)) == 1:
        (place,) = heirs
    return place


def _holds(valid_from: date | None, valid_to: date | None, day: date) -> bool:
    begun = valid_from is None or valid_from <= day
    return begun and (valid_to is None or day < valid_to)
