"""Trees of places as on a day, one for each hierarchy: the state's, the Party's, statistics'.

A tree is a picture of one day. What a unit was before or became is for the gazetteer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lotrinh.base.words import Lang, Words
from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.place import Place

#: The hierarchy of state administration, which `Place.parent` itself tells.
STATE = "state"
#: Levels that the state's tree does not have: a statistical region governs nothing.
_NOT_OF_THE_STATE = frozenset({"region"})


@dataclass(frozen=True)
class Hierarchy:
    """A way of putting places under places, with its own lifespan."""

    id: str
    name: Words
    valid_from: date | None = None
    valid_to: date | None = None
    source_url: str = ""

    def is_there_on(self, day: date) -> bool:
        """Whether the hierarchy was in use on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)


@dataclass(frozen=True)
class Membership:
    """One place under another in one hierarchy, for a span of days."""

    hierarchy: str
    place: str
    parent: str
    valid_from: date | None = None
    valid_to: date | None = None
    source_url: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it held on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class Tree:
    """The places of one hierarchy on one day."""

    day: date
    hierarchy: str
    places: Mapping[str, Place]
    #: Id of the place above, by id; the tops are not in it.
    parents: Mapping[str, str]

    def above(self, id: str) -> Iterator[Place]:
        """Yield the places above, nearest first."""
        while (id := self.parents.get(id, "")) != "":
            yield self.places[id]

    def children(self, id: str) -> tuple[Place, ...]:
        """Return the places directly below."""
        return tuple(self.places[one] for one in self._children.get(id, ()))

    def below(self, id: str) -> Iterator[Place]:
        """Yield all places below, each after its parent."""
        for child in self.children(id):
            yield child
            yield from self.below(child.id)

    def at(self, id: str, level: str) -> Place | None:
        """Return the place of that level in which a place lies, itself if it is of that level."""
        if self.places[id].level == level:
            return self.places[id]
        return next((one for one in self.above(id) if one.level == level), None)

    def finest(self, id: str = "") -> Iterator[Place]:
        """Yield the places without any below: all of the tree's, or those in a place."""
        if id and id not in self._children:
            yield self.places[id]
            return
        for one in self.below(id) if id else self.places.values():
            if one.id not in self._children:
                yield one

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id, parent in self.parents.items():
            found[parent].append(id)
        return found


def tree_on(
    gazetteer: Gazetteer,
    day: date,
    hierarchy: str = STATE,
    memberships: Iterable[Membership] = (),
) -> Tree:
    """Return the tree of a hierarchy as on a day.

    A unit whose first day was not looked up is taken to be no older than its parent, so
    that no unit hangs in the air.
    """
    there = {place.id: place for place in gazetteer.on(day)}
    if hierarchy == STATE:
        found = {id: p.parent for id, p in there.items() if p.level not in _NOT_OF_THE_STATE}
        rooted: dict[str, bool] = {}
        kept = {id: parent for id, parent in found.items() if _is_rooted(id, found, rooted)}
    else:
        pairs = [m for m in memberships if m.hierarchy == hierarchy and m.holds_on(day)]
        pairs = [m for m in pairs if m.place in there and m.parent in there]
        kept = dict.fromkeys((m.parent for m in pairs), "") | {m.place: m.parent for m in pairs}
    places = {id: there[id] for id in kept}
    return Tree(day, hierarchy, places, {id: parent for id, parent in kept.items() if parent})


def _is_rooted(id: str, parents: Mapping[str, str], known: dict[str, bool]) -> bool:
    """Whether the line of parents of a place ends at a top; a circle does not."""
    line = []
    while id and id not in known and id not in line:
        line.append(id)
        if id not in parents:
            break
        id = parents[id]
    end = known.get(id, not id)
    known.update(dict.fromkeys(line, end))
    return end
