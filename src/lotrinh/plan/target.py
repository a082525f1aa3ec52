"""A target: the value promised for an indicator, in a place, by a day.

A target is not its indicator: several targets may be set on one. It keeps the words of the
plan (operator, unit, silence); how it is judged is for `lotrinh.assess`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, Words
from lotrinh.periods import Period

#: level: a value at the deadline. growth: an average rate a year over a window. floor: a
#: value held in every year of a window. coverage: a share of units. rank: a place in an
#: order. completion: projects done. qualitative: no figure named.
Kind = Literal["level", "growth", "floor", "coverage", "rank", "completion", "qualitative"]
#: The surface word of the plan: "đạt" is =, "khoảng" is ~.
Operator = Literal["=", "~", ">", ">=", "<", "<=", "range", ""]


@dataclass(frozen=True)
class Related:
    """Another series that says something about a target without being its figure."""

    indicator: str
    place: str
    #: What it is, so that nobody takes it for the target's own figure.
    note: Words


@dataclass(frozen=True)
class Baseline:
    """The value a target starts from; without a value, the observed one of the period."""

    period: Period
    value: Decimal | None = None


@dataclass(frozen=True)
class Target:
    """One promise, as the plan makes it."""

    id: str
    name: Words
    kind: Kind
    #: Id of the indicator; empty for completion and qualitative targets without one.
    indicator: str
    place: str
    operator: Operator
    value: Decimal | None
    value_high: Decimal | None
    #: Code of the unit as promised; empty without a value.
    unit: str
    baseline: Baseline | None
    #: Years an average or a floor is about.
    window: Period | None
    deadline: date
    #: Address of the clause in the directive.
    clause: str
    #: The target above that this one passes on, and how it differs.
    parent: Address | None = None
    parent_note: Words | None = None
    #: What the plan leaves open, said on every page that judges it.
    silence: Words | None = None
    #: How far from the value still counts as "about" it, in percent of the value.
    tolerance_pct: Decimal | None = None
    #: Ids of other indicators that go by the same name; judged beside, never instead.
    other_definitions: tuple[str, ...] = ()
    #: The nearest known figures, shown as what they are.
    related: tuple[Related, ...] = ()
    #: The promises bundled in this one; it is met when all are.
    parts: tuple[Target, ...] = ()

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)

    @property
    def deadline_period(self) -> Period:
        """The period whose figure decides: the window, or the year of the deadline."""
        return self.window or Period.year(self.deadline.year)
