"""Writes the SQL of a computation: which figure holds, one column a period, then the formulas.

Only text is made here; an engine runs it. The table `wide` has a row for each indicator and
place, and for period number n its value `v<n>` and firmness `f<n>`. No window functions,
everything double, every divisor guarded. Formulas are compiled in `formula_sql`.
"""

# ruff: noqa: S608 (every text from outside goes through `text`, every number through `number`)

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import known_units
from lotrinh.periods import Period

#: Columns of the observations that a computation reads.
INPUT_COLUMNS = (
    "indicator", "place", "period", "value", "unit", "status", "qualifier", "method",
    "price_basis", "recorded_at", "id",
)  # fmt: skip

#: Firmness by status; higher is firmer, and 3 is a plain number that rests on no figure.
FIRMNESS = {"estimate": 0, "preliminary": 1, "actual": 2}

_FIRMNESS = "CASE status WHEN 'actual' THEN 2 WHEN 'preliminary' THEN 1 ELSE 0 END"
_IS_BOUND = "(method = 'inferred' AND qualifier IN ('<', '<=', '>', '>='))"
#: Day and firmness in one number: the greater was announced later, or firmer on one day.
_ANNOUNCED = f"CAST((recorded_at - DATE '0001-01-01') * 4 + {_FIRMNESS} AS INTEGER)"
#: The same with the id behind it, so that no two observations are equally strong.
_STRENGTH = f"CAST({_ANNOUNCED} AS HUGEINT) * 18446744073709551616 + id"


def text(value: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def values_reported(source: str, observed: Iterable[str], day: date) -> str:
    """Ask which indicators, units and price bases were known, to check before computing."""
    return (
        f"SELECT DISTINCT indicator, unit, price_basis FROM {source} "
        f"WHERE {_known(observed, day)} ORDER BY ALL"
    )


def periods_reported(source: str, observed: Iterable[str], day: date) -> str:
    """Ask for the periods in which each indicator has an exact figure."""
    return (
        f"SELECT DISTINCT indicator, period FROM {source} "
        f"WHERE {_known(observed, day)} AND NOT {_IS_BOUND}"
    )


def has_bounds(source: str, observed: Iterable[str], day: date) -> str:
    """Ask whether any figure is only a bound."""
    return f"SELECT 1 FROM {source} WHERE {_known(observed, day)} AND {_IS_BOUND} LIMIT 1"


def create_wide(
    source: str,
    reported: Iterable[tuple[str, str]],
    indicators: Mapping[str, Indicator],
    day: date,
    periods: Sequence[Period],
) -> str:
    """Create `wide` with the exact figure that holds; bounds enter no arithmetic."""
    pairs = sorted(set(reported))
    columns = "".join(
        f", arg_max(value, strength) FILTER (period = {text(str(period))}) AS v{n}, "
        f"CAST(max(announced) FILTER (period = {text(str(period))}) & 3 AS TINYINT) AS f{n}"
        for n, period in enumerate(periods)
    )
    known = _known((indicator for indicator, _ in pairs), day)
    value = _converted(pairs, indicators)
    return (
        f"CREATE OR REPLACE TEMP TABLE wide AS SELECT indicator, place{columns} "
        f"FROM (SELECT indicator, place, period, {value} AS value, {_ANNOUNCED} AS announced, "
        f"{_STRENGTH} AS strength FROM {source} WHERE {known} AND NOT {_IS_BOUND}) "
        "GROUP BY indicator, place"
    )


def figures(periods: Sequence[Period]) -> str:
    """Turn `wide` into rows: indicator, place, period, value, status, qualifier."""
    status = "CASE f{n} WHEN 2 THEN 'actual' WHEN 1 THEN 'preliminary' ELSE 'estimate' END"
    parts = (
        f"SELECT indicator, place, {text(str(period))} AS period, v{n} AS value, "
        f"{status.format(n=n)} AS status, '' AS qualifier FROM wide WHERE v{n} IS NOT NULL"
        for n, period in enumerate(periods)
    )
    nothing = (
        "SELECT '' AS indicator, '' AS place, '' AS period, CAST(0 AS DOUBLE) AS value, "
        "'' AS status, '' AS qualifier WHERE false"
    )
    return " UNION ALL ".join((nothing, *parts))


def bounds(
    source: str,
    reported: Iterable[tuple[str, str]],
    indicators: Mapping[str, Indicator],
    day: date,
) -> str:
    """Ask, in the columns of `figures`, for what is known only as a bound."""
    pairs = sorted(set(reported))
    known = _known((indicator for indicator, _ in pairs), day)
    value = _converted(pairs, indicators)
    return (
        f"SELECT indicator, place, period, arg_max({value}, {_STRENGTH}) AS value, "
        f"arg_max(status, {_STRENGTH}) AS status, "
        f"substr(arg_max(qualifier, {_STRENGTH}), 1, 1) AS qualifier "
        f"FROM {source} WHERE {known} GROUP BY indicator, place, period "
        f"HAVING bool_and({_IS_BOUND})"
    )


def _known(observed: Iterable[str], day: date) -> str:
    listed = ", ".join(text(one) for one in sorted(set(observed))) or "NULL"
    return f"recorded_at <= DATE {text(day.isoformat())} AND indicator IN ({listed})"


def _converted(pairs: Sequence[tuple[str, str]], indicators: Mapping[str, Indicator]) -> str:
    """The value in the indicator's unit; a plain column when nothing needs converting."""
    cases = []
    for indicator, code in pairs:
        reported, declared = known_units()[code].scale, indicators[indicator].unit.scale
        if reported != declared:
            cases.append(
                f"WHEN indicator = {text(indicator)} AND unit = {text(code)} "
                f"THEN CAST(value AS DOUBLE) * {number(reported)} / {number(declared)}"
            )
    plain = "CAST(value AS DOUBLE)"
    return f"CASE {' '.join(cases)} ELSE {plain} END" if cases else plain


def number(value: float) -> str:
    """Write a number as a double."""
    return f"CAST({value!r} AS DOUBLE)"
