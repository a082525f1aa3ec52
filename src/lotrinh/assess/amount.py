"""A number with its unit, as people write it; rounding is for the eye alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from lotrinh.base.words import Lang, number
from lotrinh.engine import Result
from lotrinh.indicators import Unit, unit


@dataclass(frozen=True)
class Amount:
    """A value in a unit.

    >>> Amount(Decimal("13.17"), unit("percent")).say("vi")
    '13,17 %'
    >>> Amount(44.3298, unit("million_dong_per_worker")).say("en")
    '44.33 million dong per worker'
    """

    value: Decimal | float
    unit: Unit
    #: "<" or ">" when it is only a bound.
    qualifier: str = ""

    @classmethod
    def of(cls, result: Result, measured_in: Unit) -> Amount:
        """Return a result as an amount, an observed figure with the decimals it was given."""
        one = result.observation
        as_given = one is not None and one.unit == measured_in.code
        value = one.value if as_given and one is not None else result.value
        return cls(value, measured_in, result.qualifier)

    def say(self, lang: Lang) -> str:
        """Return number and unit in the reader's writing."""
        sign = {"<": "< ", ">": "> ", "<=": "≤ ", ">=": "≥ "}.get(self.qualifier, "")
        return f"{sign}{number(rounded(self.value), lang)} {self.unit.say(lang)}".strip()


def distance(gap: float, of: Unit) -> Amount:
    """Return how far two values lie apart: two shares lie percentage points apart, not per cent.

    >>> distance(-5.98, unit("percent")).say("en")
    '5.98 percentage points'
    """
    is_share = of.scale == 0.01 and not of.dimension
    return Amount(abs(gap), unit("percentage_point") if is_share else of)


def rounded(value: Decimal | float) -> Decimal:
    """Return a computed value to two decimals, more where it is smaller than one.

    A figure given as Decimal is left as it was given.
    """
    if isinstance(value, Decimal):
        return value
    exact = Decimal(repr(value))
    step = Decimal("0.01") if abs(exact) >= 1 or exact == 0 else Decimal("0.0001")
    short = exact.quantize(step, ROUND_HALF_EVEN).normalize()
    return short if short.as_tuple().exponent <= 0 else short.quantize(Decimal(1))  # type: ignore[operator]
