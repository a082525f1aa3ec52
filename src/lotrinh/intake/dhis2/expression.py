"""Reads a DHIS2 expression into a formula of ours, or says at which column it cannot be one.

The grammar is that of DHIS2 (`^` binds closest, then signs, `* / %`, `+ -`, comparisons,
`&&`, `||`). A truth value is 1 or 0. `null` is a division of zero by zero, which has no value
here either. Reference: the DHIS2 documentation on indicator expressions.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import get_args

from lotrinh.base.errors import LotrinhError, wrong
from lotrinh.indicators.formula import (
    Choice,
    Comparator,
    Comparison,
    FirstPresent,
    Formula,
    Negative,
    Number,
    Operation,
    Operator,
)
from lotrinh.intake.dhis2.functions import FUNCTIONS
from lotrinh.intake.dhis2.part import (
    NOTHING,
    ONE,
    ZERO,
    Part,
    as_truth,
    asked,
    constant,
    power,
    truth,
)
from lotrinh.intake.dhis2.refused import REFUSED
from lotrinh.intake.dhis2.tokens import Token, tokens_of

#: Turns a data item (`#{abc.def}`) into what it is here; raises LotrinhError when it is nothing.
Items = Callable[[str], Formula]


def read_expression(text: str, items: Items, *, zero_for_missing: bool = False) -> Formula:
    """Return the formula of an expression.

    `zero_for_missing` takes a data item without a value for zero beside one that has a value,
    as DHIS2 does; otherwise missing stays missing. Raises LotrinhError at the column of what
    is refused.

    >>> from lotrinh.indicators.formula import Name
    >>> str(read_expression("if(#{a} > 5 && #{b} > 1, #{a}, 0)", lambda item: Name(item[2:-1])))
    'if(if(a > 5, if(b > 1, 1, 0), 0) != 0, a, 0)'
    >>> read_expression("d2:round(#{a})", lambda item: Name(item[2:-1]))
    Traceback (most recent call last):
    lotrinh.base.errors.LotrinhError: At column 1, d2:round rounds. ...
    """
    return _Reader(tokens_of(text), items, zero_for_missing).whole().formula


class _Reader:
    """Reads the words of one expression from left to right."""

    def __init__(self, tokens: list[Token], items: Items, zero_for_missing: bool) -> None:
        self.tokens = tokens
        self.items = items
        self.zero_for_missing = zero_for_missing
        self.at = 0

    def whole(self) -> Part:
        """Read the whole expression."""
        found = self._joined()
        if self._next.kind != "end":
            raise self._unreadable(self._next)
        return found

    @property
    def _next(self) -> Token:
        return self.tokens[self.at]

    def _take(self, *texts: str) -> Token | None:
        """Take the next word when it is one of the signs."""
        token = self._next
        if token.kind != "sign" or token.text not in texts:
            return None
        self.at += 1
        return token

    def _need(self, text: str) -> None:
        if self._take(text) is None:
            raise self._unreadable(self._next)

    def _unreadable(self, token: Token) -> LotrinhError:
        return wrong("intake.dhis2_unreadable", column=token.column)

    def _refused(self, token: Token, name: str) -> LotrinhError:
        key = REFUSED.get(name, "dhis2_unknown")
        return wrong(f"intake.{key}", column=token.column, what=name)

    def _joined(self) -> Part:
        left = self._both()
        while sign := self._take("||"):
            right = self._both()
            left = truth(Choice(asked(left, sign), ONE, as_truth(right, sign)))
        return left

    def _both(self) -> Part:
        left = self._compared(("==", "!="))
        while sign := self._take("&&"):
            right = self._compared(("==", "!="))
            left = truth(Choice(asked(left, sign), as_truth(right, sign), ZERO))
        return left

    def _compared(self, signs: tuple[str, ...]) -> Part:
        def inner() -> Part:
            return self._compared(("<", "<=", ">", ">=")) if "==" in signs else self._sum()

        left = inner()
        while token := self._take(*signs):
            (sign,) = (one for one in get_args(Comparator) if one == token.text)
            question = Comparison(sign, left.formula, inner().formula)
            left = Part(Choice(question, ONE, ZERO), question)
        return left

    def _sum(self) -> Part:
        left = self._product()
        while token := self._take("+", "-"):
            sign: Operator = "+" if token.text == "+" else "-"
            left = Part(Operation(sign, left.formula, self._product().formula))
        return left

    def _product(self) -> Part:
        left = self._signed()
        while token := self._take("*", "/", "%"):
            if token.text == "%":
                raise self._refused(token, "%")
            right = self._signed().formula
            if token.text == "/" and constant(right) == 0:
                raise wrong("intake.dhis2_zero", column=token.column)
            sign: Operator = "*" if token.text == "*" else "/"
            left = Part(Operation(sign, left.formula, right))
        return left

    def _signed(self) -> Part:
        token = self._take("+", "-", "!")
        if token is None:
            return self._single()
        part = self._signed()
        if token.text == "!":
            return truth(Choice(asked(part, token), ZERO, ONE))
        return Part(Negative(part.formula)) if token.text == "-" else part

    def _single(self) -> Part:
        token = self._next
        self.at += 1
        match token.kind:
            case "number":
                part = Part(Number(Decimal(token.text)))
            case "item":
                part = Part(self._item(token))
            case "name":
                part = self._named(token)
            case "sign" if token.text == "(":
                part = self._joined()
                self._need(")")
            case "text":
                raise wrong("intake.dhis2_texts", column=token.column, what=token.text)
            case _:
                raise self._unreadable(token)
        if self._take("."):
            raise self._refused(self._next, self._next.text)
        if sign := self._take("^"):
            raised = power(part.formula, constant(self._signed().formula))
            if raised is None:
                raise self._refused(sign, "^")
            return Part(raised)
        return part

    def _item(self, token: Token, *, as_it_is: bool = False) -> Formula:
        if token.text in REFUSED:
            raise self._refused(token, token.text)
        found = self.items(token.text)
        is_filled = self.zero_for_missing and not as_it_is and not isinstance(found, Number)
        return FirstPresent((found, ZERO)) if is_filled else found

    def _named(self, token: Token) -> Part:
        if token.text in ("true", "false"):
            return truth(ONE if token.text == "true" else ZERO)
        if token.text == "null":
            return Part(NOTHING)
        if token.text not in FUNCTIONS:
            raise self._refused(token, token.text)
        self._need("(")
        return FUNCTIONS[token.text](self._arguments(token), token)

    def _arguments(self, function: Token) -> list[Part]:
        found: list[Part] = []
        if self._take(")"):
            return found
        while True:
            found.append(self._argument(function, first=not found))
            if self._take(")"):
                return found
            self._need(",")

    def _argument(self, function: Token, *, first: bool) -> Part:
        """Read an argument; whether an item is missing is asked of the item as it is."""
        token, after = self._next, self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        alone = token.kind == "item" and after.text in (",", ")")
        if alone and function.text in ("isNull", "isNotNull", "firstNonNull", "greatest", "least"):
            self.at += 1
            return Part(self._item(token, as_it_is=True))
        if first and token.kind == "text" and function.text == "d2:condition":
            self.at += 1
            inner = tokens_of(token.text[1:-1])
            return _Reader(inner, self.items, self.zero_for_missing).whole()
        return self._joined()
