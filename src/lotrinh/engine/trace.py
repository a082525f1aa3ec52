"""Follows a value back to what it was made of, and says why another one is missing.

Engines that keep plain numbers have their results explained here, one when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from lotrinh.base.words import Words, both
from lotrinh.engine.observed import observed_result
from lotrinh.engine.reference import NoValue, compute_one
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.read_formula import read_formula
from lotrinh.ledger import Key as Observed
from lotrinh.ledger import Vintage
from lotrinh.periods import Period


def traced(
    key: Key,
    indicators: Mapping[str, Indicator],
    vintage: Vintage,
    figure: Callable[[Key], Result | None],
    *,
    value: float,
    status: str,
) -> Result:
    """Return the result of an engine's plain value, with its inputs or its observation."""
    name, place, period = key
    indicator = indicators[name]
    if not indicator.formula:
        made = observed_result(vintage.holding[Observed(*key)], indicator)
    else:
        made = compute_one(name, read_formula(indicator.formula), place, period, figure)
    return replace(made, value=value, status=status)


def why_missing(
    indicators: Mapping[str, Indicator], results: Results, name: str, place: str, period: Period
) -> Words | None:
    """Say why an indicator has no result for a place and period; None when it has one.

    Follows the formulas down to the figure that is missing, or to the step that fails.
    """
    if results.get(name, place, period) is not None:
        return None
    reason, key = "engine.no_input", (name, place, period)
    while indicators[key[0]].formula and reason == "engine.no_input":
        formula = read_formula(indicators[key[0]].formula)
        try:
            compute_one(key[0], formula, place, key[2], lambda one: results.get(*one))
        except NoValue as none:
            reason = none.reason
            if none.key is None:
                break
            key = none.key
        else:
            # None of its names has a figure: what a plain number alone gives is no result.
            break
    return both(reason, indicator=indicators[key[0]].name, place=key[1], period=key[2])
