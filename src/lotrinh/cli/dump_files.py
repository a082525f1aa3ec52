"""Where the evidence of a dump lies on disk: files named by their hash, in a folder beside it."""

from __future__ import annotations

from pathlib import Path

from lotrinh.ledger.evidence import Open


def folder_beside(dump: Path) -> Path:
    """Return the folder with the evidence of a dump: `ledger.jsonl.evidence`."""
    return dump.with_name(f"{dump.name}.evidence")


def open_beside(dump: Path) -> Open:
    """Return how the evidence of a dump is opened: files named by their hash, in its folder."""
    folder = folder_beside(dump)

    def open(sha256: str) -> bytes | None:
        file = folder / sha256
        return file.read_bytes() if file.is_file() else None

    return open
