"""Works out the unit and the price basis that a formula gives, and refuses what does not fit.

Units multiply and divide. A literal power of ten in a product or quotient is a conversion
that the author states: `1000 * billion dong / person` is million dong per worker. Any other
literal is a pure number; zero is zero in every unit. Prices of two bases never meet.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from lotrinh.base.errors import wrong
from lotrinh.base.words import Lang
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    CountWhere,
    Cumulative,
    Dated,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Name,
    Negative,
    Number,
    Operation,
    ShareOfParent,
    SumOver,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import Dimension, Unit, known_units


@dataclass(frozen=True)
class Measure:
    """What a part of a formula is measured in."""

    scale: float = 1.0
    dimension: Dimension = ()
    #: `current`, `constant 2010`, …; empty where prices play no part.
    price_basis: str = ""
    #: Whether this is a literal zero, which fits beside anything.
    is_zero: bool = False
    #: Whether values of a year are the sum of its parts; and those of a place, of its places.
    sums_over_time: bool = False
    sums_over_places: bool = False

    @classmethod
    def of(cls, indicator: Indicator) -> Measure:
        """Return what an indicator is declared to be measured in."""
        unit = indicator.unit
        sums = {"sums_over_time": indicator.over_time == "sum",
                "sums_over_places": indicator.over_places == "sum"}  # fmt: skip
        return cls(unit.scale, unit.dimension, indicator.price_basis, **sums)

    def fits(self, other: Measure | Unit) -> bool:
        """Whether values of both can stand in one sum."""
        same_scale = math.isclose(self.scale, other.scale, rel_tol=1e-9)
        return self.dimension == other.dimension and same_scale

    def say(self, lang: Lang) -> str:
        """Name the known unit that this is, or spell it out: `1e12 VND/person`."""
        for one in known_units().values():
            if self.fits(one):
                return f"{one.say(lang)} [{one.code}]"
        above = "·".join(_power(base, n) for base, n in self.dimension if n > 0)
        below = "/".join(_power(base, -n) for base, n in self.dimension if n < 0)
        spelt = "/".join(part for part in (above or "1", below) if part)
        return spelt if self.scale == 1 else f"{self.scale:.6g} {spelt}"


#: What each named indicator is measured in.
MeasureOf = Callable[[str], Measure]

PER_CENT = Measure(scale=0.01)


def measure_of(formula: Formula, of_name: MeasureOf) -> Measure:
    """Return what a formula gives; raises LotrinhError at the column of what does not fit.

    >>> from lotrinh.indicators.read_formula import read_formula
    >>> dong, people = Measure(1e9, (("VND", 1),)), Measure(1.0, (("person", 1),))
    >>> measures = {"grdp": dong, "workers": people}
    >>> measure_of(read_formula("1000 * grdp / workers"), measures.__getitem__).say("en")
    'million dong per worker [million_dong_per_worker]'
    >>> measure_of(read_formula("grdp + workers"), measures.__getitem__)
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: At column 1 … billion dong … persons ...
    """
    match formula:
        case Number(value=value):
            return Measure(is_zero=not value)
        case Name(indicator=name):
            return of_name(name)
        case Negative(of=of) | Lag(of=of):
            return measure_of(of, of_name)
        case Operation(operator="*" | "/"):
            return _combined(formula, of_name)
        case Operation(left=left, right=right) | Extreme(parts=(left, right)):
            return _same(formula, (left, right), of_name)
        case FirstPresent(parts=parts) | Extreme(parts=parts):
            return _same(formula, parts, of_name)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            _same(formula, (condition.left, condition.right), of_name)
            return _same(formula, (then, otherwise), of_name)
        case _:
            return _of_function(formula, of_name)


def _of_function(formula: Formula, of_name: MeasureOf) -> Measure:
    """Return what a function over time, places or parts gives."""
    match formula:
        case Growth(of=of) | AverageGrowth(of=of) | IndexTo(of=of):
            return replace(PER_CENT, price_basis=measure_of(of, of_name).price_basis)
        case Cumulative(of=of):
            found = measure_of(of, of_name)
            _must(formula, "indicators.formula_no_sum_over_time", holds=found.sums_over_time)
            return replace(found, sums_over_time=False)
        case ShareOfParent(of=of) | SumOver(of=of):
            found = measure_of(of, of_name)
            _must(formula, "indicators.formula_no_sum", holds=found.sums_over_places)
            is_share = isinstance(formula, ShareOfParent)
            return replace(PER_CENT, price_basis=found.price_basis) if is_share else found
        case Link(new=new, old=old):
            return _linked(formula, measure_of(new, of_name), measure_of(old, of_name))
        case Dated(versions=versions):
            return _same(formula, tuple(one for _, one in versions), of_name)
        case CountWhere(condition=condition, level=level):
            _same(formula, (condition.left, condition.right), of_name)
            return Measure(dimension=((level, 1),))
        case _:
            raise TypeError(f"no unit for {formula!r}")


def _combined(formula: Operation, of_name: MeasureOf) -> Measure:
    left, right = _factor(formula.left, of_name), _factor(formula.right, of_name)
    sign = 1 if formula.operator == "*" else -1
    dimension = Counter(dict(left.dimension))
    for base, power in right.dimension:
        dimension[base] += sign * power
    many, by = (left, formula.right) if sign < 0 or left.dimension else (right, formula.left)
    is_multiple = isinstance(by, Number)
    return Measure(
        left.scale * right.scale**sign,
        tuple(sorted((base, power) for base, power in dimension.items() if power)),
        _one_basis(formula, left, right),
        sums_over_time=is_multiple and many.sums_over_time,
        sums_over_places=is_multiple and many.sums_over_places,
    )


def _must(formula: Formula, key: str, *, holds: bool) -> None:
    if not holds:
        raise wrong(key, column=formula.column, formula=str(formula))


def _linked(formula: Link, new: Measure, old: Measure) -> Measure:
    """A link is the one place where two price bases meet: at the level of the new one."""
    if not old.fits(new):
        text, at = str(formula), formula.column
        raise wrong("indicators.formula_units", column=at, formula=text, one=new, other=old)
    return replace(new, sums_over_time=False)


def _factor(formula: Formula, of_name: MeasureOf) -> Measure:
    """Return the measure of a factor, where a literal power of ten converts."""
    match formula:
        case Number(value=value) if value and value.normalize().as_tuple().digits == (1,):
            return Measure(scale=float(1 / value))
        case Negative(of=of):
            return _factor(of, of_name)
        case _:
            return measure_of(formula, of_name)


def _same(formula: Formula, parts: tuple[Formula, ...], of_name: MeasureOf) -> Measure:
    """Return the one measure that all parts have."""
    found = [measure_of(part, of_name) for part in parts]
    first = next((one for one in found if not one.is_zero), found[0])
    basis = first.price_basis
    for part, one in zip(parts, found, strict=True):
        if not (one.is_zero or one.fits(first)):
            raise wrong(
                "indicators.formula_units",
                column=part.column,
                formula=str(formula),
                one=first,
                other=one,
            )
        basis = _one_basis(formula, replace(first, price_basis=basis), one)
    return replace(
        first,
        price_basis=basis,
        sums_over_time=all(one.sums_over_time for one in found if not one.is_zero),
        sums_over_places=all(one.sums_over_places for one in found if not one.is_zero),
    )


def _one_basis(formula: Formula, left: Measure, right: Measure) -> str:
    bases = sorted({left.price_basis, right.price_basis} - {""})
    if len(bases) > 1:
        raise wrong(
            "indicators.formula_price_bases",
            column=formula.column,
            formula=str(formula),
            one=bases[0],
            other=bases[1],
        )
    return bases[0] if bases else ""


def _power(base: str, power: int) -> str:
    return base if power == 1 else f"{base}^{power}"
