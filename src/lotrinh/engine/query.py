"""Any slice of a vintage: which indicators, where, when, of which part, as known on which day.

Only the row groups of the indicators asked for, and of those they rest on, are read; few
slabs are held at a time, however large the slice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.cube import Cube
from lotrinh.engine.cube.frame import frame_of
from lotrinh.engine.cube.table import Tables
from lotrinh.engine.facts import Facts, open_vintage
from lotrinh.engine.query_on_map import restated
from lotrinh.engine.restate import Maps
from lotrinh.engine.slice import Slice
from lotrinh.engine.table_file import SCHEMA
from lotrinh.engine.territory import Territory
from lotrinh.indicators.check_formula import direct_inputs
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.load import nearest
from lotrinh.places import Weights


class Source:
    """A vintage on a disk, opened once for any number of slices; threads may share it."""

    def __init__(
        self, folder: Path, indicators: Mapping[str, Indicator], territory: Territory
    ) -> None:
        self.facts: Facts = open_vintage(folder)
        self.indicators = indicators
        self.territory = territory
        codes = self.facts.codes
        self.frame = frame_of(territory, codes.places, codes.periods)

    def tables(self, asked: Slice, weights: Weights | None = None) -> Iterator[pa.Table]:
        """Yield the slice, a table for each indicator and part, in the schema of `table_file`.

        Raises LotrinhError that holds every indicator and place that is not known.
        """
        self._check(asked)
        if asked.on_map is not None:
            maps = Maps(self.territory.gazetteer, asked.basis, weights)
            known = self.indicators
            yield from restated(asked, asked.on_map, self.facts, known, self.frame, maps)
            return
        day = asked.as_known_on or self.facts.as_known_on
        cube = Cube(self._needed(asked.indicators), self.facts, day, self.frame, threads=1)
        wanted = [
            part
            for part in cube.recipes
            if part.indicator in asked.indicators
            and (asked.breakdown is None or part.breakdown == asked.breakdown)
        ]
        made = Tables(self.frame.places, self._columns(asked))
        for part, slab in cube.slabs(wanted):
            yield made.of(part, slab, [asked.has(period) for period in slab.axis.periods])

    def table(self, asked: Slice) -> pa.Table:
        """Return the slice as one table."""
        return pa.concat_tables([SCHEMA.empty_table(), *self.tables(asked)]).unify_dictionaries()

    def _needed(self, names: Iterable[str]) -> dict[str, Indicator]:
        """Return the indicators asked for, and all that they rest on or are weighed by."""
        found: dict[str, Indicator] = {}
        waiting = [*names]
        while waiting:
            one = self.indicators[waiting.pop()]
            if one.id not in found:
                found[one.id] = one
                waiting += direct_inputs(one.id, self.indicators)
                waiting += [one.weight] if one.weight in self.indicators else []
        return found

    def _check(self, asked: Slice) -> None:
        problems = Problems()
        for id in asked.indicators:
            if id not in self.indicators:
                near = nearest(id, self.indicators)
                problems.add("indicators.unknown", Where(field=id), id=id, near=near)
        known = self.territory.gazetteer
        for id in asked.places:
            if id not in known and id not in self.frame.column_of:
                problems.add("places.unknown", Where(field=id), id=id)
        if asked.on_map is not None and asked.breakdown != "":
            problems.add("engine.not_on_a_map", Where(field="--map"), breakdown=asked.breakdown)
        problems.raise_if_any()

    def _columns(self, asked: Slice) -> np.ndarray[tuple[int], np.dtype[np.intp]] | None:
        """Return the columns of the places asked for; None when all are."""
        if not asked.places and not asked.level:
            return None
        places = self.territory.gazetteer.places
        found = [n for n, id in enumerate(self.frame.places) if asked.names(id, places)]
        return np.array(found, dtype=np.intp)


def query(
    folder: Path, indicators: Mapping[str, Indicator], territory: Territory, asked: Slice
) -> pa.Table:
    """Return one slice of a vintage as an Arrow table; see `Source` for many."""
    return Source(folder, indicators, territory).table(asked)
