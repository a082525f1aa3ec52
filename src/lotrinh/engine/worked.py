"""Works a formula out for people: the tree of its parts, each with the value it had.

It looks at one result and the figures the result itself names; nothing is computed that an
engine did not compute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lotrinh.engine.candidates import accumulated, shifted
from lotrinh.engine.reference import Calculation, NoValue
from lotrinh.engine.result import Result
from lotrinh.indicators.formula import (
    AverageGrowth,
    CountWhere,
    Cumulative,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Number,
    ShareOfParent,
    SumOver,
    children,
)
from lotrinh.periods import Period

#: These look at other places or parts; their value is known only where they are the whole.
_LOOK_AROUND = ShareOfParent | CountWhere | SumOver


@dataclass(frozen=True)
class Worked:
    """A part of a formula in a period, with its value and what it was made of."""

    formula: Formula
    period: Period
    value: float
    parts: tuple[Worked, ...]


def worked(result: Result, formula: Formula) -> Worked:
    """Return the tree of a computed result; a part without a value of its own is left out."""
    inputs = {one.key: one for one in result.inputs}
    calculation = Calculation(result.key, inputs.get, takes_partial=True)

    def branches(of: Formula, period: Period) -> Iterator[Worked]:
        for part, at in _looks_at(of, period):
            inner = tuple(branches(part, at))
            if isinstance(part, Number):
                continue
            try:
                value = calculation.value(part, at)
            except NoValue:
                continue
            yield Worked(part, at, value, inner)

    parts = () if isinstance(formula, _LOOK_AROUND) else tuple(branches(formula, result.period))
    return Worked(formula, result.period, result.value, parts)


def _looks_at(formula: Formula, period: Period) -> Iterator[tuple[Formula, Period]]:
    """Yield the parts that a formula looks at in a period, each with its own period."""
    year = period.first_day.year
    match formula:
        case Growth(of=of):
            yield from _then(of, period, 0, 1)
        case AverageGrowth(of=of, since=base) | IndexTo(of=of, base=base):
            yield from _then(of, period, 0, year - base)
        case Lag(of=of, years=years):
            yield from _then(of, period, years)
        case Cumulative(of=of, since=since):
            yield from ((of, one) for one in accumulated(period, since))
        case Link(new=new, old=old, at=at) if year < at:
            yield from ((old, period), (new, Period.year(at)), (old, Period.year(at)))
        case Link(new=new):
            yield (new, period)
        case _ if isinstance(formula, _LOOK_AROUND):
            return
        case _:
            yield from ((part, period) for part in children(formula))


def _then(of: Formula, period: Period, *years: int) -> Iterator[tuple[Formula, Period]]:
    for back in years:
        at = shifted(period, -back)
        if at is not None:
            yield of, at
