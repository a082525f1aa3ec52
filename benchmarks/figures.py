"""A made-up but lifelike ledger: indicators × places × years × revisions, as a Parquet file.

Each figure is announced as an estimate in December, one in five as preliminary half a year
later, one in twenty as actual after that; one in a thousand is missing, and one body in
twenty reports thousands of persons where persons are asked for. The rows lie in the order
of a vintage: indicator, place, period, day.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from lotrinh.base.words import Words
from lotrinh.indicators import Indicator, unit

#: Pairs of an amount and a head count; each gives a ratio and the growth of the ratio.
PAIRS = 25
FIRST_YEAR, LAST_YEAR = 2010, 2025
#: The estimates for the last year and some revisions are not yet known on this day.
AS_KNOWN_ON = date(2025, 10, 1)


@dataclass(frozen=True)
class Ledger:
    """A file of observations, and how many there are."""

    path: Path
    rows: int


def indicators() -> dict[str, Indicator]:
    """Return 50 observed indicators, 25 ratios of them and the growth of each ratio."""
    found = {}
    for n in range(PAIRS):
        found |= {
            f"amount-{n:02}": _indicator(f"amount-{n:02}", "billion_dong"),
            f"people-{n:02}": _indicator(f"people-{n:02}", "person"),
            f"ratio-{n:02}": _indicator(
                f"ratio-{n:02}", "million_dong_per_person", f"1000 * amount_{n:02} / people_{n:02}"
            ),
            f"growth-{n:02}": _indicator(f"growth-{n:02}", "percent", f"growth(ratio_{n:02})"),
        }
    return found


def write_ledger(rows: int, folder: Path) -> Ledger:
    """Write about `rows` observations, the same ones on every run."""
    years = LAST_YEAR - FIRST_YEAR + 1
    places = max(1, round(rows / (2 * PAIRS * years * 1.25)))
    path = folder / f"observations-{rows}.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({_observations(places)}) TO '{path}' (FORMAT parquet)")
        (written,) = connection.execute(f"SELECT count(*) FROM '{path}'").fetchall()
    return Ledger(path, int(written[0]))


def _indicator(name: str, measured: str, formula: str = "") -> Indicator:
    words = Words(name, name)
    return Indicator(name, words, words, unit(measured), "flow", "up", formula, "", "vn/gso", ())


def _observations(places: int) -> str:
    """Hashes stand in for chance, so that every run measures the same ledger."""
    return f"""
        WITH cells AS (
            SELECT kind, n, p, y, r, hash(kind, n, p, y) AS chance, hash(kind, n, p, y, r) AS id
            FROM (VALUES ('amount'), ('people')) AS kinds (kind),
                range({PAIRS}) AS a (n), range({places}) AS b (p),
                range({FIRST_YEAR}, {LAST_YEAR + 1}) AS c (y), range(3) AS d (r)
            WHERE chance % 1000 <> 7
                AND (r = 0 OR (r = 1 AND chance % 5 = 0) OR (r = 2 AND chance % 20 = 0))
        )
        SELECT
            format('{{}}-{{:02d}}', kind, n) AS indicator,
            format('vn/place-{{:05d}}', p) AS place,
            CAST(y AS VARCHAR) AS period,
            CASE WHEN kind = 'people' AND p % 20 = 0 THEN 0.001 ELSE 1.0 END
                * round(1000 * (1 + (y - {FIRST_YEAR}) * 0.05) * (1 + (id % 1000) / 10000.0), 1)
                AS value,
            CASE WHEN kind = 'amount' THEN 'billion_dong'
                 WHEN p % 20 = 0 THEN 'thousand_persons' ELSE 'person' END AS unit,
            CASE r WHEN 0 THEN 'estimate' WHEN 1 THEN 'preliminary' ELSE 'actual' END AS status,
            '' AS qualifier, 'published' AS method, '' AS price_basis,
            make_date(y, 12, 1) + CAST((chance % 30) + 180 * r AS INTEGER) AS recorded_at,
            id, '' AS breakdown, '' AS shared
        FROM cells ORDER BY kind, n, p, y, r
    """
