"""Runs a computation on the cube: fills slabs and rolls them up, computes others from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

import numpy as np

from lotrinh.base.errors import Problems
from lotrinh.engine.cube.batches import Batch, batches
from lotrinh.engine.cube.crossings import crossing_slab
from lotrinh.engine.cube.fill import Filler
from lotrinh.engine.cube.formulas import compute_slab
from lotrinh.engine.cube.frame import Frame
from lotrinh.engine.cube.observed import observed_stack, shared_slab
from lotrinh.engine.cube.recipes import Part, Recipe, Reported, recipes
from lotrinh.engine.cube.schedule import Schedule
from lotrinh.engine.cube.slab import Slab, empty_slab
from lotrinh.engine.cube.stack import stacked
from lotrinh.engine.facts import Facts
from lotrinh.engine.steps import Crossing, Local, is_own
from lotrinh.indicators.indicator import Indicator

#: What is handed on of a slab.
Given = TypeVar("Given")

#: Figures from which on two threads are quicker than one, as measured. A second one waits for the
#: interpreter between the calls of NumPy, so these must be long.
_WORTH_A_THREAD = 2_000_000


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
        wanted = self.own if wanted is None else wanted
        asked = frozenset(wanted)
        cells = len(self.facts.codes.periods) * len(self.frame.places)
        needs = batches(self.recipes, wanted, cells)
        making = _Making(self, Problems(), needs)

        def given(batch: Batch, stack: Slab) -> list[tuple[Part, Given]]:
            return [
                (part, give(part, stack.nth(n)))
                for n, part in enumerate(batch.parts)
                if part in asked
            ]

        last = [batch for batch in needs if not asked.isdisjoint(batch.parts)]
        threads = self.threads or (2 if self.facts.rows > _WORTH_A_THREAD else 1)
        for _, found in Schedule(needs, last, making.stack, given, threads).run():
            yield from found
        making.problems.raise_if_any()

    @property
    def own(self) -> list[Part]:
        """The slabs of indicators, without those of the steps of a formula."""
        return [part for part in self.recipes if not is_own(part.indicator)]

    @cached_property
    def recipes(self) -> dict[Part, Recipe]:
        """Every slab there can be, with how it is made."""
        return recipes(self.indicators, self.facts.codes)


class _Making:
    """Makes the slabs of batches, those of one batch as a stack."""

    def __init__(self, cube: Cube, problems: Problems, found: Iterable[Batch]) -> None:
        self.cube = cube
        self.problems = problems
        self._filler = Filler(cube.facts, cube.day, cube.frame.column_of, len(cube.frame.places))
        self._place = {part: (batch, n) for batch in found for n, part in enumerate(batch.parts)}
        self._nothing = empty_slab(len(cube.frame.places), 1)

    def stack(self, batch: Batch, needed: Mapping[Batch, Slab]) -> Slab:
        """Return the slabs of a batch."""
        sources = [self._stacked(some, needed) for some in zip(*batch.sources, strict=True)]
        # Divisions by zero and overflows are looked for where they arise.
        with np.errstate(all="ignore"):
            match batch.way:
                case Reported() as way:
                    return self._observed(way, batch.parts, *sources)
                case Local() as step:
                    named = {f"s{n}": one for n, one in enumerate(sources)}
                    columns = len(self.cube.frame.places)
                    return compute_slab(
                        step.formula, named, columns, takes_partial=step.takes_partial
                    )
                case Crossing() as step:
                    return crossing_slab(step, sources, self.cube.frame)

    def _stacked(self, parts: Sequence[Part | None], needed: Mapping[Batch, Slab]) -> Slab:
        """Return the slabs of some parts as one stack."""
        places = []
        for part in parts:
            batch, n = self._place[part] if part else (None, 0)
            places.append((needed[batch] if batch else self._nothing, n))
        return stacked(places)

    def _observed(self, way: Reported, parts: Sequence[Part], weight: Slab | None = None) -> Slab:
        indicators = [self.cube.indicators[part.indicator] for part in parts]
        codes = [self.cube.facts.codes.series_of[part] for part in parts]
        frame, filler, problems = self.cube.frame, self._filler, self.problems
        if way.shared is None:
            series = [one for (one,) in codes]
            return observed_stack(indicators, series, filler, frame, weight, problems)
        alone = None if weight is None else weight.nth(0)
        return shared_slab(indicators[0], codes[0], filler, frame, alone, problems).alone()
