"""Reads the text of a formula. Python's parser does the grammar, a whitelist the rest.

Nothing is ever evaluated, and nothing of Python passes beyond what `formula` can hold. The
text is capitalised before it is parsed: every keyword of Python is written small, so that
`if(` and an indicator called `class` are plain names, in the columns where they stood.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    Comparator,
    Comparison,
    CountWhere,
    Cumulative,
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
    Operator,
    ShareOfParent,
    SumOver,
)

#: Longest text and deepest nesting; no formula of a person comes near either.
MOST_CHARACTERS = 2000
MOST_LEVELS = 100

#: Levels of places whose units can be counted.
LEVELS = ("province", "district", "commune")

_CHARACTERS = frozenset(string.ascii_letters + string.digits + "_ .,+-*/()<>=!")
_NUMBER = re.compile(r"\d+(\.\d*)?(E[+-]?\d+)?|\.\d+(E[+-]?\d+)?")
_LARGEST = Decimal("1e30")
_OPERATORS: dict[type[ast.operator], Operator] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
}  # fmt: skip
_COMPARATORS: dict[type[ast.cmpop], Comparator] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def read_formula(text: str, where: Where = Where()) -> Formula:  # noqa: B008 (frozen)
    """Read a formula; raises LotrinhError that names the column, placed at `where`.

    >>> str(read_formula("1000*grdp_constant/(employed_total)"))
    '1000 * grdp_constant / employed_total'
    >>> read_formula("growth(x").column
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: The formula cannot be read at column 7. ...
    """
    try:
        return _read(text)
    except LotrinhError as error:
        placed = [replace(problem, where=where) for problem in error.problems]
        raise LotrinhError(placed) from None


@lru_cache(maxsize=4096)
def _read(text: str) -> Formula:
    flat = re.sub(r"[\r\n\t]", " ", text)
    if len(flat) > MOST_CHARACTERS:
        raise wrong("indicators.formula_too_long", most=MOST_CHARACTERS)
    for column, character in enumerate(flat, 1):
        if character not in _CHARACTERS:
            raise wrong("indicators.formula_character", column=column, character=character)
    # Spreadsheets write “not equal” as <>; it is as long as != and moves no column.
    return _Reader(flat.upper().replace("<>", "!=")).whole()


class _Reader:
    """Turns Python's tree of one text into ours, or says at which column it cannot."""

    def __init__(self, text: str) -> None:
        self.text = text.rstrip()
        self.indent = len(self.text) - len(self.text.lstrip())

    def whole(self) -> Formula:
        """Read the whole text."""
        if not self.text.strip():
            raise wrong("indicators.formula_empty")
        try:
            tree = ast.parse(self.text.lstrip(), mode="eval")
        except SyntaxError as error:
            column = min((error.offset or len(self.text)) + self.indent, len(self.text))
            raise wrong("indicators.formula_unreadable", column=column) from None
        except (RecursionError, MemoryError, ValueError):
            raise wrong("indicators.formula_too_deep", most=MOST_LEVELS) from None
        return self._value(tree.body, 1)

    def _value(self, node: ast.expr, level: int) -> Formula:
        column = self._column(node)
        if level > MOST_LEVELS:
            raise wrong("indicators.formula_too_deep", most=MOST_LEVELS)
        match node:
            case ast.Constant():
                return self._number(node)
            case ast.Name(id=name):
                return Name(name.lower().replace("_", "-"), column=column)
            case ast.UnaryOp(op=ast.USub(), operand=of):
                return Negative(self._value(of, level + 1), column=column)
            case ast.BinOp(op=op, left=left, right=right) if type(op) in _OPERATORS:
                sides = (self._value(left, level + 1), self._value(right, level + 1))
                return Operation(_OPERATORS[type(op)], *sides, column=column)
            case ast.Call(func=ast.Name(id=name)):
                return self._call(name.lower(), node, level)
            case ast.Compare():
                raise wrong("indicators.formula_comparison", column=column)
            case _:
                raise self._refused(node)

    def _number(self, node: ast.Constant) -> Number:
        written = self._written(node)
        if _NUMBER.fullmatch(written) is None:
            raise self._refused(node)
        value = Decimal(written)
        if value and not 1 / _LARGEST <= value <= _LARGEST:
            raise self._refused(node)
        return Number(value, column=self._column(node))

    def _call(self, name: str, node: ast.Call, level: int) -> Formula:
        read = self.by_function.get(name)
        if read is None:
            raise wrong(
                "indicators.formula_function",
                column=self._column(node),
                name=name,
                known=FUNCTIONS,
            )
        if any(isinstance(part, ast.Starred) for part in node.args):
            raise self._refused(node)
        return read(self, node, level + 1)

    def _growth(self, node: ast.Call, level: int) -> Formula:
        (of,) = self._arguments(node, "growth(x)", 1)
        return Growth(self._value(of, level), column=self._column(node))

    def _average_growth(self, node: ast.Call, level: int) -> Formula:
        shape = "cagr(x, since=2020)"
        (of,) = self._arguments(node, shape, 1, keyword="SINCE")
        since = self._whole(node.keywords[0].value, node, shape, range(1000, 3000))
        return AverageGrowth(self._value(of, level), since, column=self._column(node))

    def _lag(self, node: ast.Call, level: int) -> Formula:
        shape = "lag(x, 1)"
        of, years = self._arguments(node, shape, 2)
        number = self._whole(years, node, shape, range(1, 101))
        return Lag(self._value(of, level), number, column=self._column(node))

    def _first_present(self, node: ast.Call, level: int) -> Formula:
        parts = self._arguments(node, "coalesce(x, y)", 2, more=True)
        read = tuple(self._value(part, level) for part in parts)
        return FirstPresent(read, column=self._column(node))

    def _extreme(self, node: ast.Call, level: int) -> Formula:
        which = "min" if self._written(node.func) == "MIN" else "max"
        parts = self._arguments(node, f"{which}(x, y)", 2, more=True)
        read = tuple(self._value(part, level) for part in parts)
        return Extreme("min" if which == "min" else "max", read, column=self._column(node))

    def _cumulative(self, node: ast.Call, level: int) -> Formula:
        shape = "cumulative(x, since=2021)"
        (of,) = self._arguments(node, shape, 1, keyword="SINCE")
        since = self._whole(node.keywords[0].value, node, shape, range(1000, 3000))
        return Cumulative(self._value(of, level), since, column=self._column(node))

    def _index_to(self, node: ast.Call, level: int) -> Formula:
        shape = "index_to(x, base=2020)"
        (of,) = self._arguments(node, shape, 1, keyword="BASE")
        base = self._whole(node.keywords[0].value, node, shape, range(1000, 3000))
        return IndexTo(self._value(of, level), base, column=self._column(node))

    def _link(self, node: ast.Call, level: int) -> Formula:
        shape = "link(new, old, at=2015)"
        new, old = self._arguments(node, shape, 2, keyword="AT")
        at = self._whole(node.keywords[0].value, node, shape, range(1000, 3000))
        sides = (self._value(new, level), self._value(old, level))
        return Link(*sides, at, column=self._column(node))

    def _share_of_parent(self, node: ast.Call, level: int) -> Formula:
        (of,) = self._arguments(node, "share_of_parent(x)", 1)
        return ShareOfParent(self._value(of, level), column=self._column(node))

    def _count_where(self, node: ast.Call, level: int) -> Formula:
        shape = "count_where(a >= 1, commune)"
        asked, of_level = self._arguments(node, shape, 2)
        condition = self._condition(asked, node, shape, level)
        named = self._word(of_level, node, shape)
        if named not in LEVELS:
            column = self._column(of_level)
            raise wrong("indicators.formula_level", column=column, name=named, known=LEVELS)
        return CountWhere(condition, named, column=self._column(node))

    def _sum_over(self, node: ast.Call, level: int) -> Formula:
        shape = "sum_over(x, sex)"
        of, dimension = self._arguments(node, shape, 2)
        named = self._word(dimension, node, shape)
        return SumOver(self._value(of, level), named, column=self._column(node))

    def _word(self, node: ast.expr, call: ast.Call, shape: str) -> str:
        if not isinstance(node, ast.Name):
            raise self._wrong_arguments(call, shape)
        return node.id.lower().replace("_", "-")

    def _condition(self, asked: ast.expr, call: ast.Call, shape: str, level: int) -> Comparison:
        match asked:
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARATORS:
                sides = (self._value(left, level + 1), self._value(right, level + 1))
                return Comparison(_COMPARATORS[type(op)], *sides, column=self._column(asked))
            case _:
                raise self._wrong_arguments(call, shape)

    def _choice(self, node: ast.Call, level: int) -> Formula:
        shape = "if(a > b, x, y)"
        asked, then, otherwise = self._arguments(node, shape, 3)
        condition = self._condition(asked, node, shape, level)
        branches = (self._value(then, level), self._value(otherwise, level))
        return Choice(condition, *branches, column=self._column(node))

    def _arguments(
        self, node: ast.Call, shape: str, count: int, *, more: bool = False, keyword: str = ""
    ) -> list[ast.expr]:
        """Return the arguments; refuses the call unless it has the given shape."""
        keywords = [one.arg for one in node.keywords]
        enough = len(node.args) >= count if more else len(node.args) == count
        if not enough or keywords != [keyword] * bool(keyword):
            raise self._wrong_arguments(node, shape)
        return node.args

    def _whole(self, node: ast.expr, call: ast.Call, shape: str, allowed: range) -> int:
        if not (self._written(node).isdigit() and int(self._written(node)) in allowed):
            raise self._wrong_arguments(call, shape)
        return int(self._written(node))

    def _wrong_arguments(self, node: ast.Call, shape: str) -> LotrinhError:
        return wrong("indicators.formula_arguments", column=self._column(node), shape=shape)

    def _refused(self, node: ast.expr) -> LotrinhError:
        written = self._written(node).lower()
        column = self._column(node)
        return wrong("indicators.formula_refused", column=column, text=written, known=FUNCTIONS)

    def _written(self, node: ast.expr) -> str:
        return self.text.lstrip()[node.col_offset : node.end_col_offset]

    def _column(self, node: ast.expr) -> int:
        return node.col_offset + 1 + self.indent

    by_function: ClassVar[dict[str, Callable[[_Reader, ast.Call, int], Formula]]] = {
        "growth": _growth,
        "cagr": _average_growth,
        "lag": _lag,
        "coalesce": _first_present,
        "if": _choice,
        "min": _extreme,
        "max": _extreme,
        "cumulative": _cumulative,
        "index_to": _index_to,
        "link": _link,
        "share_of_parent": _share_of_parent,
        "count_where": _count_where,
        "sum_over": _sum_over,
    }


FUNCTIONS = tuple(_Reader.by_function)
