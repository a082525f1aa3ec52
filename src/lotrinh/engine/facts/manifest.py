"""The manifest of a vintage in many files: what is there, its hashes, and the name of the whole."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from lotrinh.base.errors import Problems, Where, wrong

MANIFEST = "manifest.json"
LAYOUT = "partitioned"
FORMAT = 1


def write_manifest(folder: Path, as_known_on: date, rows: int) -> str:
    """Write the manifest, last of all files; return the hash that names the vintage."""
    paths = sorted(one for one in folder.rglob("*.parquet"))
    said = {
        "layout": LAYOUT,
        "format": FORMAT,
        "as_known_on": as_known_on.isoformat(),
        "rows": rows,
        "files": {one.relative_to(folder).as_posix(): _sha256(one) for one in paths},
    }
    name = _name(said)
    text = json.dumps({**said, "vintage": name}, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return name


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest; raises LotrinhError when there is none or it was changed."""
    path = folder / MANIFEST
    if not path.exists():
        raise wrong("engine.vintage_missing", Where(str(folder)), folder=folder.name, file=MANIFEST)
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        known = found["layout"] == LAYOUT and found["format"]
        date.fromisoformat(found["as_known_on"])
        name = found.pop("vintage")
    except (ValueError, KeyError, TypeError):
        raise wrong("engine.vintage_unreadable", Where(str(path))) from None
    if known != FORMAT:
        raise wrong("engine.vintage_format", Where(str(path)), found=known, known=FORMAT)
    if _name(found) != name:
        raise wrong("engine.vintage_changed", Where(str(folder)), file=MANIFEST)
    return {**found, "vintage": name}


def is_partitioned(folder: Path) -> bool:
    """Whether a folder holds a vintage in many files."""
    return (folder / "facts").is_dir()


def verify(folder: Path) -> None:
    """Raise one LotrinhError that names every file that is missing or was changed."""
    problems, where = Problems(), Where(str(folder))
    for name, known in read_manifest(folder)["files"].items():
        path = folder / name
        if not path.exists():
            problems.add("engine.vintage_missing", where, folder=folder.name, file=name)
        elif _sha256(path) != known:
            problems.add("engine.vintage_changed", where, file=name)
    problems.raise_if_any()


def _name(said: dict[str, Any]) -> str:
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
