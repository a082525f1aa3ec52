"""Writes a vintage of any size as a folder of Parquet files: the figures apart from their texts.

Sorted by series, place, period and strength; a row group holds one series, or some small
ones, so that a slice reads little. Written block by block, in bounded memory.
"""

# ruff: noqa: S608 (every text from outside goes through `text`)

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from lotrinh.base.errors import Where, wrong
from lotrinh.engine.dialect import text
from lotrinh.engine.facts import manifest as kept
from lotrinh.engine.facts.coding import create_codes

FACTS = ("series", "place", "period", "value", "how")
TEXTS = (
    "id", "exact", "recorded_precision", "source_title", "source_url", "source_published_on",
    "note",
)  # fmt: skip
#: What the database may hold; what does not fit is set down beside the vintage, and cleared away.
MEMORY = "3GB"
#: Rows of a file at least, of a row group at least, and of a row group at most.
FILE_ROWS, SMALL_GROUP, LARGE_GROUP = 4_000_000, 131_072, 1_048_576

#: Called with the rows written so far and the rows there will be.
Progress = Callable[[int, int], None]


def write_facts(
    source: Path, folder: Path, as_known_on: date, progress: Progress = lambda *_: None
) -> str:
    """Write the figures known on the day into a new folder; return the hash that names them.

    `source` is a Parquet file, or a pattern of several, with the columns of a vintage's file.
    Raises LotrinhError when the folder already holds something or a period cannot be read.
    """
    if folder.exists() and any(folder.iterdir()):
        raise wrong("engine.vintage_exists", Where(str(folder)), folder=folder.name)
    for name in ("facts", "texts", "codes"):
        (folder / name).mkdir(parents=True)
    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        connection.execute(f"SET temp_directory = {text(str(folder / 'unsorted.tmp'))}")
        day = f"DATE {text(as_known_on.isoformat())}"
        connection.execute(
            f"CREATE VIEW known AS SELECT * FROM read_parquet({text(str(source))}) "
            f"WHERE recorded_at <= {day}"
        )
        counts = create_codes(connection, folder / "codes")
        rows = sum(counts)
        written = 0
        index: list[tuple[int, ...]] = []
        for number, (first, last) in enumerate(_files(counts)):
            name = f"{number:04}.parquet"
            table = connection.sql(_sorted(first, last)).to_arrow_table()
            groups = list(_groups(counts, first, last))
            _write(table.select(FACTS), folder / "facts" / name, groups)
            _write(table.select(TEXTS), folder / "texts" / name, groups)
            index += [(number, at, *group) for at, group in enumerate(groups)]
            written += table.num_rows
            progress(written, rows)
    _write_index(index, folder / "codes" / "groups.parquet")
    return kept.write_manifest(folder, as_known_on, rows)


def _files(counts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last series of each file."""
    first = rows = 0
    for code, count in enumerate(counts):
        rows += count
        if rows >= FILE_ROWS or code == len(counts) - 1:
            yield first, code
            first, rows = code + 1, 0


def _groups(counts: list[int], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Yield the row groups of a file: first series, last series, rows."""
    begun, rows = first, 0
    for code in range(first, last + 1):
        rows += counts[code]
        while rows > LARGE_GROUP:
            yield begun, code, LARGE_GROUP
            begun, rows = code, rows - LARGE_GROUP
        if rows and (rows >= SMALL_GROUP or code == last):
            yield begun, code, rows
            begun, rows = code + 1, 0
        elif not rows:
            begun = code + 1


def _sorted(first: int, last: int) -> str:
    """The figures of some series with their codes, the strongest of each thing last."""
    texts = ", ".join(f"known.{name}" for name in TEXTS)
    return (
        f"SELECT series_codes.code AS series, place_codes.code AS place, "
        f"period_codes.code AS period, CAST(value AS DOUBLE) AS value, how_codes.code AS how, "
        f"{texts} FROM known JOIN series_codes USING (indicator, breakdown, shared) "
        "JOIN place_codes USING (place) JOIN period_codes USING (period) "
        "JOIN how_codes USING (recorded_at, status, unit, qualifier, method, price_basis) "
        f"WHERE series_codes.code BETWEEN {first} AND {last} AND known.indicator BETWEEN "
        f"(SELECT min(indicator) FROM series_codes WHERE code >= {first}) AND "
        f"(SELECT max(indicator) FROM series_codes WHERE code <= {last}) "
        "ORDER BY series, place, period, how_codes.is_exact, recorded_at, how_codes.firmness, id"
    )


def _write(table: pa.Table, path: Path, groups: list[tuple[int, int, int]]) -> None:
    """Write a file in the given row groups.

    Dictionaries make codes and rounded values small, and are read faster than what a general
    compression leaves; texts are compressed besides. No fact is ever missing, and a reader
    that is told so need not look.
    """
    is_facts = "value" in table.column_names
    compression = "none" if is_facts else "zstd"
    if is_facts:
        table = table.cast(pa.schema([one.with_nullable(False) for one in table.schema]))
    with pq.ParquetWriter(path, table.schema, compression=compression) as writer:
        begun = 0
        for _, _, rows in groups:
            writer.write_table(table.slice(begun, rows), row_group_size=rows)
            begun += rows


def _write_index(index: list[tuple[int, ...]], path: Path) -> None:
    names = ("file", "group", "first", "last", "rows")
    columns: list[Any] = list(zip(*index, strict=True)) or [()] * len(names)
    arrays = [pa.array(column, pa.int32()) for column in columns]
    pq.write_table(pa.table(dict(zip(names, arrays, strict=True))), path)
