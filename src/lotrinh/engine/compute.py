"""Computes every indicator on a vintage, on the engine named. Knows no engine from inside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lotrinh.base.errors import wrong
from lotrinh.engine.observed import check_observations
from lotrinh.engine.results import Results
from lotrinh.engine.territory import Territory
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.places import Gazetteer

ENGINES = ("reference", "duckdb", "cube", "postgres", "spark")

#: How the address of a server or of a cluster begins; it names its engine.
POSTGRES = ("postgres://", "postgresql://")
SPARK = ("spark://", "local[", "yarn", "k8s://")


def compute(
    indicators: Mapping[str, Indicator],
    vintage: Vintage,
    *,
    on: str = "reference",
    places: Gazetteer | None = None,
) -> Results:
    """Compute all indicators from the observations that hold in the vintage.

    `on` is one of `ENGINES`, or the address of a PostgreSQL server (postgresql://…) or of a
    Spark cluster (spark://…); "spark" alone is Spark on this machine. "postgres" has no server
    of its own, so it needs the address.

    Totals of places are made on the map of `places`; without it only what was reported counts.

    An indicator with a formula is always computed: published figures of it stay in the ledger
    and are no result here. Raises LotrinhError, before anything is computed, when a formula
    or an observation is wrong.
    """
    if not is_known(on):
        raise wrong("engine.unknown_engine", name=on, known=ENGINES)
    check_formulas(indicators)
    check_observations(indicators, vintage)
    return run(on, indicators, vintage, Territory(places))


def compute_file(
    indicators: Mapping[str, Indicator],
    observations: Path,
    out: Path,
    as_known_on: date,
    *,
    on: str = "duckdb",
    places: Gazetteer | None = None,
) -> None:
    """Compute every indicator from a Parquet file of observations, of any size, into another.

    `observations` has the columns of a vintage's file (`sql.INPUT_COLUMNS` are read); `out`
    gets indicator, place, period, value, status, qualifier, breakdown, and of totals the units
    reported and expected and the share of weight. Spark makes a folder of files of `out`. No
    row becomes a Python object on the way. Raises LotrinhError when a formula, or a unit in
    the file, is wrong; reference and cube have no such way in.
    """
    known = [one for one in ENGINES if one not in ("reference", "cube")]
    if not is_known(on) or (on in ENGINES and on not in known):
        raise wrong("engine.unknown_engine", name=on, known=known)
    check_formulas(indicators)
    run_file(on, indicators, observations, out, as_known_on, Territory(places))


def is_known(on: str) -> bool:
    """Say whether there is such an engine, or an engine for such an address."""
    return on in ENGINES or on.startswith((*POSTGRES, *SPARK))


def is_spark(on: str) -> bool:
    """Say whether an engine is Spark: this machine's, or a cluster by its address."""
    return on.startswith(("spark", *SPARK))


def run_file(
    on: str,
    indicators: Mapping[str, Indicator],
    observations: Path,
    out: Path,
    as_known_on: date,
    territory: Territory,
) -> None:
    """Do what `compute_file` does, with formulas that were checked before."""
    if on == "duckdb":
        from lotrinh.engine import on_duckdb

        on_duckdb.calculate_file(indicators, observations, out, as_known_on, territory)
    elif on == "postgres":
        raise wrong("engine.which_server")
    elif on.startswith(POSTGRES):
        from lotrinh.engine import on_postgres

        on_postgres.calculate_file(indicators, observations, out, as_known_on, territory, on)
    else:
        from lotrinh.engine import on_spark

        on_spark.calculate_file(indicators, observations, out, as_known_on, territory, on)


def run(
    on: str, indicators: Mapping[str, Indicator], vintage: Vintage, territory: Territory
) -> Results:
    """Run an engine; it is imported when it is named, so that its users alone need its library."""
    if on == "duckdb":
        from lotrinh.engine import on_duckdb

        return on_duckdb.run(indicators, vintage, territory)
    if on == "cube":
        from lotrinh.engine import on_cube

        return on_cube.run(indicators, vintage, territory)
    if on == "postgres":
        raise wrong("engine.which_server")
    if on.startswith(POSTGRES):
        from lotrinh.engine import on_postgres

        return on_postgres.run(indicators, vintage, territory, on)
    if is_spark(on):
        from lotrinh.engine import on_spark

        return on_spark.run(indicators, vintage, territory, on)
    from lotrinh.engine import reference

    return reference.run(indicators, vintage, territory)
