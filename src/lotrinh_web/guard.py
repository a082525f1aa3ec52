"""Database triggers that hold the laws of the ledger, on SQLite and on PostgreSQL.

What was recorded stays, and nobody decides on what they sent. The code keeps to both; the
triggers hold them also against a console. A later migration that adds a column rebuilds the
table on SQLite and would lose its triggers: it begins with `lift_guard` and ends with
`append_only`.
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

_FOUR_EYES = "ledger_entry: the author of a submission never decides on it"
_OWN = """NEW.verdict IN ('approved', 'returned') AND EXISTS (
    SELECT 1 FROM submission WHERE submission.id = NEW.submission_id AND author = NEW."by")"""
_SQLITE_FOUR_EYES = f"""
CREATE TRIGGER ledger_entry_four_eyes BEFORE INSERT ON ledger_entry WHEN {_OWN}
BEGIN SELECT RAISE(ABORT, '{_FOUR_EYES}'); END
"""
_POSTGRES_FOUR_EYES = (
    f"""
CREATE OR REPLACE FUNCTION lotrinh_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {_OWN} THEN
        RAISE EXCEPTION '{_FOUR_EYES}' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
""",
    """
CREATE TRIGGER ledger_entry_four_eyes BEFORE INSERT ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION lotrinh_four_eyes()
""",
)


def append_only(table: str) -> RunPython:
    """Return the migration step that guards a table; undoing it takes the guard away."""
    return RunPython(_set(table), _lift(table))


def lift_guard(table: str) -> RunPython:
    """Return the migration step that takes the guard away, for a step that alters the table."""
    return RunPython(_lift(table), _set(table))


def four_eyes() -> RunPython:
    """Return the migration step by which the ledger refuses a decision of the author's own."""
    return RunPython(_set_four_eyes, _lift_four_eyes)


def lift_four_eyes() -> RunPython:
    """Return the migration step that takes that refusal away, for one that alters the table."""
    return RunPython(_lift_four_eyes, _set_four_eyes)


def _set_four_eyes(apps: Any, schema_editor: Any) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for sql in _POSTGRES_FOUR_EYES if is_postgres else (_SQLITE_FOUR_EYES,):
        schema_editor.execute(sql, params=None)


def _lift_four_eyes(apps: Any, schema_editor: Any) -> None:
    on = " ON ledger_entry" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS ledger_entry_four_eyes{on}")


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
