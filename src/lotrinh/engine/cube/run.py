"""Runs a computation on the cube: fills slabs and rolls them up, computes others from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np

from lotrinh.base.errors import Problems
from lotrinh.engine.cube.crossings import crossing_slab
from lotrinh.engine.cube.fill import Filler
from lotrinh.engine.cube.formulas import compute_slab
from lotrinh.engine.cube.frame import Frame
from lotrinh.engine.cube.observed import observed_slab
from lotrinh.engine.cube.schedule import Schedule
from lotrinh.engine.cube.slab import Slab, empty_slab
from lotrinh.engine.facts import Facts
from lotrinh.engine.steps import Crossing, Local, Step, is_own, parts_of, steps, without
from lotrinh.indicators.formula import names
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import TOTAL

#: What is handed on of a slab.
Given = TypeVar("Given")

#: Figures of one series from which on two threads are quicker than one, as measured.
_WORTH_A_THREAD = 50_000


class Part(NamedTuple):
    """What one slab holds: an indicator, of one part of the whole."""

    indicator: str
    breakdown: str = TOTAL


@dataclass(frozen=True)
class Cube:
    """A computation: which indicators, on which figures, known on which day, for which places.

    Formulas are checked before.
    """

    indicators: Mapping[str, Indicator]
    facts: Facts
    day: date
    frame: Frame
    #: None: as many as pay for themselves.
    threads: int | None = None

    def slabs(self, wanted: Sequence[Part] | None = None) -> Iterator[tuple[Part, Slab]]:
        """Yield the slabs wanted, those of all indicators when none is named, as they are made."""
        return self.made_of_slabs(lambda _, slab: slab, wanted)

    def made_of_slabs(
        self, give: Callable[[Part, Slab], Given], wanted: Sequence[Part] | None = None
    ) -> Iterator[tuple[Part, Given]]:
        """Yield what is made of each slab wanted, on the threads that make the slabs.

        Few are held at a time: those that another one still needs. Raises LotrinhError, at the
        latest when all is done, when something was reported in a unit or price basis that does
        not fit.
        """
        problems = Problems()
        filler = Filler(self.facts, self.day, self.frame.column_of, len(self.frame.places))

        def make(part: Part, needed: Mapping[Part, Slab]) -> Slab:
            # Divisions by zero and overflows are looked for where they arise.
            with np.errstate(all="ignore"):
                match self._steps.get(part.indicator):
                    case None:
                        weight = next(iter(needed.values()), None)
                        indicator = self.indicators[part.indicator]
                        series = self.facts.codes.series_of[part]
                        return observed_slab(
                            indicator, series, filler, self.frame, weight, problems
                        )
                    case Local() as step:
                        return self._computed(step, needed)
                    case Crossing() as step:
                        return crossing_slab(step, [*needed.values()], self.frame)

        wanted = self.own if wanted is None else wanted
        yield from Schedule(self.needs, wanted, make, give, self._threads).run()
        problems.raise_if_any()

    @property
    def own(self) -> list[Part]:
        """The slabs of indicators, without those of the steps of a formula."""
        return [part for part in self.needs if not is_own(part.indicator)]

    @cached_property
    def needs(self) -> dict[Part, tuple[Part, ...]]:
        """Every slab there can be, with those it is made of."""
        found: dict[Part, tuple[Part, ...]] = {}
        reported = self.facts.codes.breakdowns
        breakdowns: dict[str, Sequence[str]] = {}
        for name in (one for one in self.indicators if one not in self._steps):
            breakdowns[name] = reported.get(name, ())
            found |= {Part(name, one): () for one in breakdowns[name]}
        for step in self._steps.values():
            made = _made_of(step, breakdowns)
            breakdowns[step.id] = [part.breakdown for part in made]
            found |= made
        for part in found:
            weight = self._weight(part)
            if weight in found:
                found[part] = (weight,)
        return found

    @property
    def _threads(self) -> int:
        """A second thread waits more for the interpreter than it works while slabs are small."""
        figures_a_slab = self.facts.rows / max(1, len(self.facts.codes.series))
        return self.threads or (2 if figures_a_slab > _WORTH_A_THREAD else 1)

    def _computed(self, step: Local, needed: Mapping[Part, Slab]) -> Slab:
        slabs = {one.indicator: slab for one, slab in needed.items()}
        for name in names(step.formula):
            slabs.setdefault(name.indicator, empty_slab(len(self.frame.places)))
        columns = len(self.frame.places)
        return compute_slab(step.formula, slabs, columns, takes_partial=step.takes_partial)

    def _weight(self, part: Part) -> Part | None:
        """Return the slab that weighs the places of an observed one, None when there is none."""
        if part.indicator in self._steps:
            return None
        indicator = self.indicators[part.indicator]
        weight = self.indicators.get(indicator.weight)
        if weight is None or weight.formula:
            return None
        # Weights are made first, in order of their names.
        if part.indicator in self._weights and indicator.weight >= part.indicator:
            return None
        return Part(indicator.weight, part.breakdown)

    @cached_property
    def _weights(self) -> frozenset[str]:
        return frozenset(one.weight for one in self.indicators.values())

    @cached_property
    def _steps(self) -> dict[str, Step]:
        """The steps of all formulas, each after those that it rests on."""
        return {one.id: one for one in steps(self.indicators)}


def _made_of(step: Step, breakdowns: Mapping[str, Sequence[str]]) -> dict[Part, tuple[Part, ...]]:
    """Return the slabs of a step, each with those it is made of."""
    if isinstance(step, Local):
        sources = dict.fromkeys(name.indicator for name in names(step.formula))
        parts = sorted({one for source in sources for one in breakdowns[source]})
        return {
            Part(step.id, one): tuple(
                Part(source, one) for source in sources if one in breakdowns[source]
            )
            for one in parts
        }
    known = breakdowns[step.source]
    if step.kind != "sum_over":
        return {Part(step.id, one): (Part(step.source, one),) for one in known}
    wholes = {whole for one in known if (whole := without(one, step.by)) is not None}
    made = {whole: parts_of(whole, step) for whole in sorted(wholes)}
    return {
        Part(step.id, whole): tuple(Part(step.source, one) for one in parts)
        for whole, parts in made.items()
        if parts and all(one in known for one in parts)
    }
