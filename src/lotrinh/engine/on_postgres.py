"""The PostgreSQL engine: figures are copied into temporary tables, computed there and read back.

One transaction that is rolled back in the end, so that nothing stays on the server; the right
to make temporary tables is all that its user needs. What is run stands in `calculation`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lotrinh.base.errors import wrong
from lotrinh.engine.calculation import Calculation, results_of
from lotrinh.engine.database import Database, Listed, Step
from lotrinh.engine.dialect import POSTGRES, Dialect
from lotrinh.engine.results import Results
from lotrinh.engine.sql import INPUT_COLUMNS
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import COLUMNS, csv_to_results, file_to_csv, write_rows
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage

if TYPE_CHECKING:
    import psycopg

#: A column of a file in PostgreSQL's words, where it has others.
_TYPES = {"DOUBLE": "DOUBLE PRECISION", "UBIGINT": "NUMERIC(20)"}
#: Bytes handed to the server in one piece.
_PIECE = 1 << 20


class _Postgres(Database):
    """A connection, as the computation sees it."""

    dialect: Dialect = POSTGRES

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def take(self, step: Step | Listed | str) -> None:
        """Run a step; a table that was filled is counted, so that joins are planned well."""
        if isinstance(step, Listed):
            self.connection.execute(_plain(step.create()))
            with self.connection.cursor().copy(_plain(f"COPY {step.table} FROM STDIN")) as copy:
                for row in step.rows:
                    copy.write_row(row)
        else:
            self.connection.execute(_plain(step if isinstance(step, str) else step.statement()))
        if not isinstance(step, str):
            self.connection.execute(_plain(f"ANALYZE {step.table}"))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(_plain(query)).fetchall()


def run(
    indicators: Mapping[str, Indicator], vintage: Vintage, territory: Territory, server: str
) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before.

    `server` is the URL of a database, postgresql://user:password@host/name.
    """
    with tempfile.TemporaryDirectory() as folder, _open(server) as connection:
        observations = Path(folder, "observations.parquet")
        write_rows(vintage.observations, observations)
        calculation = _begin(connection, indicators, observations, vintage.as_known_on, territory)
        rows = calculation.database.rows(calculation.figures())
    return results_of(rows, indicators, vintage, territory)


def calculate_file(
    indicators: Mapping[str, Indicator],
    observations: Path,
    out: Path,
    as_known_on: date,
    territory: Territory,
    server: str,
) -> None:
    """Compute every indicator from a Parquet file into another; see `compute.compute_file`."""
    with tempfile.TemporaryDirectory(dir=out.parent) as folder, _open(server) as connection:
        calculation = _begin(connection, indicators, observations, as_known_on, territory)
        answer = Path(folder, "results.csv")
        sent = f"COPY ({calculation.of_indicators()}) TO STDOUT (FORMAT csv)"
        with connection.cursor().copy(_plain(sent)) as copy, answer.open("wb") as file:
            for piece in copy:
                file.write(piece)
        csv_to_results(answer, out)


@contextmanager
def _open(server: str) -> Iterator[psycopg.Connection]:
    """Open a connection; whatever was done on it is undone in the end."""
    try:
        import psycopg
    except ImportError as error:
        raise wrong("engine.needs_psycopg") from error
    try:
        connection = psycopg.connect(server)
    except psycopg.OperationalError as error:
        raise wrong("engine.no_server", reason=_last_words(error)) from error
    try:
        # One client waits for one answer: compiling it costs more than it saves.
        connection.execute("SET LOCAL jit = off")
        connection.execute("SET LOCAL client_min_messages = warning")
        yield connection
    finally:
        connection.rollback()
        connection.close()


def _begin(
    connection: psycopg.Connection,
    indicators: Mapping[str, Indicator],
    observations: Path,
    day: date,
    territory: Territory,
) -> Calculation:
    """Bring the figures to the server and compute there."""
    database = _Postgres(connection)
    for function in POSTGRES.functions:
        database.take(function)
    typed = ", ".join(f"{one} {_TYPES.get(COLUMNS[one], COLUMNS[one])}" for one in INPUT_COLUMNS)
    database.take(f"CREATE TEMP TABLE observations ({typed})")
    with tempfile.TemporaryDirectory() as folder:
        sent = Path(folder, "observations.csv")
        file_to_csv(observations, INPUT_COLUMNS, sent)
        with (
            connection.cursor().copy("COPY observations FROM STDIN (FORMAT csv)") as copy,
            sent.open("rb") as file,
        ):
            while piece := file.read(_PIECE):
                copy.write(piece)
    database.take("ANALYZE observations")
    return Calculation(database, "observations", indicators, day, territory)


def _last_words(error: Exception) -> str:
    """Return the end of what the driver says: before it stands the address, and its password."""
    line = str(error).strip().splitlines()[0]
    return line.rsplit(": ", 1)[-1].rstrip(".")


def _plain(query: str) -> bytes:
    """The driver asks for a literal or for bytes, so that no one joins texts of strangers."""
    return query.encode()
