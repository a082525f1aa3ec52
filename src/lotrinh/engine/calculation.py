"""One computation in SQL, the same on every database: survey, figures, totals, formulas.

What the SQL says stands in `sql`, `totals_sql` and `formula_sql`, how a database writes it in
`dialect`; an engine (`on_*`) brings the observations in and takes the rows out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.candidates import candidates
from lotrinh.engine.crossings_sql import CrossingsSql
from lotrinh.engine.database import Database, Step
from lotrinh.engine.formula_sql import FormulaSql
from lotrinh.engine.observed import check_reported
from lotrinh.engine.over_time import STEPS, longer_ones
from lotrinh.engine.result import Coverage, Key
from lotrinh.engine.results import Results
from lotrinh.engine.shapes import Batch, rounds
from lotrinh.engine.sql import Conversion, Sql, figures, of_indicators
from lotrinh.engine.steps import Crossing, without
from lotrinh.engine.territory import Territory
from lotrinh.engine.totals_sql import TotalsSql
from lotrinh.engine.trace import traced_results
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import known_units
from lotrinh.ledger import Vintage
from lotrinh.periods import Period


def results_of(
    rows: Iterable[tuple[Any, ...]],
    indicators: Mapping[str, Indicator],
    vintage: Vintage,
    territory: Territory,
) -> Results:
    """Return the rows of `figures` as results, each traced when it is looked at."""
    return traced_results(dict(map(_plain, rows)), indicators, vintage, territory)


def _plain(row: tuple[Any, ...]) -> tuple[Key, dict[str, Any]]:
    indicator, place, period, value, status, _, breakdown, reported, expected, weight = row
    coverage = None if reported is None else Coverage(reported, expected, weight)
    key = Key(indicator, place, Period.read(period), breakdown)
    return key, {"value": value, "status": status, "coverage": coverage}


class Calculation:
    """One computation on one database: fills the table `wide`, level by level."""

    def __init__(
        self,
        database: Database,
        source: str,
        indicators: Mapping[str, Indicator],
        day: date,
        territory: Territory,
    ) -> None:
        self.database = database
        self.sql = Sql(source, day, database.dialect)
        self.indicators = indicators
        self.territory = territory
        self.rounds = rounds(indicators)
        self.known: dict[str, set[Period]] = defaultdict(set)
        self.conversions: list[Conversion] = []
        self.has_bounds = self.has_shared = False
        self._survey()
        self.periods = sorted({one for found in self.known.values() for one in found})
        self.makes_totals &= bool(self.periods)
        self._fill_wide()

    def figures(self) -> str:
        """Return the query for all results, those of steps among them."""
        query = figures(self.periods, self.database.dialect, has_coverage=self.makes_totals)
        if self.has_bounds:
            query += " UNION ALL " + self.sql.bounds(self.periods, self.conversions)
        return query

    def of_indicators(self) -> str:
        """Return the query for the results of indicators alone."""
        return of_indicators(self.figures(), self.database.dialect)

    @property
    def _steps(self) -> Iterator[Batch | Crossing]:
        return chain.from_iterable(self.rounds)

    def _survey(self) -> None:
        """Learn what was reported, and in which periods each indicator can have a value.

        Raises LotrinhError when something was reported in a unit, price basis or spelling of the
        period that does not fit.
        """
        observed = [name for name, one in self.indicators.items() if not one.formula]
        problems = Problems()
        told = set()
        for row in self.database.rows(self.sql.survey(observed)):
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
        crossings = [one for one in self._steps if isinstance(one, Crossing)]
        self.makes_totals |= bool(crossings)
        self.levels = {one.by for one in crossings if one.kind == "count"}
        for step in self._steps:
            if isinstance(step, Crossing):
                self.known[step.id] = self.known[step.source]
                continue
            found = candidates(step.formula, step.known(self.known).__getitem__)
            for name in step.sources:
                self.known[name] = found

    def _scales(self, name: str, code: str) -> tuple[float, float]:
        reported, declared = known_units()[code].scale, self.indicators[name].unit.scale
        return (reported, declared) if reported != declared else (1.0, 1.0)

    def _fill_wide(self) -> None:
        places = self.territory.gazetteer.places if self.makes_totals else ()
        dialect, parts = self.database.dialect, self._breakdowns()
        if dialect.has_types:
            for statement in self.sql.create_types({*self.indicators, *self.known}, places, parts):
                self.database.take(statement)
        crossings = CrossingsSql(self.periods, self.territory, dialect)
        if self.makes_totals:
            totals = TotalsSql(self.sql, self.indicators, self.periods, self.territory)
            for made in totals.statements(self.conversions):
                self.database.take(made)
            if self.levels:
                self.database.take(crossings.unit(self.levels))
        else:
            self.database.take(self.sql.create_wide(self.periods, self.conversions))
        for some in self.rounds:
            found = [
                self._crossing(one, crossings, parts)
                if isinstance(one, Crossing)
                else self._formula(one)
                for one in some
            ]
            self.database.add([one for one in found if one is not None])

    def _crossing(
        self, step: Crossing, crossings: CrossingsSql, parts: Iterable[str]
    ) -> Step | None:
        of = {one: whole for one in parts if (whole := without(one, step.by)) is not None}
        return crossings.step(step, self.known[step.source], of)

    def _formula(self, batch: Batch) -> Step | None:
        dialect, has_coverage = self.database.dialect, self.makes_totals
        made = FormulaSql(batch, self.known, self.periods, dialect, has_coverage=has_coverage)
        for name in batch.sources:
            self.known[name] = set(made.columns)
        return made.step()

    def _breakdowns(self) -> list[str]:
        """The parts that were reported, and those that are left when a dimension is summed over."""
        found = {row[0] for row in self.database.rows(self.sql.breakdowns())}
        for step in self._steps:
            if isinstance(step, Crossing) and step.kind == "sum_over":
                found |= {whole for one in found if (whole := without(one, step.by)) is not None}
        return sorted(found)
