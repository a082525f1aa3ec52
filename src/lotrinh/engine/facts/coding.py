"""Gives a number to each text that repeats in the observations, and writes down which."""

# ruff: noqa: S608 (every text from outside goes through `text`)

from __future__ import annotations

from pathlib import Path

import duckdb

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.dialect import text
from lotrinh.periods import Period

_FIRMNESS = "CASE status WHEN 'actual' THEN 2 WHEN 'preliminary' THEN 1 ELSE 0 END"
_IS_BOUND = "(method = 'inferred' AND qualifier IN ('<', '<=', '>', '>='))"
#: Table -> its columns, and what is worked out beside them.
TABLES = {
    "series": ("indicator, breakdown, shared", "count(*) AS figures"),
    "place": ("place", ""),
    "period": ("period", ""),
    "how": (
        "recorded_at, status, unit, qualifier, method, price_basis",
        f"{_FIRMNESS} AS firmness, NOT {_IS_BOUND} AS is_exact",
    ),
}


def create_codes(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[int]:
    """Create `<name>_codes` from the view `known`, write each; return the figures by series.

    Raises LotrinhError that holds every period that cannot be read or is spelt another way.
    """
    for name, (columns, more) in TABLES.items():
        beside = f", {more}" if more else ""
        connection.execute(
            f"CREATE TABLE {name}_codes AS "
            f"SELECT CAST(row_number() OVER (ORDER BY {columns}) - 1 AS INTEGER) AS code, * "
            f"FROM (SELECT {columns}{beside} FROM known GROUP BY {columns})"
        )
    _order_periods(connection)
    for name in TABLES:
        target = text(str(folder / f"{name}.parquet"))
        connection.execute(f"COPY (FROM {name}_codes ORDER BY code) TO {target} (FORMAT parquet)")
    found = connection.execute("SELECT figures FROM series_codes ORDER BY code").fetchall()
    return [int(count) for (count,) in found]


def _order_periods(connection: duckdb.DuckDBPyConnection) -> None:
    """Number the periods in the order of time, not of their spelling."""
    problems = Problems()
    found = []
    for (spelt,) in connection.execute("SELECT period FROM period_codes").fetchall():
        about = Period.read(spelt, Where(field="period"))
        if str(about) != spelt:
            values = {"found": spelt, "right": str(about)}
            problems.add("engine.period_spelling", Where(field="period"), **values)
        found.append(about)
    problems.raise_if_any()
    numbered = [(n, str(one)) for n, one in enumerate(sorted(found))]
    if numbered:
        connection.executemany("UPDATE period_codes SET code = ? WHERE period = ?", numbered)
