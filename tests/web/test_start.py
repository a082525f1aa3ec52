"""The site starts only when it may, says where it is, and stops when told."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from web.running import ANY, ask, free_port, line_of, site, stop


def test_the_demo_says_its_address_keeps_its_data_and_stops_on_ctrl_c(tmp_path: Path) -> None:
    for _ in range(2):
        port = free_port()
        with site("demo", port, LOTRINH_DATA=str(tmp_path)) as process:
            assert f"http://127.0.0.1:{port}" in line_of(process)
            assert "175-KH/TU" in ask(port)
            assert stop(process) == "Stopped.\n"
            assert process.returncode == 0
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
    assert sorted(_audited(tmp_path)) == ["issue_plan"] * 2 + ["publish_figures"] * 2


def _audited(data: Path) -> list[str]:
    import sqlite3

    with closing(sqlite3.connect(data / "lotrinh.sqlite3")) as database:
        return [row[0] for row in database.execute("SELECT action FROM audit_entry ORDER BY id")]


def test_a_busy_port_is_one_sentence_with_the_mend(tmp_path: Path) -> None:
    with closing(socket.socket()) as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with site("demo", port, LOTRINH_DATA=str(tmp_path)) as process:
            _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert said.count("\n") == 1
    assert f"--port {port + 1}" in said


@pytest.mark.parametrize("key", ["", "short", "only-for-a-developers-own-machine"])
def test_a_server_refuses_to_start_without_a_strong_secret(tmp_path: Path, key: str) -> None:
    given = {"LOTRINH_DATA": str(tmp_path), "LOTRINH_SECRET_KEY": key}
    with site("serve", free_port(), **given) as process:
        _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "LOTRINH_SECRET_KEY" in said
    assert "Traceback" not in said


def test_another_server_refuses_the_default_secret_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import lotrinh_web.wsgi"],
        env=ANY | {"LOTRINH_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "LOTRINH_SECRET_KEY" in done.stderr


def test_a_server_with_a_secret_serves_what_is_in_its_database(tmp_path: Path) -> None:
    port = free_port()
    given = {"LOTRINH_DATA": str(tmp_path), "LOTRINH_SECRET_KEY": "k" * 40}
    with site("serve", port, **given) as process:
        assert str(port) in line_of(process)
        assert "Chưa có kế hoạch nào" in ask(port)
        stop(process)
    assert process.returncode == 0
