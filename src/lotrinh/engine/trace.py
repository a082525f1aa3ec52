"""Follows a value back to what it was made of, and says why another one is missing.

Engines that keep plain numbers have their results explained here, one when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lotrinh.base.words import Words, both
from lotrinh.engine.crossings import cross_one
from lotrinh.engine.observed import observed_results
from lotrinh.engine.over_places import over_places
from lotrinh.engine.over_time import over_time
from lotrinh.engine.reference import NoValue, compute_one
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.engine.steps import Crossing, Local, is_own, steps
from lotrinh.engine.territory import Territory
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage


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
        self.steps = {one.id: one for one in steps(indicators)}
        self._observed: dict[str, dict[Key, Result]] = {}

    def of(self, key: Key, **plain: Any) -> Result:
        """Return the result of an engine's plain value, status and coverage, with its trace."""
        step = self.steps.get(key.indicator)
        made: Result | None
        if isinstance(step, Local):
            made = compute_one(key, step, self.figure)
        elif isinstance(step, Crossing):
            made = cross_one(step, key, self.figure, self.territory)
        else:
            made = self._of_indicator(self.indicators[key.indicator])[key]
        assert made is not None, f"{key} has a value on one engine and none on the other"
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

    everything = Results(found, make)
    traces = Traces(indicators, vintage, territory, everything.at)
    return everything.only(key for key in found if not is_own(key.indicator))


def why_missing(
    indicators: Mapping[str, Indicator], results: Results, key: Key, territory: Territory
) -> Words | None:
    """Say why there is no result for a key; None when there is one.

    Follows the formulas down to the figure that is missing, or to the step that fails.
    """
    if results.at(key) is not None:
        return None
    known = {one.id: one for one in steps(indicators)}

    def figure(of: Key) -> Result | None:
        """A step's own series is not among the results: its one value is computed here."""
        step = known.get(of.indicator)
        if not is_own(of.indicator):
            return results.at(of)
        if isinstance(step, Crossing):
            return cross_one(step, of, figure, territory)
        return _or_none(of, step, figure) if step else None

    reason = "engine.no_input"
    while isinstance(step := known.get(key.indicator), Local) and reason == "engine.no_input":
        try:
            compute_one(key, step, figure)
        except NoValue as none:
            reason = none.reason
            if none.key is None:
                break
            key = none.key
        else:
            # None of its names has a figure: what a plain number alone gives is no result.
            break
        step = known.get(key.indicator)
        if isinstance(step, Crossing):
            key = key._replace(indicator=step.source)
    return both(reason, indicator=_named(key, indicators), place=key.place, period=key.period)


def _named(key: Key, indicators: Mapping[str, Indicator]) -> Words:
    return indicators[key.indicator.split("#")[0]].name


def _or_none(key: Key, step: Local, figure: Callable[[Key], Result | None]) -> Result | None:
    try:
        return compute_one(key, step, figure)
    except NoValue:
        return None
