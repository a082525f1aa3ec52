"""Compiles the parts of a formula to SQL: each part in each period is a column.

Parts become columns of nested selects, so that a part used twice is written once and the
text stays short however deep the formula. What cannot have a value is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial, reduce

from lotrinh.engine.breaks import across
from lotrinh.engine.candidates import accumulated, shifted
from lotrinh.engine.dialect import Dialect, least
from lotrinh.engine.levels import Levels
from lotrinh.indicators.formula import (
    AverageGrowth,
    Choice,
    Cumulative,
    Dated,
    Extreme,
    FirstPresent,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Name,
    Negative,
    Number,
    Operation,
    Unbroken,
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


class PartsSql:
    """The columns of the parts of one formula, in levels of nested selects."""

    def __init__(
        self,
        known: Mapping[str, Set[Period]],
        number_of: Mapping[Period, int],
        dialect: Dialect,
        *,
        has_coverage: bool,
    ) -> None:
        self.known = known
        self.number_of = number_of
        self.dialect = dialect
        self.has_coverage = has_coverage
        #: The columns made so far, by the select that they stand in.
        self.levels = Levels()
        self._made: dict[tuple[Formula, Period], Column | None] = {}

    def column(self, formula: Formula, period: Period | None) -> Column | None:
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
            case Growth() | AverageGrowth() | Lag() | IndexTo():
                return self._over_time(formula, period)
            case Cumulative(of=of, since=since):
                return self._sum([self.column(of, one) for one in accumulated(period, since)])
            case Link():
                return self._link(formula, period)
            case Dated():
                return self.column(formula.on(period.last_day), period)
            case Unbroken(of=of):
                return self.column(of, period) if across(formula, period) is None else None
            case FirstPresent(parts=parts):
                return self._first_present([self.column(part, period) for part in parts])
            case Choice():
                return self._choice(formula, period)
        found = [self.column(part, period) for part in children(formula)]
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

    def _sum(self, parts: Sequence[Column | None]) -> Column | None:
        there = [one for one in parts if one is not None]
        if not there or len(there) < len(parts):
            return None
        add = partial(self.dialect.operation, "+")
        return self._finite(reduce(add, (one.value for one in there)), there)

    def _link(self, formula: Link, period: Period) -> Column | None:
        if period.first_day.year >= formula.at:
            return self.column(formula.new, period)
        at = Period.year(formula.at)
        old = self.column(formula.old, period)
        new_level, old_level = self.column(formula.new, at), self.column(formula.old, at)
        if old is None or new_level is None or old_level is None:
            return None
        ratio = self._quotient(new_level, old_level)
        moved = self.dialect.operation("*", old.value, ratio.value)
        return self._finite(moved, [old, ratio])

    def _over_time(
        self, formula: Growth | AverageGrowth | Lag | IndexTo, period: Period
    ) -> Column | None:
        if isinstance(formula, Lag):
            return self.column(formula.of, shifted(period, -formula.years))
        is_index = isinstance(formula, IndexTo)
        years = period.first_day.year - _base(formula, period)
        now = self.column(formula.of, period)
        goes_back = years > 0 or is_index
        before = self.column(formula.of, shifted(period, -years)) if goes_back else None
        if now is None or before is None:
            return None
        if is_index:
            ratio = self._quotient(now, before)
            return self._finite(self._times_hundred(ratio.value), [ratio])
        if isinstance(formula, Growth):
            ratio = self._quotient(now, before)
            return self._finite(self._times_hundred(f"({ratio.value} - 1)"), [ratio])
        positive = f"{now.value} > 0 AND {before.value} > 0"
        ratio = self._quotient(now, before, also=positive)
        mean = f"pow({ratio.value}, {self.dialect.number(1 / years)})"
        return self._finite(self._times_hundred(f"({mean} - 1)"), [ratio])

    def _times_hundred(self, ratio: str) -> str:
        """Say a ratio in per cent."""
        return self.dialect.operation("*", self.dialect.number(100.0), ratio)

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
        left, right = self.column(asked.left, period), self.column(asked.right, period)
        branches = [self.column(one, period) for one in (formula.then, formula.otherwise)]
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
        name = self.levels.add(level, columns)
        return Column(f"{name}_v", f"{name}_f", level, f"{name}_c", f"{name}_w")


def _base(formula: Growth | AverageGrowth | IndexTo, period: Period) -> int:
    """Return the year that a value is compared with."""
    match formula:
        case AverageGrowth(since=since):
            return since
        case IndexTo(base=base):
            return base
        case _:
            return period.first_day.year - 1
