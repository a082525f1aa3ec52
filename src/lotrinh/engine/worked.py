"""Works a formula out for people: the tree of its parts, each with the value it had.

It looks at one result and the figures the result itself names; what a formula saw at other
places and in other parts of the whole is put together from these once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lotrinh.engine.candidates import accumulated, shifted
from lotrinh.engine.inside import Inside
from lotrinh.engine.reference import Calculation, NoValue
from lotrinh.engine.result import Coverage, Key, Result
from lotrinh.engine.steps import Making, parts_of
from lotrinh.engine.territory import Territory
from lotrinh.indicators.check_formula import formula_of
from lotrinh.indicators.formula import (
    AverageGrowth,
    CountWhere,
    Cumulative,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Name,
    Number,
    ShareOfParent,
    SumOver,
    children,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.periods import Period

#: A part of a formula, and what it is about.
Part = tuple[Formula, Key]


@dataclass(frozen=True)
class Worked:
    """A part of a formula with its value and what it was made of."""

    formula: Formula
    #: The place, period and part of the whole it is about; the indicator is that of the whole.
    about: Key
    value: float
    parts: tuple[Worked, ...]
    #: Of a count of places: how many have a figure, and how many there are.
    counted: Coverage | None = None


def worked(
    result: Result, formula: Formula, indicators: Mapping[str, Indicator], territory: Territory
) -> Worked:
    """Return the tree of a computed result; a part without a value of its own is left out."""
    parts = _Parts(result, indicators, territory)
    inner = tuple(parts.of(formula, result.key))
    return Worked(formula, result.key, result.value, inner, parts.counted(formula, result.key))


class _Parts:
    """The parts of the formula of one result."""

    def __init__(
        self, result: Result, indicators: Mapping[str, Indicator], territory: Territory
    ) -> None:
        indicator = indicators[result.indicator]
        self.territory = territory
        self.making = Making(indicator, indicators)
        self.making.without_crossings(formula_of(indicator))
        inputs = {one.key: one for one in result.inputs}
        self.inside = Inside(self.making.steps, inputs.get, territory)

    def of(self, formula: Formula, about: Key) -> Iterator[Worked]:
        """Yield the parts of a formula that have a value, each with its own parts."""
        for part, key in self._looks_at(formula, about):
            if isinstance(part, Number):
                continue
            plain = self.making.without_crossings(part)
            calculation = Calculation(key, self.inside.figure, takes_partial=True)
            try:
                value = calculation.value(plain, key.period)
            except NoValue:
                continue
            yield Worked(part, key, value, tuple(self.of(part, key)), self.counted(part, key))

    def counted(self, formula: Formula, about: Key) -> Coverage | None:
        """Return how many places a count knows of, and of how many; None for anything else."""
        if not isinstance(formula, CountWhere):
            return None
        plain = self.making.without_crossings(formula)
        assert isinstance(plain, Name), "a count is a series of its own"
        found = self.inside.figure(about._replace(indicator=plain.indicator))
        return found.coverage if found else None

    def _looks_at(self, formula: Formula, about: Key) -> Iterator[Part]:
        """Yield the parts that a formula looks at, each with what it is about there."""
        match formula:
            case ShareOfParent(of=of):
                above = self.territory.on(about.period).parent(about.place)
                yield from ((of, about), (of, about._replace(place=above)))
            case SumOver(of=of, dimension=dimension):
                categories = self.making.categories(of, dimension)
                for one in parts_of(about.breakdown, dimension, categories):
                    yield of, about._replace(breakdown=one)
            case CountWhere():
                return  # its places may be hundreds; how many they are is told by `counted`
            case _:
                for part, period in _over_time(formula, about.period):
                    yield part, about._replace(period=period)


def _over_time(formula: Formula, period: Period) -> Iterator[tuple[Formula, Period]]:
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
        case _:
            yield from ((part, period) for part in children(formula))


def _then(of: Formula, period: Period, *years: int) -> Iterator[tuple[Formula, Period]]:
    for back in years:
        at = shifted(period, -back)
        if at is not None:
            yield of, at
