"""Computes one formula again where the figures that it rests on have changed, and nowhere else.

What it makes of the place above, the units below or the categories is worked out when it is
asked for: of a step's own series only the values that a changed figure may enter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.crossings import reached
from lotrinh.engine.inside import Inside
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import OfIndicator, Results
from lotrinh.engine.steps import Crossing, Local, Step
from lotrinh.engine.territory import Territory
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
    Unbroken,
    children,
    names,
)
from lotrinh.periods import Period

#: Operations whose value in a period rests on the same period of their parts.
_SAME_PERIOD = (Number, Name, Negative, Operation, Choice, FirstPresent, Extreme)


class Figures:
    """All results, found by key and by indicator; what is made anew takes the place of what was.

    Only an indicator of which something changes is copied.
    """

    def __init__(self, previous: Results) -> None:
        self._left = dict(previous.by_indicator)
        self._changed: dict[str, dict[Key, Result]] = {}

    def get(self, key: Key) -> Result | None:
        """Return the result of a key as it is now, or None when there is none."""
        if key.indicator in self._changed:
            return self._changed[key.indicator].get(key)
        left = self._left.get(key.indicator)
        return left.at(key) if left else None

    def of_indicator(self, name: str) -> Collection[Key]:
        """Return the keys of an indicator."""
        if name in self._changed:
            return self._changed[name].keys()
        return self._left[name].keys if name in self._left else ()

    def replace(self, stale: set[Key], made: Mapping[Key, Result]) -> set[Key]:
        """Put what was made in the place of what is stale; return the keys that changed."""
        changed = {key for key in stale | set(made) if self.get(key) != made.get(key)}
        for key in changed:
            of_indicator = self._opened(key.indicator)
            if key in made:
                of_indicator[key] = made[key]
            else:
                del of_indicator[key]
        return changed

    def results(self) -> Results:
        """Return the results as they are now."""
        anew = {
            name: OfIndicator(found, found.__getitem__) for name, found in self._changed.items()
        }
        return Results.of(self._left | anew)

    def _opened(self, name: str) -> dict[Key, Result]:
        if name not in self._changed:
            left = self._left.get(name)
            found = ((key, left.at(key)) for key in left.keys) if left else ()
            self._changed[name] = {key: one for key, one in found if one is not None}
        return self._changed[name]


def computed_again(
    made_by: Sequence[Step], changed: Iterable[Key], figures: Figures, territory: Territory
) -> set[Key]:
    """Compute a formula anew where its inputs changed, in place; return the keys that changed.

    `made_by` are its steps, its own last.
    """
    last = made_by[-1]
    assert isinstance(last, Local)
    inside = Inside(made_by, figures.get, territory)
    stale = _Moves(made_by, figures, territory).moved(changed)
    made: dict[Key, Result] = {}
    for key in stale:
        found = inside.computed(key, last)
        if found is not None:
            made[key] = found
    return figures.replace({key for key in stale if figures.get(key) is not None}, made)


class _Moves:
    """Where the values of one formula and of its steps' own series may have changed."""

    def __init__(self, made_by: Sequence[Step], figures: Figures, territory: Territory) -> None:
        self.steps = {one.id: one for one in made_by}
        self.figures = figures
        self.territory = territory
        self._known: dict[str, set[Period]] = {}

    def moved(self, changed: Iterable[Key]) -> set[Key]:
        """Return the keys of the formula whose value may rest on figures that changed."""
        moved: dict[str, set[Key]] = defaultdict(set)
        for key in changed:
            moved[key.indicator].add(key)
        found: set[Key] = set()
        for step in self.steps.values():
            found = set(self._moved(step, moved))
            moved[step.id] = found
        return found

    def _moved(self, step: Step, moved: Mapping[str, set[Key]]) -> Iterator[Key]:
        if isinstance(step, Crossing):
            for key in moved[step.source]:
                yield from reached(step, key, self.territory.on(key.period))
            return
        periods: dict[tuple[str, str], dict[str, set[Period]]] = {}
        for name in {one.indicator for one in names(step.formula)}:
            for key in moved[name]:
                of_place = periods.setdefault((key.place, key.breakdown), defaultdict(set))
                of_place[name].add(key.period)
        for (place, breakdown), by_name in periods.items():
            touched = _touched(step.formula, by_name)
            for period in self._periods(step.id) if touched is None else touched:
                yield Key(step.id, place, period, breakdown)

    def _periods(self, name: str) -> set[Period]:
        """Return the periods in which a series may have, or had, a value at some place."""
        if name not in self._known:
            found = {key.period for key in self.figures.of_indicator(name)}
            match self.steps.get(name):
                case Crossing(source=source):
                    found |= self._periods(source)
                case Local(formula=formula):
                    found |= candidates(formula, self._periods)
            self._known[name] = found
        return self._known[name]


def _touched(formula: Formula, moved: Mapping[str, set[Period]]) -> set[Period] | None:
    """Return the periods whose value may rest on figures that moved; None when any may."""
    if isinstance(formula, Name):
        return set(moved.get(formula.indicator, ()))
    if isinstance(formula, Unbroken):
        return _touched(formula.of, moved)
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
