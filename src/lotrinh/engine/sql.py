"""Writes the SQL of a computation: which figure holds, one column a period, then the formulas.

Only text is made here; an engine runs it. The table `wide` has a row for each indicator and
place, and for period number n its value `v<n>` and firmness `f<n>`. No window functions,
everything double, every divisor guarded. Formulas are compiled in `formula_sql`.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

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

_FIRMNESS = "CASE status WHEN 'actual' THEN 2 WHEN 'preliminary' THEN 1 ELSE 0 END"
_IS_BOUND = "(method = 'inferred' AND qualifier IN ('<', '<=', '>', '>='))"
#: A value in its own unit stays as it is, to the last digit: both scales are then 1.
_VALUE = "CAST(value AS DOUBLE) * reported / declared"
#: Day and firmness in one number: the greater was announced later, or firmer on one day.
_ANNOUNCED = f"CAST((recorded_at - DATE '0001-01-01') * 4 + {_FIRMNESS} AS INTEGER)"
#: The same with the id behind it, so that no two observations are equally strong.
_STRENGTH = f"CAST({_ANNOUNCED} AS HUGEINT) * 18446744073709551616 + id"


def text(value: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def survey(source: str, observed: Iterable[str], day: date) -> str:
    """Ask what was reported of which indicator: unit, price basis, period, exact or bound."""
    listed = ", ".join(text(one) for one in sorted(observed)) or "NULL"
    return (
        "SELECT indicator, unit, price_basis, period, bool_or(NOT is_bound), bool_or(is_bound) "
        f"FROM (SELECT *, {_IS_BOUND} AS is_bound FROM {source}) "
        f"WHERE {_known_on(day)} AND indicator IN ({listed}) "
        "GROUP BY indicator, unit, price_basis, period"
    )


def create_types(source: str, day: date, indicators: Iterable[str]) -> tuple[str, ...]:
    """Number the texts that repeat: joining and writing results is then work on small numbers.

    The empty text is there because a type needs one, also when nothing was reported.
    """
    listed = ", ".join(text(one) for one in ("", *sorted(indicators)))
    places = f"SELECT '' AS place UNION SELECT place FROM {source} WHERE {_known_on(day)}"
    return (
        f"CREATE TYPE indicator_id AS ENUM ({listed})",
        f"CREATE TYPE place_id AS ENUM (SELECT place FROM ({places}) ORDER BY place)",
        "CREATE TYPE status_name AS ENUM ('estimate', 'preliminary', 'actual')",
        "CREATE TYPE qualifier_sign AS ENUM ('', '<', '>')",
    )


def create_wide(
    source: str, day: date, periods: Sequence[Period], conversions: Sequence[Conversion]
) -> str:
    """Create `wide` with the exact figure that holds; bounds enter no arithmetic."""
    columns = "".join(
        f", arg_max(value, strength) FILTER (period = {text(str(period))}) AS v{n}, "
        f"CAST(max(announced) FILTER (period = {text(str(period))}) & 3 AS TINYINT) AS f{n}"
        for n, period in enumerate(periods)
    )
    return (
        f"CREATE TEMP TABLE wide AS SELECT {_as_types('indicator', 'place')}{columns} "
        f"FROM (SELECT indicator, place, period, {_VALUE} AS value, {_ANNOUNCED} AS announced, "
        f"{_STRENGTH} AS strength FROM {_converted(source, conversions)} "
        f"WHERE {_known_on(day)} AND NOT {_IS_BOUND}) AS known "
        "GROUP BY known.indicator, known.place"
    )


def figures(periods: Sequence[Period]) -> str:
    """Turn `wide` into rows: indicator, place, period, value, status, qualifier."""
    spelt = ", ".join(text(str(one)) for one in periods) or "''"
    period_type = f"ENUM ({spelt})"
    status = "CASE f{n} WHEN 2 THEN 'actual' WHEN 1 THEN 'preliminary' ELSE 'estimate' END"
    parts = [
        f"SELECT indicator, place, CAST({text(str(period))} AS {period_type}) AS period, "
        f"v{n} AS value, CAST({status.format(n=n)} AS status_name) AS status, "
        f"CAST('' AS qualifier_sign) AS qualifier FROM wide WHERE v{n} IS NOT NULL"
        for n, period in enumerate(periods)
    ]
    nothing = (
        "SELECT indicator, place, '' AS period, CAST(0 AS DOUBLE) AS value, "
        "'' AS status, '' AS qualifier FROM wide WHERE false"
    )
    return " UNION ALL ".join(parts or [nothing])


def bounds(
    source: str, day: date, periods: Sequence[Period], conversions: Sequence[Conversion]
) -> str:
    """Ask, in the columns of `figures`, for what is known only as a bound."""
    cases = " ".join(f"WHEN {text(str(one))} THEN v{n}" for n, one in enumerate(periods))
    exact = f"CASE period {cases} END" if cases else "NULL"
    return (
        "SELECT indicator, place, period, value, CAST(status AS status_name) AS status, "
        "CAST(qualifier AS qualifier_sign) AS qualifier FROM ("
        f"SELECT {_as_types('indicator', 'place')}, period, "
        f"arg_max({_VALUE}, {_STRENGTH}) AS value, "
        f"arg_max(status, {_STRENGTH}) AS status, "
        f"substr(arg_max(qualifier, {_STRENGTH}), 1, 1) AS qualifier "
        f"FROM {_converted(source, conversions)} WHERE {_known_on(day)} AND {_IS_BOUND} "
        "GROUP BY ALL) "
        f"LEFT JOIN wide USING (indicator, place) WHERE {exact} IS NULL"
    )


def id_of(indicator: str) -> str:
    """Write the id of an indicator as a literal of its type."""
    return f"CAST({text(indicator)} AS indicator_id)"


def _as_types(*columns: str) -> str:
    return ", ".join(f"CAST({one} AS {one}_id) AS {one}" for one in columns)


def _known_on(day: date) -> str:
    return f"recorded_at <= DATE {text(day.isoformat())} AND breakdown = '' AND shared = ''"


def _converted(source: str, conversions: Sequence[Conversion]) -> str:
    """The observations of the known indicators and units, with both scales beside each."""
    rows = ", ".join(
        f"({text(name)}, {text(unit)}, {number(reported)}, {number(declared)})"
        for name, unit, reported, declared in conversions
    )
    rows = rows or f"('', '', {number(1.0)}, {number(1.0)})"
    scales = f"(VALUES {rows}) AS scales (indicator, unit, reported, declared)"
    return f"{source} JOIN {scales} USING (indicator, unit)"


def number(value: float) -> str:
    """Write a number as a double."""
    return f"CAST({value!r} AS DOUBLE)"
