"""A nation's ledger, made up but lifelike: every commune × 500 indicators × 16 years, revised.

The communes are those of 30 June 2025 with their districts and provinces. Each figure is
announced as an estimate in December, one in five as preliminary half a year later, one in
twenty as actual after that; one in a thousand is missing, and one commune in twenty reports
thousands of persons where persons are asked for.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from lotrinh.base.words import Words
from lotrinh.engine.facts.write import write_facts
from lotrinh.engine.sql import INPUT_COLUMNS
from lotrinh.engine.territory import Territory
from lotrinh.flow import read_country
from lotrinh.indicators import Indicator, unit
from lotrinh.places import Gazetteer
from lotrinh.places.tree import Tree, tree_on

#: Observed indicators: half are amounts, half head counts.
OBSERVED, RATIOS = 500, 200
FIRST_YEAR, LAST_YEAR = 2010, 2025
#: The day of the map, and the day of knowledge: the last estimates are not yet known.
MAP, AS_KNOWN_ON = date(2025, 6, 30), date(2025, 10, 1)
#: Observations of one commune: indicators × years × announcements.
_EACH = OBSERVED * (LAST_YEAR - FIRST_YEAR + 1) * 1.25
#: Indicators made at a time, so that a laptop's memory is enough.
_BLOCK = 25


@dataclass(frozen=True)
class Nation:
    """A vintage in a folder, and the tree of its places."""

    folder: Path
    tree: Tree
    rows: int

    def territory(self) -> Territory:
        """Return the places on one map for all years, with every list whole."""
        return Territory(gazetteer_of(self.tree))


def gazetteer_of(tree: Tree) -> Gazetteer:
    """Return the places of a tree as if they had always been."""
    always = {"valid_from": None, "valid_to": None}
    return Gazetteer({id: replace(one, **always) for id, one in tree.places.items()})


def indicators() -> dict[str, Indicator]:
    """Return 500 observed indicators, 200 ratios of them and the growth of each ratio."""
    found = {}
    for n in range(OBSERVED // 2):
        found |= {
            f"amount-{n:03}": _indicator(f"amount-{n:03}", "billion_dong"),
            f"people-{n:03}": _indicator(f"people-{n:03}", "person"),
        }
    for n in range(RATIOS):
        ratio, growth = f"ratio-{n:03}", f"growth-{n:03}"
        formula = f"1000 * amount_{n:03} / people_{n:03}"
        found |= {
            ratio: _indicator(ratio, "million_dong_per_person", formula, "ratio"),
            growth: _indicator(growth, "percent", f"growth(ratio_{n:03})", "rate"),
        }
    return found


def make_nation(
    rows: int, folder: Path, progress: Callable[[str], None] = lambda _: None
) -> Nation:
    """Return a vintage of about `rows` observations, the same on every run; made if not there.

    A smaller one has fewer provinces, each with all of its communes, but for the last.
    """
    tree = _tree(max(1, round(rows / _EACH)))
    kept = folder / f"nation-{rows}"
    if not (kept / "manifest.json").exists():
        shutil.rmtree(kept, ignore_errors=True)
        raw = folder / f"raw-{rows}"
        raw.mkdir(parents=True)
        try:
            _write_raw(tree, raw, progress)
            write_facts(raw / "*.parquet", kept, date(2027, 1, 1))
        finally:
            shutil.rmtree(raw)
    (found,) = duckdb.sql(f"SELECT count(*) FROM '{kept}/facts/*.parquet'").fetchall()
    return Nation(kept, tree, int(found[0]))


def make_plain(rows: int, folder: Path) -> tuple[Path, Tree]:
    """Return the same figures as plain Parquet, in the columns that a computation reads.

    They are what a cluster would find on its storage; made if not there.
    """
    tree, kept = _tree(max(1, round(rows / _EACH))), folder / f"plain-{rows}"
    if not kept.exists():
        made = folder / f".plain-{rows}"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        _write_raw(tree, made, lambda _: None, INPUT_COLUMNS)
        made.rename(kept)
    return kept / "*.parquet", tree


def _tree(communes: int) -> Tree:
    """Return the map of the day, cut to so many communes."""
    content = Path(__file__).resolve().parents[1] / "content"
    whole = tree_on(read_country(content).gazetteer, MAP)
    kept: dict[str, None] = {}
    for place in [one for one in whole.below("vn") if one.level == "commune"][:communes]:
        kept |= dict.fromkeys([place.id, *(above.id for above in whole.above(place.id))])
    places = {id: whole.places[id] for id in kept}
    parents = {id: parent for id, parent in whole.parents.items() if id in kept}
    return Tree(whole.day, whole.hierarchy, places, parents)


def _write_raw(
    tree: Tree, folder: Path, progress: Callable[[str], None], columns: Iterable[str] = ("*",)
) -> None:
    communes = sorted(one.id for one in tree.places.values() if one.level == "commune")
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE communes (p BIGINT, place VARCHAR)")
        connection.execute(
            "INSERT INTO communes SELECT unnest($1), unnest($2)",
            [list(range(len(communes))), communes],
        )
        for kind in ("amount", "people"):
            for first in range(0, OBSERVED // 2, _BLOCK):
                name = f"{kind}-{first:03}.parquet"
                select = _observations(kind, first, first + _BLOCK)
                select = f"SELECT {', '.join(columns)} FROM ({select})"
                connection.execute(f"COPY ({select}) TO '{folder / name}' (FORMAT parquet)")
                progress(name)


def _indicator(name: str, measured: str, formula: str = "", kind: str = "flow") -> Indicator:
    words = Words(name, name)
    one = Indicator(name, words, words, unit(measured), kind, "up", formula, "", "vn/gso", ())  # type: ignore[arg-type]
    return replace(one, over_places="none" if formula else "sum", missing="partial")


def _observations(kind: str, first: int, last: int) -> str:
    """Hashes stand in for chance, so that every run measures the same ledger."""
    is_people = "true" if kind == "people" else "false"
    return f"""
        WITH cells AS (
            SELECT n, p, place, y, r, hash('{kind}', n, p, y) AS chance,
                hash('{kind}', n, p, y, r) AS id
            FROM range({first}, {last}) AS a (n), communes,
                range({FIRST_YEAR}, {LAST_YEAR + 1}) AS c (y), range(3) AS d (r)
            WHERE chance % 1000 <> 7
                AND (r = 0 OR (r = 1 AND chance % 5 = 0) OR (r = 2 AND chance % 20 = 0))
        ), figures AS (
            SELECT *, {is_people} AND p % 20 = 0 AS in_thousands,
                round(1000 * (1 + (y - {FIRST_YEAR}) * 0.05) * (1 + (id % 1000) / 10000.0), 1)
                AS plain
            FROM cells
        )
        SELECT
            format('{kind}-{{:03d}}', n) AS indicator, place, CAST(y AS VARCHAR) AS period,
            CASE WHEN in_thousands THEN plain / 1000 ELSE plain END AS value,
            CASE WHEN in_thousands THEN 'thousand_persons' WHEN {is_people} THEN 'person'
                 ELSE 'billion_dong' END AS unit,
            CASE r WHEN 0 THEN 'estimate' WHEN 1 THEN 'preliminary' ELSE 'actual' END AS status,
            '' AS qualifier, 'published' AS method, '' AS price_basis,
            make_date(y, 12, 1) + CAST((chance % 30) + 180 * r AS INTEGER) AS recorded_at,
            'day' AS recorded_precision, format('Niên giám thống kê {{}}', y) AS source_title,
            format('https://example.vn/{{}}/{{}}', y, place) AS source_url,
            CAST(NULL AS DATE) AS source_published_on, '' AS note, '' AS breakdown, '' AS shared,
            CAST(value AS VARCHAR) AS exact, id
        FROM figures ORDER BY n, place, y, r
    """
