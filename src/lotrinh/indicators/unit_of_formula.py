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
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    Lag,
    Name,
    Negative,
    Number,
    Operation,
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

    @classmethod
    def of(cls, indicator: Indicator) -> Measure:
        """Return what an indicator is declared to be measured in."""
        return cls(indicator.unit.scale, indicator.unit.dimension, indicator.price_basis)

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
        case Growth(of=of) | AverageGrowth(of=of):
            return replace(PER_CENT, price_basis=measure_of(of, of_name).price_basis)
        case Operation(operator="*" | "/"):
            return _combined(formula, of_name)
        case Operation(left=left, right=right) | Extreme(parts=(left, right)):
            return _same(formula, (left, right), of_name)
        case FirstPresent(parts=parts) | Extreme(parts=parts):
            return _same(formula, parts, of_name)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            _same(formula, (condition.left, condition.right), of_name)
            return _same(formula, (then, otherwise), of_name)


def _combined(formula: Operation, of_name: MeasureOf) -> Measure:
    left, right = _factor(formula.left, of_name), _factor(formula.right, of_name)
    sign = 1 if formula.operator == "*" else -1
    dimension = Counter(dict(left.dimension))
    for base, power in right.dimension:
        dimension[base] += sign * power
    return Measure(
        left.scale * right.scale**sign,
        tuple(sorted((base, power) for base, power in dimension.items() if power)),
        _one_basis(formula, left, right),
    )


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
    return replace(first, price_basis=basis)


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
