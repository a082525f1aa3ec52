"""What databases write differently: the few pieces of SQL that the compiler asks for by name.

Everything else is written once, in SQL that DuckDB, PostgreSQL and Spark read alike. A further
engine fills in these pieces and runs the statements; this is DuckDB's way.
"""

from __future__ import annotations


def text(value: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


class Dialect:
    """DuckDB's way of writing; others override what they write differently."""

    #: Texts that repeat are numbers to DuckDB: `indicator` is of the type `indicator_id`.
    has_types = True

    def number(self, value: float) -> str:
        """Write a number as a double."""
        return f"CAST({value!r} AS DOUBLE)"

    def nothing(self, kind: str = "DOUBLE") -> str:
        """Write a missing value of a type."""
        return f"CAST(NULL AS {kind})"

    def named(self, column: str, value: str) -> str:
        """Write a text as a value of the column's own type."""
        return self.typed(column, text(value))

    def typed(self, column: str, expression: str) -> str:
        """Cast an expression to the column's own type."""
        return f"CAST({expression} AS {column}_id)" if self.has_types else expression

    def finite(self, value: str) -> str:
        """Ask whether a double is a number, neither infinite nor undefined."""
        return f"isfinite({value})"

    def strongest(self, value: str, strength: str, where: str = "true") -> str:
        """Take, of the rows of a group that fulfil `where`, the value of the strongest."""
        return f"arg_max({value}, {strength}) FILTER (WHERE {where})"

    def whole_quotient(self, dividend: str, divisor: str) -> str:
        """Divide whole numbers and drop the rest."""
        return f"(({dividend}) // ({divisor}))"

    #: Days since the first day of the calendar, of `recorded_at`.
    day_number = "(recorded_at - DATE '0001-01-01')"
    #: Long enough for a day, a firmness and an id of 64 bits in one number.
    strength_type = "HUGEINT"


DUCKDB = Dialect()
