"""Follows a value back to what it was made of, and says why another one is missing.

Engines that keep plain numbers have their results explained here, one when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lotrinh.base.words import Words, both
from lotrinh.engine.observed import observed_results
from lotrinh.engine.over_places import over_places
from lotrinh.engine.over_time import over_time
from lotrinh.engine.reference import NoValue, compute_one
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.engine.territory import Territory
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.periods import Period


class Traces:
    """The traces of one computation; what was reported of an indicator is put together once."""

    def __init__(
        self,
        indicators: Mapping[str, Indicator],
        vintage: Vintage,
        territory: Territory,
        figure: Callable[[Key], Result | None],
    ) -> None:
        self.indicators = indicators
        self.vintage = vintage
        self.territory = territory
        self.figure = figure
        self._observed: dict[str, dict[Key, Result]] = {}

    def of(self, key: Key, **plain: Any) -> Result:
        """Return the result of an engine's plain value, status and coverage, with its trace."""
        indicator = self.indicators[key.indicator]
        if indicator.formula:
            made = compute_one(key, indicator, self.figure)
        else:
            made = self._of_indicator(indicator)[key]
        return replace(made, **plain)

    def _of_indicator(self, indicator: Indicator) -> dict[Key, Result]:
        if indicator.id not in self._observed:
            ids = {indicator.id, indicator.weight} & self.indicators.keys()
            named = {id: self.indicators[id] for id in ids}
            reported = over_time(observed_results(self.vintage.holding, named), named)
            self._observed[indicator.id] = over_places(reported, named, self.territory)
        return self._observed[indicator.id]


def traced_results(
    found: Mapping[Key, Mapping[str, Any]],
    indicators: Mapping[str, Indicator],
    vintage: Vintage,
    territory: Territory,
) -> Results:
    """Return the results of a fast engine's plain values, each traced when it is asked for."""

    def make(key: Key) -> Result:
        return traces.of(key, **found[key])

    results = Results(found, make)
    traces = Traces(indicators, vintage, territory, results.at)
    return results


def why_missing(
    indicators: Mapping[str, Indicator], results: Results, name: str, place: str, period: Period
) -> Words | None:
    """Say why an indicator has no result for a place and period; None when it has one.

    Follows the formulas down to the figure that is missing, or to the step that fails.
    """
    key = Key(name, place, period)
    if results.at(key) is not None:
        return None
    reason = "engine.no_input"
    while indicators[key.indicator].formula and reason == "engine.no_input":
        try:
            compute_one(key, indicators[key.indicator], results.at)
        except NoValue as none:
            reason = none.reason
            if none.key is None:
                break
            key = none.key
        else:
            # None of its names has a figure: what a plain number alone gives is no result.
            break
    return both(
        reason, indicator=indicators[key.indicator].name, place=key.place, period=key.period
    )
