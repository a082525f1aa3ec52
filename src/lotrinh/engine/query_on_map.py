"""A slice on the map of another day: its figures are carried there by `restate`, one by one.

Only the observations of the slice are read; what cannot be carried has no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pyarrow as pa

from lotrinh.engine.facts import Facts
from lotrinh.engine.restate import Maps, Restated, restate
from lotrinh.engine.slice import Slice
from lotrinh.engine.table_file import table_of
from lotrinh.indicators.check_formula import inputs
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import TOTAL, Vintage


def restated(
    asked: Slice, day: date, facts: Facts, indicators: Mapping[str, Indicator], maps: Maps
) -> Iterator[pa.Table]:
    """Yield the slice on the map of a day, a table for each indicator."""
    known_on = asked.as_known_on or facts.as_known_on
    for name in asked.indicators:
        codes = [
            code
            for leaf in inputs(name, indicators)
            for code in facts.codes.series_of.get((leaf, TOTAL), ())
        ]
        vintage = Vintage.freeze(facts.observations(codes), known_on)
        rows = restate(name, indicators, vintage, maps, day)
        yield table_of(
            [_row(one) for one in rows if one.value is not None and asked.has(one.period)
             and asked.names(one.place, maps.gazetteer.places)]
        )  # fmt: skip


def _row(one: Restated) -> dict[str, object]:
    return {
        "indicator": one.indicator, "place": one.place, "period": str(one.period),
        "value": one.value, "status": one.status, "qualifier": "", "breakdown": TOTAL,
        "reported": one.reported, "expected": one.expected, "weight": None,
    }  # fmt: skip
