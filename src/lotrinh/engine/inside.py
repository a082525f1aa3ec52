"""The values inside a formula that looks around, which no result holds: computed when asked for."""

from __future__ import annotations

from collections.abc import Iterable

from lotrinh.engine.crossings import Figure, cross_one
from lotrinh.engine.reference import NoValue, compute_one
from lotrinh.engine.result import Key, Result
from lotrinh.engine.steps import Crossing, Local, Step, is_own
from lotrinh.engine.territory import Territory


class Inside:
    """The figures that an engine gave, and those of steps between, made of them."""

    def __init__(self, steps: Iterable[Step], given: Figure, territory: Territory) -> None:
        self.steps = {one.id: one for one in steps}
        self.given = given
        self.territory = territory

    def figure(self, key: Key) -> Result | None:
        """Return the figure of a key, or None when there is none."""
        if not is_own(key.indicator):
            return self.given(key)
        step = self.steps.get(key.indicator)
        if isinstance(step, Crossing):
            return cross_one(step, key, self.figure, self.territory)
        return self._computed(step, key) if step else None

    def _computed(self, step: Local, key: Key) -> Result | None:
        try:
            return compute_one(key, step, self.figure)
        except NoValue:
            return None
