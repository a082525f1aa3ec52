"""Checks figures against each other: sums and their parts, conditions, what other bodies say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import isclose
from operator import add, ge, gt, le, lt, mul, ne, sub

from lotrinh.indicators.amount import Amount
from lotrinh.indicators.formula import (
    Choice,
    Comparison,
    Extreme,
    FirstPresent,
    Formula,
    Name,
    Negative,
    Number,
    Operation,
    children,
)
from lotrinh.indicators.read_formula import read_formula
from lotrinh.intake.filing import Filing, Finding
from lotrinh.plan.obligation import Cell, Relation, Sum

#: Two sides closer than this, relative to the larger, are equal: floats add up with dust.
_DUST = 1e-9
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": lt, "<=": le, ">": gt, ">=": ge, "!=": ne,
}  # fmt: skip
_REACHES = {"<=", ">=", "=="}
_COMPUTE: dict[str, Callable[[float, float], float]] = {"+": add, "-": sub, "*": mul}


def unequal_sums(filing: Filing) -> Iterator[Finding]:
    """Yield totals that are not what their parts add up to; a part missing proves nothing."""
    for rule in filing.obligation.sums:
        for whole, parts in _sums(filing, rule):
            values = [filing.value(cell) for cell in parts]
            total = filing.value(whole)
            if total is None or any(one is None for one in values):
                continue
            added = sum(one for one in values if one is not None)
            at = next((c for c in (whole, *parts) if _is_written(filing, c)), None)
            if at is None or _equal(total, added, rule.tolerance_pct):
                continue
            unit = filing.indicators[rule.indicator].unit
            said = {"total": Amount(total, unit), "added": Amount(added, unit)}
            yield Finding.at(filing.filled[at], rule.strength, "intake.sum", **said)


def broken_relations(filing: Filing) -> Iterator[Finding]:
    """Yield figures that break a condition between indicators of one place."""
    for rule in filing.obligation.relations:
        for place in dict.fromkeys(cell.place for cell in filing.filled):
            cells = [Cell(name, place) for name in named(rule.condition)]
            at = next((cell for cell in cells if _is_written(filing, cell)), None)
            sides = _sides(rule, place, filing)
            if at is None or sides is None or _holds(rule, *sides):
                continue
            key = "intake.relation_because" if rule.because else "intake.relation"
            said: dict[str, object] = {"rule": str(rule.condition), "because": rule.because or ""}
            said |= {"left": Amount(sides[0], None), "right": Amount(sides[1], None)}
            yield Finding.at(filing.filled[at], rule.strength, key, **said)


def said_otherwise(filing: Filing) -> Iterator[Finding]:
    """Yield figures of which another body has said something else for the same period."""
    for one, value in filing.written():
        for body, theirs in filing.known.others.get(one.cell, {}).items():
            if not isclose(float(value), theirs, rel_tol=_DUST):
                unit = filing.indicators[one.cell.indicator].unit
                values = {"body": body, "theirs": Amount(theirs, unit)}
                yield Finding.at(one, "soft", "intake.said_otherwise", **values)


def _sums(filing: Filing, rule: Sum) -> Iterator[tuple[Cell, list[Cell]]]:
    if rule.places:
        parts = [Cell(rule.indicator, place) for place in rule.places]
        yield Cell(rule.indicator, rule.of), parts
        return
    for place in dict.fromkeys(cell.place for cell in filing.filled):
        parts = [Cell(rule.indicator, place, part) for part in rule.parts]
        yield Cell(rule.indicator, place, rule.whole), parts


def _is_written(filing: Filing, cell: Cell) -> bool:
    return cell in filing.filled and filing.filled[cell].value is not None


def _equal(left: float, right: float, tolerance_pct: float) -> bool:
    return isclose(left, right, rel_tol=_DUST, abs_tol=abs(right) * tolerance_pct / 100)


def _holds(rule: Relation, left: float, right: float) -> bool:
    operator = rule.condition.operator
    if operator in _REACHES and _equal(left, right, rule.tolerance_pct):
        return True
    return operator != "==" and _COMPARE[operator](left, right)


def _sides(rule: Relation, place: str, filing: Filing) -> tuple[float, float] | None:
    left = evaluate(rule.condition.left, place, filing)
    right = evaluate(rule.condition.right, place, filing)
    return None if left is None or right is None else (left, right)


def evaluate(formula: Formula, place: str, filing: Filing) -> float | None:
    """Return what a formula gives for one place in the report's period; None where a figure lacks.

    Only the report's own period is known here, so that growth and lags give None.
    """
    match formula:
        case Number(value=value):
            return float(value)
        case Name(indicator=id):
            computed = filing.indicators[id].formula
            if computed:
                return evaluate(read_formula(computed), place, filing)
            return filing.value(Cell(id, place))
        case Choice(condition=asked, then=then, otherwise=otherwise):
            left, right = evaluate(asked.left, place, filing), evaluate(asked.right, place, filing)
            if left is None or right is None:
                return None
            is_so = (
                left == right if asked.operator == "==" else _COMPARE[asked.operator](left, right)
            )
            return evaluate(then if is_so else otherwise, place, filing)
        case FirstPresent(parts=parts):
            found = (evaluate(one, place, filing) for one in parts)
            return next((one for one in found if one is not None), None)
        case Negative() | Operation() | Extreme():
            values = [evaluate(one, place, filing) for one in children(formula)]
            present = [one for one in values if one is not None]
            return _computed(formula, present) if len(present) == len(values) else None
    return None


def _computed(formula: Negative | Operation | Extreme, values: list[float]) -> float | None:
    match formula:
        case Negative():
            return -values[0]
        case Extreme(which=which):
            return max(values) if which == "max" else min(values)
        case Operation(operator="/"):
            return values[0] / values[1] if values[1] else None
        case Operation(operator=operator):
            return _COMPUTE[operator](*values)


def named(condition: Comparison) -> Iterator[str]:
    """Yield the indicators a condition names, left to right."""
    todo: list[Formula] = [condition.left, condition.right]
    while todo:
        one = todo.pop(0)
        if isinstance(one, Name):
            yield one.indicator
        todo = [*children(one), *todo]
