"""The Spark engine: for more figures than one machine holds, on this machine or on a cluster.

The plan is the one of the other databases. Tables are kept in the memory of the session, and
on its disks where that is short; the session is closed in the end, unless it was there before.
What is run stands in `calculation`.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from lotrinh.base.errors import wrong
from lotrinh.engine.calculation import Calculation, results_of
from lotrinh.engine.database import Listed, Step
from lotrinh.engine.dialect import SPARK, Dialect
from lotrinh.engine.results import Results
from lotrinh.engine.sql import INPUT_COLUMNS
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import write_rows
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.ledger.observation import LATER_COLUMNS

#: All processors of this machine.
_HERE = "local[*]"

#: What a result depends on: too large is infinity and not an error, a day is a day everywhere.
_MEANING = {
    "spark.sql.ansi.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "false",
    # What is known of kept rows carries stale names into unions of them (Spark 4.3 stops there).
    "spark.sql.constraintPropagation.enabled": "false",
}
#: What holds for a session of ours from its start: no page, no progress bar, no chatter.
_LOG = f"-Dlog4j2.configurationFile={Path(__file__).with_name('spark_log.json')}"
_JAVA = "spark.driver.extraJavaOptions"
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    _JAVA: "",
}
#: On one machine nothing is to listen to the network.
_AT_HOME = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


class _Spark:
    """A session, as the computation sees it: a table is the union of the rows put into it."""

    dialect: Dialect = SPARK

    def __init__(self, session: Any) -> None:
        self.session = session
        self.parts: dict[str, list[Any]] = defaultdict(list)

    def take(self, step: Step | Listed | str) -> None:
        """Note what a table holds; it is computed when it is first read, and then kept.

        The plan ends at what is kept: else each step would repeat the plans of all before it.
        """
        if isinstance(step, str):
            self.session.sql(step)
            return
        if isinstance(step, Listed):
            typed = ", ".join(f"{name} {_SPELT[kind]}" for name, kind in step.columns.items())
            rows = self.session.createDataFrame(list(step.rows), typed)
        else:
            rows = self.session.sql(step.query)
            if step.into:
                rows = self._fitted(rows.toDF(*step.into), self.parts[step.table][0])
                # What is made of a union has as many pieces as it: they would double each time.
                rows = rows.coalesce(int(self.session.conf.get("spark.sql.shuffle.partitions")))
        at_workers = self.session.sparkContext.getCheckpointDir() is None
        kept = rows.localCheckpoint(eager=False) if at_workers else rows.checkpoint(eager=False)
        self.parts[step.table].append(kept)
        union = reduce(lambda one, other: one.unionAll(other), self.parts[step.table])
        union.createOrReplaceTempView(step.table)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return [tuple(row) for row in self.session.sql(query).collect()]

    def forget(self) -> None:
        """Give the memory back."""
        for table, parts in self.parts.items():
            self.session.catalog.dropTempView(table)
            for one in parts:
                one._jdf.queryExecution().analyzed().rdd().unpersist(False)  # noqa: SLF001

    def _fitted(self, rows: Any, first: Any) -> Any:
        """Bring rows into the columns of the table; what they do not fill is missing."""
        there = set(rows.columns)
        return rows.selectExpr(
            *(
                f"CAST({name if name in there else 'NULL'} AS {kind}) AS {name}"
                for name, kind in first.dtypes
            )
        )


_SPELT = {"VARCHAR": "string", "INTEGER": "int", "BOOLEAN": "boolean"}


@contextmanager
def open_session(master: str = "", settings: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Open a session on a cluster, or on this machine; one that is open already is used.

    Yields the session; closes it in the end when it was opened here. Raises LotrinhError when
    pyspark or Java is missing.
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise wrong("engine.needs_spark", lack="pyspark") from error
    open_already = SparkSession.getActiveSession()
    if open_already is not None:
        yield open_already
        return
    chosen = _HERE if master in ("", "spark") else master
    at_home = _AT_HOME if chosen.startswith("local") else {}
    builder = SparkSession.builder.master(chosen).appName("lotrinh")
    for name, value in {**_QUIET, **at_home, **(settings or {})}.items():
        builder = builder.config(name, f"{_LOG} {value}" if name == _JAVA else value)
    try:
        session = builder.getOrCreate()
    except PySparkRuntimeError as error:
        raise wrong("engine.needs_spark", lack="Java") from error
    try:
        yield session
    finally:
        session.stop()


def run(
    indicators: Mapping[str, Indicator],
    vintage: Vintage,
    territory: Territory,
    master: str = "spark",
) -> Results:
    """Compute every indicator on a vintage; formulas and observations are checked before.

    `master` is the address of a cluster; "spark" stands for this machine.
    """
    with tempfile.TemporaryDirectory() as folder, _database(master) as database:
        observations = Path(folder, "observations.parquet")
        write_rows(vintage.observations, observations)
        _read(database, str(observations))
        calculation = Calculation(
            database, "observations", indicators, vintage.as_known_on, territory
        )
        rows = database.rows(calculation.figures())
    return results_of(rows, indicators, vintage, territory)


def calculate_file(
    indicators: Mapping[str, Indicator],
    observations: Path | str,
    out: Path | str,
    as_known_on: date,
    territory: Territory,
    master: str = "spark",
) -> None:
    """Compute every indicator from Parquet files into a folder of Parquet files.

    `observations` is a file, a folder or an address that every worker of the cluster reaches
    (`hdfs://…`, `s3a://…`), and so is `out`, the folder that gets one file from each worker; a
    folder that is there already is not written into.
    """
    with _database(master) as database:
        _read(database, str(observations))
        calculation = Calculation(database, "observations", indicators, as_known_on, territory)
        database.session.sql(calculation.of_indicators()).write.parquet(str(out))


@contextmanager
def _database(master: str) -> Iterator[_Spark]:
    with open_session(master) as opened:
        # Settings and names of our own: a session that was open stays as it was.
        session = opened.newSession()
        for name, value in _MEANING.items():
            session.conf.set(name, value)
        database = _Spark(session)
        try:
            yield database
        finally:
            database.forget()


def _read(database: _Spark, path: str) -> None:
    """Give the observations a name; columns that came after the file was written are empty."""
    there = database.session.read.parquet(path)
    columns = (
        f"'' AS {one}" if one in LATER_COLUMNS and one not in there.columns else one
        for one in INPUT_COLUMNS
    )
    there.selectExpr(*columns).createOrReplaceTempView("observations")
