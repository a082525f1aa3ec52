"""A formula as a value: numbers, names of indicators and the few operations on them.

`str(formula)` writes it the way people type it. Reading, checking and computing it are the
business of `read_formula`, `check_formula` and the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

Operator = Literal["+", "-", "*", "/"]
Comparator = Literal["<", "<=", ">", ">=", "==", "!="]

OPERATORS: tuple[Operator, ...] = get_args(Operator)
COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)

#: How tightly the parts of a printed formula hold together.
_SIGN, _WHOLE = 3, 4
_TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}


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
        return f"coalesce({', '.join(map(str, self.parts))})"


@dataclass(frozen=True)
class Extreme(Node):
    """`min(a, b)` or `max(a, b)`; every part must have a value."""

    which: Literal["min", "max"]
    parts: tuple[Formula, ...]

    def __str__(self) -> str:
        return f"{self.which}({', '.join(map(str, self.parts))})"


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


@dataclass(frozen=True)
class Cumulative(Node):
    """`cumulative(x, since=2021)`: the sum of all periods of this length since that year."""

    of: Formula
    since: int

    def __str__(self) -> str:
        return f"cumulative({self.of}, since={self.since})"


@dataclass(frozen=True)
class IndexTo(Node):
    """`index_to(x, base=2020)`: per cent of the same period of the base year."""

    of: Formula
    base: int

    def __str__(self) -> str:
        return f"index_to({self.of}, base={self.base})"


@dataclass(frozen=True)
class Link(Node):
    """`link(new, old, at=2015)`: `new` from that year on, before it `old` on the level of `new`."""

    new: Formula
    old: Formula
    at: int

    def __str__(self) -> str:
        return f"link({self.new}, {self.old}, at={self.at})"


@dataclass(frozen=True)
class ShareOfParent(Node):
    """`share_of_parent(x)`: per cent of what the place above has."""

    of: Formula

    def __str__(self) -> str:
        return f"share_of_parent({self.of})"


@dataclass(frozen=True)
class CountWhere(Node):
    """`count_where(a >= 1, commune)`: in how many places of that level the condition holds."""

    condition: Comparison
    level: str

    def __str__(self) -> str:
        return f"count_where({self.condition}, {self.level})"


@dataclass(frozen=True)
class SumOver(Node):
    """`sum_over(x, sex)`: the sum over all categories of a disaggregation."""

    of: Formula
    dimension: str

    def __str__(self) -> str:
        return f"sum_over({self.of}, {self.dimension.replace('-', '_')})"


@dataclass(frozen=True)
class Dated(Node):
    """Formulas that hold one after the other; nobody writes it, the dates of a definition do."""

    #: Each with its first day, the earliest first; None where that was not looked up.
    versions: tuple[tuple[date | None, Formula], ...]

    def on(self, day: date) -> Formula:
        """Return the formula in force on a day; before all of them the earliest."""
        begun = [one for first, one in self.versions if first is None or first <= day]
        return begun[-1] if begun else self.versions[0][1]

    def __str__(self) -> str:
        return str(self.versions[-1][1])


@dataclass(frozen=True)
class Break:
    """A day from which a series is no longer what it was: its indicator was defined anew."""

    day: date
    indicator: str


@dataclass(frozen=True)
class Unbroken(Node):
    """A comparison over time that has no value across a break; nobody writes it."""

    #: Growth, average growth, an index or an accumulated sum.
    of: Formula
    breaks: tuple[Break, ...]

    def __str__(self) -> str:
        return str(self.of)


Formula = (
    Number | Name | Negative | Operation | Choice | FirstPresent | Extreme | Growth
    | AverageGrowth | Lag | Cumulative | IndexTo | Link | ShareOfParent | CountWhere | SumOver
    | Dated | Unbroken
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
        case Link(new=new, old=old):
            return (new, old)
        case Dated(versions=versions):
            return tuple(one for _, one in versions)
        case CountWhere(condition=condition):
            return (condition.left, condition.right)
        case _:
            return (formula.of,)


def names(formula: Formula) -> Iterator[Name]:
    """Yield every name, in the order they are written."""
    yield from (formula,) if isinstance(formula, Name) else ()
    for child in children(formula):
        yield from names(child)


def _held(formula: Formula, tightness: int) -> str:
    """Write a part, in parentheses when it would fall apart beside a tighter operation."""
    mine = _SIGN if isinstance(formula, Negative) else _WHOLE
    if isinstance(formula, Operation):
        mine = _TIGHTNESS[formula.operator]
    return f"({formula})" if mine < tightness else str(formula)
