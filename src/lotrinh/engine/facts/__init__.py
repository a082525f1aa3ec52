"""Figures as numbers in columns: what the cube and a query read, from memory or from a disk."""

from pathlib import Path

from lotrinh.engine.facts.codes import Announcements, Codes, Series
from lotrinh.engine.facts.facts import Block, Facts, Run, facts_of
from lotrinh.engine.facts.manifest import is_partitioned
from lotrinh.engine.facts.read import open_facts
from lotrinh.engine.vintage_file import read_vintage

__all__ = [
    "Announcements",
    "Block",
    "Codes",
    "Facts",
    "Run",
    "Series",
    "facts_of",
    "open_facts",
    "open_vintage",
]


def open_vintage(folder: Path) -> Facts:
    """Return the figures of the vintage in a folder, be it one file or many.

    Raises LotrinhError when there is none, or when one of one file was changed; the hashes of
    many files are for `manifest.verify`.
    """
    return open_facts(folder) if is_partitioned(folder) else facts_of(read_vintage(folder))
