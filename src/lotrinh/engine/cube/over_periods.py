"""Computes, over whole slabs, what looks along a series: accumulating, indexing, linking, dating.

Each row of an axis may look at other periods than the next one; rows that do not take a part
have a plain number in its place, which weakens nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.breaks import across
from lotrinh.engine.candidates import accumulated, shifted
from lotrinh.engine.cube.axis import Axis, axis_of
from lotrinh.engine.cube.part import Cells, Part, either, finite, number, operate
from lotrinh.indicators.formula import Cumulative, Dated, Formula, IndexTo, Link, Unbroken
from lotrinh.periods import Period

#: Gives a part of a formula in the periods of an axis.
PartOf = Callable[[Formula, Axis], Part]


def cumulative(formula: Cumulative, axis: Axis, part: PartOf) -> Part:
    """Add up every period of the row's length since the year, one step back after the other."""
    spans = [() if one is None else accumulated(one, formula.since) for one in axis.periods]
    total = number(0.0)
    for back in range(1, max(map(len, spans), default=0) + 1):
        steps = axis_of(tuple(span[-back] if len(span) >= back else None for span in spans))
        takes = _column([len(span) >= back for span in spans])
        term = either(takes, part(formula.of, steps), number(0.0))
        total = operate(np.add, total, term)
    return either(_column([bool(span) for span in spans]), total, number(np.nan))


def index_to(formula: IndexTo, axis: Axis, part: PartOf) -> Part:
    """Divide by the same stretch of the base year."""
    base = axis_of(
        tuple(
            None if one is None else shifted(one, formula.base - one.first_day.year)
            for one in axis.periods
        )
    )
    return operate(_per_cent, part(formula.of, axis), part(formula.of, base))


def link(formula: Link, axis: Axis, part: PartOf) -> Part:
    """Take the new series from its year on, before it the old one on the level of the new."""
    at = axis_of(tuple(Period.year(formula.at) for _ in axis.periods))
    ratio = operate(_quotient, part(formula.new, at), part(formula.old, at))
    moved = operate(np.multiply, part(formula.old, axis), ratio)
    is_new = [one is not None and one.first_day.year >= formula.at for one in axis.periods]
    return either(_column(is_new), part(formula.new, axis), moved)


def dated(formula: Dated, axis: Axis, part: PartOf) -> Part:
    """Take in each row the formula in force on the last day of its period."""
    found = number(np.nan)
    for _, version in formula.versions:
        holds = [one is not None and formula.on(one.last_day) is version for one in axis.periods]
        found = either(_column(holds), part(version, axis), found)
    return found


def unbroken(formula: Unbroken, axis: Axis, part: PartOf) -> Part:
    """Take a comparison in the rows in which it crosses no break."""
    stays = [one is not None and across(formula, one) is None for one in axis.periods]
    return either(_column(stays), part(formula.of, axis), number(np.nan))


def in_force(formula: Dated, version: Formula, axis: Axis) -> NDArray[np.bool_]:
    """Return the rows in which a version holds."""
    return _column(
        [one is not None and formula.on(one.last_day) is version for one in axis.periods]
    )


def _quotient(one: Cells, other: Cells) -> Cells:
    return finite(np.asarray(one / other))


def _per_cent(now: Cells, base: Cells) -> Cells:
    return np.asarray(100 * _quotient(now, base))


def _column(rows: Sequence[bool]) -> NDArray[np.bool_]:
    return np.array(rows, dtype=np.bool_)[:, None]
