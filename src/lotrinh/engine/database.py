"""The steps of a computation, as a database takes them: rows that make a table or join one.

What a step says is written by the compiler; whether a table is a table of the database, or a
kept part of a cluster's memory, is the engine's own affair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from lotrinh.engine.dialect import Dialect


@dataclass(frozen=True)
class Step:
    """The rows of a query, which make a table or are added to it."""

    table: str
    query: str
    #: The columns that the rows fill; none when the table is made by this step.
    into: tuple[str, ...] = ()

    def statement(self) -> str:
        """Return the step as a database with temporary tables runs it."""
        if self.into:
            return f"INSERT INTO {self.table} ({', '.join(self.into)}) {self.query}"
        return f"CREATE TEMP TABLE {self.table} AS {self.query}"


@dataclass(frozen=True)
class Listed:
    """A table whose rows come from here and not from a query."""

    table: str
    #: VARCHAR, INTEGER or BOOLEAN, by the name of the column.
    columns: Mapping[str, str]
    rows: Sequence[tuple[Any, ...]]

    def create(self) -> str:
        """Return the statement that makes the table, still empty."""
        typed = ", ".join(f"{name} {kind}" for name, kind in self.columns.items())
        return f"CREATE TEMP TABLE {self.table} ({typed})"


class Database(Protocol):
    """What runs the steps: one connection or session, with the observations in it."""

    dialect: Dialect

    def take(self, step: Step | Listed | str) -> None:
        """Run a step; a text is a statement of this database's own."""

    def add(self, steps: Sequence[Step]) -> None:
        """Add the rows of steps to one table; none of the steps reads what another adds.

        One after the other, where a database has no better way.
        """
        for step in steps:
            self.take(step)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
