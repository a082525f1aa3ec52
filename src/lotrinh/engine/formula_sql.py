"""Compiles formulas of one shape to one statement over `wide`.

The columns of the parts are made in `parts_sql`; here they are put around the sources, and the
rows around the formulas of the batch.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.database import Step
from lotrinh.engine.dialect import Dialect
from lotrinh.engine.parts_sql import PartsSql
from lotrinh.engine.shapes import Batch
from lotrinh.engine.sql import COMPLETE
from lotrinh.indicators.formula import (
    Choice,
    Dated,
    FirstPresent,
    Formula,
    Lag,
    Link,
    Name,
    children,
)
from lotrinh.periods import Period


class FormulaSql:
    """The SQL of one batch of formulas."""

    def __init__(
        self,
        batch: Batch,
        known: Mapping[str, Set[Period]],
        periods: Sequence[Period],
        dialect: Dialect,
        *,
        has_coverage: bool,
    ) -> None:
        self.batch = batch
        self.dialect = dialect
        self.has_coverage = has_coverage
        self.formula = batch.formula
        self.number_of = {period: n for n, period in enumerate(periods)}
        #: The periods in which each source of the shape can have a value.
        self.known = batch.known(known)
        self.parts = PartsSql(self.known, self.number_of, dialect, has_coverage=has_coverage)
        tried = sorted(candidates(self.formula, self.known.__getitem__))
        found = {period: self.parts.column(self.formula, period) for period in tried}
        #: The column of every period in which one of the formulas can have a value.
        self.columns = {period: one for period, one in found.items() if one is not None}

    def step(self) -> Step | None:
        """Return the step that adds the computed rows to `wide`; None when there are none."""
        if not self.columns:
            return None
        numbered = [(self.number_of[period], period) for period in self.columns]
        more = ("c", "w") if self.has_coverage else ()
        into = [f"{letter}{n}" for n, _ in numbered for letter in ("v", "f", *more)]
        out = ", ".join(self._out(period, n) for n, period in numbered)
        query = self.parts.levels.select(out, self._sources(), self.dialect.fence)
        return Step("wide", query, ("indicator", "place", "breakdown", *into))

    def _out(self, period: Period, n: int) -> str:
        one = self.columns[period]
        firmness = f"CAST({one.firmness} % 3 AS SMALLINT) AS f{n}"
        more = f", {one.coverage} AS c{n}, {one.weight} AS w{n}" if self.has_coverage else ""
        return f"{self._value_if_named(period)} AS v{n}, {firmness}{more}"

    def _sources(self) -> str:
        """Select every column of the sources, in the rows where the formula may have a value."""
        columns = "".join(
            f", {self._read(f't{at}', n)} AS s{at}_v{n}"
            + "".join(
                f", t{at}.{letter}{n} AS s{at}_{letter}{n}"
                for letter in (("f", "c", "w") if self.has_coverage else ("f",))
            )
            for at, periods in enumerate(self.known.values())
            for n in sorted(self.number_of[period] for period in periods)
        )
        of, tables = self._joined() if _is_strict(self.formula) else self._joined_loosely()
        return f"SELECT m.indicator, {of}.place, {of}.breakdown{columns} FROM {tables}"

    def _read(self, table: str, n: int) -> str:
        """A total that units are missing from is missing itself, unless the indicator takes it."""
        if not self.has_coverage or self.batch.takes_partial:
            return f"{table}.v{n}"
        whole = f"{table}.c{n} IS NULL OR {table}.c{n} >= {COMPLETE}"
        return f"CASE WHEN {whole} THEN {table}.v{n} END"

    def _members(self) -> str:
        """The formulas of the batch as a table: the indicator and its sources."""
        rows = ", ".join(
            f"({', '.join(self.dialect.named('indicator', one) for one in (name, *sources))})"
            for name, sources in self.batch.sources.items()
        )
        return f"(VALUES {rows}) AS m (indicator, {', '.join(self.known)})"

    def _joined(self) -> tuple[str, str]:
        """Join the places where every source has a row; the first source names the place."""
        joins = f"{self._members()} JOIN wide AS t0 ON t0.indicator = m.s0"
        for at in range(1, len(self.known)):
            joins += f" JOIN wide AS t{at} ON t{at}.indicator = m.s{at}"
            joins += f" AND t{at}.place = t0.place AND t{at}.breakdown = t0.breakdown"
        return "t0", joins

    def _joined_loosely(self) -> tuple[str, str]:
        """Join the places where any source has a row."""
        places = " UNION ".join(
            f"SELECT m.*, place, breakdown FROM {self._members()} "
            f"JOIN wide ON wide.indicator = m.s{at}"
            for at in range(len(self.known))
        )
        joins = f"({places}) AS m"
        for at in range(len(self.known)):
            joins += f" LEFT JOIN wide AS t{at} ON t{at}.indicator = m.s{at}"
            joins += f" AND t{at}.place = m.place AND t{at}.breakdown = m.breakdown"
        return "m", joins

    def _value_if_named(self, period: Period) -> str:
        """A value that a plain number alone could give counts only where a name is present."""
        value = self.columns[period].value
        if _is_strict(self.formula):
            return value
        present = " OR ".join(f"{one} IS NOT NULL" for one in self._named(self.formula, period))
        return f"CASE WHEN {present} THEN {value} END"

    def _named(self, formula: Formula, period: Period | None) -> list[str]:
        if period is None:
            return []
        if isinstance(formula, Name):
            column = self.parts.column(formula, period)
            return [column.value] if column else []
        if isinstance(formula, Dated):
            return self._named(formula.on(period.last_day), period)
        if isinstance(formula, Lag):
            period = shifted(period, -formula.years)
        return [one for part in children(formula) for one in self._named(part, period)]


def _is_strict(formula: Formula) -> bool:
    """Whether a value is there only when a figure is."""
    if isinstance(formula, FirstPresent | Choice | Link | Dated):
        return False
    return all(_is_strict(part) for part in children(formula))
