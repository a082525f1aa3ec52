"""Computes again only what rests on new figures: formulas × places above × periods.

Made of the very functions of the reference, on fewer figures, so that the law stands once.
Equal to computing everything, which a property test holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lotrinh.engine.breaks import Breaks
from lotrinh.engine.incremental_steps import Figures, computed_again
from lotrinh.engine.observed import check_observations, observed_results
from lotrinh.engine.over_places import over_places
from lotrinh.engine.over_time import over_time
from lotrinh.engine.result import Key
from lotrinh.engine.results import Results
from lotrinh.engine.steps import steps_of
from lotrinh.engine.territory import Territory
from lotrinh.indicators.check_formula import order
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Observation, Vintage, holding
from lotrinh.periods import Period

#: An indicator in one period: what is made anew of what was reported.
_Row = tuple[str, Period]


def _differing(before: Vintage, now: Vintage) -> tuple[set[Observation], set[Observation]]:
    """Return the observations that stand in the first only, and in the second only.

    Most are the same objects in both, and need not be looked into.
    """
    gone: set[Observation] = set()
    new: set[Observation] = set()
    for name in {*before.indicators, *now.indicators}:
        earlier, later = before.of_indicator(name), now.of_indicator(name)
        if earlier != later:
            known, there = set(map(id, earlier)), set(map(id, later))
            gone |= {one for one in earlier if id(one) not in there}
            new |= {one for one in later if id(one) not in known}
    return gone - new, new - gone


def recompute(
    previous: Results,
    indicators: Mapping[str, Indicator],
    before: Vintage,
    now: Vintage,
    territory: Territory,
) -> Results:
    """Return the results on `now`, given those of the reference on `before`.

    Observations that stand in one of the two vintages only are what is new; all else keeps
    its result, and its trace. Formulas were checked when `previous` was computed. Raises
    LotrinhError when a new observation cannot be what it says.
    """
    gone, new = _differing(before, now)
    check_observations(indicators, Vintage.freeze(new, now.as_known_on))
    reported = {(one.indicator, one.period) for one in gone | new}
    figures = Figures(previous)
    rows = _rows_of(reported, indicators, now)
    changed = _made_again(rows, indicators, now, territory, figures)
    breaks = Breaks(indicators)
    for name in order(indicators):
        if indicators[name].formula:
            made_by = steps_of(indicators[name], indicators, breaks)
            changed |= computed_again(made_by, changed, figures, territory)
    return figures.results()


def _rows_of(
    reported: Iterable[_Row], indicators: Mapping[str, Indicator], now: Vintage
) -> set[_Row]:
    """Return the indicators and periods to make anew: what was reported, and what it is part of."""
    weighed_by: dict[str, list[str]] = defaultdict(list)
    for one in indicators.values():
        weighed_by[one.weight].append(one.id)
    found: set[_Row] = set()
    for name, period in reported:
        for id in (name, *weighed_by[name]) if name in indicators else ():
            # Longer periods are made of shorter ones, each within one year.
            periods = _longer(period) | {one.period for one in now.of_indicator(id)}
            found |= {(id, one) for one in periods if period in one}
    return {(id, one) for id, one in found if not indicators[id].formula}


def _longer(period: Period) -> set[Period]:
    months = period.first_day.month - 1
    year = period.first_day.year
    spelt = (f"{year}-Q{months // 3 + 1}", f"{year}-S{months // 6 + 1}", f"{year}")
    return {period, *map(Period.read, spelt)}


def _made_again(
    rows: set[_Row],
    indicators: Mapping[str, Indicator],
    now: Vintage,
    territory: Territory,
    figures: Figures,
) -> set[Key]:
    """Make what was reported anew in these rows, in place; return the keys that changed."""
    names = {name for name, _ in rows}
    used = names | {indicators[name].weight for name in names}
    longer = {period for _, period in rows}
    found = [one for name in used for one in now.of_indicator(name)]
    within = {one.period for one in found}
    within = {one for one in within if any(one in period for period in longer)}
    held = holding(one for one in found if one.period in within)
    named = {name: one for name, one in indicators.items() if name in used}
    reported = over_time(observed_results(held, named), named)
    made = {
        key: one
        for key, one in over_places(reported, named, territory).items()
        if (key.indicator, key.period) in rows
    }
    stale = {
        key
        for name in names
        for key in figures.of_indicator(name)
        if (key.indicator, key.period) in rows
    }
    return figures.replace(stale, made)
