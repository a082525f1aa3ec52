"""Follows a value back to what it was made of, and says why another one is missing.

Engines that keep plain numbers have their results explained here, one when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lotrinh.base.words import Words, both
from lotrinh.engine.crossings import cross_one
from lotrinh.engine.inside import Inside
from lotrinh.engine.observed import observed_results
from lotrinh.engine.over_places import over_places
from lotrinh.engine.over_time import over_time
from lotrinh.engine.reference import NoValue, compute_one
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.engine.steps import Crossing, Local, is_own, parts_of, steps
from lotrinh.engine.territory import Territory
from lotrinh.indicators.disaggregation import say_part
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage, read_breakdown


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
    """Say why there is no whole result for a key; None when there is one.

    Follows the formulas down to the figure that is missing, or to the step that fails.
    """
    found = results.at(key)
    if found is not None and not found.is_partial:
        return None
    inside = Inside(steps(indicators), results.at, territory)
    reason, key = ("engine.only_a_part", key) if found else _followed(inside, key)
    part = inside.figure(key)
    behind = part.coverage if part else None
    counts = {"reported": behind.reported, "expected": behind.expected} if behind else {}
    crossed = _of_break(inside, key, indicators) if reason == "engine.across_a_break" else {}
    place = territory.gazetteer.places.get(key.place)
    step = inside.steps.get(key.indicator)
    level = step.by if isinstance(step, Crossing) and step.kind == "count" else ""
    units = both(f"indicators.say_level_{level}") if level else ""
    return both(reason, indicator=_named(key, indicators), place=place.name if place else key.place,
                period=key.period, units=units, **counts, **crossed)  # fmt: skip


def _followed(inside: Inside, key: Key) -> tuple[str, Key]:
    """Return the reason for which there is no value, and what it is about."""
    while (step := inside.steps.get(key.indicator)) is not None:
        if isinstance(step, Crossing):
            reason, seen = _not_crossed(step, key, inside)
        else:
            reason, seen = _not_computed(step, key, inside)
        if seen is None or (reason != "engine.no_input" and not is_own(seen.indicator)):
            return reason, seen or key
        if seen == key:
            return reason, key
        key = seen
    found = inside.figure(key)
    if found is None:
        return "engine.no_input", key
    return "engine.only_a_bound" if found.qualifier else "engine.only_a_part", key


def _not_computed(step: Local, key: Key, inside: Inside) -> tuple[str, Key | None]:
    try:
        compute_one(key, step, inside.figure)
    except NoValue as none:
        return none.reason, none.key
    # None of its names has a figure: what a plain number alone gives is no result.
    return "engine.no_input", None


def _of_break(inside: Inside, key: Key, indicators: Mapping[str, Indicator]) -> dict[str, object]:
    """Return which definition changed when, of a comparison that would cross that day."""
    step = inside.steps[key.indicator]
    assert isinstance(step, Local), f"{key} compares nothing"
    try:
        compute_one(key, step, inside.figure)
    except NoValue as none:
        if none.at is not None:
            return {"day": none.at.day, "broken": indicators[none.at.indicator].name}
    return {}


def _not_crossed(step: Crossing, key: Key, inside: Inside) -> tuple[str, Key | None]:
    """Return why a look at other places or parts saw nothing, and the figure it looked for."""
    land, seen = inside.territory.on(key.period), key._replace(indicator=step.source)
    match step.kind:
        case "above":
            above = land.parent(key.place)
            if not above:
                return "engine.none_above", key
            return "engine.no_input", seen._replace(place=above)
        case "count":
            known = land.of_level(key.place, step.by)
            return "engine.no_units" if known else "engine.unknown_units", key
        case "sum_over":
            made_of = parts_of(seen.breakdown, step.by, step.categories)
            parts = (seen._replace(breakdown=one) for one in made_of)
            gaps = (one for one in parts if inside.figure(one) is None)
            return "engine.no_input", next(gaps, seen)


def _named(key: Key, indicators: Mapping[str, Indicator]) -> Words:
    indicator = indicators[key.indicator.split("#")[0]]
    if not key.breakdown:
        return indicator.name
    # A formula has the parts of the indicators it rests on.
    declared = [d for one in indicators.values() for d in one.disaggregations]
    categories = read_breakdown(key.breakdown)
    part = Words(say_part(categories, declared, "vi"), say_part(categories, declared, "en"))
    return both("engine.part_of", indicator=indicator.name, part=part)
