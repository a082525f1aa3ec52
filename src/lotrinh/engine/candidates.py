"""The periods for which a formula can have a value, so that all engines try the same ones."""

from __future__ import annotations

from collections.abc import Callable, Set

from lotrinh.indicators.formula import Formula, Lag, Name, children
from lotrinh.periods import Period

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
    found = {one for part in children(formula) for one in candidates(part, periods_of)}
    if isinstance(formula, Lag):
        later = (shifted(one, formula.years) for one in found)
        return {one for one in later if one is not None}
    return found


def shifted(period: Period, years: int) -> Period | None:
    """Return the same stretch `years` later, or None where the calendar ends."""
    first, last = period.first_day.year + years, period.last_day.year + years
    return period.shifted(years) if first in _CALENDAR and last in _CALENDAR else None
