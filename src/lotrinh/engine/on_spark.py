"""The Spark engine: for more figures than one machine holds, on this machine or on a cluster.

The plan is the one of the other databases. Tables are kept in the memory of the session, and
on its disks where that is short; the session is closed in the end, unless it was there before.
What is run stands in `calculation`.
"""

from __future__ import annotations

import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from lotrinh.base.errors import wrong
from lotrinh.engine.calculation import Calculation, results_of
from lotrinh.engine.database import Listed, Step
from lotrinh.engine.dialect import SPARK, Dialect
from lotrinh.engine.facts.manifest import is_partitioned
from lotrinh.engine.results import Results
from lotrinh.engine.sql import INPUT_COLUMNS
from lotrinh.engine.territory import Territory
from lotrinh.engine.vintage_file import write_plain, write_rows
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Vintage
from lotrinh.ledger.observation import LATER_COLUMNS

#: All processors of this machine.
_HERE = "local[*]"

#: Steps that are planned at once; each keeps its small tables in the memory of the planner.
_A_PIECE = 24

#: What a result depends on: too large is infinity and not an error, a day is a day everywhere.
_MEANING = {
    "spark.sql.ansi.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "false",
    # What is known of kept rows carries stale names into unions of them (Spark 4.3 stops there).
    "spark.sql.constraintPropagation.enabled": "false",
}
#: How many pieces of work a step is, and what Spark takes where nobody has said it.
_TASKS, _UNSAID = "spark.sql.shuffle.partitions", "200"
#: What holds for a session of ours from its start: no page, no progress bar, no chatter.
_LOG = f"-Dlog4j2.configurationFile={Path(__file__).with_name('spark_log.json')}"
_JAVA = "spark.driver.extraJavaOptions"
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    _JAVA: "",
}
#: Figures that make one piece of work on this machine; Spark itself makes 200, however few.
_A_TASK = 500_000
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
        elif isinstance(step, Listed):
            typed = ", ".join(f"{name} {_SPELT[kind]}" for name, kind in step.columns.items())
            self._keep(step.table, self.session.createDataFrame(list(step.rows), typed))
        elif step.into:
            self.add([step])
        else:
            self._keep(step.table, self.session.sql(step.query))

    def add(self, steps: Sequence[Step]) -> None:
        """Note what is added as few pieces: each later step plans every piece anew."""
        (table,) = {one.table for one in steps} or {""}
        added = [
            self._fitted(self.session.sql(one.query).toDF(*one.into), self.parts[table][0])
            for one in steps
        ]
        for at in range(0, len(added), _A_PIECE):
            # A union has as many parts as its members together, which would double each time.
            self._keep(table, _union(added[at : at + _A_PIECE]).coalesce(self.tasks))

    @property
    def tasks(self) -> int:
        """How many pieces of work a step is."""
        return int(self.session.conf.get(_TASKS))

    def _keep(self, table: str, rows: Any) -> None:
        at_workers = self.session.sparkContext.getCheckpointDir() is None
        kept = rows.localCheckpoint(eager=False) if at_workers else rows.checkpoint(eager=False)
        self.parts[table].append(kept)
        _union(self.parts[table]).createOrReplaceTempView(table)

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


def _union(rows: Iterable[Any]) -> Any:
    return reduce(lambda one, other: one.unionAll(other), rows)


_SPELT = {"VARCHAR": "string", "INTEGER": "int", "BOOLEAN": "boolean"}


@contextmanager
def open_session(master: str = "", settings: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Open a session on a cluster, or on this machine; one that is open already is used.

    Yields the session; closes it in the end when it was opened here. Raises LotrinhError when
    pyspark or Java is missing.
    """
    try:
        with warnings.catch_warnings():
            # It warns of a newer pandas, which nothing here asks it to use.
            warnings.simplefilter("ignore", FutureWarning)
            from py4j.protocol import Py4JError
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
    except Py4JError as error:
        raise wrong("engine.no_cluster", master=chosen, reason=_first_words(error)) from error
    try:
        yield session
    finally:
        session.stop()


def _first_words(error: Exception) -> str:
    """Return what the Java side says, without where in its code it says so."""
    said = getattr(error, "java_exception", error)
    line: str = str(said).strip().splitlines()[0]
    return line.split("Exception: ", 1)[-1].rstrip(".")


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
    folder that is there already is not written into. A vintage in many files is first written
    with its texts in the place of their numbers, beside `out`.
    """
    with _plain(observations, out) as source, _database(master) as database:
        _read(database, source)
        calculation = Calculation(database, "observations", indicators, as_known_on, territory)
        results = database.session.sql(calculation.of_indicators())
        # Each piece of the table once for each period would be thousands of small files.
        results.coalesce(database.tasks).write.parquet(str(out))


@contextmanager
def _plain(observations: Path | str, out: Path | str) -> Iterator[str]:
    """Yield where Spark may read the observations themselves."""
    if not isinstance(observations, Path) or not is_partitioned(observations):
        yield str(observations)
        return
    with tempfile.TemporaryDirectory(dir=Path(out).parent) as folder:
        plain = Path(folder, "observations")
        write_plain(observations, INPUT_COLUMNS, plain)
        yield str(plain)


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
    session = database.session
    there = session.read.parquet(path)
    here = session.sparkContext.master.startswith("local")
    if here and session.conf.get(_TASKS) == _UNSAID:
        cores = session.sparkContext.defaultParallelism
        session.conf.set(_TASKS, str(cores + there.count() // _A_TASK))
    columns = (
        f"'' AS {one}" if one in LATER_COLUMNS and one not in there.columns else one
        for one in INPUT_COLUMNS
    )
    there.selectExpr(*columns).createOrReplaceTempView("observations")
