"""The values inside a formula that looks around, which no result holds: computed when asked for."""

from __future__ import annotations

from collections.abc import Iterable

from lotrinh.engine.candidates import shifted
from lotrinh.engine.crossings import Figure, cross_one
from lotrinh.engine.reference import NoValue, compute_one
from lotrinh.engine.result import Key, Result
from lotrinh.engine.steps import Crossing, Local, Step, is_own
from lotrinh.engine.territory import Territory
from lotrinh.indicators.formula import Dated, Formula, Lag, Name, children


class Inside:
    """The figures that an engine gave, and those of steps between, made of them."""

    def __init__(self, steps: Iterable[Step], given: Figure, territory: Territory) -> None:
        self.steps = {one.id: one for one in steps}
        self.given = given
        self.territory = territory
        self._made: dict[Key, Result | None] = {}

    def figure(self, key: Key) -> Result | None:
        """Return the figure of a key, or None when there is none."""
        if not is_own(key.indicator):
            return self.given(key)
        if key not in self._made:
            self._made[key] = self._of_step(key)
        return self._made[key]

    def _of_step(self, key: Key) -> Result | None:
        step = self.steps.get(key.indicator)
        if isinstance(step, Crossing):
            return cross_one(step, key, self.figure, self.territory)
        return self.computed(key, step) if step else None

    def computed(self, key: Key, step: Local) -> Result | None:
        """Return the value of a step; a plain number alone gives none."""
        if not self._is_called_for(step, step.formula, key):
            return None
        try:
            return compute_one(key, step, self.figure)
        except NoValue:
            return None

    def _is_called_for(self, step: Local, formula: Formula, key: Key) -> bool:
        """Whether something that the formula names has a value, as in `candidates`."""
        if isinstance(formula, Name):
            one = self.figure(key._replace(indicator=formula.indicator))
            if one is None or one.qualifier:
                return False
            return step.takes_partial or not one.is_partial
        if isinstance(formula, Dated):
            return self._is_called_for(step, formula.on(key.period.last_day), key)
        if isinstance(formula, Lag):
            period = shifted(key.period, -formula.years)
            if period is None:
                return False
            key = key._replace(period=period)
        return any(self._is_called_for(step, one, key) for one in children(formula))
