"""A place: a territory with a lifespan, and how one turns into another.

A code is not an identity (66 is kept by a province half as large again) and neither is a
name; the identity of a place is its `id`, which belongs to one territory for one span of
days. A place is not a body: who governs it is for `lotrinh.bodies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lotrinh.base.words import Lang, Words

#: merge: units, or units and parts of others, become one. split: a part of one unit becomes
#: a unit. part_transfer: a unit gains or loses a part and goes on. rename: another name or
#: kind, the same ground. upgrade: raised in kind (commune to township). move: the same
#: ground and name under another parent. create: a unit where there was none of its level.
#: abolish: it ends and leaves no unit of its level; `after` then names who took over.
ChangeKind = Literal[
    "merge", "split", "part_transfer", "rename", "upgrade", "move", "create", "abolish"
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
Level = Literal["country", "region", "province", "district", "commune"]


@dataclass(frozen=True)
class Place:
    """A territory from `valid_from` to the day before `valid_to`.

    >>> old = Place("vn/x@2004", Words("Tỉnh X", "X province"), "province", "66", "vn",
    ...             date(2004, 1, 1), date(2025, 7, 1))
    >>> old.is_there_on(date(2025, 6, 30)), old.is_there_on(date(2025, 7, 1))
    (True, False)
    """

    #: Ids of the national list are `vn/` and the code, with `@` and the first day where that
    #: is known: `vn/24133@2025-07-01`. Older ids (`vn/dak-lak@2004`) keep their meaning.
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
    """A change of the map as a fact of its own: what became what, on which day, by which act.

    One change makes one unit: a day on which a commune was divided between two has a change
    for each of the two, and the divided commune stands among the `parts` of both.
    """

    day: date
    kind: str
    #: Ids of the places before and after.
    before: tuple[str, ...]
    after: tuple[str, ...]
    #: Number of the act, as text: `202/2025/QH15`.
    legal_basis: str
    source_url: str = ""
    #: Those of `before` of which only a part went into `after`.
    parts: tuple[str, ...] = ()

    @property
    def carries_ground(self) -> bool:
        """Whether `after` holds the ground of `before`; one who takes over an office does not."""
        return self.kind != "abolish"
