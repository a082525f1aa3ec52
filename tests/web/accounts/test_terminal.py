"""Who runs the server brings people in with the one program there is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from web.running import ANY

PASSWORD = "bon-tu-khong-lien-quan"


def lotrinh(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a database of its own; the password comes from standard input."""
    return subprocess.run(
        [sys.executable, "-m", "lotrinh.cli", *arguments, "--lang", "en"],
        env=ANY | {"LOTRINH_DATA": str(data), "LOTRINH_DEBUG": "1"},
        input=PASSWORD,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_administrator_is_made_in_an_empty_folder_and_lets_others_in(
    tmp_path: Path,
) -> None:
    made = lotrinh(tmp_path, "first-administrator", "an", "--full-name=An Lê", "--password-stdin")
    assert (made.returncode, made.stderr) == (0, "")
    assert "“an” administers all bodies" in made.stdout
    again = lotrinh(tmp_path, "first-administrator", "binh", "--password-stdin")
    assert again.returncode == 1
    assert "works only once" in again.stderr
    added = lotrinh(tmp_path, "add-person", "chi", "--role=reader", "--password-stdin")
    assert (added.returncode, added.stderr) == (0, "")
    link = lotrinh(tmp_path, "let-in-again", "chi")
    assert link.returncode == 0
    assert "/desk/" in link.stdout
    nobody = lotrinh(tmp_path, "let-in-again", "em")
    assert (nobody.returncode, nobody.stdout) == (1, "")
