"""Groups formulas of one shape, so that a fast engine computes them in one statement.

`100 * a / b` and `100 * c / d` are one shape, `100 * s0 / s1`. A database spends more time on
planning a statement than on running it, so two hundred ratios are better one than many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from lotrinh.engine.steps import Crossing, Local, Step, steps
from lotrinh.indicators.formula import Formula, names
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.rewrite_formula import renamed
from lotrinh.periods import Period


@dataclass(frozen=True)
class Batch:
    """Steps of one shape that rest on none of each other."""

    #: The shape; the n-th name that it meets is called `s<n>`.
    formula: Formula
    #: The series that stand for the names, by the series computed.
    sources: Mapping[str, tuple[str, ...]]
    #: Whether it takes totals that units are missing from.
    takes_partial: bool = False

    def known(self, by_series: Mapping[str, Set[Period]]) -> dict[str, set[Period]]:
        """Return, by name in the shape, the periods in which any of its sources has a value."""
        return {
            f"s{at}": {period for name in named for period in by_series.get(name, ())}
            for at, named in enumerate(zip(*self.sources.values(), strict=True))
        }


def rounds(indicators: Mapping[str, Indicator]) -> tuple[tuple[Batch | Crossing, ...], ...]:
    """Return the steps, formulas of one shape together, in rounds: each rests on those before."""
    depth: dict[str, int] = defaultdict(int)
    local: dict[tuple[int, Formula, bool], dict[str, tuple[str, ...]]] = defaultdict(dict)
    crossing: dict[int, list[Crossing]] = defaultdict(list)
    for step in steps(indicators):
        sources = _sources(step)
        depth[step.id] = 1 + max((depth[one] for one in sources), default=0)
        if isinstance(step, Crossing):
            crossing[depth[step.id]].append(step)
            continue
        if not sources:  # a plain number alone has a value nowhere
            continue
        position = {one: f"s{at}" for at, one in enumerate(sources)}
        shape = renamed(step.formula, position.__getitem__)
        local[depth[step.id], shape, step.takes_partial][step.id] = sources
    found: dict[int, list[Batch | Crossing]] = defaultdict(list)
    for (at, shape, partial), named in local.items():
        found[at].append(Batch(shape, named, partial))
    for at, some in crossing.items():
        found[at] += some
    return tuple(tuple(found[at]) for at in sorted(found))


def _sources(step: Step) -> tuple[str, ...]:
    if isinstance(step, Local):
        return tuple(dict.fromkeys(name.indicator for name in names(step.formula)))
    return (step.source,)
