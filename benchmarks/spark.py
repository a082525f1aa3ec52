"""The same computation on DuckDB and on Spark (local mode), in turn, in one run.

    python -m benchmarks.spark [--sizes 1000000 10000000] [--times 3] [--memory 4g]

Needs pyspark and Java (`scripts/setup.sh spark`). Spark's session is opened once and its start
told apart: a cluster's is always open. Prints a table for docs/scale.md: seconds on the clock,
and of the processors in brackets, which hardly feel neighbours.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from benchmarks.figures import AS_KNOWN_ON, indicators, write_ledger
from lotrinh.engine.compute import compute_file
from lotrinh.engine.on_spark import open_session

SIZES = (1_000_000, 10_000_000)
ENGINES = ("duckdb", "spark")


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and of the processors, Spark's own process with ours."""

    elapsed: float
    processor: float

    def __str__(self) -> str:
        return f"{self.elapsed:.1f} ({self.processor:.1f})"


def _spent(run: Callable[[], object], of_spark: Callable[[], float]) -> Spent:
    elapsed, own, other = time.perf_counter(), time.process_time(), of_spark()
    run()
    processor = time.process_time() - own + of_spark() - other
    return Spent(time.perf_counter() - elapsed, processor)


def _of_process(pid: int) -> float:
    """Seconds of the processors that a process has spent, as Linux counts them."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _sums(out: Path) -> tuple[int, float]:
    """How many results there are, and what their values come to: equal on every engine."""
    files = out / "*.parquet" if out.is_dir() else out
    found = duckdb.execute("SELECT count(*), sum(value) FROM read_parquet(?)", [str(files)])
    rows, total = found.fetchall()[0]
    return int(rows), float(total)


def measure(rows: int, times: int, folder: Path, of_spark: Callable[[], float]) -> None:
    """Print the row of one size: medians, and the ratio within the run."""
    ledger, defined = write_ledger(rows, folder), indicators()
    spent: dict[str, list[Spent]] = {name: [] for name in ENGINES}
    sums = {}
    for turn in range(times):
        for name in ENGINES:
            out = folder / f"{name}-{rows}-{turn}.parquet"

            def compute(on: str = name, out: Path = out) -> None:
                compute_file(defined, ledger.path, out, AS_KNOWN_ON, on=on)

            spent[name].append(_spent(compute, of_spark))
            sums[name] = _sums(out)
    (count, total), (count_of_spark, total_of_spark) = sums["duckdb"], sums["spark"]
    assert count == count_of_spark, sums
    assert abs(total / total_of_spark - 1) < 1e-9, sums
    duckdb_, spark = (_median(spent[name]) for name in ENGINES)
    ratio = Spent(spark.elapsed / duckdb_.elapsed, spark.processor / duckdb_.processor)
    print(f"| {ledger.rows:,} | {count:,} | {duckdb_} | {spark} | {ratio} |", flush=True)


def _median(found: list[Spent]) -> Spent:
    return Spent(
        statistics.median(one.elapsed for one in found),
        statistics.median(one.processor for one in found),
    )


def main() -> None:
    """Measure every size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--memory", default="4g", help="memory of Spark's driver")
    arguments = parser.parse_args()
    begin = time.perf_counter()
    with (
        open_session("local[*]", {"spark.driver.memory": arguments.memory}) as session,
        tempfile.TemporaryDirectory() as folder,
    ):
        pid = session.sparkContext._gateway.proc.pid  # noqa: SLF001
        print(f"Spark started in {time.perf_counter() - begin:.1f} s")
        print("| observations | results | DuckDB, s | Spark, s | Spark ÷ DuckDB |")
        print("|---" * 5 + "|")
        for rows in arguments.sizes:
            measure(rows, arguments.times, Path(folder), partial(_of_process, pid))


if __name__ == "__main__":
    main()
