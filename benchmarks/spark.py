"""The same computation on DuckDB and on Spark (local mode), in turn, in one run.

    python -m benchmarks.spark [--sizes 1000000 10000000] [--times 3] [--memory 4g] [--totals]

The figures are the nation's (`nation.py`) as plain Parquet: as known on a day → 200 ratios → the
growth of each; with `--totals` also the totals of districts, provinces and the nation. Needs
pyspark and Java (`scripts/setup.sh spark`). Spark's session is opened once and its start
told apart: a cluster's is always open. Prints a table for docs/scale.md: seconds on the clock,
and of the processors in brackets, which hardly feel neighbours.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from benchmarks.nation import AS_KNOWN_ON, gazetteer_of, indicators, make_plain
from lotrinh.engine.compute import compute_file
from lotrinh.engine.on_spark import open_session
from lotrinh.engine.sql import INPUT_COLUMNS

SIZES = (1_000_000, 10_000_000)
ENGINES = ("duckdb", "spark")


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and of the processors, Spark's own process with ours."""

    elapsed: float
    processor: float

    def __truediv__(self, other: Spent) -> str:
        elapsed, processor = self.elapsed / other.elapsed, self.processor / other.processor
        return f"{elapsed:.1f} × ({processor:.1f} ×)"

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


def measure(
    rows: int, times: int, data: Path, of_spark: Callable[[], float], *, totals: bool
) -> None:
    """Print the row of one size: medians, and the ratio within the run."""
    (source, tree), defined = make_plain(rows, data), indicators()
    places = gazetteer_of(tree) if totals else None
    spent: dict[str, list[Spent]] = {name: [] for name in (*ENGINES, "scan")}
    sums = {}
    with tempfile.TemporaryDirectory(dir=data) as folder:
        for turn in range(times):
            spent["scan"].append(_spent(lambda: _scan(source), of_spark))
            for name in ENGINES:
                out = Path(folder, f"{name}-{turn}.parquet")

                def compute(on: str = name, out: Path = out) -> None:
                    compute_file(defined, source, out, AS_KNOWN_ON, on=on, places=places)

                spent[name].append(_spent(compute, of_spark))
                print(f"{rows:>11,} {name} {spent[name][-1]}", file=sys.stderr, flush=True)
                sums[name] = _sums(out)
    (count, total), (count_of_spark, total_of_spark) = sums["duckdb"], sums["spark"]
    assert count == count_of_spark, sums
    assert abs(total / total_of_spark - 1) < 1e-9, sums
    scan, duckdb_, spark = (_median(spent[name]) for name in ("scan", *ENGINES))
    (found,) = duckdb.execute("SELECT count(*) FROM read_parquet(?)", [str(source)]).fetchall()
    cells = f"{count:,} | {scan} | {duckdb_} | {spark} | {spark / duckdb_} | {spark / scan}"
    print(f"| {found[0]:,} | {cells} |", flush=True)


def _scan(source: Path) -> None:
    """Decode the columns a computation reads and do nothing with them: the floor."""
    columns = ", ".join(f"count({one})" for one in INPUT_COLUMNS)
    duckdb.execute(f"SELECT {columns}, sum(value), sum(id) FROM read_parquet(?)", [str(source)])


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
    parser.add_argument("--totals", action="store_true", help="make the totals of places too")
    parser.add_argument("--data", type=Path, help="where the figures are kept for another run")
    arguments = parser.parse_args()
    begin = time.perf_counter()
    settings = {"spark.driver.memory": arguments.memory}
    with tempfile.TemporaryDirectory() as made:
        data: Path = arguments.data or Path(made)
        settings["spark.local.dir"] = str(data / "spark")
        with open_session("local[*]", settings) as session:
            pid = session.sparkContext._gateway.proc.pid  # noqa: SLF001
            print(f"Spark started in {time.perf_counter() - begin:.1f} s")
            print("| observations | results | scan, s | DuckDB, s | Spark, s | Spark ÷ DuckDB "
                  "| Spark ÷ scan |")  # fmt: skip
            print("|---" * 7 + "|")
            for rows in arguments.sizes:
                of_spark = partial(_of_process, pid)
                measure(rows, arguments.times, data, of_spark, totals=arguments.totals)
            print(f"Peak memory of Spark's process: {_peak_gb(pid):.1f} GB")


def _peak_gb(pid: int) -> float:
    """Return the most memory that a process has held, as Linux counts it."""
    (line,) = (one for one in Path(f"/proc/{pid}/status").read_text().splitlines()
               if one.startswith("VmHWM"))  # fmt: skip
    return int(line.split()[1]) / 1e6


if __name__ == "__main__":
    main()
