"""A slice on the map of another day: its figures are carried there, and formulas computed anew.

Only the observed indicators of the slice are read, and only the places asked for are made;
what cannot be carried has no row. `restate` says of one indicator why not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pyarrow as pa

from lotrinh.engine.cube import Cube, Frame, Part, Slab
from lotrinh.engine.cube.carried import Carrying
from lotrinh.engine.cube.crossings import crossing_slab
from lotrinh.engine.cube.formulas import compute_slab
from lotrinh.engine.cube.slab import empty_slab
from lotrinh.engine.cube.table import Tables
from lotrinh.engine.facts import Facts
from lotrinh.engine.restate import Maps, with_inputs
from lotrinh.engine.slice import Slice
from lotrinh.engine.steps import Local, Step, steps
from lotrinh.engine.territory import Territory
from lotrinh.indicators.formula import names
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import TOTAL


def restated(
    asked: Slice,
    day: date,
    facts: Facts,
    indicators: Mapping[str, Indicator],
    frame: Frame,
    maps: Maps,
) -> Iterator[pa.Table]:
    """Yield the slice on the map of a day, a table for each indicator."""
    places = maps.gazetteer.places
    source = {id: frame.column_of[id] for id in facts.codes.places}
    carrying = Carrying(source, maps, day, lambda one: asked.names(one, places))
    target = Frame.of(Territory(), carrying.places, facts.codes.periods)
    tables = Tables(target.places)
    known_on = asked.as_known_on or facts.as_known_on
    for name in asked.indicators:
        known = {one: indicators[one] for one in with_inputs(name, indicators)}
        slabs = {
            part.indicator: carrying.slab(slab, known[part.indicator])
            for part, slab in _observed(known, facts, known_on, frame)
        }
        for step in steps(known):
            slabs[step.id] = _computed(step, slabs, target)
        found = slabs.get(name) or empty_slab(len(target.places))
        yield tables.of(Part(name), found, [asked.has(one) for one in found.axis.periods])


def _observed(
    known: Mapping[str, Indicator], facts: Facts, day: date, frame: Frame
) -> Iterator[tuple[Part, Slab]]:
    """Yield what was reported of the observed ones, of the whole and not of its parts."""
    alone = {
        id: replace(one, over_places="none", weight="")
        for id, one in known.items() if not one.formula
    }  # fmt: skip
    cube = Cube(alone, facts, day, frame, threads=1)
    return cube.slabs([part for part in cube.recipes if part.breakdown == TOTAL])


def _computed(step: Step, slabs: Mapping[str, Slab], target: Frame) -> Slab:
    """Compute a step from what was carried; a disaggregation is not."""
    nothing = empty_slab(len(target.places))
    if isinstance(step, Local):
        named = {one.indicator for one in names(step.formula)}
        needed = {one: slabs.get(one, nothing) for one in named}
        return compute_slab(step.formula, needed, len(target.places),
                            takes_partial=step.takes_partial)  # fmt: skip
    parts = [] if step.kind == "sum_over" else [slabs.get(step.source, nothing)]
    return crossing_slab(step, parts, target)
