"""A filing: one report of an obligation as a person filled it in, beside what is known already.

It is what every door (Excel, web form, API, a mapped file) makes of what came in, and what
the checks look at; nothing in it is kept yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lotrinh.base.errors import Problem, Where
from lotrinh.bodies import Body
from lotrinh.indicators import Indicator
from lotrinh.ledger.observation import Status
from lotrinh.periods import Period
from lotrinh.places import Gazetteer
from lotrinh.plan.obligation import Cell, Obligation, Strength


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written for one cell; without a value nothing is reported."""

    cell: Cell
    #: In the indicator's own unit.
    value: Decimal | None
    status: Status = "actual"
    #: Words kept with the figure; what a soft check asks for is answered here.
    note: str = ""
    #: The cell of the sheet or the field of the form.
    where: Where = field(default=Where(), compare=False)


@dataclass(frozen=True)
class Known:
    """What was reported before: series of this and other places, and of other bodies.

    Values are in the indicators' own units.
    """

    series: Mapping[Cell, Mapping[Period, float]] = field(default_factory=dict)
    #: Of the report's own period: what other bodies said of the same cell.
    others: Mapping[Cell, Mapping[Body, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Filing:
    """One report, filled in."""

    obligation: Obligation
    period: Period
    filled: Mapping[Cell, Filled]
    indicators: Mapping[str, Indicator]
    places: Gazetteer
    known: Known = field(default_factory=Known)

    def value(self, cell: Cell) -> float | None:
        """Return a figure of the report's period: as filled in, else as known from others."""
        mine = self.filled.get(cell)
        if mine is not None and mine.value is not None:
            return float(mine.value)
        others = self.known.others.get(cell, {})
        return next(iter(others.values()), self.known.series.get(cell, {}).get(self.period))

    def written(self) -> Iterable[tuple[Filled, Decimal]]:
        """Yield what has a value, in the order of the form."""
        for one in self.filled.values():
            if one.value is not None:
                yield one, one.value


@dataclass(frozen=True)
class Finding:
    """What a check says of one cell: hard refuses it, soft asks for a reason."""

    cell: Cell
    strength: Strength
    problem: Problem

    @classmethod
    def at(cls, one: Filled, strength: Strength, key: str, **values: Any) -> Finding:
        """Return what is said of a filled cell by the message `key`."""
        return cls(one.cell, strength, Problem(key, one.where, values))
