"""A formula as a value: numbers, names of indicators and the few operations on them.

`str(formula)` writes it the way people type it. It is only a tree: reading, checking and
computing it are the business of `read_formula`, `check_formula` and the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, get_args

Operator = Literal["+", "-", "*", "/"]
Comparator = Literal["<", "<=", ">", ">=", "==", "!="]

OPERATORS: tuple[Operator, ...] = get_args(Operator)
COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)

#: How tightly the parts of a printed formula hold together.
_LOOSE, _PRODUCT, _SIGN, _WHOLE = 1, 2, 3, 4
_TIGHTNESS = {"+": _LOOSE, "-": _LOOSE, "*": _PRODUCT, "/": _PRODUCT}


@dataclass(frozen=True)
class Node:
    """What every part of a formula has: its column in the text it was read from, from 1."""

    column: int = field(default=1, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True)
class Number(Node):
    """A number as written; never negative, for the sign is an operation of its own."""

    value: Decimal

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value.is_signed():
            raise ValueError(f"a number in a formula is finite and has no sign: {self.value}")

    def __str__(self) -> str:
        return f"{self.value.normalize():f}"


@dataclass(frozen=True)
class Name(Node):
    """An indicator, by its id; written with `_` where the id has `-`."""

    indicator: str

    def __str__(self) -> str:
        return self.indicator.replace("-", "_")


@dataclass(frozen=True)
class Negative(Node):
    """`-x`."""

    of: Formula

    def __str__(self) -> str:
        return f"-{_held(self.of, _SIGN)}"


@dataclass(frozen=True)
class Operation(Node):
    """`x + y`, `x - y`, `x * y` or `x / y`."""

    operator: Operator
    left: Formula
    right: Formula

    def __str__(self) -> str:
        mine = _TIGHTNESS[self.operator]
        return f"{_held(self.left, mine)} {self.operator} {_held(self.right, mine + 1)}"


@dataclass(frozen=True)
class Comparison(Node):
    """`x > y`: a condition, not a value; it stands only in `if`."""

    operator: Comparator
    left: Formula
    right: Formula

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


@dataclass(frozen=True)
class Choice(Node):
    """`if(a > b, x, y)`; what the branch not taken needs may be missing."""

    condition: Comparison
    then: Formula
    otherwise: Formula

    def __str__(self) -> str:
        return f"if({self.condition}, {self.then}, {self.otherwise})"


@dataclass(frozen=True)
class FirstPresent(Node):
    """`coalesce(a, b)`: the first part that has a value."""

    parts: tuple[Formula, ...]

    def __str__(self) -> str:
        return f"coalesce({_listed(self.parts)})"


@dataclass(frozen=True)
class Extreme(Node):
    """`min(a, b)` or `max(a, b)`; every part must have a value."""

    which: Literal["min", "max"]
    parts: tuple[Formula, ...]

    def __str__(self) -> str:
        return f"{self.which}({_listed(self.parts)})"


@dataclass(frozen=True)
class Growth(Node):
    """`growth(x)`: per cent above the same period a year earlier."""

    of: Formula

    def __str__(self) -> str:
        return f"growth({self.of})"


@dataclass(frozen=True)
class AverageGrowth(Node):
    """`cagr(x, since=2020)`: per cent a year, compounded, since that year."""

    of: Formula
    since: int

    def __str__(self) -> str:
        return f"cagr({self.of}, since={self.since})"


@dataclass(frozen=True)
class Lag(Node):
    """`lag(x, 1)`: the value so many years earlier."""

    of: Formula
    years: int

    def __str__(self) -> str:
        return f"lag({self.of}, {self.years})"


Formula = (
    Number | Name | Negative | Operation | Choice | FirstPresent | Extreme | Growth
    | AverageGrowth | Lag
)  # fmt: skip


def children(formula: Formula) -> tuple[Formula, ...]:
    """Return the formulas a formula is made of, in the order they are written."""
    match formula:
        case Number() | Name():
            return ()
        case Operation(left=left, right=right):
            return (left, right)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return (condition.left, condition.right, then, otherwise)
        case FirstPresent(parts=parts) | Extreme(parts=parts):
            return parts
        case Negative(of=of) | Growth(of=of) | AverageGrowth(of=of) | Lag(of=of):
            return (of,)


def names(formula: Formula) -> Iterator[Name]:
    """Yield every name in the formula, in the order they are written."""
    if isinstance(formula, Name):
        yield formula
    for child in children(formula):
        yield from names(child)


def renamed(formula: Formula, new: Callable[[str], str]) -> Formula:
    """Return the formula with every name replaced."""
    match formula:
        case Number():
            return formula
        case Name(indicator=name):
            return replace(formula, indicator=new(name))
        case Operation(left=left, right=right):
            return replace(formula, left=renamed(left, new), right=renamed(right, new))
        case Choice(condition=asked, then=then, otherwise=otherwise):
            sides = replace(asked, left=renamed(asked.left, new), right=renamed(asked.right, new))
            then, otherwise = renamed(then, new), renamed(otherwise, new)
            return replace(formula, condition=sides, then=then, otherwise=otherwise)
        case FirstPresent(parts=parts) | Extreme(parts=parts):
            return replace(formula, parts=tuple(renamed(part, new) for part in parts))
        case Negative(of=of) | Growth(of=of) | AverageGrowth(of=of) | Lag(of=of):
            return replace(formula, of=renamed(of, new))


def _held(formula: Formula, tightness: int) -> str:
    """Write a part, in parentheses when it would fall apart beside a tighter operation."""
    mine = _WHOLE
    if isinstance(formula, Operation):
        mine = _TIGHTNESS[formula.operator]
    elif isinstance(formula, Negative):
        mine = _SIGN
    return f"({formula})" if mine < tightness else str(formula)


def _listed(parts: tuple[Formula, ...]) -> str:
    return ", ".join(str(part) for part in parts)
