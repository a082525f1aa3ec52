"""A nation's figures at growing sizes, against the rivals and a scan that does no work, in one run.

    python -m benchmarks.scale [--sizes 1000000 10000000 100000000] [--times 3] [--data FOLDER]

Writes its tables into README.md. Every run is a process of its own, so that peak memory is its
own too; what all give is compared before it counts.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- written by benchmarks/scale.py: begin -->", "<!-- end -->"
SIZES = (1_000_000, 10_000_000, 100_000_000)
#: Contestant -> the largest size it is given: beyond it would need more memory than there is.
CONTESTANTS = {
    "scan, DuckDB": 10**9, "scan, Arrow": 10**9, "lotrinh": 10**9, "lotrinh, written": 10**9,
    "SQL": 10**9, "Polars": 10_000_000, "pandas": 10_000_000,
}  # fmt: skip
RIVALS = ("SQL", "Polars", "pandas")
SCANS = ("scan, DuckDB", "scan, Arrow")


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, seconds of all processors together, peak memory in GB."""

    elapsed: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.elapsed:.2f} ({self.processor:.2f})"


def main() -> None:
    """Measure every size and write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--data", type=Path, help="where the ledgers are kept for another run")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        data = asked.data or Path(made)
        measured, slices = {}, {}
        for size in asked.sizes:
            # Not in this process: a child begins with the peak memory of the one it comes from.
            rows = (run("make", size, data) or {})["rows"]
            measured[rows] = measure(size, data, asked.times)
            slices[rows] = (run("slices", size, data) or {})["slices"]
        profile = (run("profile", asked.sizes[-1], data) or {})["profile"]
        text = report(measured, slices, profile, asked.times)
    print(text)
    write(text)


def measure(size: int, data: Path, times: int) -> dict[str, Spent]:
    """Return the medians of the contestants, who run in turn within each round."""
    spent: dict[str, list[Spent]] = {}
    given: dict[str, Any] = {}
    for _ in range(times):
        for name, most in CONTESTANTS.items():
            if size <= most:
                found = run(name, size, data)
                if found is None:
                    continue
                spent.setdefault(name, []).append(Spent(*found["spent"]))
                given[name] = found["gives"]
                print(f"{size:>11,} {name:18} {spent[name][-1]}", file=sys.stderr, flush=True)
    _assert_equal({name: one for name, one in given.items() if name not in SCANS and one})
    return {name: _median(found) for name, found in spent.items()}


def run(name: str, size: int, data: Path) -> dict[str, Any] | None:
    """Run one contestant once, in a process of its own; None when a rival came to grief."""
    command = [sys.executable, "-m", "benchmarks.scale_run", name, str(size), str(data)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, cwd=README.parents[1])
    if done.returncode and name in RIVALS:
        print(f"{size:>11,} {name} failed", file=sys.stderr, flush=True)
        return None
    done.check_returncode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _assert_equal(given: dict[str, dict[str, Sequence[float]]]) -> None:
    """Refuse to report unless all give the same: how many there are, and the sums of them."""
    expected = given["lotrinh"]
    for name, found in given.items():
        for part, sums in expected.items():
            pairs = zip(found[part], sums, strict=True)
            same = all(math.isclose(one, other, rel_tol=1e-9) for one, other in pairs)
            assert same, f"{name} gives other {part}: {found[part]}, not {sums}"


def _median(found: list[Spent]) -> Spent:
    return Spent(
        statistics.median(one.elapsed for one in found),
        statistics.median(one.processor for one in found),
        max(one.memory for one in found),
    )


def report(
    measured: dict[int, dict[str, Spent]],
    slices: dict[int, dict[str, float]],
    profile: dict[str, float],
    times: int,
) -> str:
    """Return the tables as Markdown."""
    day = datetime.now(UTC).date().isoformat()
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    said = f"{day}, {machine}, load at the end {load}; medians of {times}."
    units = "Seconds elapsed, and in parentheses seconds of all processors together."
    lines = [f"{said} {units}", "", _row("observations", *CONTESTANTS)]
    lines.append("|" + "---:|" * (1 + len(CONTESTANTS)))
    for rows, by_name in measured.items():
        cells = (str(by_name[one]) if one in by_name else "–" for one in CONTESTANTS)
        lines.append(_row(f"{rows:,}", *cells))
    lines += ["", _row("observations", "lotrinh ÷ floor", "written ÷ floor", "SQL ÷ lotrinh",
                       "Polars ÷ lotrinh", "pandas ÷ lotrinh", "peak GB", "peak GB, written"),
              "|" + "---:|" * 8]  # fmt: skip
    for rows, by_name in measured.items():
        lines.append(_ratios(rows, by_name))
    lines += ["", *_slices(slices), "", *_profile([*measured][-1], profile)]
    return "\n".join(lines)


def _ratios(rows: int, by_name: dict[str, Spent]) -> str:
    floor = min((by_name[one] for one in SCANS), key=lambda one: one.elapsed)
    ours, written = by_name["lotrinh"], by_name["lotrinh, written"]
    cells = [_times(ours, floor), _times(written, floor)]
    cells += [_times(by_name[one], ours) if one in by_name else "–" for one in RIVALS]
    return _row(f"{rows:,}", *cells, f"{ours.memory:.2f}", f"{written.memory:.2f}")


def _times(more: Spent, less: Spent) -> str:
    elapsed, processor = more.elapsed / less.elapsed, more.processor / less.processor
    return f"{elapsed:.1f} × ({processor:.1f} ×)"


def _slices(slices: dict[int, dict[str, float]]) -> list[str]:
    lines = [
        _row("observations", "all provinces, median", "worst of 18 slices", "median of 18"),
        "|" + "---:|" * 4,
    ]
    for rows, found in slices.items():
        provinces = [took for name, took in found.items() if "provinces" in name]
        took = sorted(found.values())
        cells = (statistics.median(provinces), took[-1], statistics.median(took))
        lines.append(_row(f"{rows:,}", *(f"{1000 * one:.0f} ms" for one in cells)))
    return lines


def _profile(rows: int, found: dict[str, float]) -> list[str]:
    lines = [_row(f"step at {rows:,}, one thread", "processor s"), "|---|---:|"]
    return lines + [_row(step, f"{seconds:.2f}") for step, seconds in found.items()]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def write(text: str) -> None:
    """Put the tables into README.md, in the place of those of the run before."""
    whole = README.read_text("utf-8")
    before, rest = whole.split(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END, 1)[1]}", "utf-8")


if __name__ == "__main__":
    main()
