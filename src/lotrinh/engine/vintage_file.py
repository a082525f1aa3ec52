"""A vintage on disk: a Parquet file of observations and a manifest with the hashes.

Written once and never again: the same vintage gives the same bytes, and another one is
refused the folder. What a vintage is stands in `lotrinh.ledger`.
"""

# ruff: noqa: S608 (the only text from outside is a path, and it goes through `text`)

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from lotrinh.base.errors import Where, wrong
from lotrinh.base.source import Source
from lotrinh.engine.dialect import text
from lotrinh.engine.facts_sql import decoded
from lotrinh.ledger import Observation, Vintage
from lotrinh.ledger.observation import LATER_COLUMNS
from lotrinh.periods import Period

FORMAT = 2
#: Formats that can be read: the first has no columns for parts of the whole.
_READABLE = (1, 2)
OBSERVATIONS = "observations.parquet"
MANIFEST = "manifest.json"

#: Columns and types of the file. `value` is what engines compute with, `exact` what was
#: reported, to the digit; `id` is the observation's id as a number.
COLUMNS = {
    "indicator": "VARCHAR", "place": "VARCHAR", "period": "VARCHAR", "value": "DOUBLE",
    "unit": "VARCHAR", "status": "VARCHAR", "qualifier": "VARCHAR", "method": "VARCHAR",
    "price_basis": "VARCHAR", "recorded_at": "DATE", "recorded_precision": "VARCHAR",
    "source_title": "VARCHAR", "source_url": "VARCHAR", "source_published_on": "DATE",
    "note": "VARCHAR", "breakdown": "VARCHAR", "shared": "VARCHAR", "mark": "VARCHAR",
    "exact": "VARCHAR", "id": "UBIGINT",
}  # fmt: skip

#: Columns and types of computed results.
RESULT_COLUMNS = {
    "indicator": "VARCHAR", "place": "VARCHAR", "period": "VARCHAR", "value": "DOUBLE",
    "status": "VARCHAR", "qualifier": "VARCHAR", "breakdown": "VARCHAR",
    "reported": "BIGINT", "expected": "BIGINT", "weight": "DOUBLE",
}  # fmt: skip


def write_vintage(vintage: Vintage, folder: Path) -> None:
    """Write a vintage into a folder, which is made when needed.

    Writing the same vintage again changes nothing; raises LotrinhError when the folder holds
    another one.
    """
    if (folder / MANIFEST).exists():
        if _manifest(folder)["vintage"] != vintage.hash:
            raise wrong("engine.vintage_exists", Where(str(folder)), folder=folder.name)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise wrong("engine.vintage_folder", Where(str(folder)), folder=folder.name) from error
    write_rows(vintage.observations, folder / OBSERVATIONS)
    manifest = {
        "format": FORMAT,
        "as_known_on": vintage.as_known_on.isoformat(),
        "rows": len(vintage.observations),
        "files": {OBSERVATIONS: _sha256(folder / OBSERVATIONS)},
        "vintage": vintage.hash,
    }
    # The manifest comes last: a folder without one holds no vintage, whatever else is in it.
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def read_vintage(folder: Path) -> Vintage:
    """Read a vintage; raises LotrinhError when its hashes do not match what is there."""
    manifest = _manifest(folder)
    observations = tuple(_read(check_file(folder, manifest)))
    vintage = Vintage(date.fromisoformat(manifest["as_known_on"]), observations)
    if vintage.hash != manifest["vintage"]:
        raise wrong("engine.vintage_changed", Where(str(folder)), file=MANIFEST)
    return vintage


def check_file(folder: Path, manifest: dict[str, Any] | None = None) -> Path:
    """Return the path of the observations, checked against the manifest's hash."""
    kept = manifest or _manifest(folder)
    path = folder / OBSERVATIONS
    if not path.exists():
        raise wrong(
            "engine.vintage_missing", Where(str(folder)), folder=folder.name, file=path.name
        )
    if _sha256(path) != kept["files"][OBSERVATIONS]:
        raise wrong("engine.vintage_changed", Where(str(folder)), file=path.name)
    return path


def fill(connection: duckdb.DuckDBPyConnection, observations: Iterable[Observation]) -> None:
    """Create the table `observations` in the columns of the file."""
    typed = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE TEMP TABLE observations ({typed})")
    columns = list(zip(*(_row(one) for one in observations), strict=True))
    if columns:
        unnested = ", ".join(f"unnest(${n})" for n in range(1, len(COLUMNS) + 1))
        connection.execute(
            f"INSERT INTO observations SELECT {unnested}", [list(c) for c in columns]
        )


