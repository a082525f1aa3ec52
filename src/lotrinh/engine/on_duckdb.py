"""The DuckDB engine: runs the compiled SQL on a vintage in memory or on a file of any size.

Held to `reference` by the spec and agreement tests. What is run stands in `calculation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from lotrinh.engine.calculation import Calculation, results_of
from lotrinh.engine.database import Database, Listed, Step
from lotrinh.engine.dialect import DUCKDB, Dialect, text
from lotrinh.engine.results import Results
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import fill, source_of
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage

#: Rows written into one statement.
_AT_ONCE = 1000


class _DuckDB(Database):
    """A connection, as the computation sees it."""

    dialect: Dialect = DUCKDB

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def take(self, step: Step | Listed | str) -> None:
        """Run a step."""
        if isinstance(step, Listed):
            self._list(step)
        else:
            self.connection.execute(step if isinstance(step, str) else step.statement())

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(query).fetchall()

    def _list(self, listed: Listed) -> None:
        self.connection.execute(listed.create())
        for first in range(0, len(listed.rows), _AT_ONCE):
            columns = zip(*listed.rows[first : first + _AT_ONCE], strict=True)
            unnested = ", ".join(f"unnest(${n})" for n in range(1, len(listed.columns) + 1))
            self.connection.execute(
                f"INSERT INTO {listed.table} SELECT {unnested}", [list(one) for one in columns]
            )


def run(indicators: Mapping[str, Indicator], vintage: Vintage, territory: Territory) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before."""
    with duckdb.connect() as connection:
        fill(connection, vintage.observations)
        database, day = _DuckDB(connection), vintage.as_known_on
        calculation = Calculation(database, "observations", indicators, day, territory)
        rows = database.rows(calculation.figures())
    return results_of(rows, indicators, vintage, territory)


def compute_file(
    indicators: Mapping[str, Indicator],
    observations: Path,
    out: Path,
    as_known_on: date,
    territory: Territory | None = None,
) -> None:
    """Compute every indicator from a Parquet file of observations, of any size, into another.

    `observations` has the columns of a vintage's file (`sql.INPUT_COLUMNS` are read); `out`
    gets indicator, place, period, value, status, qualifier, breakdown, and of totals the units
    reported and expected and the share of weight. No row becomes a Python object. Raises
    LotrinhError when a formula, or a unit in the file, is wrong.
    """
    check_formulas(indicators)
    calculate_file(indicators, observations, out, as_known_on, territory)


def calculate_file(
    indicators: Mapping[str, Indicator],
    observations: Path,
    out: Path,
    as_known_on: date,
    territory: Territory | None = None,
) -> None:
    """Do what `compute_file` does, with formulas that were checked before."""
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")
        # What does not fit into memory is set down beside the result, and cleared away.
        connection.execute(f"SET temp_directory = {text(str(out.with_suffix('.tmp')))}")
        source = source_of(connection, observations)
        calculation = Calculation(
            _DuckDB(connection), source, indicators, as_known_on, territory or Territory()
        )
        connection.execute(
            f"COPY ({calculation.of_indicators()}) TO {text(str(out))} (FORMAT parquet)"
        )
