"""The order of a computation: one step a formula, after a step for each part that looks around.

Most of a formula stays with one place and one part of the whole. What looks elsewhere (the
place above, the places below, the categories of a disaggregation) is computed first, as a
series of its own with a name nobody can write; the formula then only names it. So every
engine knows two kinds of step, and nothing is nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from lotrinh.engine.breaks import Breaks
from lotrinh.indicators.check_formula import formula_of, order
from lotrinh.indicators.formula import (
    Choice,
    CountWhere,
    Dated,
    Formula,
    Name,
    Number,
    Operation,
    ShareOfParent,
    SumOver,
    children,
    names,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.rewrite_formula import with_parts
from lotrinh.ledger import read_breakdown, write_breakdown

#: No id of an indicator holds this, so a step's own series never meets one.
_MARK = "#"


@dataclass(frozen=True)
class Local:
    """A formula that stays with one place and one part of the whole."""

    id: str
    formula: Formula
    #: Whether it takes totals that units are missing from.
    takes_partial: bool
    #: The formula as its author wrote it, for people to read.
    written: Formula

    def written_on(self, day: date) -> str:
        """Return the text of the formula in force on a day."""
        return str(self.written.on(day) if isinstance(self.written, Dated) else self.written)


@dataclass(frozen=True)
class Crossing:
    """A series made of one other series by looking at other places or parts.

    `above`: the value of the place above. `count`: the sum over the places of a level.
    `sum_over`: the sum over the categories of a disaggregation.
    """

    id: str
    kind: Literal["above", "count", "sum_over"]
    source: str
    #: Level or dimension.
    by: str = ""
    categories: tuple[str, ...] = ()


Step = Local | Crossing


def without(breakdown: str, dimension: str) -> str | None:
    """Return the part that a category belongs to; None when it is not broken down by it.

    >>> without("area=rural;sex=female", "sex"), without("area=rural", "sex")
    ('area=rural', None)
    """
    parts = read_breakdown(breakdown)
    return write_breakdown(parts) if parts.pop(dimension, None) is not None else None


def parts_of(breakdown: str, dimension: str, categories: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that a sum over a disaggregation is made of.

    >>> parts_of("area=rural", "sex", ("female", "male"))
    ('area=rural;sex=female', 'area=rural;sex=male')
    """
    parts = read_breakdown(breakdown)
    return tuple(write_breakdown({**parts, dimension: one}) for one in categories)


def is_own(id: str) -> bool:
    """Whether a series belongs to a step and not to an indicator.

    >>> is_own("grdp-constant"), is_own("share#1")
    (False, True)
    """
    return _MARK in id


def steps(indicators: Mapping[str, Indicator]) -> tuple[Step, ...]:
    """Return all steps, each after those that it rests on; formulas are checked before."""
    found: list[Step] = []
    breaks = Breaks(indicators)
    for id in order(indicators):
        if indicators[id].formula:
            found += steps_of(indicators[id], indicators, breaks)
    return tuple(found)


def steps_of(
    indicator: Indicator, indicators: Mapping[str, Indicator], breaks: Breaks
) -> list[Step]:
    """Return the steps of one indicator, its own last; nothing compares across a break."""
    making = Making(indicator, indicators)
    written = formula_of(indicator)
    guarded = breaks.guarded(written)
    if isinstance(guarded, ShareOfParent):
        formula = making.share(guarded.of)
    elif _looks_around(guarded):
        formula = making.without_crossings(guarded)
    else:
        formula = guarded
    return [*making.steps, Local(indicator.id, formula, indicator.missing == "partial", written)]


def _looks_around(formula: Formula) -> bool:
    """Whether a part looks at other places or categories; most formulas stay as they are."""
    if isinstance(formula, ShareOfParent | CountWhere | SumOver):
        return True
    return any(map(_looks_around, children(formula)))


@dataclass
class Making:
    """Takes the crossings out of one formula, the innermost first; each is one step, once."""

    indicator: Indicator
    indicators: Mapping[str, Indicator]
    steps: list[Step] = field(default_factory=list)
    _made: dict[Formula, Formula] = field(default_factory=dict)

    def without_crossings(self, formula: Formula) -> Formula:
        """Return the formula with a name where it looked around."""
        if formula not in self._made:
            self._made[formula] = self._without(formula)
        return self._made[formula]

    def _without(self, formula: Formula) -> Formula:
        match formula:
            case ShareOfParent(of=of):
                # A series of its own: that the place above has a figure calls for no value here.
                return self._named(self.share(of), formula)
            case CountWhere(condition=condition, level=level):
                one_or_none = Choice(condition, Number(Decimal(1)), Number(Decimal(0)))
                counted = self._series(one_or_none)
                return self._crossing(Crossing(self._id(), "count", counted.indicator, level))
            case SumOver(of=of, dimension=dimension):
                categories = self.categories(of, dimension)
                source = self._series(of).indicator
                return self._crossing(
                    Crossing(self._id(), "sum_over", source, dimension, categories)
                )
            case _:
                return with_parts(formula, self.without_crossings)

    def share(self, of: Formula) -> Formula:
        """Return the formula of the share of a place in the one above."""
        mine = self._series(of)
        above = self._crossing(Crossing(self._id(), "above", mine.indicator))
        return Operation("*", Number(Decimal(100)), Operation("/", mine, above))

    def _series(self, formula: Formula) -> Name:
        """Return the name of a formula's values, which get a step of their own if need be."""
        plain = self.without_crossings(formula)
        return plain if isinstance(plain, Name) else self._named(plain, formula)

    def _named(self, plain: Formula, written: Formula) -> Name:
        id = self._id()
        self.steps.append(Local(id, plain, self.indicator.missing == "partial", written))
        return Name(id)

    def _crossing(self, step: Crossing) -> Name:
        self.steps.append(step)
        return Name(step.id)

    def categories(self, of: Formula, dimension: str) -> tuple[str, ...]:
        """Return the categories of a dimension, as the first indicator named declares them."""
        named = (self.indicators[name.indicator].disaggregation(dimension) for name in names(of))
        return next((tuple(one.categories) for one in named if one is not None), ())

    def _id(self) -> str:
        return f"{self.indicator.id}{_MARK}{len(self.steps)}"
