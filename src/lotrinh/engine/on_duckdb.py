"""The DuckDB engine: runs the compiled SQL on a vintage in memory or on a file of any size.

Held to `reference` by the spec and agreement tests. What the SQL says stands in `sql`,
`totals_sql` and `formula_sql`; this module only runs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.candidates import candidates
from lotrinh.engine.dialect import DUCKDB, text
from lotrinh.engine.formula_sql import FormulaSql
from lotrinh.engine.observed import check_reported
from lotrinh.engine.over_time import STEPS, longer_ones
from lotrinh.engine.result import Coverage, Key
from lotrinh.engine.results import Results
from lotrinh.engine.shapes import batches
from lotrinh.engine.sql import Conversion, Sql, figures
from lotrinh.engine.territory import Territory
from lotrinh.engine.totals_sql import TotalsSql
from lotrinh.engine.trace import traced_results
from lotrinh.engine.vintage_file import fill, source_of
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import known_units
from lotrinh.ledger import Vintage
from lotrinh.periods import Period


def run(indicators: Mapping[str, Indicator], vintage: Vintage, territory: Territory) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before."""
    with duckdb.connect() as connection:
        fill(connection, vintage.observations)
        calculation = _Calculation(
            connection, "observations", indicators, vintage.as_known_on, territory
        )
        rows = connection.execute(calculation.figures()).fetchall()
    found = dict(map(_plain, rows))
    return traced_results(found, indicators, vintage, territory)


def _plain(row: tuple[Any, ...]) -> tuple[Key, dict[str, Any]]:
    indicator, place, period, value, status, _, breakdown, reported, expected, weight = row
    coverage = None if reported is None else Coverage(reported, expected, weight)
    key = Key(indicator, place, Period.read(period), breakdown)
    return key, {"value": value, "status": status, "coverage": coverage}


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
        calculation = _Calculation(
            connection, source, indicators, as_known_on, territory or Territory()
        )
        connection.execute(f"COPY ({calculation.figures()}) TO {text(str(out))} (FORMAT parquet)")


class _Calculation:
    """One computation on one connection: fills the table `wide`, level by level."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        source: str,
        indicators: Mapping[str, Indicator],
        day: date,
        territory: Territory,
    ) -> None:
        self.connection = connection
        self.sql = Sql(source, day, DUCKDB)
        self.indicators = indicators
        self.territory = territory
        self.batches = batches(indicators)
        self.known: dict[str, set[Period]] = defaultdict(set)
        self.conversions: list[Conversion] = []
        self.has_bounds = self.has_shared = False
        self._survey()
        self.periods = sorted({one for found in self.known.values() for one in found})
        self._fill_wide()

    def figures(self) -> str:
        """Return the query for all results."""
        query = figures(self.periods, DUCKDB, has_coverage=self.makes_totals)
        if self.has_bounds:
            query += " UNION ALL " + self.sql.bounds(self.periods, self.conversions)
        return query

    def _survey(self) -> None:
        """Learn what was reported, and in which periods each indicator can have a value.

        Raises LotrinhError when something was reported in a unit, price basis or spelling of the
        period that does not fit.
        """
        observed = [name for name, one in self.indicators.items() if not one.formula]
        problems = Problems()
        told = set()
        for row in self.connection.execute(self.sql.survey(observed)).fetchall():
            name, unit, basis, period, exact, bound, shared = row
            told.add((name, unit, basis))
            self.has_bounds |= bound
            self.has_shared |= shared
            about = Period.read(period, Where(field=name))
            if str(about) != period:
                values = {"found": period, "right": str(about)}
                problems.add("engine.period_spelling", Where(field=name), **values)
            if exact:
                self.known[name].add(about)
        for name, unit, basis in sorted(told):
            check_reported(unit, basis, self.indicators[name], Where(field=name), problems)
        problems.raise_if_any()
        pairs = sorted({(name, unit) for name, unit, _ in told})
        self.conversions = [(*pair, *self._scales(*pair)) for pair in pairs]
        self._plan()

    def _plan(self) -> None:
        """Learn whether totals are to be made, and what each formula can be computed for."""
        reported = {name: set(found) for name, found in self.known.items()}
        for name in reported:
            for shorter, longer in STEPS if self.indicators[name].over_time != "none" else ():
                self.known[name] |= longer_ones(self.known[name], shorter, longer)
        adds = any(self.indicators[name].over_places != "none" for name in reported)
        over_places = adds and bool(self.territory.gazetteer.places)
        self.makes_totals = self.has_shared or over_places or self.known != reported
        for batch in self.batches:
            found = candidates(batch.formula, batch.known(self.known).__getitem__)
            for name in batch.sources:
                self.known[name] = found

    def _scales(self, name: str, code: str) -> tuple[float, float]:
        reported, declared = known_units()[code].scale, self.indicators[name].unit.scale
        return (reported, declared) if reported != declared else (1.0, 1.0)

    def _fill_wide(self) -> None:
        places = self.territory.gazetteer.places if self.makes_totals else ()
        for statement in self.sql.create_types(self.indicators, places):
            self.connection.execute(statement)
        if self.makes_totals:
            totals = TotalsSql(self.sql, self.indicators, self.periods, self.territory)
            for statement in totals.statements(self.conversions):
                self.connection.execute(statement)
        else:
            self.connection.execute(self.sql.create_wide(self.periods, self.conversions))
        for batch in self.batches:
            compiled = FormulaSql(
                batch, self.known, self.periods, DUCKDB, has_coverage=self.makes_totals
            )
            for name in batch.sources:
                self.known[name] = set(compiled.columns)
            if insert := compiled.insert():
                self.connection.execute(insert)
