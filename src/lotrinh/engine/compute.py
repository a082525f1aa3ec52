"""Computes every indicator on a vintage, on the engine named. Knows no engine from inside."""

from __future__ import annotations

from collections.abc import Mapping

from lotrinh.base.errors import wrong
from lotrinh.engine.observed import check_observations
from lotrinh.engine.results import Results
from lotrinh.engine.territory import Territory
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.places import Gazetteer

ENGINES = ("reference", "duckdb", "cube")


def compute(
    indicators: Mapping[str, Indicator],
    vintage: Vintage,
    *,
    on: str = "reference",
    places: Gazetteer | None = None,
) -> Results:
    """Compute all indicators from the observations that hold in the vintage.

    Totals of places are made on the map of `places`; without it only what was reported counts.

    An indicator with a formula is always computed: published figures of it stay in the ledger
    and are no result here. Raises LotrinhError, before anything is computed, when a formula
    or an observation is wrong.
    """
    if on not in ENGINES:
        raise wrong("engine.unknown_engine", name=on, known=ENGINES)
    check_formulas(indicators)
    check_observations(indicators, vintage)
    # An engine is imported when it is named, so that its library is needed by its users only.
    if on == "duckdb":
        from lotrinh.engine.on_duckdb import run
    elif on == "cube":
        from lotrinh.engine.on_cube import run
    else:
        from lotrinh.engine.reference import run
    return run(indicators, vintage, Territory(places))
