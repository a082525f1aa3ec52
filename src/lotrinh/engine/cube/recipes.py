"""Of what each slab is made, and how: slabs that are made in one way can be made at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from lotrinh.engine.facts import Codes
from lotrinh.engine.steps import Local, Step, parts_of, steps, without
from lotrinh.indicators.formula import names
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.rewrite_formula import renamed
from lotrinh.ledger import TOTAL


class Part(NamedTuple):
    """What one slab holds: an indicator, of one part of the whole."""

    indicator: str
    breakdown: str = TOTAL


@dataclass(frozen=True)
class Reported:
    """Read from the facts, and rolled up."""

    over_time: str
    over_places: str
    #: Of what several bodies report together: it is made for itself.
    shared: Part | None = None


#: A step is without its name, and calls the n-th of its sources `s<n>`.
Way = Reported | Step


class Recipe(NamedTuple):
    """How a slab is made, and of which others; None of what was never reported."""

    way: Way
    sources: tuple[Part | None, ...]

    @property
    def needs(self) -> tuple[Part, ...]:
        """The slabs that must be made before."""
        return tuple(dict.fromkeys(one for one in self.sources if one is not None))


def recipes(indicators: Mapping[str, Indicator], codes: Codes) -> dict[Part, Recipe]:
    """Return the recipe of every slab there can be; formulas are checked before."""
    computed = steps(indicators)
    made_by = {one.id for one in computed}
    observed = [one for id, one in indicators.items() if id not in made_by]
    breakdowns: dict[str, Sequence[str]] = {
        one.id: codes.breakdowns.get(one.id, ()) for one in observed
    }
    weights = {one.weight for one in indicators.values()}
    found: dict[Part, Recipe] = {}
    for one in observed:
        weight = _weight(one, indicators, weights)
        for breakdown in breakdowns[one.id]:
            part = Part(one.id, breakdown)
            is_shared = any(codes.series[code].shared for code in codes.series_of[part])
            way = Reported(one.over_time, one.over_places, part if is_shared else None)
            is_weighed = breakdown in breakdowns.get(weight, ())
            found[part] = Recipe(way, (Part(weight, breakdown),) if is_weighed else ())
    for step in computed:
        made = _computed(step, breakdowns)
        breakdowns[step.id] = [part.breakdown for part in made]
        found |= made
    return found


def _weight(one: Indicator, indicators: Mapping[str, Indicator], weights: Set[str]) -> str:
    """Return the indicator that weighs the places of an observed one; empty when none does."""
    weight = indicators.get(one.weight)
    if weight is None or weight.formula:
        return ""
    # Weights are made first, in order of their names.
    return "" if one.id in weights and one.weight >= one.id else one.weight


def _computed(step: Step, breakdowns: Mapping[str, Sequence[str]]) -> dict[Part, Recipe]:
    if isinstance(step, Local):
        sources = tuple(dict.fromkeys(name.indicator for name in names(step.formula)))
        called = {one: f"s{n}" for n, one in enumerate(sources)}
        shape = renamed(step.formula, called.__getitem__)
        local = Local("", shape, step.takes_partial, shape)
        parts = sorted({one for source in sources for one in breakdowns[source]})
        return {
            Part(step.id, one): Recipe(
                local,
                tuple(
                    Part(source, one) if one in breakdowns[source] else None for source in sources
                ),
            )
            for one in parts
        }
    way = replace(step, id="", source="")
    known = breakdowns[step.source]
    if step.kind != "sum_over":
        return {Part(step.id, one): Recipe(way, (Part(step.source, one),)) for one in known}
    wholes = {whole for one in known if (whole := without(one, step.by)) is not None}
    made = {whole: parts_of(whole, step.by, step.categories) for whole in sorted(wholes)}
    return {
        Part(step.id, whole): Recipe(way, tuple(Part(step.source, one) for one in parts))
        for whole, parts in made.items()
        if parts and all(one in known for one in parts)
    }
