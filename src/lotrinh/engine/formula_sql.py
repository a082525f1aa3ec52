"""Compiles formulas of one shape to SQL over `wide`: each part in each period is a column.

Parts become columns of nested selects, so that a part used twice is written once and the
text stays short however deep the formula. What cannot have a value is left out.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from lotrinh.engine.candidates import candidates, shifted
from lotrinh.engine.database import Step
from lotrinh.engine.dialect import Dialect, least
from lotrinh.engine.levels import Levels
from lotrinh.engine.shapes import Batch
from lotrinh.engine.sql import COMPLETE
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
    """SQL for a part in a period: its value, how firm it is, and the select it stands in.

    Coverage and weight are of the totals that it rests on.
    """

    value: str
    firmness: str
    level: int
    coverage: str
    weight: str


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
        self._levels = Levels()
        self._made: dict[tuple[Formula, Period], Column | None] = {}
        tried = sorted(candidates(self.formula, self.known.__getitem__))
        found = {period: self._column(self.formula, period) for period in tried}
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
        query = self._levels.select(out, self._sources(), self.dialect.fence)
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
                return self._bare(self.dialect.number(float(value)))
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
        return Column(f"{name}_v{n}", f"{name}_f{n}", 0, f"{name}_c{n}", f"{name}_w{n}")

    def _bare(self, value: str) -> Column:
        """A value that rests on no figure."""
        return Column(value, "3", 0, self.dialect.nothing("BIGINT"), self.dialect.nothing())

    def _strict(self, formula: Formula, parts: list[Column]) -> Column:
        """An operation that needs all of its parts."""
        values = [part.value for part in parts]
        match formula:
            case Operation(operator="/"):
                return self._quotient(parts[0], parts[1])
            case Operation(operator=sign):
                return self._finite(self.dialect.operation(sign, *values), parts)
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
            return self._finite(self._per_cent(ratio.value), [ratio])
        positive = f"{now.value} > 0 AND {before.value} > 0"
        ratio = self._quotient(now, before, also=positive)
        mean = f"pow({ratio.value}, {self.dialect.number(1 / years)})"
        return self._finite(self._per_cent(mean), [ratio])

    def _per_cent(self, ratio: str) -> str:
        """Say a ratio as a growth."""
        return self.dialect.operation("*", self.dialect.number(100.0), f"({ratio} - 1)")

    def _first_present(self, parts: list[Column | None]) -> Column | None:
        found = [part for part in parts if part is not None]
        if not found:
            return None
        value = f"coalesce({', '.join(part.value for part in found)})"

        def taken(read: Callable[[Column], str]) -> str:
            cases = " ".join(f"WHEN {one.value} IS NOT NULL THEN {read(one)}" for one in found)
            return f"CASE {cases} END"

        return self._step(value, found, taken)

    def _choice(self, formula: Choice, period: Period) -> Column | None:
        asked = formula.condition
        left, right = self._column(asked.left, period), self._column(asked.right, period)
        branches = [self._column(one, period) for one in (formula.then, formula.otherwise)]
        if left is None or right is None:
            return None
        sign = _COMPARISON.get(asked.operator, asked.operator)
        holds = f"{left.value} {sign} {right.value}"
        missing = self._bare(self.dialect.nothing())
        then, otherwise = (branch or missing for branch in branches)
        value = f"CASE WHEN {holds} THEN {then.value} WHEN NOT ({holds}) THEN {otherwise.value} END"

        def taken(read: Callable[[Column], str]) -> str:
            branch = f"CASE WHEN {holds} THEN {read(then)} ELSE {read(otherwise)} END"
            return f"least({read(left)}, {read(right)}, {branch})"

        return self._step(value, [left, right, then, otherwise], taken)

    def _quotient(self, left: Column, right: Column, also: str = "true") -> Column:
        quotient = self.dialect.operation("/", left.value, right.value)
        guard = f"{right.value} <> 0 AND {also} AND {self.dialect.finite(quotient)}"
        return self._step(f"CASE WHEN {guard} THEN {quotient} END", [left, right])

    def _finite(self, value: str, parts: Sequence[Column]) -> Column:
        return self._step(f"CASE WHEN {self.dialect.finite(value)} THEN {value} END", parts)

    def _step(
        self,
        value: str,
        parts: Sequence[Column],
        taken: Callable[[Callable[[Column], str]], str] | None = None,
    ) -> Column:
        """Give a part a column of its own, in the select after those of its own parts.

        `taken` says of which parts firmness and coverage are taken; of all, when not given.
        """
        level = 1 + max(part.level for part in parts)
        of = taken or (lambda read: least([read(part) for part in parts]))
        columns = {"v": value, "f": of(lambda one: one.firmness)}
        if self.has_coverage:
            columns |= {"c": of(lambda one: one.coverage), "w": of(lambda one: one.weight)}
        name = self._levels.add(level, columns)
        return Column(f"{name}_v", f"{name}_f", level, f"{name}_c", f"{name}_w")


def _is_strict(formula: Formula) -> bool:
    """Whether a value is there only when a figure is."""
    if isinstance(formula, FirstPresent | Choice):
        return False
    return all(_is_strict(part) for part in children(formula))