def write_rows(observations: Iterable[Observation], path: Path) -> None:
    """Write observations as a Parquet file of its own, without a manifest."""
    with duckdb.connect(config={"threads": 1}) as connection:
        fill(connection, observations)
        target = text(str(path))
        connection.execute(f"COPY observations TO {target} (FORMAT parquet, COMPRESSION zstd)")


def file_to_csv(path: Path, columns: Iterable[str], out: Path) -> None:
    """Write columns of a file as CSV without a header, for a database that reads no Parquet."""
    with duckdb.connect() as connection:
        query = f"SELECT {', '.join(columns)} FROM {source_of(connection, path)}"
        connection.execute(f"COPY ({query}) TO {text(str(out))} (FORMAT csv, HEADER false)")


def write_plain(path: Path, columns: Iterable[str], out: Path) -> None:
    """Write columns of a file as Parquet files in a folder, for who reads no numbers for texts."""
    with duckdb.connect() as connection:
        # No row has to wait for those before it.
        connection.execute("SET preserve_insertion_order = false")
        query = f"SELECT {', '.join(columns)} FROM {source_of(connection, path)}"
        target = text(str(out))
        connection.execute(f"COPY ({query}) TO {target} (FORMAT parquet, PER_THREAD_OUTPUT)")


def csv_to_results(path: Path, out: Path) -> None:
    """Write results that a database gave as CSV without a header as a Parquet file."""
    named = ", ".join(f"{text(name)}: {text(kind)}" for name, kind in RESULT_COLUMNS.items())
    read = (
        f"read_csv({text(str(path))}, header = false, columns = {{{named}}}, delim = ',', "
        "auto_detect = false, quote = '\"', escape = '\"', allow_quoted_nulls = false)"
    )
    with duckdb.connect() as connection:
        connection.execute(f"COPY (FROM {read}) TO {text(str(out))} (FORMAT parquet)")


def source_of(connection: duckdb.DuckDBPyConnection, path: Path) -> str:
    """Return SQL for the rows of a file, or of a vintage in many files.

    Columns that came after a file was written are empty.
    """
    if path.is_dir():
        return decoded(path)
    file = text(str(path))
    there = connection.execute(f"SELECT name FROM parquet_schema({file})").fetchall()
    later = [one for one in LATER_COLUMNS if (one,) not in there]
    empty = "".join(f", '' AS {one}" for one in later)
    return f"(SELECT *{empty} FROM read_parquet({file}))" if later else f"read_parquet({file})"


def _row(one: Observation) -> tuple[Any, ...]:
    cells: dict[str, Any] = {
        **one.as_row(),
        "exact": format(one.value, "f"),
        "value": float(one.value),
        "recorded_at": one.recorded_at,
        "source_published_on": one.source.published_on,
        "id": int(one.id, 16),
    }
    return tuple(cells[name] for name in COLUMNS)


def _read(path: Path) -> Iterable[Observation]:
    names = ", ".join(COLUMNS)
    with duckdb.connect(config={"threads": 1}) as connection:
        rows = connection.execute(f"SELECT {names} FROM {source_of(connection, path)}").fetchall()
    for row in rows:
        cells = dict(zip(COLUMNS, row, strict=True))
        yield Observation(
            indicator=cells["indicator"],
            place=cells["place"],
            period=Period.read(cells["period"]),
            value=Decimal(cells["exact"]),
            unit=cells["unit"],
            status=cells["status"],
            source=Source(cells["source_title"], cells["source_url"], cells["source_published_on"]),
            recorded_at=cells["recorded_at"],
            recorded_precision=cells["recorded_precision"],
            qualifier=cells["qualifier"],
            method=cells["method"],
            price_basis=cells["price_basis"],
            note=cells["note"],
            breakdown=cells["breakdown"],
            shared=cells["shared"],
            mark=cells["mark"],
        )


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.exists():
        raise wrong("engine.vintage_missing", Where(str(folder)), folder=folder.name, file=MANIFEST)
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        known = found["format"]
        # Only a manifest of this format is known to say these.
        if known in _READABLE:
            date.fromisoformat(found["as_known_on"])
            complete = isinstance(found["vintage"], str) and OBSERVATIONS in found["files"]
    except (ValueError, KeyError, TypeError):
        raise wrong("engine.vintage_unreadable", Where(str(path))) from None
    if known not in _READABLE:
        raise wrong("engine.vintage_format", Where(str(path)), found=known, known=FORMAT)
    if not complete:
        raise wrong("engine.vintage_unreadable", Where(str(path)))
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
