"""Writes the SQL that makes longer periods of shorter ones, and the totals of places.

In rows, not in columns: who lies in whom changes with the period. What a total is stands in
`over_time` and `over_places`, in plain Python; this only says it to a database.

    part   what was reported: indicator, breakdown, shared, place, period (its number), value,
           firmness, strength
    spot   the same by place, its own and shared results put together
    up     for each place above without a figure of its own, the nearest figures below
    figure all that is known: value, firmness, coverage (a code, NULL where no total), weight
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lotrinh.engine.database import Listed, Step
from lotrinh.engine.dialect import Dialect, text
from lotrinh.engine.over_time import STEPS, longer_ones, needed
from lotrinh.engine.sql import COMPLETE, FIRMNESS_OF_STATUS, IS_BOUND, Conversion, Sql, code_of
from lotrinh.engine.territory import Territory
from lotrinh.indicators.indicator import Indicator
from lotrinh.periods import Period

_ABOUT = "indicator, breakdown, place, period"
_PART = (
    "indicator", "breakdown", "shared", "place", "period", "value", "firmness", "strength",
)  # fmt: skip
_FIGURE = ("indicator", "breakdown", "place", "period", "value", "firmness", "coverage", "weight")
_UP = ("indicator", "breakdown", "period", "place", "above", "step")


class TotalsSql:
    """The statements that turn observations into `figure` and then into `wide`."""

    def __init__(
        self,
        sql: Sql,
        indicators: Mapping[str, Indicator],
        periods: Sequence[Period],
        territory: Territory,
    ) -> None:
        self.sql = sql
        self.dialect: Dialect = sql.dialect
        self.indicators = indicators
        self.periods = periods
        self.territory = territory
        self.number_of = {period: n for n, period in enumerate(periods)}

    def statements(self, conversions: Sequence[Conversion]) -> Iterator[Step | Listed]:
        """Yield every statement in order; after the last, `wide` holds all observed figures."""
        yield self._create_part(conversions)
        yield from self._over_time()
        total = self.dialect.total("value")
        yield Step(
            "spot",
            f"SELECT {_ABOUT}, CASE WHEN {self.dialect.finite(total)} THEN {total} END AS value, "
            f"min(firmness) AS firmness FROM part GROUP BY {_ABOUT}",
        )
        yield Step(
            "figure",
            f"SELECT {_ABOUT}, value, firmness, "
            f"{self.dialect.nothing('BIGINT')} AS coverage, {self.dialect.nothing()} AS weight "
            "FROM spot WHERE value IS NOT NULL",
        )
        adding = {k: one for k, one in self.indicators.items() if one.over_places != "none"}
        yield from self._create_land()
        if adding and self.territory.gazetteer.places:
            yield from self._create_up(adding)
            yield from self._totals(adding)
        yield self._create_wide()

    def _create_part(self, conversions: Sequence[Conversion]) -> Step:
        numbers = self._rows((text(str(one)), n) for one, n in self.number_of.items())
        typed = ", ".join(
            f"{self.dialect.typed(one, f'told.{one}')} AS {one}"
            for one in ("indicator", "breakdown", "place")
        )
        strongest = self.dialect.strongest
        return Step(
            "part",
            f"SELECT {typed}, shared, numbered.n AS period, "
            f"{strongest(self.sql.value, self.sql.strength)} AS value, "
            f"{strongest(FIRMNESS_OF_STATUS, self.sql.strength)} AS firmness, "
            f"max({self.sql.strength}) AS strength "
            f"FROM {self.sql.converted(conversions)} "
            f"JOIN {numbers} AS numbered (period, n) ON numbered.period = told.period "
            f"WHERE NOT {IS_BOUND} "
            "GROUP BY told.indicator, told.breakdown, told.place, shared, numbered.n",
        )

    def _over_time(self) -> Iterator[Step | Listed]:
        """One step after the other: quarters of months, halves of quarters, years of halves."""
        for how in ("sum", "last"):
            names = [name for name, one in self.indicators.items() if one.over_time == how]
            listed = ", ".join(self.dialect.named("indicator", one) for one in names)
            for shorter, longer in STEPS if names else ():
                pairs = [
                    (self.number_of[one], self.number_of[whole], len(within))
                    for whole in sorted(longer_ones(self.periods, shorter, longer))
                    for within in [needed(whole, shorter, how)]
                    for one in within
                    if one in self.number_of and whole in self.number_of
                ]
                if pairs:
                    yield self._longer(pairs, listed)

    def _longer(self, pairs: list[tuple[int, int, int]], listed: str) -> Step:
        about = "part.indicator, part.breakdown, part.shared, part.place"
        total = self.dialect.total("part.value")
        return Step(
            "part",
            f"SELECT {about}, within.whole, {total}, min(part.firmness), "
            f"max(part.strength) FROM part JOIN {self._rows(pairs)} AS within "
            "(shorter, whole, needed) ON within.shorter = part.period "
            f"WHERE part.indicator IN ({listed}) AND NOT EXISTS (SELECT 1 FROM part AS own "
            "WHERE own.indicator = part.indicator AND own.breakdown = part.breakdown "
            "AND own.shared = part.shared AND own.place = part.place "
            f"AND own.period = within.whole) GROUP BY {about}, within.whole, within.needed "
            f"HAVING count(*) = within.needed AND {self.dialect.finite(total)}",
            _PART,
        )

    def _create_up(self, adding: Iterable[str]) -> Iterator[Step | Listed]:
        """Carry each place's figure upwards, as long as no place above has one of its own."""
        maps = [(n, self.territory.map_number(one)) for one, n in self.number_of.items()]
        drawn = f"{self._rows(maps)} AS drawn (period, map)"
        yield Step("drawn", f"SELECT * FROM {drawn}")
        names = ", ".join(self.dialect.named("indicator", one) for one in adding)
        start = (
            "SELECT indicator, breakdown, period, place, place AS above, 0 AS step FROM spot "
            f"WHERE indicator IN ({names})"
        )
        yield Step("up", start)
        for step in range(self._depth()):
            yield Step(
                "up",
                "SELECT up.indicator, up.breakdown, up.period, up.place, "
                f"land.parent, {step + 1} FROM up JOIN drawn ON drawn.period = up.period "
                "JOIN land ON land.map = drawn.map AND land.place = up.above AND land.adds "
                f"WHERE up.step = {step} AND NOT EXISTS (SELECT 1 FROM spot AS own "
                "WHERE own.indicator = up.indicator AND own.breakdown = up.breakdown "
                "AND own.period = up.period AND own.place = land.parent)",
                _UP,
            )

    def _create_land(self) -> Iterator[Step | Listed]:
        """The maps as rows: who lies in whom, whether it adds to it, and units of each place."""
        rows = []
        for number, period in {self.territory.map_number(one): one for one in self.periods}.items():
            land = self.territory.on(period)
            for id in land.tree.places:
                parent = land.parent(id)
                adds = bool(parent) and id in land.made_of(parent)
                rows.append((number, id, parent, adds, land.units(id)))
        kinds = ("INTEGER", "VARCHAR", "VARCHAR", "BOOLEAN", "INTEGER")
        columns = ("map", "place", "parent", "adds", "units")
        yield Listed("listed", dict(zip(columns, kinds, strict=True)), rows)
        place = self.dialect.typed
        yield Step(
            "land",
            f"SELECT map, {place('place', 'place')} AS place, "
            f"{place('place', 'parent')} AS parent, adds, units FROM listed",
        )

    def _depth(self) -> int:
        lands = {self.territory.map_number(one): self.territory.on(one) for one in self.periods}
        return max((sum(1 for _ in land.tree.above(id)) for land in lands.values()
                    for id in land.tree.places), default=0)  # fmt: skip

    def _totals(self, adding: Mapping[str, Indicator]) -> Iterator[Step | Listed]:
        """Totals of weights come first, for they weigh the others."""
        weights = {one.weight for one in self.indicators.values()}
        for first in (True, False):
            for how in ("sum", "mean"):
                names = [name for name, one in adding.items()
                         if one.over_places == how and (name in weights) == first]  # fmt: skip
                if names:
                    yield self._total(names, how)

    def _total(self, names: list[str], how: str) -> Step:
        typed = self.dialect.named
        pairs = [(one, self.indicators[one].weight) for one in names]
        weighed = self._rows([typed("indicator", one) for one in pair] for pair in pairs)
        on = "{0}.breakdown = up.breakdown AND {0}.period = up.period"
        known = f"(SELECT * FROM figure WHERE coverage IS NULL OR coverage >= {COMPLETE})"
        reach = (
            "SELECT up.*, land.units, whole.units AS expected, mine.value AS weight, "
            "total.value AS weight_of_all FROM up "
            f"JOIN {weighed} AS weighed (indicator, weight) ON weighed.indicator = up.indicator "
            "JOIN drawn ON drawn.period = up.period "
            "JOIN land ON land.map = drawn.map AND land.place = up.place "
            "JOIN land AS whole ON whole.map = drawn.map AND whole.place = up.above "
            f"LEFT JOIN {known} AS mine ON mine.indicator = weighed.weight "
            f"AND mine.place = up.place AND {on.format('mine')} "
            f"LEFT JOIN {known} AS total ON total.indicator = weighed.weight "
            f"AND total.place = up.above AND {on.format('total')} WHERE up.step > 0"
        )
        about = "reach.indicator, reach.breakdown, reach.above, reach.period"
        share = self.dialect.operation("/", self.dialect.total("weight"), "max(weight_of_all)")
        covered = (
            f"SELECT {about}, sum(units) AS reported, max(expected) AS expected, "
            "CASE WHEN count(*) = count(weight) AND max(weight_of_all) <> 0 "
            f"THEN {share} END AS weight "
            f"FROM reach {'WHERE weight IS NOT NULL ' if how == 'mean' else ''}GROUP BY {about}"
        )
        values = self._sums(about) if how == "sum" else self._means(about)
        code = code_of("covered.reported", "covered.expected", self.dialect)
        return Step(
            "figure",
            f"WITH reach AS ({reach}), covered AS ({covered}), "
            f"made AS ({values}) SELECT made.indicator, made.breakdown, made.above, made.period, "
            f"made.value, made.firmness, {code}, covered.weight FROM made JOIN covered "
            "ON covered.indicator = made.indicator AND covered.breakdown = made.breakdown "
            "AND covered.above = made.above AND covered.period = made.period "
            f"WHERE {self.dialect.finite('made.value')}",
            _FIGURE,
        )

    def _sums(self, about: str) -> str:
        """All figures of one's own, and of each shared result the one that holds."""
        joined = (
            "FROM reach JOIN part ON part.indicator = reach.indicator "
            "AND part.breakdown = reach.breakdown AND part.place = reach.place "
            "AND part.period = reach.period"
        )
        strongest = self.dialect.strongest
        used = (
            f"SELECT {about}, part.value, part.firmness {joined} WHERE part.shared = '' "
            f"UNION ALL SELECT {about}, {strongest('part.value', 'part.strength')}, "
            f"{strongest('part.firmness', 'part.strength')} {joined} WHERE part.shared <> '' "
            f"GROUP BY {about}, part.shared"
        )
        plain = about.replace("reach.", "")
        return (
            f"SELECT {plain}, {self.dialect.total('value')} AS value, min(firmness) AS firmness "
            f"FROM ({used}) AS used GROUP BY {plain}"
        )

    def _means(self, about: str) -> str:
        total, operation = self.dialect.total, self.dialect.operation
        weight = total("reach.weight")
        weighted = operation("/", total(operation("*", "spot.value", "reach.weight")), weight)
        return (
            f"SELECT {about}, CASE WHEN {weight} <> 0 THEN {weighted} END AS value, "
            "min(spot.firmness) AS firmness FROM reach JOIN spot "
            "ON spot.indicator = reach.indicator AND spot.breakdown = reach.breakdown "
            "AND spot.place = reach.place AND spot.period = reach.period "
            f"WHERE reach.weight IS NOT NULL GROUP BY {about}"
        )

    def _create_wide(self) -> Step:
        columns = "".join(
            f", max({column}) FILTER (WHERE period = {n}) AS {letter}{n}"
            for n in range(len(self.periods))
            for letter, column in
            (("v", "value"), ("f", "firmness"), ("c", "coverage"), ("w", "weight"))
        )  # fmt: skip
        return Step(
            "wide",
            f"SELECT indicator, place, breakdown{columns} "
            "FROM figure GROUP BY indicator, place, breakdown",
        )

    def _rows(self, rows: Iterable[Iterable[object]]) -> str:
        listed = ", ".join(f"({', '.join(str(cell) for cell in row)})" for row in rows)
        return f"(VALUES {listed})"
