"""Database triggers that refuse UPDATE and DELETE, on SQLite and on PostgreSQL.

Law 1 of the house: what was recorded stays. The code never updates these tables; the triggers
hold it also against a console. A later migration that adds a column rebuilds the table on
SQLite and would lose its triggers: it begins with `lift_guard` and ends with `append_only`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.migrations.operations import RunPython

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {VERB} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: what was recorded is never changed or deleted'); END
"""
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION lotrinh_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: what was recorded is never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""
_POSTGRES = """
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION lotrinh_refuse()
"""


def append_only(table: str) -> RunPython:
    """Return the migration step that guards a table; undoing it takes the guard away."""
    return RunPython(_set(table), _lift(table))


def lift_guard(table: str) -> RunPython:
    """Return the migration step that takes the guard away, for a step that alters the table."""
    return RunPython(_lift(table), _set(table))


def _set(table: str) -> Callable[[Any, Any], None]:
    def step(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(_POSTGRES_FUNCTION, params=None)  # its % is its own
            schema_editor.execute(_POSTGRES.format(table=table))
            return
        for verb in ("update", "delete"):
            schema_editor.execute(_SQLITE.format(table=table, verb=verb, VERB=verb.upper()))

    return step


def _lift(table: str) -> Callable[[Any, Any], None]:
    def step(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}")
            return
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")

    return step
