"""A part of a DHIS2 expression that was read, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

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
