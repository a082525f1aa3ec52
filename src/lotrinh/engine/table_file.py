"""Results as a table, written as Parquet, Arrow or CSV piece by piece: memory stays bounded.

A file appears under its name when it is whole, and not before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from lotrinh.base.errors import Where, wrong

FORMATS = ("parquet", "arrow", "csv")


def _coded(codes: pa.DataType) -> pa.DataType:
    return pa.dictionary(codes, pa.string())


#: `reported` and `expected` count the finest units behind a total; null for a place's own figure.
_KINDS = {
    "indicator": _coded(pa.int16()), "place": _coded(pa.int32()), "period": _coded(pa.int32()),
    "value": pa.float64(), "status": _coded(pa.int8()), "qualifier": _coded(pa.int8()),
    "breakdown": _coded(pa.int16()), "reported": pa.int32(), "expected": pa.int32(),
    "weight": pa.float64(),
}  # fmt: skip
_MAY_BE_NULL = ("reported", "expected", "weight")
SCHEMA = pa.schema([pa.field(name, kind, name in _MAY_BE_NULL) for name, kind in _KINDS.items()])


#: The schema with its texts as texts.
_PLAIN = pa.schema(
    [(one.name, pa.string() if pa.types.is_dictionary(one.type) else one.type) for one in SCHEMA]
)


def table_of(rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """Return rows, each with a value for every column, as a table."""
    return pa.Table.from_pylist([*rows], schema=_PLAIN).cast(SCHEMA)


def read_tables(path: Path) -> Iterator[pa.Table]:
    """Yield the results in a Parquet file, or in a folder of some, in the schema of results."""
    for one in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        with pq.ParquetFile(one) as file:
            for batch in file.iter_batches():
                table = pa.Table.from_batches([batch]).select(SCHEMA.names)
                plain = table.cast(_PLAIN)
                yield plain.cast(SCHEMA)


#: Values encoded at a time.
_BATCH = 131_072


class Sink(Protocol):
    """Whatever takes tables of `SCHEMA`, one after the other."""

    def write_table(self, table: pa.Table) -> None:
        """Take one more table."""


@contextmanager
def open_sink(path: Path, format: str = "") -> Iterator[Sink]:
    """Open a file to write tables to; the format is told by the name unless it is given.

    Raises LotrinhError for an unknown format or a place that cannot be written to.
    """
    kind = format or path.suffix.removeprefix(".")
    if kind not in FORMATS:
        raise wrong("engine.unknown_format", Where(str(path)), format=kind or "–", known=FORMATS)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.touch()
        with _writer(partial, kind) as sink:
            yield sink
        partial.replace(path)
    except OSError as error:
        raise wrong("engine.cannot_write", Where(str(path)), reason=error.strerror) from error
    finally:
        partial.unlink(missing_ok=True)


def _writer(path: Path, kind: str) -> Any:
    if kind == "arrow":
        # Each piece carries the names it uses, so that none needs to be known beforehand.
        options = pa.ipc.IpcWriteOptions(unify_dictionaries=False, emit_dictionary_deltas=False)
        return pa.ipc.new_stream(path, SCHEMA, options=options)
    if kind == "csv":
        return pyarrow.csv.CSVWriter(path, SCHEMA)
    codes = [one.name for one in SCHEMA if one.name not in ("value", "weight")]
    # Statistics of codes cost as much as writing them; who looks for one indicator has its own.
    return pq.ParquetWriter(
        path, SCHEMA, compression="none", use_dictionary=codes,
        write_statistics=["indicator"], write_batch_size=_BATCH,
    )  # fmt: skip
