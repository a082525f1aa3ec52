"""What databases write differently: the few pieces of SQL that the compiler asks for by name.

Everything else is written once, in SQL that DuckDB, PostgreSQL and Spark read alike.
"""

from __future__ import annotations

from collections.abc import Sequence


def text(value: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def least(values: Sequence[str]) -> str:
    """Write the least of the values; Spark refuses to look for it among one."""
    return f"least({', '.join(values)})" if len(values) > 1 else values[0]


class Dialect:
    """DuckDB's way of writing; others override what they write differently."""

    #: Texts that repeat are numbers to DuckDB: `indicator` is of the type `indicator_id`.
    has_types = True
    double = "DOUBLE"
    #: Days since the first day of the calendar, of `recorded_at`.
    day_number = "(recorded_at - DATE '0001-01-01')"
    #: Long enough for a day, a firmness and an id of 64 bits in one number.
    strength_type = "HUGEINT"
    #: Said after a nested select, to have its columns computed once and not copied outwards.
    fence = ""

    def number(self, value: float) -> str:
        """Write a number as a double."""
        return f"CAST({value!r} AS {self.double})"

    def nothing(self, kind: str = "") -> str:
        """Write a missing value of a type, of a double when none is named."""
        return f"CAST(NULL AS {kind or self.double})"

    def named(self, column: str, value: str) -> str:
        """Write a text as a value of the column's own type."""
        return self.typed(column, text(value))

    def typed(self, column: str, expression: str) -> str:
        """Cast an expression to the column's own type."""
        return f"CAST({expression} AS {column}_id)" if self.has_types else expression

    def finite(self, value: str) -> str:
        """Ask whether a double is a number, neither infinite nor undefined."""
        return f"isfinite({value})"

    def operation(self, sign: str, left: str, right: str) -> str:
        """Write + - * / on doubles; beyond the largest number stands infinity, no error."""
        return f"{left} {sign} {right}"

    def total(self, value: str) -> str:
        """Add up the doubles of a group; beyond the largest number stands infinity, no error."""
        return f"sum({value})"

    def strongest(self, value: str, strength: str, where: str = "true") -> str:
        """Take, of the rows of a group that fulfil `where`, the value of the strongest."""
        return f"arg_max({value}, {strength}) FILTER (WHERE {where})"

    def whole_quotient(self, dividend: str, divisor: str) -> str:
        """Divide whole numbers and drop the rest."""
        return f"(({dividend}) // ({divisor}))"


class PostgresDialect(Dialect):
    """PostgreSQL's: plain texts, and functions of our own where it would stop at an overflow."""

    has_types = False
    double = "DOUBLE PRECISION"
    strength_type = "NUMERIC"
    fence = " OFFSET 0"

    #: PostgreSQL raises an error where IEEE 754 gives infinity or zero. These give what IEEE
    #: gives; they are called for numbers near the ends only, and for zero.
    functions = (
        """CREATE FUNCTION pg_temp.careful(x float8, sign text, y float8) RETURNS float8
        LANGUAGE plpgsql IMMUTABLE STRICT AS $$ BEGIN
            IF sign = '/' AND y = 0 THEN RETURN NULL; END IF;
            RETURN CASE sign WHEN '+' THEN x + y WHEN '-' THEN x - y WHEN '*' THEN x * y
                             ELSE x / y END;
        EXCEPTION WHEN numeric_value_out_of_range THEN
            IF sign = '*' AND least(abs(x), abs(y)) < 1 OR sign = '/' AND abs(y) > 1 THEN
                RETURN 0;
            END IF;
            RETURN CASE WHEN sign IN ('+', '-') THEN sign(x) ELSE sign(x) * sign(y) END
                   * 'Infinity'::float8;
        END $$""",
        """CREATE FUNCTION pg_temp.plus(x float8, y float8) RETURNS float8
        LANGUAGE plpgsql IMMUTABLE STRICT AS $$ BEGIN
            IF abs(x) < 1e307 AND abs(y) < 1e307 THEN RETURN x + y; END IF;
            RETURN pg_temp.careful(x, '+', y);
        END $$""",
        "CREATE AGGREGATE pg_temp.total(float8) (SFUNC = pg_temp.plus, STYPE = float8)",
    )

    def finite(self, value: str) -> str:
        """Undefined is greater than infinity to PostgreSQL, and so to Spark."""
        return f"abs({value}) < CAST('Infinity' AS {self.double})"

    def operation(self, sign: str, left: str, right: str) -> str:
        """Compute ordinary numbers in place, and hand the others to `careful`."""
        calm = " AND ".join(
            f"abs({one}) < 1e307" if sign in "+-" else f"abs({one}) BETWEEN 1e-150 AND 1e150"
            for one in (left, right)
        )
        careful = f"pg_temp.careful({left}, '{sign}', {right})"
        return f"(CASE WHEN {calm} THEN {left} {sign} {right} ELSE {careful} END)"

    def total(self, value: str) -> str:
        """Add up by a function of our own."""
        return f"pg_temp.total({value})"

    def strongest(self, value: str, strength: str, where: str = "true") -> str:
        """Take the first of the values in order of strength."""
        return f"(array_agg({value} ORDER BY {strength} DESC) FILTER (WHERE {where}))[1]"

    def whole_quotient(self, dividend: str, divisor: str) -> str:
        """Divide: whole numbers keep no fraction here."""
        return f"(({dividend}) / ({divisor}))"


class SparkDialect(Dialect):
    """Spark's, with ANSI mode off: what is too large is infinity there."""

    has_types = False
    day_number = "datediff(recorded_at, DATE '0001-01-01')"
    strength_type = "DECIMAL(38, 0)"

    def finite(self, value: str) -> str:
        """Undefined is greater than infinity to Spark."""
        return f"abs({value}) < CAST('Infinity' AS DOUBLE)"

    def strongest(self, value: str, strength: str, where: str = "true") -> str:
        """Spark's name for it."""
        return f"max_by({value}, {strength}) FILTER (WHERE {where})"

    def whole_quotient(self, dividend: str, divisor: str) -> str:
        """Divide whole numbers by a word of their own."""
        return f"(({dividend}) DIV ({divisor}))"


DUCKDB = Dialect()
POSTGRES = PostgresDialect()
SPARK = SparkDialect()
