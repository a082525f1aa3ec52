"""A folder as a plain value: paths relative to its top, and the texts behind them.

Plans, indicators, places and bodies are read from such a value, whether it came from a
disk, a database or a test. Nothing here opens a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lotrinh.base.errors import Where, wrong

#: Text of each file by its path, with '/' between folders.
Files = Mapping[str, str]


def text_of(files: Files, path: str) -> str:
    """Return the text of a file; raises LotrinhError when it is not there."""
    if path not in files:
        raise wrong("base.missing_file", Where(path), path=path)
    return files[path]


def under(files: Files, folder: str, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder with that ending, in the order of their paths."""
    for path in sorted(files):
        if path.startswith(f"{folder}/") and path.endswith(ending):
            yield path, files[path]


def read_day(text: str, where: Where) -> date:
    """Read a day written 2025-06-30; raises LotrinhError for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise wrong("base.unreadable_date", where, text=text) from error


def read_day_or_none(text: str, where: Where) -> date | None:
    """Read a day as `read_day` does; None when the text is empty."""
    return read_day(text, where) if text else None
