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
from lotrinh.engine.trace import traced
from lotrinh.engine.vintage_file import fill
from lotrinh.indicators.check_formula import check_formulas, order
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.read_formula import read_formula
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
        source = f"read_parquet({sql.text(str(observations))})"
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
        self.observed = [name for name, one in indicators.items() if not one.formula]
        self.reported = self._reported()
        self.known = self._known()
        self.periods = sorted({one for found in self.known.values() for one in found})
        self._fill_wide()

    def figures(self) -> str:
        """Return the query for all results."""
        query = sql.figures(self.periods)
        if self.connection.execute(sql.has_bounds(*self._scope)).fetchone():
            only_bounds = sql.bounds(self.source, self.reported, self.indicators, self.day)
            query = f"{query} UNION ALL {only_bounds}"
        return query

    @property
    def _scope(self) -> tuple[str, list[str], date]:
        return self.source, self.observed, self.day

    def _reported(self) -> list[tuple[str, str]]:
        """Return the indicators and units reported; raises LotrinhError when some do not fit."""
        problems = Problems()
        found = self.connection.execute(sql.values_reported(*self._scope)).fetchall()
        for name, unit, basis in found:
            check_reported(unit, basis, self.indicators[name], Where(field=name), problems)
        problems.raise_if_any()
        return [(name, unit) for name, unit, _ in found]

    def _known(self) -> dict[str, set[Period]]:
        """Return the periods in which each indicator, observed or computed, can have a value."""
        known: dict[str, set[Period]] = defaultdict(set)
        for name, period in self.connection.execute(sql.periods_reported(*self._scope)).fetchall():
            known[name].add(Period.read(period))
        for name in order(self.indicators):
            if text := self.indicators[name].formula:
                known[name] = candidates(read_formula(text), known.__getitem__)
        return known

    def _fill_wide(self) -> None:
        wide = sql.create_wide(self.source, self.reported, self.indicators, self.day, self.periods)
        self.connection.execute(wide)
        for name in order(self.indicators):
            if text := self.indicators[name].formula:
                one = FormulaSql(name, read_formula(text), self.known, self.periods)
                self.known[name] = set(one.columns)
                if insert := one.insert():
                    self.connection.execute(insert)
