"""Groups formulas of one shape, so that a fast engine computes them in one statement.

`100 * a / b` and `100 * c / d` are one shape, `100 * s0 / s1`. A database spends more time on
planning a statement than on running it, so two hundred ratios are better one than many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from lotrinh.indicators.check_formula import direct_inputs, order
from lotrinh.indicators.formula import Formula, renamed
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.read_formula import read_formula
from lotrinh.periods import Period


@dataclass(frozen=True)
class Batch:
    """Indicators of one shape that rest on none of each other."""

    #: The shape; the n-th name that it meets is called `s<n>`.
    formula: Formula
    #: The indicators that stand for the names, by the indicator computed.
    sources: Mapping[str, tuple[str, ...]]
    #: Whether it takes totals that units are missing from.
    takes_partial: bool = False

    def known(self, by_indicator: Mapping[str, Set[Period]]) -> dict[str, set[Period]]:
        """Return, by name in the shape, the periods in which any of its sources has a value."""
        return {
            f"s{at}": {period for name in names for period in by_indicator.get(name, ())}
            for at, names in enumerate(zip(*self.sources.values(), strict=True))
        }


def batches(indicators: Mapping[str, Indicator]) -> tuple[Batch, ...]:
    """Return the formulas in groups, each after those that it rests on."""
    depth: dict[str, int] = {}
    found: dict[tuple[int, Formula, bool], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for name in order(indicators):
        sources = direct_inputs(name, indicators)
        depth[name] = 1 + max((depth[one] for one in sources), default=-1)
        if sources:
            position = {one: f"s{at}" for at, one in enumerate(sources)}
            shape = renamed(read_formula(indicators[name].formula), position.__getitem__)
            takes_partial = indicators[name].missing == "partial"
            found[depth[name], shape, takes_partial][name] = sources
    in_order = sorted(found.items(), key=lambda one: one[0][0])
    return tuple(Batch(shape, sources, partial) for (_, shape, partial), sources in in_order)
