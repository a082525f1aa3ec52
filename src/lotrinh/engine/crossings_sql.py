"""Writes the SQL of what looks at other places and parts; `crossings` says it in plain Python.

Each crossing adds its rows to `wide` out of the rows of one other series. The maps stand in
`land` (see `totals_sql`), the units of a level in `unit`.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lotrinh.engine.database import Listed, Step
from lotrinh.engine.dialect import Dialect, text
from lotrinh.engine.sql import code_of
from lotrinh.engine.steps import Crossing
from lotrinh.engine.territory import Territory
from lotrinh.periods import Period

_ABOUT = ("indicator", "place", "breakdown")


class CrossingsSql:
    """The statements of the crossings of one computation."""

    def __init__(self, periods: Sequence[Period], territory: Territory, dialect: Dialect) -> None:
        self.territory = territory
        self.dialect = dialect
        self.number_of = {period: n for n, period in enumerate(periods)}
        self.maps = {n: territory.map_number(one) for one, n in self.number_of.items()}

    def unit(self, levels: Iterable[str]) -> Listed:
        """The places of a level in each place where it is known how many there are."""
        rows: list[tuple[int, str, str, str, int]] = []
        lands = {self.maps[n]: self.territory.on(one) for one, n in self.number_of.items()}
        for level in sorted(set(levels)):
            for number, land in lands.items():
                for within in land.tree.places:
                    units = land.of_level(within, level) or ()
                    rows += [(number, level, one, within, len(units)) for one in units]
        kinds = ("INTEGER", "VARCHAR", "VARCHAR", "VARCHAR", "INTEGER")
        columns = ("map", "level", "place", "within", "expected")
        return Listed("unit", dict(zip(columns, kinds, strict=True)), rows)

    def step(
        self, step: Crossing, known: Iterable[Period], breakdowns: Mapping[str, str]
    ) -> Step | None:
        """Return the step of one crossing for the periods its source is known in, if any.

        `breakdowns` says to which part each category of a sum belongs.
        """
        numbers = sorted(self.number_of[one] for one in known)
        if not numbers or (step.kind == "sum_over" and not (step.categories and breakdowns)):
            return None
        into = [f"{letter}{n}" for n in numbers for letter in "vfcw"]
        match step.kind:
            case "above":
                sql = self._above(step, numbers)
            case "count":
                sql = self._count(step, numbers)
            case "sum_over":
                sql = self._sum_over(step, numbers, breakdowns)
        return Step("wide", sql, (*_ABOUT, *into))

    def _above(self, step: Crossing, numbers: Sequence[int]) -> str:
        def of(n: int) -> str:
            return "".join(
                f", max(CASE WHEN land.map = {self.maps[n]} THEN wide.{letter}{n} END)"
                for letter in "vfcw"
            )

        return self._select(step, "land.place", "wide.breakdown", numbers, of) + (
            " JOIN land ON land.parent = wide.place" + self._where(step, "land.place")
        )

    def _count(self, step: Crossing, numbers: Sequence[int]) -> str:
        def of(n: int) -> str:
            mine = f"wide.v{n} IS NOT NULL AND unit.map = {self.maps[n]}"
            counted = f"count(*) FILTER (WHERE {mine})"
            expected = f"max(unit.expected) FILTER (WHERE {mine})"
            return (
                f", sum(wide.v{n}) FILTER (WHERE {mine}), min(wide.f{n}) FILTER (WHERE {mine}), "
                f"{code_of(counted, expected, self.dialect)}, {self.dialect.nothing()}"
            )

        level = f" JOIN unit ON unit.place = wide.place AND unit.level = {text(step.by)}"
        within = self.dialect.typed("place", "unit.within")
        return (
            self._select(step, within, "wide.breakdown", numbers, of)
            + level.replace("unit.place", self.dialect.typed("place", "unit.place"))
            + self._where(step, "unit.within")
        )

    def _sum_over(
        self, step: Crossing, numbers: Sequence[int], breakdowns: Mapping[str, str]
    ) -> str:
        def of(n: int) -> str:
            total, all_of = (
                self.dialect.total(f"wide.v{n}"),
                f"count(wide.v{n}) = {len(step.categories)}",
            )
            guard = f"{all_of} AND {self.dialect.finite(total)}"
            return (
                f", CASE WHEN {guard} THEN {total} END, min(wide.f{n}), min(wide.c{n}), "
                f"min(wide.w{n})"
            )

        rows = ", ".join(f"({text(one)}, {text(whole)})" for one, whole in breakdowns.items())
        whole = self.dialect.typed("breakdown", "part.whole")
        of_part = self.dialect.typed("breakdown", "part.category")
        return self._select(step, "wide.place", whole, numbers, of) + (
            f" JOIN (VALUES {rows}) AS part (category, whole) ON {of_part} = wide.breakdown"
            + self._where(step, "wide.place", "part.whole")
        )

    def _select(
        self,
        step: Crossing,
        place: str,
        breakdown: str,
        numbers: Sequence[int],
        of: Callable[[int], str],
    ) -> str:
        name = self.dialect.named("indicator", step.id)
        return f"SELECT {name}, {place}, {breakdown}{''.join(map(of, numbers))} FROM wide"

    def _where(self, step: Crossing, place: str, breakdown: str = "wide.breakdown") -> str:
        source = self.dialect.named("indicator", step.source)
        return f" WHERE wide.indicator = {source} GROUP BY {place}, {breakdown}"
