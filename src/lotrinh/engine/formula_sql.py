"""Compiles formulas of one shape to SQL over `wide`: each part in each period is a column.

Parts become columns of nested selects, so that a part used twice is written once and the
text stays short however deep the formula. What cannot have a value is left out.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.shapes import Batch
from lotrinh.engine.sql import id_of, number
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    Lag,
    Name,
    Negative,
    Number,
    Operation,
    children,
)
from lotrinh.periods import Period

_COMPARISON = {"==": "=", "!=": "<>"}


@dataclass(frozen=True)
class Column:
    """SQL for a part in a period: its value, how firm it is, and the select it stands in."""

    value: str
    firmness: str
    level: int


class FormulaSql:
    """The SQL of one batch of formulas."""

    def __init__(
        self, batch: Batch, known: Mapping[str, Set[Period]], periods: Sequence[Period]
    ) -> None:
        self.batch = batch
        self.formula = batch.formula
        self.number_of = {period: n for n, period in enumerate(periods)}
        #: The periods in which each source of the shape can have a value.
        self.known = batch.known(known)
        self._levels: list[list[str]] = []
        self._made: dict[tuple[Formula, Period], Column | None] = {}
        tried = sorted(candidates(self.formula, self.known.__getitem__))
        found = {period: self._column(self.formula, period) for period in tried}
        #: The column of every period in which one of the formulas can have a value.
        self.columns = {period: one for period, one in found.items() if one is not None}

    def insert(self) -> str:
        """Return the statement that adds the computed rows to `wide`; empty when there are none."""
        if not self.columns:
            return ""
        numbered = [(self.number_of[period], period) for period in self.columns]
        into = ", ".join(f"v{n}, f{n}" for n, _ in numbered)
        out = ", ".join(
            f"{self._value_if_named(period)} AS v{n}, "
            f"CAST({self.columns[period].firmness} % 3 AS TINYINT) AS f{n}"
            for n, period in numbered
        )
        return (
            f"INSERT INTO wide (indicator, place, {into}) "
            f"SELECT indicator, place, {out} FROM ({self._steps()})"
        )

    def _steps(self) -> str:
        """Nest the selects, the sources innermost."""
        columns = "".join(
            f", t{at}.v{n} AS s{at}_v{n}, t{at}.f{n} AS s{at}_f{n}"
            for at, periods in enumerate(self.known.values())
            for n in sorted(self.number_of[period] for period in periods)
        )
        tables = self._joined() if _is_strict(self.formula) else self._joined_loosely()
        sql = f"SELECT m.indicator, {tables[0]}.place{columns} FROM {tables[1]}"
        for level in self._levels:
            sql = f"SELECT *, {', '.join(level)} FROM ({sql})"
        return sql

    def _members(self) -> str:
        """The formulas of the batch as a table: the indicator and its sources."""
        rows = ", ".join(
            f"({', '.join(id_of(one) for one in (name, *sources))})"
            for name, sources in self.batch.sources.items()
        )
        return f"(VALUES {rows}) AS m (indicator, {', '.join(self.known)})"

    def _joined(self) -> tuple[str, str]:
        """Join the places where every source has a row; the first source names the place."""
        joins = f"{self._members()} JOIN wide AS t0 ON t0.indicator = m.s0"
        for at in range(1, len(self.known)):
            joins += f" JOIN wide AS t{at} ON t{at}.indicator = m.s{at} AND t{at}.place = t0.place"
        return "t0", joins

    def _joined_loosely(self) -> tuple[str, str]:
        """Join the places where any source has a row."""
        places = " UNION ".join(
            f"SELECT m.*, place FROM {self._members()} JOIN wide ON wide.indicator = m.s{at}"
            for at in range(len(self.known))
        )
        joins = f"({places}) AS m"
        for at in range(len(self.known)):
            joins += f" LEFT JOIN wide AS t{at} ON t{at}.indicator = m.s{at}"
            joins += f" AND t{at}.place = m.place"
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
            column = self._column(formula, period)
            return [column.value] if column else []
        if isinstance(formula, Lag):
            period = shifted(period, -formula.years)
        return [one for part in children(formula) for one in self._named(part, period)]

    def _column(self, formula: Formula, period: Period | None) -> Column | None:
        """Return the column of a part in a period, None when it cannot have a value."""
        if period is None:
            return None
        if (formula, period) not in self._made:
            self._made[formula, period] = self._make(formula, period)
        return self._made[formula, period]

    def _make(self, formula: Formula, period: Period) -> Column | None:
        match formula:
            case Number(value=value):
                return Column(number(float(value)), "3", 0)
            case Name(indicator=name):
                return self._source(name, period)
            case Growth() | AverageGrowth() | Lag():
                return self._over_time(formula, period)
            case FirstPresent(parts=parts):
                return self._first_present([self._column(part, period) for part in parts])
            case Choice():
                return self._choice(formula, period)
        found = [self._column(part, period) for part in children(formula)]
        there = [one for one in found if one is not None]
        return self._strict(formula, there) if len(there) == len(found) else None

    def _source(self, name: str, period: Period) -> Column | None:
        if period not in self.known[name]:
            return None
        n = self.number_of[period]
        return Column(f"{name}_v{n}", f"{name}_f{n}", 0)

    def _strict(self, formula: Formula, parts: list[Column]) -> Column:
        """An operation that needs all of its parts."""
        values = [part.value for part in parts]
        match formula:
            case Operation(operator="/"):
                return self._quotient(parts[0], parts[1])
            case Operation(operator=sign):
                return self._finite(f"{values[0]} {sign} {values[1]}", parts)
            case Extreme(which=which):
                there = " AND ".join(f"{value} IS NOT NULL" for value in values)
                name = "least" if which == "min" else "greatest"
                return self._step(f"CASE WHEN {there} THEN {name}({', '.join(values)}) END", parts)
            case Negative():
                return self._step(f"-({values[0]})", parts)
            case _:
                raise TypeError(f"no SQL for {formula!r}")

    def _over_time(self, formula: Growth | AverageGrowth | Lag, period: Period) -> Column | None:
        if isinstance(formula, Lag):
            return self._column(formula.of, shifted(period, -formula.years))
        since = formula.since if isinstance(formula, AverageGrowth) else period.first_day.year - 1
        years = period.first_day.year - since
        now = self._column(formula.of, period)
        before = self._column(formula.of, shifted(period, -years)) if years > 0 else None
        if now is None or before is None:
            return None
        if isinstance(formula, Growth):
            ratio = self._quotient(now, before)
            return self._finite(f"{number(100.0)} * ({ratio.value} - 1)", [ratio])
        positive = f"{now.value} > 0 AND {before.value} > 0"
        ratio = self._quotient(now, before, also=positive)
        mean = f"pow({ratio.value}, {number(1 / years)})"
        return self._finite(f"{number(100.0)} * ({mean} - 1)", [ratio])

    def _first_present(self, parts: list[Column | None]) -> Column | None:
        found = [part for part in parts if part is not None]
        if not found:
            return None
        value = f"coalesce({', '.join(part.value for part in found)})"
        cases = " ".join(f"WHEN {one.value} IS NOT NULL THEN {one.firmness}" for one in found)
        return self._step(value, found, f"CASE {cases} END")

    def _choice(self, formula: Choice, period: Period) -> Column | None:
        asked = formula.condition
        left, right = self._column(asked.left, period), self._column(asked.right, period)
        branches = [self._column(one, period) for one in (formula.then, formula.otherwise)]
        if left is None or right is None:
            return None
        sign = _COMPARISON.get(asked.operator, asked.operator)
        holds = f"{left.value} {sign} {right.value}"
        missing = Column("CAST(NULL AS DOUBLE)", "3", 0)
        then, otherwise = (branch or missing for branch in branches)
        value = f"CASE WHEN {holds} THEN {then.value} WHEN NOT ({holds}) THEN {otherwise.value} END"
        firmness = (
            f"least({left.firmness}, {right.firmness}, "
            f"CASE WHEN {holds} THEN {then.firmness} ELSE {otherwise.firmness} END)"
        )
        return self._step(value, [left, right, then, otherwise], firmness)

    def _quotient(self, left: Column, right: Column, also: str = "true") -> Column:
        quotient = f"{left.value} / {right.value}"
        guard = f"{right.value} <> 0 AND {also} AND isfinite({quotient})"
        return self._step(f"CASE WHEN {guard} THEN {quotient} END", [left, right])

    def _finite(self, value: str, parts: Sequence[Column]) -> Column:
        return self._step(f"CASE WHEN isfinite({value}) THEN {value} END", parts)

    def _step(self, value: str, parts: Sequence[Column], firmness: str = "") -> Column:
        """Give a part a column of its own, in the select after those of its own parts."""
        level = 1 + max(part.level for part in parts)
        while len(self._levels) < level:
            self._levels.append([])
        firmness = firmness or f"least({', '.join(part.firmness for part in parts)})"
        n = sum(map(len, self._levels))
        self._levels[level - 1].append(f"{value} AS c{n}, {firmness} AS d{n}")
        return Column(f"c{n}", f"d{n}", level)


def _is_strict(formula: Formula) -> bool:
    """Whether a value is there only when a figure is."""
    if isinstance(formula, FirstPresent | Choice):
        return False
    return all(_is_strict(part) for part in children(formula))
