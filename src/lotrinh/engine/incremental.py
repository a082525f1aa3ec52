"""Computes again only what rests on new figures: formulas × places above × periods.

Made of the very functions of the reference, on fewer figures, so that the law stands once.
Equal to computing everything, which a property test holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.observed import check_observations, observed_results
from lotrinh.engine.over_places import over_places
from lotrinh.engine.over_time import over_time
from lotrinh.engine.reference import NoValue, compute_one, computed
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.engine.steps import Crossing, Local, Step, steps_of
from lotrinh.engine.territory import Territory
from lotrinh.indicators.check_formula import order
from lotrinh.indicators.formula import (
    Choice,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    Lag,
    Name,
    Negative,
    Number,
    Operation,
    children,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Observation, Vintage, holding
from lotrinh.periods import Period

#: Operations whose value in a period rests on the same period of their parts.
_SAME_PERIOD = (Number, Name, Negative, Operation, Choice, FirstPresent, Extreme)
#: An indicator in one period: what is made anew of what was reported.
_Row = tuple[str, Period]
#: Place and part of the whole.
_At = tuple[str, str]


def _differing(
    before: Sequence[Observation], now: Sequence[Observation]
) -> tuple[set[Observation], set[Observation]]:
    """Return the observations that stand in the first only, and in the second only.

    Most are the same objects in both, and need not be looked into.
    """
    known, there = set(map(id, before)), set(map(id, now))
    gone = {one for one in before if id(one) not in there}
    new = {one for one in now if id(one) not in known}
    return gone - new, new - gone


class _Figures:
    """All results, found by key and by indicator; what is made anew takes the place of what was."""

    def __init__(self, previous: Results) -> None:
        self.by_key = dict(previous.items())
        self.of_indicator: dict[str, set[Key]] = defaultdict(set)
        for key in self.by_key:
            self.of_indicator[key.indicator].add(key)

    def replace(self, stale: set[Key], made: Mapping[Key, Result]) -> set[Key]:
        """Put what was made in the place of what is stale; return the keys that changed."""
        changed = {key for key in stale | set(made) if self.by_key.get(key) != made.get(key)}
        for key in changed:
            if key in made:
                self.by_key[key] = made[key]
                self.of_indicator[key.indicator].add(key)
            else:
                del self.by_key[key]
                self.of_indicator[key.indicator].discard(key)
        return changed


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
    gone, new = _differing(before.observations, now.observations)
    check_observations(indicators, Vintage.freeze(new, now.as_known_on))
    reported = {(one.indicator, one.period) for one in gone | new}
    figures = _Figures(previous)
    rows = _rows_of(reported, indicators, now)
    changed = _made_again(rows, indicators, now, territory, figures)
    for name in order(indicators):
        if not indicators[name].formula:
            continue
        *before_it, last = steps_of(indicators[name], indicators)
        if before_it:
            changed |= _whole_again(name, [*before_it, last], changed, figures, territory)
        elif isinstance(last, Local):
            changed |= _computed_again(last, changed, figures)
    return Results(figures.by_key, figures.by_key.__getitem__)


def _rows_of(
    reported: Iterable[_Row], indicators: Mapping[str, Indicator], now: Vintage
) -> set[_Row]:
    """Return the indicators and periods to make anew: what was reported, and what it is part of."""
    weighed_by: dict[str, list[str]] = defaultdict(list)
    for one in indicators.values():
        weighed_by[one.weight].append(one.id)
    periods = {one.period for one in now.observations}
    found: set[_Row] = set()
    for name, period in reported:
        # Longer periods are made of shorter ones, each within one year.
        around = {one for one in _longer(period) | periods if period in one}
        for id in (name, *weighed_by[name]) if name in indicators else ():
            found |= {(id, one) for one in around}
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
    figures: _Figures,
) -> set[Key]:
    """Make what was reported anew in these rows, in place; return the keys that changed."""
    names = {name for name, _ in rows}
    used = names | {indicators[name].weight for name in names}
    longer = {period for _, period in rows}
    found = [one for one in now.observations if one.indicator in used]
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
        for key in figures.of_indicator[name]
        if (key.indicator, key.period) in rows
    }
    return figures.replace(stale, made)


def _whole_again(
    name: str, made_by: Sequence[Step], changed: set[Key], figures: _Figures, territory: Territory
) -> set[Key]:
    """Compute a formula that looks at other places or parts anew, whole, if an input changed."""
    local = [one.formula for one in made_by if isinstance(one, Local)]
    inputs = {id for one in local for id in _named(one)}
    inputs |= {one.source for one in made_by if isinstance(one, Crossing)}
    if not any(key.indicator in inputs for key in changed):
        return set()
    results = {key: figures.by_key[key] for id in inputs for key in figures.of_indicator[id]}
    for step in made_by:
        results |= computed(step, results, territory)
    made = {key: one for key, one in results.items() if key.indicator == name}
    return figures.replace(set(figures.of_indicator[name]), made)


def _computed_again(step: Local, changed: set[Key], figures: _Figures) -> set[Key]:
    """Compute one formula anew where its inputs changed; return the keys that changed."""
    formula = step.formula
    inputs = set(_named(formula))
    moved: dict[_At, dict[str, set[Period]]] = defaultdict(lambda: defaultdict(set))
    for key in changed:
        if key.indicator in inputs:
            moved[key.place, key.breakdown][key.indicator].add(key.period)
    if not moved:
        return set()
    known, own = _around(step, inputs, moved.keys(), figures)
    found: set[Key] = set()
    for at, by_name in moved.items():
        tried = candidates(formula, known[at].__getitem__)
        touched = _touched(formula, by_name)
        stale = {key for key in own[at] if touched is None or key.period in touched}
        made = {}
        for period in tried if touched is None else tried & touched:
            key = Key(step.id, at[0], period, at[1])
            try:
                made[key] = compute_one(key, step, figures.by_key.get)
            except NoValue:
                continue
        found |= figures.replace(stale, made)
    return found


def _around(
    step: Local, inputs: Set[str], moved: Set[_At], figures: _Figures
) -> tuple[dict[_At, dict[str, set[Period]]], dict[_At, set[Key]]]:
    """Return, where something moved, the periods of the inputs, and the keys computed before."""
    known: dict[_At, dict[str, set[Period]]] = defaultdict(lambda: defaultdict(set))
    own: dict[_At, set[Key]] = defaultdict(set)
    for key in figures.of_indicator[step.id]:
        own[key.place, key.breakdown].add(key)
    for name in inputs:
        for key in figures.of_indicator[name]:
            at, one = (key.place, key.breakdown), figures.by_key[key]
            is_taken = step.takes_partial or not one.is_partial
            if at in moved and is_taken and not one.qualifier:
                known[at][name].add(key.period)
    return known, own


def _named(formula: Formula) -> Iterable[str]:
    if isinstance(formula, Name):
        yield formula.indicator
    for one in children(formula):
        yield from _named(one)


def _touched(formula: Formula, moved: Mapping[str, set[Period]]) -> set[Period] | None:
    """Return the periods whose value may rest on figures that moved; None when any may."""
    if isinstance(formula, Name):
        return set(moved.get(formula.indicator, ()))
    found: set[Period] = set()
    for one in children(formula):
        inner = _touched(one, moved)
        if inner is None:
            return None
        found |= inner
    if isinstance(formula, Lag):
        return _later(found, formula.years)
    if isinstance(formula, Growth):
        return found | _later(found, 1)
    return found if isinstance(formula, _SAME_PERIOD) or not found else None


def _later(periods: set[Period], years: int) -> set[Period]:
    later = (shifted(one, years) for one in periods)
    return {one for one in later if one is not None}
