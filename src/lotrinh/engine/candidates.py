"""The periods for which a formula can have a value, so that engines try the same ones."""

from __future__ import annotations

from collections.abc import Callable, Set

from lotrinh.indicators.formula import Formula, Lag, Name, children
from lotrinh.periods import Period

#: Last year that a date can be in; a lag that leads past it leads nowhere.
_LAST_YEAR = 9999


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
        return {
            one.shifted(formula.years)
            for one in found
            if one.last_day.year + formula.years <= _LAST_YEAR
        }
    return found
