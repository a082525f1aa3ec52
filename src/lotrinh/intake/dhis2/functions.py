"""The functions of DHIS2 that can be said in a formula of ours."""

from __future__ import annotations

from collections.abc import Callable

from lotrinh.base.errors import wrong
from lotrinh.indicators.formula import (
    Choice,
    Comparison,
    Extreme,
    FirstPresent,
    Formula,
    Operation,
)
from lotrinh.intake.dhis2.part import NOTHING, ONE, ZERO, Part, asked, constant, truth
from lotrinh.intake.dhis2.tokens import Token


def _count(parts: list[Part], token: Token, count: int) -> None:
    if len(parts) != count:
        raise wrong(
            "intake.dhis2_arguments",
            column=token.column,
            what=token.text,
            count=count,
            found=len(parts),
        )


def _if(parts: list[Part], token: Token) -> Part:
    _count(parts, token, 3)
    condition, then, otherwise = parts
    if condition.formula == NOTHING:
        return otherwise
    chosen = Choice(asked(condition, token), then.formula, otherwise.formula)
    return Part(chosen)


def _first(parts: list[Part], _: Token) -> Part:
    there = tuple(one.formula for one in parts if one.formula != NOTHING)
    return Part(FirstPresent(there) if len(there) > 1 else there[0] if there else NOTHING)


def _is_null(parts: list[Part], token: Token) -> Part:
    _count(parts, token, 1)
    return truth(FirstPresent((Operation("*", ZERO, parts[0].formula), ONE)))


def _is_not_null(parts: list[Part], token: Token) -> Part:
    return truth(Choice(asked(_is_null(parts, token), token), ZERO, ONE))


def _extreme(parts: list[Part], token: Token) -> Part:
    """Pass over what is missing: each part stands in for the others."""
    there = [one.formula for one in parts if one.formula != NOTHING]
    if len(there) < 2:
        return Part(there[0] if there else NOTHING)
    if any(constant(one) is None for one in there):
        turned = (tuple(there[n:] + there[:n]) for n in range(len(there)))
        there = [FirstPresent(one) for one in turned]
    return Part(Extreme("max" if token.text == "greatest" else "min", tuple(there)))


def _without_zero(parts: list[Part], token: Token) -> Part:
    _count(parts, token, 1)
    is_zero = Comparison("==", parts[0].formula, ZERO)
    return Part(Choice(is_zero, NOTHING, parts[0].formula))


def _not_negative(parts: list[Part], token: Token) -> Part:
    _count(parts, token, 1)
    return Part(Extreme("max", (parts[0].formula, ZERO)))


def _one_if_not_negative(parts: list[Part], token: Token) -> Part:
    _count(parts, token, 1)
    is_one = Comparison(">=", parts[0].formula, ZERO)
    return Part(FirstPresent((Choice(is_one, ONE, ZERO), ZERO)))


def _count_not_negative(parts: list[Part], token: Token) -> Part:
    total: Formula = ZERO
    for one in parts:
        counted = _one_if_not_negative([one], token).formula
        total = counted if total == ZERO else Operation("+", total, counted)
    return Part(total)


#: What makes a part of the arguments, by the name of the function.
FUNCTIONS: dict[str, Callable[[list[Part], Token], Part]] = {
    "if": _if,
    "d2:condition": _if,
    "firstNonNull": _first,
    "isNull": _is_null,
    "isNotNull": _is_not_null,
    "greatest": _extreme,
    "least": _extreme,
    "removeZeros": _without_zero,
    "d2:zing": _not_negative,
    "d2:oizp": _one_if_not_negative,
    "d2:zpvc": _count_not_negative,
}
