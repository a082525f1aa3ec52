"""Writes the SQL of a computation: which figure holds, one column a period, and the rows out.

Only text is made here; an engine runs it. The table `wide` has a row for each indicator,
place and part, and for period number n its value `v<n>`, firmness `f<n>`, coverage `c<n>` and
share of weight `w<n>`. No window functions, everything double, every divisor guarded. Totals
are made in `totals_sql`, formulas compiled in `formula_sql`.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lotrinh.engine.database import Step
from lotrinh.engine.dialect import Dialect, text
from lotrinh.engine.result import MOST_UNITS
from lotrinh.periods import Period

#: Indicator, code of the unit reported, its scale, and the scale of the indicator's own unit.
Conversion = tuple[str, str, float, float]

#: Columns of the observations that a computation reads.
INPUT_COLUMNS = (
    "indicator", "place", "period", "value", "unit", "status", "qualifier", "method",
    "price_basis", "recorded_at", "id", "breakdown", "shared",
)  # fmt: skip

#: Firmness by status; higher is firmer, and 3 is a plain number that rests on no figure.
FIRMNESS = {"estimate": 0, "preliminary": 1, "actual": 2}

#: A code from here on is of a total that no unit is missing from.
COMPLETE = 2**60

FIRMNESS_OF_STATUS = "CASE status WHEN 'actual' THEN 2 WHEN 'preliminary' THEN 1 ELSE 0 END"
IS_BOUND = "(method = 'inferred' AND qualifier IN ('<', '<=', '>', '>='))"


class Sql:
    """The statements of one computation on observations known on a day."""

    def __init__(self, source: str, day: date, dialect: Dialect) -> None:
        self.source = source
        self.day = day
        self.dialect = dialect
        #: Day and firmness in one number: the greater was announced later, or firmer on one day.
        self.announced = f"CAST({dialect.day_number} * 4 + {FIRMNESS_OF_STATUS} AS INTEGER)"
        #: The same with the id behind it, so that no two observations are equally strong.
        strength = f"CAST({self.announced} AS {dialect.strength_type})"
        self.strength = f"{strength} * 18446744073709551616 + id"
        scaled = dialect.operation("*", f"CAST(value AS {dialect.double})", "reported")
        #: A value in its own unit stays as it is, to the last digit: both scales are then 1.
        self.value = dialect.operation("/", scaled, "declared")

    def survey(self, observed: Iterable[str]) -> str:
        """Ask what was reported of which indicator: unit, price basis, period, exact, shared."""
        listed = ", ".join(text(one) for one in sorted(observed)) or "NULL"
        return (
            "SELECT indicator, unit, price_basis, period, "
            "bool_or(NOT is_bound), bool_or(is_bound), bool_or(shared <> '') "
            f"FROM (SELECT *, {IS_BOUND} AS is_bound FROM {self.source}) AS reported "
            f"WHERE {self._known()} AND indicator IN ({listed}) "
            "GROUP BY indicator, unit, price_basis, period"
        )

    def breakdowns(self) -> str:
        """Ask which parts of the whole were reported."""
        return f"SELECT DISTINCT breakdown FROM {self.source} WHERE {self._known()}"

    def create_types(
        self, series: Iterable[str], places: Iterable[str], breakdowns: Iterable[str]
    ) -> tuple[str, ...]:
        """Number the texts that repeat: joining and writing results is then work on small numbers.

        The empty text is there because a type needs one, also when nothing was reported.
        """
        listed = ", ".join(text(one) for one in ("", *sorted(series)))
        also = ", ".join(text(one) for one in ("", *places))
        parts = ", ".join(text(one) for one in ("", *breakdowns))
        return (
            f"CREATE TYPE indicator_id AS ENUM ({listed})",
            f"CREATE TYPE place_id AS ENUM ({self._texts('place', also)})",
            f"CREATE TYPE breakdown_id AS ENUM ({self._texts('breakdown', parts)})",
            "CREATE TYPE status_id AS ENUM ('estimate', 'preliminary', 'actual')",
            "CREATE TYPE qualifier_id AS ENUM ('', '<', '>')",
        )

    def _texts(self, column: str, also: str) -> str:
        known = f"SELECT {column} FROM {self.source} WHERE {self._known()}"
        return f"SELECT * FROM ({known} UNION SELECT unnest([{also}])) AS texts ORDER BY ALL"

    def create_wide(self, periods: Sequence[Period], conversions: Sequence[Conversion]) -> Step:
        """Create `wide` with the exact figure that holds, where no total is to be made of it."""
        columns = "".join(
            f", {self.dialect.strongest('value', 'strength', f'period = {text(str(period))}')} "
            f"AS v{n}, CAST(max(announced) FILTER (WHERE period = {text(str(period))}) % 4 "
            f"AS SMALLINT) AS f{n}"
            for n, period in enumerate(periods)
        )
        typed = ", ".join(
            f"{self.dialect.typed(one, one)} AS {one}"
            for one in ("indicator", "place", "breakdown")
        )
        return Step(
            "wide",
            f"SELECT {typed}{columns} "
            f"FROM (SELECT indicator, place, breakdown, period, {self.value} AS value, "
            f"{self.announced} AS announced, {self.strength} AS strength "
            f"FROM {self.converted(conversions)} WHERE NOT {IS_BOUND}) AS known "
            "GROUP BY known.indicator, known.place, known.breakdown",
        )

    def bounds(self, periods: Sequence[Period], conversions: Sequence[Conversion]) -> str:
        """Ask, in the columns of `figures`, for what is known only as a bound."""
        cases = " ".join(f"WHEN {text(str(one))} THEN v{n}" for n, one in enumerate(periods))
        exact = f"CASE period {cases} END" if cases else "NULL"
        strongest, typed = self.dialect.strongest, self.dialect.typed
        return (
            "SELECT indicator, place, period, value, "
            f"{self.dialect.typed('status', 'status')} AS status, "
            f"{self.dialect.typed('qualifier', 'qualifier')} AS qualifier, breakdown, "
            f"{uncovered(self.dialect)} FROM ("
            f"SELECT {typed('indicator', 'indicator')} AS indicator, {typed('place', 'place')} "
            f"AS place, {typed('breakdown', 'breakdown')} AS breakdown, period, "
            f"{strongest(self.value, self.strength)} AS value, "
            f"{strongest('status', self.strength)} AS status, "
            f"substr({strongest('qualifier', self.strength)}, 1, 1) AS qualifier "
            f"FROM {self.converted(conversions)} WHERE {IS_BOUND} AND shared = '' "
            "GROUP BY indicator, place, breakdown, period) AS bound "
            f"LEFT JOIN wide USING (indicator, place, breakdown) WHERE {exact} IS NULL"
        )

    def converted(self, conversions: Sequence[Conversion]) -> str:
        """The observations of the known indicators and units, with both scales beside each."""
        number = self.dialect.number
        rows = ", ".join(
            f"({text(name)}, {text(unit)}, {number(reported)}, {number(declared)})"
            for name, unit, reported, declared in conversions
        )
        rows = rows or f"('', '', {number(1.0)}, {number(1.0)})"
        scales = f"(VALUES {rows}) AS scales (indicator, unit, reported, declared)"
        known = f"SELECT * FROM {self.source} WHERE {self._known()}"
        return f"({known}) AS told JOIN {scales} USING (indicator, unit)"

    def _known(self) -> str:
        return f"recorded_at <= DATE {text(self.day.isoformat())}"


def uncovered(dialect: Dialect) -> str:
    """Write the coverage of what is no total."""
    whole, share = dialect.nothing("BIGINT"), dialect.nothing()
    return f"{whole} AS reported, {whole} AS expected, {share} AS weight"


def code_of(reported: str, expected: str, dialect: Dialect) -> str:
    """Write `Coverage.code` of two counts; the second is not zero."""
    reported, expected = f"CAST({reported} AS BIGINT)", f"CAST({expected} AS BIGINT)"
    share = dialect.whole_quotient(f"{reported} * {MOST_UNITS + 1}", expected)
    units = f"({MOST_UNITS} - {reported}) * {MOST_UNITS + 1}"
    return f"{share} * {(MOST_UNITS + 1) ** 2} + {units} + {expected}"


def of_indicators(query: str, dialect: Dialect) -> str:
    """Leave out of results the series that only a step knows."""
    named = "CAST(indicator AS VARCHAR)" if dialect.has_types else "indicator"
    return f"SELECT * FROM ({query}) AS found WHERE {named} NOT LIKE '%#%'"


def figures(periods: Sequence[Period], dialect: Dialect, *, has_coverage: bool) -> str:
    """Turn `wide` into rows: what a result is about, its value, status, qualifier and coverage."""
    spelt = [text(str(one)) for one in periods]
    if dialect.has_types:
        spelt = [f"CAST({one} AS ENUM ({', '.join(spelt)}))" for one in spelt]
    status = "CASE f{n} WHEN 2 THEN 'actual' WHEN 1 THEN 'preliminary' ELSE 'estimate' END"
    decoded = uncovered(dialect)
    if has_coverage:
        shifted = dialect.whole_quotient("c{n}", str(MOST_UNITS + 1))
        decoded = (
            f"{MOST_UNITS} - {shifted} % {MOST_UNITS + 1} AS reported, "
            f"c{{n}} % {MOST_UNITS + 1} AS expected, w{{n}} AS weight"
        )
    parts = []
    for n, period in enumerate(spelt):
        parts.append(
            f"SELECT indicator, place, {period} AS period, v{n} AS value, "
            f"{dialect.typed('status', status.format(n=n))} AS status, "
            f"{dialect.named('qualifier', '')} AS qualifier, breakdown, {decoded.format(n=n)} "
            f"FROM wide WHERE v{n} IS NOT NULL"
        )
    nothing = (
        f"SELECT indicator, place, '' AS period, CAST(0 AS {dialect.double}) AS value, "
        f"'' AS status, '' AS qualifier, breakdown, {uncovered(dialect)} FROM wide WHERE false"
    )
    return " UNION ALL ".join(parts or [nothing])
