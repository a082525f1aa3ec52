"""The DuckDB engine: runs the compiled SQL on a vintage in memory or on a file of any size.

Held to `reference` by the spec and agreement tests. What the SQL says stands in `sql` and
`formula_sql`; this module only runs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb

from lotrinh.base.errors import Problems, Where
from lotrinh.engine import sql
from lotrinh.engine.candidates import candidates
from lotrinh.engine.formula_sql import FormulaSql
from lotrinh.engine.observed import check_reported
from lotrinh.engine.result import Key, Result
from lotrinh.engine.results import Results
from lotrinh.engine.shapes import batches
from lotrinh.engine.trace import traced
from lotrinh.engine.vintage_file import fill, source_of
from lotrinh.indicators.check_formula import check_formulas
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import known_units
from lotrinh.ledger import Vintage
from lotrinh.periods import Period


def run(indicators: Mapping[str, Indicator], vintage: Vintage) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before."""
    with duckdb.connect() as connection:
        fill(connection, vintage.observations)
        calculation = _Calculation(connection, "observations", indicators, vintage.as_known_on)
        rows = connection.execute(calculation.figures()).fetchall()
    found = {
        (indicator, place, Period.read(period)): {"value": value, "status": status}
        for indicator, place, period, value, status, _ in rows
    }

    def make(key: Key) -> Result:
        return traced(key, indicators, vintage, lambda one: results.get(*one), **found[key])

    results = Results(found, make)
    return results


def compute_file(
    indicators: Mapping[str, Indicator], observations: Path, out: Path, as_known_on: date
) -> None:
    """Compute every indicator from a Parquet file of observations, of any size, into another.

    `observations` has the columns of a vintage's file (`sql.INPUT_COLUMNS` are read); `out`
    gets indicator, place, period, value, status and qualifier. No row becomes a Python object.
    Raises LotrinhError when a formula, or a unit in the file, is wrong.
    """
    check_formulas(indicators)
    calculate_file(indicators, observations, out, as_known_on)


def calculate_file(
    indicators: Mapping[str, Indicator], observations: Path, out: Path, as_known_on: date
) -> None:
    """Do what `compute_file` does, with formulas that were checked before."""
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")
        # What does not fit into memory is set down beside the result, and cleared away.
        connection.execute(f"SET temp_directory = {sql.text(str(out.with_suffix('.tmp')))}")
        source = source_of(connection, observations)
        calculation = _Calculation(connection, source, indicators, as_known_on)
        connection.execute(
            f"COPY ({calculation.figures()}) TO {sql.text(str(out))} (FORMAT parquet)"
        )


class _Calculation:
    """One computation on one connection: fills the table `wide`, level by level."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        source: str,
        indicators: Mapping[str, Indicator],
        day: date,
    ) -> None:
        self.connection = connection
        self.source = source
        self.indicators = indicators
        self.day = day
        self.batches = batches(indicators)
        self.known: dict[str, set[Period]] = defaultdict(set)
        self.conversions: list[sql.Conversion] = []
        self.has_bounds = False
        self._survey()
        self.periods = sorted({one for found in self.known.values() for one in found})
        self._fill_wide()

    def figures(self) -> str:
        """Return the query for all results."""
        query = sql.figures(self.periods)
        if self.has_bounds:
            query += " UNION ALL " + sql.bounds(
                self.source, self.day, self.periods, self.conversions
            )
        return query

    def _survey(self) -> None:
        """Learn what was reported, and in which periods each indicator can have a value.

        Raises LotrinhError when something was reported in a unit, price basis or spelling of the
        period that does not fit.
        """
        observed = [name for name, one in self.indicators.items() if not one.formula]
        problems = Problems()
        reported = set()
        query = sql.survey(self.source, observed, self.day)
        for name, unit, basis, period, exact, bound in self.connection.execute(query).fetchall():
            reported.add((name, unit, basis))
            self.has_bounds |= bound
            about = Period.read(period, Where(field=name))
            if str(about) != period:
                problems.add(
                    "engine.period_spelling", Where(field=name), found=period, right=str(about)
                )
            if exact:
                self.known[name].add(about)
        for name, unit, basis in sorted(reported):
            check_reported(unit, basis, self.indicators[name], Where(field=name), problems)
        problems.raise_if_any()
        pairs = sorted({(name, unit) for name, unit, _ in reported})
        self.conversions = [(*pair, *self._scales(*pair)) for pair in pairs]
        for batch in self.batches:
            found = candidates(batch.formula, batch.known(self.known).__getitem__)
            for name in batch.sources:
                self.known[name] = found

    def _scales(self, name: str, code: str) -> tuple[float, float]:
        reported, declared = known_units()[code].scale, self.indicators[name].unit.scale
        return (reported, declared) if reported != declared else (1.0, 1.0)

    def _fill_wide(self) -> None:
        for statement in sql.create_types(self.source, self.day, self.indicators):
            self.connection.execute(statement)
        wide = sql.create_wide(self.source, self.day, self.periods, self.conversions)
        self.connection.execute(wide)
        for batch in self.batches:
            compiled = FormulaSql(batch, self.known, self.periods)
            for name in batch.sources:
                self.known[name] = set(compiled.columns)
            if insert := compiled.insert():
                self.connection.execute(insert)
