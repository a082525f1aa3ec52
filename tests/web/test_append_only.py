"""What was recorded stays: the database itself refuses to change or delete it."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction

from lotrinh_web.audit.queries import first_break

#: Table -> one of its columns.
TABLES = {
    "ledger_entry": "note",
    "submission": "author",
    "audit_entry": "payload",
    "plan_version": "issued_by",
}


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_change_a_row(table: str) -> None:
    with (
        pytest.raises(Error, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as sql,
    ):
        sql.execute(f"UPDATE {table} SET {TABLES[table]} = 'mended'")


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_delete_a_row(table: str) -> None:
    with (
        pytest.raises(Error, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as sql,
    ):
        sql.execute(f"DELETE FROM {table}")


@pytest.mark.usefixtures("loaded")
def test_a_mended_audit_entry_breaks_the_chain_where_it_stands() -> None:
    with connection.cursor() as sql:
        sql.execute("DROP TRIGGER audit_entry_no_update")
        sql.execute("UPDATE audit_entry SET payload = '{}' WHERE id = 2")
    broken = first_break()
    assert broken is not None
    assert broken.pk == 2
