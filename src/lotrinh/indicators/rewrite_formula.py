"""Makes one formula of another by replacing names or parts; the shape of the rest stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lotrinh.indicators.formula import (
    Choice,
    Comparison,
    CountWhere,
    Dated,
    Extreme,
    FirstPresent,
    Formula,
    Link,
    Name,
    Number,
    Operation,
)


def renamed(formula: Formula, new: Callable[[str], str]) -> Formula:
    """Return the formula with every name replaced."""
    if isinstance(formula, Name):
        return replace(formula, indicator=new(formula.indicator))
    return with_parts(formula, lambda part: renamed(part, new))


def with_sides(asked: Comparison, new: Callable[[Formula], Formula]) -> Comparison:
    """Return the condition with both sides replaced."""
    return replace(asked, left=new(asked.left), right=new(asked.right))


def with_parts(formula: Formula, new: Callable[[Formula], Formula]) -> Formula:
    """Return the formula with each of the formulas it is made of replaced."""
    match formula:
        case Number() | Name():
            return formula
        case Operation(left=left, right=right):
            return replace(formula, left=new(left), right=new(right))
        case Choice(condition=asked, then=yes, otherwise=no):
            sides = with_sides(asked, new)
            return replace(formula, condition=sides, then=new(yes), otherwise=new(no))
        case FirstPresent(parts=parts) | Extreme(parts=parts):
            return replace(formula, parts=tuple(new(part) for part in parts))
        case Link():
            return replace(formula, new=new(formula.new), old=new(formula.old))
        case Dated(versions=versions):
            return replace(formula, versions=tuple((day, new(one)) for day, one in versions))
        case CountWhere(condition=asked):
            return replace(formula, condition=with_sides(asked, new))
        case _:
            return replace(formula, of=new(formula.of))
