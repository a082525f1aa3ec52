"""Runs a computation on the cube: fills slabs and rolls them up, computes others from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from lotrinh.base.errors import Problems
from lotrinh.engine.cube.fill import Filler
from lotrinh.engine.cube.formulas import compute_slab
from lotrinh.engine.cube.frame import Frame
from lotrinh.engine.cube.observed import observed_slab
from lotrinh.engine.cube.schedule import Schedule
from lotrinh.engine.cube.slab import Slab, empty_slab
from lotrinh.engine.facts import Facts
from lotrinh.indicators.check_formula import direct_inputs, formula_of, order
from lotrinh.indicators.formula import Formula
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import TOTAL


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
    threads: int = 2

    def slabs(self, wanted: Sequence[Part] | None = None) -> Iterator[tuple[Part, Slab]]:
        """Yield the slabs wanted, all when none is named, as they are made.

        Few are held at a time: those that another one still needs. Raises LotrinhError, at the
        latest when all is done, when something was reported in a unit or price basis that does
        not fit.
        """
        problems = Problems()
        filler = Filler(self.facts, self.day, self.frame.column_of, len(self.frame.places))

        def make(part: Part, needed: Mapping[Part, Slab]) -> Slab:
            # Divisions by zero and overflows are looked for where they arise.
            with np.errstate(all="ignore"):
                if part.indicator in self._formulas:
                    return self._computed(part, needed)
                weight = next(iter(needed.values()), None)
                indicator = self.indicators[part.indicator]
                series = self.facts.codes.series_of[part]
                return observed_slab(indicator, series, filler, self.frame, weight, problems)

        yield from Schedule(self.needs, wanted or [*self.needs], make, self.threads).run()
        problems.raise_if_any()

    @cached_property
    def needs(self) -> dict[Part, tuple[Part, ...]]:
        """Every slab there can be, with those it is made of."""
        found: dict[Part, tuple[Part, ...]] = {}
        breakdowns: dict[str, list[str]] = {}
        for name in order(self.indicators):
            inputs = self._inputs[name]
            if inputs:
                parts = {one for source in inputs for one in breakdowns[source]}
                breakdowns[name] = sorted(parts)
            else:
                breakdowns[name] = self.facts.codes.breakdowns.get(name, [])
            for one in breakdowns[name]:
                found[Part(name, one)] = tuple(
                    Part(source, one) for source in inputs if one in breakdowns[source]
                )
        for part in found:
            weight = self._weight(part)
            if weight in found:
                found[part] = (weight,)
        return found

    def _computed(self, part: Part, needed: Mapping[Part, Slab]) -> Slab:
        formula = self._formulas[part.indicator]
        slabs = {one.indicator: slab for one, slab in needed.items()}
        for name in self._inputs[part.indicator]:
            slabs.setdefault(name, empty_slab(len(self.frame.places)))
        takes_partial = self.indicators[part.indicator].missing == "partial"
        return compute_slab(formula, slabs, len(self.frame.places), takes_partial=takes_partial)

    def _weight(self, part: Part) -> Part | None:
        """Return the slab that weighs the places of an observed one, None when there is none."""
        indicator = self.indicators[part.indicator]
        weight = self.indicators.get(indicator.weight)
        if indicator.formula or weight is None or weight.formula:
            return None
        # Weights are made first, in order of their names.
        if part.indicator in self._weights and indicator.weight >= part.indicator:
            return None
        return Part(indicator.weight, part.breakdown)

    @cached_property
    def _inputs(self) -> dict[str, tuple[str, ...]]:
        return {name: direct_inputs(name, self.indicators) for name in self.indicators}

    @cached_property
    def _weights(self) -> frozenset[str]:
        return frozenset(one.weight for one in self.indicators.values())

    @cached_property
    def _formulas(self) -> dict[str, Formula]:
        return {name: formula_of(one) for name, one in self.indicators.items() if one.formula}
