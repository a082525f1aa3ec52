"""The cube as an engine: a vintage in memory, or one on a disk of any size.

Held to `reference` by the spec and agreement tests; what the cube is stands in `cube`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from lotrinh.engine.cube import Cube, Part, Slab
from lotrinh.engine.cube.coverage import NONE, coverage_of
from lotrinh.engine.cube.frame import Frame
from lotrinh.engine.facts import facts_of
from lotrinh.engine.facts.codes import STATUSES, firmness_of
from lotrinh.engine.result import Coverage, Key
from lotrinh.engine.results import Results
from lotrinh.engine.territory import Territory
from lotrinh.engine.trace import traced_results
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.periods import Period


def run(indicators: Mapping[str, Indicator], vintage: Vintage, territory: Territory) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before."""
    facts = facts_of(vintage)
    frame = Frame.of(territory, facts.codes.places, facts.codes.periods)
    cube = Cube(indicators, facts, vintage.as_known_on, frame, threads=1)
    found: dict[Key, dict[str, Any]] = {}
    for part, slab in cube.slabs([*cube.recipes]):
        found.update(_cells(part, slab, frame))
    return traced_results(found, indicators, vintage, territory)


def _cells(part: Part, slab: Slab, frame: Frame) -> Iterator[tuple[Key, dict[str, Any]]]:
    """Yield every value of a slab with its key."""
    periods = slab.axis.periods
    for row, column in np.argwhere(~np.isnan(slab.values)).tolist():
        status = STATUSES[slab.firmness[row, column]]
        yield (
            _key(part, frame.places[column], periods[row]),
            {
                "value": float(slab.values[row, column]),
                "status": status,
                "coverage": _coverage(slab, row, column),
            },
        )
    if slab.bounds is None:
        return
    for _, row, column, value, label in zip(*slab.bounds, strict=True):
        if np.isnan(slab.values[row, column]):
            yield _key(part, frame.places[column], periods[row]), {
                "value": float(value), "status": STATUSES[firmness_of(label)], "coverage": None,
            }  # fmt: skip


def _key(part: Part, place: str, period: Period | None) -> Key:
    assert period is not None, "a slab has no row before the calendar"
    return Key(part.indicator, place, period, part.breakdown)


def _coverage(slab: Slab, row: int, column: int) -> Coverage | None:
    if slab.coverage is None or column >= slab.coverage.shape[1]:
        return None
    code = int(slab.coverage[row, column])
    weight = np.nan if slab.weight is None else slab.weight[row, column]
    return None if code == NONE else coverage_of(code, float(weight))
