"""A slice on the map of another day: its figures are carried there by `restate`, one by one.

Only the observations of the slice are read; what cannot be carried has no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa

from lotrinh.engine.restate import Maps, Restated, restate
from lotrinh.engine.table_file import table_of
from lotrinh.indicators.check_formula import inputs
from lotrinh.ledger import TOTAL, Vintage
from lotrinh.places import Weights

if TYPE_CHECKING:
    from lotrinh.engine.query import Slice, Source


def restated(
    source: Source, asked: Slice, day: date, weights: Weights | None
) -> Iterator[pa.Table]:
    """Yield the slice, a table for each indicator; `weights` say what divisions rest on."""
    maps = Maps(source.territory.gazetteer, asked.basis, weights)
    known_on = asked.as_known_on or source.facts.as_known_on
    for name in asked.indicators:
        codes = [
            code
            for leaf in inputs(name, source.indicators)
            for code in source.facts.codes.series_of.get((leaf, TOTAL), ())
        ]
        vintage = Vintage.freeze(source.facts.observations(codes), known_on)
        rows = restate(name, source.indicators, vintage, maps, day)
        yield table_of(
            [_row(one) for one in rows if one.value is not None and asked.has(one.period)
             and source.is_asked(one.place, asked)]
        )  # fmt: skip


def _row(one: Restated) -> dict[str, object]:
    return {
        "indicator": one.indicator, "place": one.place, "period": str(one.period),
        "value": one.value, "status": one.status, "qualifier": "", "breakdown": TOTAL,
        "reported": one.reported, "expected": one.expected, "weight": None,
    }  # fmt: skip
