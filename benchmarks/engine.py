"""The first benchmark: as known on a day → ratios → growth, at growing sizes, in one run.

    python -m benchmarks.engine [--sizes 100000 1000000 10000000] [--times 3]

Prints a table for README.md. What lotrinh and pandas give is compared before it counts.
"""

import argparse
import gc
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from benchmarks import rivals
from benchmarks.figures import AS_KNOWN_ON, Ledger, indicators, write_ledger
from lotrinh.engine.on_duckdb import compute_file

SIZES = (100_000, 1_000_000, 10_000_000)
COLUMNS = (
    "observations", "results", "raw scan", "lotrinh", "pandas, reading", "pandas, computing",
    "lotrinh ÷ scan", "pandas ÷ lotrinh",
)  # fmt: skip


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and of all processors together: the second hardly feels neighbours."""

    elapsed: float
    processor: float

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.elapsed + other.elapsed, self.processor + other.processor)

    def __str__(self) -> str:
        return f"{self.elapsed:.2f} ({self.processor:.2f})"


@dataclass(frozen=True)
class Measured:
    """Medians at one size."""

    observations: int
    results: int
    scan: Spent
    lotrinh: Spent
    reading: Spent
    computing: Spent

    def row(self) -> str:
        """Write the row of the table."""
        cells = (
            f"{self.observations:,}",
            f"{self.results:,}",
            self.scan,
            self.lotrinh,
            self.reading,
            self.computing,
            _times(self.lotrinh, self.scan),
            _times(self.reading + self.computing, self.lotrinh),
        )
        return f"| {' | '.join(map(str, cells))} |"


def _times(more: Spent, less: Spent) -> str:
    elapsed, processor = more.elapsed / less.elapsed, more.processor / less.processor
    return f"{elapsed:.1f} × ({processor:.1f} ×)"


def measure(ledger: Ledger, times: int, folder: Path) -> Measured:
    """Measure all rivals on one ledger, in turn, so that each round meets the same machine."""
    out = folder / "results.parquet"
    defined = indicators()
    frame = rivals.load(ledger.path)
    expected = rivals.compute(frame, AS_KNOWN_ON)
    compute_file(defined, ledger.path, out, AS_KNOWN_ON)
    results = _assert_equal(out, expected)
    del expected
    contestants: dict[str, Callable[[], object]] = {
        "scan": lambda: rivals.scan(ledger.path),
        "lotrinh": lambda: compute_file(defined, ledger.path, out, AS_KNOWN_ON),
        "reading": lambda: rivals.load(ledger.path),
        "computing": lambda: rivals.compute(frame, AS_KNOWN_ON),
    }
    spent: dict[str, list[Spent]] = {name: [] for name in contestants}
    for _ in range(times):
        for name, run in contestants.items():
            spent[name].append(_spent(run))
    medians = {name: _median(found) for name, found in spent.items()}
    return Measured(ledger.rows, results, **medians)


def _assert_equal(out: Path, expected: pd.DataFrame) -> int:
    """Refuse to measure unless both give the same results; return how many there are."""
    with duckdb.connect() as connection:
        connection.register("expected", expected)
        (found,) = connection.execute(f"""
            SELECT count(*) FILTER (WHERE l.value IS NULL OR e.value IS NULL),
                count(*) FILTER (WHERE l.status <> e.status),
                max(abs(l.value - e.value) / greatest(abs(e.value), 1e-6)),
                count(*)
            FROM '{out}' AS l FULL JOIN expected AS e USING (indicator, place, period)
        """).fetchall()
    lacking, other_status, difference, count = found
    assert lacking == 0, f"{lacking} results stand on one side only"
    assert other_status == 0, f"{other_status} results differ in status"
    assert difference <= 1e-9, f"values differ by {difference}"
    return int(count)


def _median(found: list[Spent]) -> Spent:
    elapsed = statistics.median(one.elapsed for one in found)
    return Spent(elapsed, statistics.median(one.processor for one in found))


def _spent(run: Callable[[], object]) -> Spent:
    gc.collect()
    start, used = time.perf_counter(), time.process_time()
    run()
    return Spent(time.perf_counter() - start, time.process_time() - used)


def _machine() -> str:
    versions = f"DuckDB {duckdb.__version__}, pandas {pd.__version__}"
    python = f"Python {platform.python_version()}"
    return f"{platform.machine()}, {os.cpu_count()} cores, {python}, {versions}"


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engine", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    print(f"{_machine()}; medians of {asked.times}")
    print("Seconds elapsed, and in parentheses seconds of all processors together.\n")
    print(f"| {' | '.join(COLUMNS)} |")
    print(f"|{'---:|' * len(COLUMNS)}")
    with tempfile.TemporaryDirectory() as name:
        for size in asked.sizes:
            ledger = write_ledger(size, Path(name))
            print(measure(ledger, asked.times, Path(name)).row(), flush=True)


if __name__ == "__main__":
    main()
