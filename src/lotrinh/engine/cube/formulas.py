"""Computes a formula on whole slabs: every operation of the language, over all places at once.

Held to `reference`, cell by cell. A missing input gives no value, and so do a division by
zero and a number too large; how firm a value is, and how much of what was to report stands
behind it, follows from the figures it was made of.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.cube import over_periods
from lotrinh.engine.cube.axis import Axis, axis_of
from lotrinh.engine.cube.part import (
    FIRMEST,
    Cells,
    Part,
    beside,
    either,
    figures,
    number,
    operate,
    slab_of,
)
from lotrinh.engine.cube.slab import Slab
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    Cumulative,
    Dated,
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
    Unbroken,
    children,
)

_ARITHMETIC: dict[str, Callable[..., Cells]] = {
    "+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide,
}  # fmt: skip
_COMPARISON: dict[str, Callable[[Cells, Cells], NDArray[np.bool_]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip


def compute_slab(
    formula: Formula, slabs: Mapping[str, Slab], places: int, *, takes_partial: bool = False
) -> Slab:
    """Return the slab of a formula over the slabs that it names, by their names.

    `takes_partial` says whether it takes totals that units are missing from.

    >>> from lotrinh.indicators.read_formula import read_formula
    >>> from lotrinh.periods import Period
    >>> years = axis_of((Period.year(2023), Period.year(2024)))
    >>> a = Slab(years, np.array([[4.0, 0.0], [5.0, 2.0]]), np.full((2, 2), 2, dtype=np.int8))
    >>> compute_slab(read_formula("growth(a)"), {"a": a}, 2).values
    array([[nan, nan],
           [25., nan]])
    """
    axis = _axis(formula, slabs)
    calculation = _Calculation(slabs, takes_partial=takes_partial)
    # Divisions by zero and overflows are looked for where they arise.
    with np.errstate(all="ignore"):
        found = calculation.part(formula, axis)
        values, firmness = found.values, found.firmness
        if not _is_strict(formula):
            values = np.where(calculation.is_named(formula, axis), values, np.nan)
            # What rests on plain numbers alone is no firmer than an estimate.
            firmness = firmness * (firmness != FIRMEST)
            found = found._replace(values=values, firmness=firmness)
    stack = next((slab.values.shape[:-2] for slab in slabs.values()), ())
    return slab_of(found, axis, places, *stack)


def _axis(formula: Formula, slabs: Mapping[str, Slab]) -> Axis:
    """Return the periods in which the formula may have a value."""
    axes = {slab.axis for slab in slabs.values()}
    if len(axes) == 1 and not _moves(formula):
        return axes.pop()
    known = {name: frozenset(slab.axis.row_of) for name, slab in slabs.items()}
    return axis_of(tuple(sorted(candidates(formula, known.__getitem__))))


def _moves(formula: Formula) -> bool:
    return isinstance(formula, Lag) or any(map(_moves, children(formula)))


class _Calculation:
    """One formula; each part of it is computed once for the periods it is asked for."""

    def __init__(self, slabs: Mapping[str, Slab], *, takes_partial: bool) -> None:
        self.slabs = slabs
        self.takes_partial = takes_partial
        self._made: dict[tuple[Formula, Axis], Part] = {}

    def part(self, formula: Formula, axis: Axis) -> Part:
        """Return a part of the formula in the periods of an axis."""
        if isinstance(formula, Number):
            return number(float(formula.value))
        if (formula, axis) not in self._made:
            self._made[formula, axis] = self._make(formula, axis)
        return self._made[formula, axis]

    def _make(self, formula: Formula, axis: Axis) -> Part:
        match formula:
            case Name(indicator=name):
                return figures(self.slabs[name], axis, takes_partial=self.takes_partial)
            case Negative(of=of):
                return operate(np.negative, self.part(of, axis))
            case Operation(operator=sign, left=left, right=right):
                return operate(_ARITHMETIC[sign], self.part(left, axis), self.part(right, axis))
            case Extreme(which=which, parts=parts):
                return _extreme(which, tuple(self.part(one, axis) for one in parts))
            case FirstPresent(parts=parts):
                return _first_present([self.part(one, axis) for one in parts])
            case Choice():
                return self._choice(formula, axis)
            case _:
                return self._over_periods(formula, axis)

    def _over_periods(self, formula: Formula, axis: Axis) -> Part:
        match formula:
            case Growth(of=of):
                return operate(_growth, self.part(of, axis), self.part(of, axis.earlier(1)))
            case Lag(of=of, years=years):
                return self.part(of, axis.earlier(years))
            case AverageGrowth(of=of, since=since):
                return self._average_growth(of, since, axis)
            case Cumulative():
                return over_periods.cumulative(formula, axis, self.part)
            case IndexTo():
                return over_periods.index_to(formula, axis, self.part)
            case Link():
                return over_periods.link(formula, axis, self.part)
            case Dated():
                return over_periods.dated(formula, axis, self.part)
            case Unbroken():
                return over_periods.unbroken(formula, axis, self.part)
            case _:
                raise TypeError(f"no slab for {formula!r}")

    def _choice(self, formula: Choice, axis: Axis) -> Part:
        asked = formula.condition
        left, right = self.part(asked.left, axis), self.part(asked.right, axis)
        holds = _COMPARISON[asked.operator](left.values, right.values)
        taken = either(holds, self.part(formula.then, axis), self.part(formula.otherwise, axis))
        unknown = np.isnan(left.values) | np.isnan(right.values)
        return Part(np.where(unknown, np.nan, taken.values), *beside((left, right, taken)))

    def _average_growth(self, of: Formula, since: int, axis: Axis) -> Part:
        years = [0 if p is None else max(p.first_day.year - since, 0) for p in axis.periods]
        base = axis_of(
            tuple(
                shifted(one, -n) if one is not None and n else None
                for one, n in zip(axis.periods, years, strict=True)
            )
        )
        after = np.array(years, dtype=bool)[:, None]
        power = np.array([1 / n if n else 1.0 for n in years])[:, None]

        def compounded(now: Cells, then: Cells) -> Cells:
            ratio = np.where((now > 0) & (then > 0) & after, now / then, np.nan)
            return np.asarray(100 * (np.where(np.isinf(ratio), np.nan, ratio) ** power - 1))

        return operate(compounded, self.part(of, axis), self.part(of, base))

    def is_named(self, formula: Formula, axis: Axis) -> NDArray[np.bool_]:
        """Return where a name of the formula is present: a number alone gives no result."""
        if isinstance(formula, Name):
            return ~np.isnan(self.part(formula, axis).values)
        if isinstance(formula, Lag):
            axis = axis.earlier(formula.years)
        if isinstance(formula, Dated):
            named = [
                over_periods.in_force(formula, one, axis) & self.is_named(one, axis)
                for _, one in formula.versions
            ]
            return functools.reduce(np.bitwise_or, named)
        found = np.zeros((len(axis), 1), dtype=np.bool_)
        for one in children(formula):
            found = found | self.is_named(one, axis)
        return found


def _growth(now: Cells, before: Cells) -> Cells:
    ratio = np.asarray(now / before)
    infinite = np.isinf(ratio)
    if infinite.any():
        ratio = np.where(infinite, np.nan, ratio)
    if not ratio.ndim:
        return np.asarray(100 * (ratio - 1))
    ratio -= 1
    ratio *= 100
    return ratio


def _extreme(which: str, parts: tuple[Part, ...]) -> Part:
    """NumPy's minimum and maximum are missing where a part is."""
    choose = np.minimum if which == "min" else np.maximum
    values = parts[0].values
    for one in parts[1:]:
        values = choose(values, one.values)
    return Part(values, *beside(parts))


def _first_present(parts: list[Part]) -> Part:
    found = parts[0]
    for one in parts[1:]:
        found = either(~np.isnan(found.values), found, one)
    return found


def _is_strict(formula: Formula) -> bool:
    """Whether a value is there only when a figure is."""
    if isinstance(formula, FirstPresent | Choice | Link | Dated):
        return False
    return all(_is_strict(part) for part in children(formula))
