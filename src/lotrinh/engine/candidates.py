"""The periods for which a formula can have a value, so that all engines try the same ones."""

from __future__ import annotations

from collections.abc import Callable, Set

from lotrinh.indicators.formula import Dated, Formula, Lag, Name, children
from lotrinh.periods import Period
from lotrinh.periods.arithmetic import previous

#: The years that a date can be in.
_CALENDAR = range(1, 10_000)


def candidates(formula: Formula, periods_of: Callable[[str], Set[Period]]) -> set[Period]:
    """Return the periods in which something that the formula names has a value.

    >>> from lotrinh.indicators.read_formula import read_formula
    >>> known = frozenset({Period.year(2024)})
    >>> [str(one) for one in candidates(read_formula("lag(x, 1)"), lambda name: known)]
    ['2025']
    """
    if isinstance(formula, Name):
        return set(periods_of(formula.indicator))
    if isinstance(formula, Dated):
        tried = {one for part in children(formula) for one in candidates(part, periods_of)}
        return {one for one in tried if one in candidates(formula.on(one.last_day), periods_of)}
    found = {one for part in children(formula) for one in candidates(part, periods_of)}
    if isinstance(formula, Lag):
        later = (shifted(one, formula.years) for one in found)
        return {one for one in later if one is not None}
    return found


def accumulated(period: Period, since: int) -> tuple[Period, ...]:
    """Return the periods of this length from the first of a year up to this one.

    >>> [str(one) for one in accumulated(Period.read("2022-S1"), 2021)]
    ['2021-S1', '2021-S2', '2022-S1']
    """
    if not period.months or period.first_day.year < since:
        return ()
    found = [period]
    while (period := previous(period)).first_day.year >= since:
        found.append(period)
    return tuple(reversed(found))


def shifted(period: Period, years: int) -> Period | None:
    """Return the same stretch `years` later, or None where the calendar ends."""
    first, last = period.first_day.year + years, period.last_day.year + years
    return period.shifted(years) if first in _CALENDAR and last in _CALENDAR else None
