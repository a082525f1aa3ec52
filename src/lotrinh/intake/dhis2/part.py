"""A part of a DHIS2 expression that was read, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from lotrinh.base.errors import wrong
from lotrinh.indicators.formula import (
    Choice,
    Comparison,
    Formula,
    Negative,
    Number,
    Operation,
    children,
)
from lotrinh.intake.dhis2.tokens import Token

ZERO, ONE = Number(Decimal(0)), Number(Decimal(1))
#: `null`: zero by zero has no value here either.
NOTHING = Operation("/", ZERO, ZERO)
#: A longer product than this is no formula that anyone would read.
_MOST = 40


@dataclass(frozen=True)
class Part:
    """A part that was read; a truth value, which is 1 or 0, keeps the question it answers."""

    formula: Formula
    asks: Comparison | None = None


def truth(formula: Formula) -> Part:
    """Return a part that is 1 or 0; as a question it is whether it is anything but zero."""
    return Part(formula, Comparison("!=", formula, ZERO))


def asked(part: Part, token: Token) -> Comparison:
    """Return the question that a part answers; a fraction answers none."""
    value = constant(part.formula)
    if value is not None and value != value.to_integral_value():
        raise wrong("intake.dhis2_no_truth", column=token.column, value=value)
    return part.asks or Comparison("!=", part.formula, ZERO)


def as_truth(part: Part, token: Token) -> Formula:
    """Return the part as 1 or 0."""
    return part.formula if part.asks else Choice(asked(part, token), ONE, ZERO)


def constant(formula: Formula) -> Decimal | None:
    """Return the value of a formula without names, None where there is one, or no value."""
    if isinstance(formula, Number):
        return formula.value
    values = [constant(part) for part in children(formula)]
    match formula, values:
        case Negative(), [Decimal() as value]:
            return -value
        case Operation(operator=sign), [Decimal() as left, Decimal() as right]:
            if sign == "/":
                return left / right if right else None
            return left + right if sign == "+" else left - right if sign == "-" else left * right
    return None


def power(base: Formula, exponent: Decimal | None) -> Formula | None:
    """Return a part raised to a whole number as a product; None for any other exponent.

    What is missing stays missing, whatever it is raised to.

    >>> from lotrinh.indicators.formula import Name
    >>> str(power(Name("a"), Decimal(-3))), str(power(Number(Decimal(3)), Decimal(4)))
    ('1 / (a * a * a)', '81')
    """
    if exponent is None or exponent != exponent.to_integral_value() or abs(exponent) > _MOST:
        return None
    times, value = int(exponent), constant(base)
    if value is not None:
        if value == 0 and times <= 0:
            return None
        size = Number(abs(value) ** times)
        return Negative(size) if value < 0 and times % 2 else size
    if times == 0:
        return Operation("+", ONE, Operation("*", ZERO, base))
    product = reduce(lambda left, right: Operation("*", left, right), [base] * abs(times))
    return product if times > 0 else Operation("/", ONE, product)
