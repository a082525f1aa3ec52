"""Selects nested in each other: a column is computed once, and may then be named further out.

Each select hands on only what is still asked for, so that a long formula over many periods
stays within the columns that a database allows.
"""

# ruff: noqa: S608 (only columns and queries of our own are put together here)

from __future__ import annotations

import re
from collections import defaultdict

#: Columns of the sources (`s0_v12`) and of the parts (`p7_f`).
_COLUMN = re.compile(r"\b(?:s\d+_[a-z]\d+|p\d+_[a-z])\b")

_ALWAYS = "indicator, place, breakdown"


class Levels:
    """The columns of the parts of a formula, by the select in which each is computed."""

    def __init__(self) -> None:
        self._made: dict[int, dict[str, str]] = defaultdict(dict)
        self._parts = 0

    def add(self, level: int, columns: dict[str, str]) -> str:
        """Add the columns of a part, by their letter; return the name that they share."""
        name = f"p{self._parts}"
        self._parts += 1
        self._made[level] |= {f"{name}_{letter}": sql for letter, sql in columns.items()}
        return name

    def select(self, out: str, sources: str, fence: str) -> str:
        """Return the select of `out` over all levels over the select `sources`, innermost."""
        asked, selects = set(_COLUMN.findall(out)), [out]
        for level in sorted(self._made, reverse=True):
            made = {name: sql for name, sql in self._made[level].items() if name in asked}
            handed = asked - made.keys()
            asked = handed | {one for sql in made.values() for one in _COLUMN.findall(sql)}
            columns = [*sorted(handed), *(f"{sql} AS {name}" for name, sql in made.items())]
            selects.append(", ".join(columns))
        query = sources
        for columns_of_level in reversed(selects):
            query = f"SELECT {_ALWAYS}, {columns_of_level} FROM ({query}{fence}) AS inner_step"
        return query
