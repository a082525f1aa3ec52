"""A place: a territory with a lifespan, and how one turns into another.

A code is not an identity (66 is kept by a province half as large again) and neither is a
name; the identity of a place is its `id`, which belongs to one territory for one span of
days. A place is not a body: who governs it is for `lotrinh.bodies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.words import Lang, Words


@dataclass(frozen=True)
class Place:
    """A territory from `valid_from` to the day before `valid_to`.

    >>> old = Place("vn/x@2004", Words("Tỉnh X", "X province"), "province", "66", "vn",
    ...             date(2004, 1, 1), date(2025, 7, 1))
    >>> old.is_there_on(date(2025, 6, 30)), old.is_there_on(date(2025, 7, 1))
    (True, False)
    """

    id: str
    name: Words
    #: country, region, province, district or commune.
    level: str
    #: Official code of the day; several places may have borne the same one.
    code: str
    #: Id of the place above; empty for a country.
    parent: str
    #: First day, None when it was not looked up.
    valid_from: date | None
    #: First day on which it is no more, None while it lasts.
    valid_to: date | None
    #: Where these facts were read.
    source_url: str = ""

    def is_there_on(self, day: date) -> bool:
        """Whether the place existed on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)


@dataclass(frozen=True)
class Change:
    """A change of the map as a fact of its own: what became what, on which day, by which act."""

    day: date
    #: merge, split, rename, upgrade, abolish or create.
    kind: str
    #: Ids of the places before and after.
    before: tuple[str, ...]
    after: tuple[str, ...]
    #: Number of the act, as text: `202/2025/QH15`.
    legal_basis: str
    source_url: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """All places and changes known, by id."""

    places: dict[str, Place]
    changes: tuple[Change, ...] = ()

    def __getitem__(self, id: str) -> Place:
        return self.places[id]

    def __contains__(self, id: str) -> bool:
        return id in self.places

    def successors(self, id: str) -> tuple[Place, ...]:
        """Return what the place became, empty while it lasts."""
        return tuple(self.places[a] for c in self.changes if id in c.before for a in c.after)

    def ended_by(self, id: str) -> Change | None:
        """Return the change that ended the place, None while it lasts."""
        return next((change for change in self.changes if id in change.before), None)
