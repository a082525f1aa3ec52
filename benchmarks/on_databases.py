"""Measures on a fresh SQLite and a fresh PostgreSQL, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the office and the databases live with the tests


def print_table(
    module: str,
    columns: Sequence[str],
    parser: ArgumentParser,
    argv: Sequence[str] | None,
    measured: Callable[[Any], Iterable[Sequence[str]]],
) -> None:
    """Print a table for README.md: the rows that `measured` yields on each database.

    `measured` is given the arguments read; it is called in `python -m benchmarks.MODULE --here`.
    """
    parser.add_argument("--here", action="store_true", help=SUPPRESS)
    given = sys.argv[1:] if argv is None else argv
    arguments = parser.parse_args(given)
    if arguments.here:
        for row in measured(arguments):
            print(json.dumps(row), flush=True)
        return
    from web.databases import DATABASES, environment

    print("| " + " | ".join(("database", *columns)) + " |")
    print("|---" * (1 + len(columns)) + "|")
    command = [sys.executable, "-m", f"benchmarks.{module}", "--here", *given]
    for database in DATABASES:
        with tempfile.TemporaryDirectory() as folder, environment(database, Path(folder)) as env:
            # Not in debug, where Django keeps the text of every statement.
            env |= {"LOTRINH_DEBUG": ""}
            run = subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True)
            assert run.stdout is not None
            for line in run.stdout:
                print(f"| {database} | {' | '.join(json.loads(line))} |", flush=True)
            assert run.wait() == 0
