"""The ledger goes out whole and comes back whole; whatever was mended in it is found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lotrinh.base.errors import LotrinhError
from lotrinh.base.files import Files
from lotrinh.cli import main
from lotrinh.intake import write_observations
from lotrinh.ledger import Checked
from lotrinh.ledger.dump import Dump, read_dump, write_dump
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.reporting import whole
from lotrinh_web.reporting.actions import approve, submit
from lotrinh_web.reporting.evidence import add_evidence
from lotrinh_web.reporting.models import (
    EvidenceFile,
    LedgerEntry,
    PublishedVintage,
    SubmissionState,
)
from lotrinh_web.reporting.models import Submission as SubmissionRow
from lotrinh_web.reporting.queries import brought
from lotrinh_web.reporting.vintages import entered, publish_vintage, vintages
from web.conftest import NATION, PROVINCE
from web.reporting.conftest import figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived")]
PDF = b"%PDF-1"
FILES = {hashlib.sha256(PDF).hexdigest(): PDF}
TODAY = date(2026, 11, 23)
#: Each table that may not be written to, with a column of it.
GUARDED = {
    "ledger_entry": "reason",
    "submission": "author",
    "evidence": "name",
    "evidence_file": "media_type",
    "published_vintage": "plan",
    "audit_entry": "payload",
}


@pytest.fixture
def lived(office: None, checked: Callable[..., Checked]) -> None:
    """A ledger with plans, a report that was approved, evidence, and a vintage."""
    sent = submit(checked=checked(figure(), at=later(0)), by="an", at=later(0))
    add_evidence(submission_id=sent.id, name="a.pdf", data=PDF, by="an", at=later(1))
    approve(id=sent.id, level=1, by="binh", at=later(2))
    publish(3)


def publish(minutes: int) -> Any:
    return publish_vintage(plan=PROVINCE, as_known_on=TODAY, by="chi", at=later(minutes))


def without_guard(table: str, *statements: str) -> None:
    """Do what only somebody with the database's own key can do."""
    with connection.cursor() as sql:
        if connection.vendor == "postgresql":
            sql.execute("SET session_replication_role = replica")
        else:
            for verb in ("update", "delete"):
                sql.execute(f"DROP TRIGGER {table}_no_{verb}")
        for one in statements:
            sql.execute(one)
        if connection.vendor == "postgresql":
            sql.execute("SET session_replication_role = origin")


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("sql", ["UPDATE {0} SET {1} = ''", "DELETE FROM {0}"])
def test_the_database_refuses_to_change_or_delete_a_row(table: str, sql: str) -> None:
    from django.db import Error, transaction

    with (
        pytest.raises(Error, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(table, GUARDED[table]))


def test_a_ledger_that_lived_by_its_rules_is_whole() -> None:
    found = whole.verify_all()
    assert (found.entries, found.vintages) == (LedgerEntry.objects.count(), 1)


def emptied() -> None:
    """Leave the database as it is before anything came in."""
    for table in (
        "evidence", "evidence_file", "ledger_entry", "submission", "published_vintage",
        "audit_entry",
    ):  # fmt: skip
        states = ["DELETE FROM submission_state"] if table == "submission" else []
        without_guard(table, *states, f"DELETE FROM {table}")


def test_a_dump_restored_into_an_empty_database_is_the_same_ledger() -> None:
    dump = whole.dump()
    lines = list(write_dump(dump))
    with pytest.raises(LotrinhError, match="holds a ledger already"):
        whole.restore(dump=dump, open=FILES.get, by="x", at=later(9))
    emptied()
    restored = whole.restore(dump=read_dump(lines, "x"), open=FILES.get, by="x", at=later(9))
    assert restored == len(dump.book.entries)
    again = whole.dump()
    assert (again.book, again.vintages) == (dump.book, dump.vintages)
    assert again.evidence == dump.evidence
    assert again.links[:-1] == dump.links
    assert again.links[-1].action == "restore"
    whole.verify_all()


def test_a_dump_on_disk_carries_its_evidence_and_without_a_file_is_not_loaded(
    tmp_path: Path, capsys: Any
) -> None:
    out = tmp_path / "ledger.jsonl"
    call_command("dump_ledger", f"--out={out}")
    (sha256,) = FILES
    file = tmp_path / "ledger.jsonl.evidence" / sha256
    assert file.read_bytes() == PDF
    assert main(["verify", str(out), "--lang", "en"]) == 0
    assert "1 files of evidence" in capsys.readouterr().out
    file.write_bytes(b"%PDF-2")
    assert main(["verify", str(out), "--lang", "en"]) == 1
    assert "“a.pdf”" in capsys.readouterr().err
    emptied()
    with pytest.raises(CommandError, match="no longer fits its hash"):
        call_command("restore_ledger", str(out), "--by=x", lang="en")
    assert not SubmissionRow.objects.exists()
    file.write_bytes(PDF)
    call_command("restore_ledger", str(out), "--by=x", lang="en")
    again = tmp_path / "again.jsonl"
    call_command("dump_ledger", f"--out={again}")
    first, second = (one.read_text(encoding="utf-8").splitlines() for one in (out, again))
    assert [one for one in second if '"action":"restore"' not in one] == first
    assert (tmp_path / "again.jsonl.evidence" / sha256).read_bytes() == PDF


def test_a_dump_to_the_terminal_says_that_the_evidence_is_not_in_it(capsys: Any) -> None:
    call_command("dump_ledger", lang="en")
    said = capsys.readouterr()
    assert '"evidence":{' in said.out
    assert "not in this dump: 1." in said.err


def test_what_a_folder_brought_is_dumped_to_the_letter(files: Files) -> None:
    for plan in (PROVINCE, NATION):
        assert write_observations(brought(plan)) == files[f"{plan}/observations.csv"]


def test_a_dump_that_was_mended_is_not_restored() -> None:
    dump = whole.dump()
    with pytest.raises(LotrinhError, match="breaks at link 2"):
        whole.restore(
            dump=Dump(dump.book, dump.links[:1] + dump.links[2:]), open=FILES.get,
            by="x", at=later(9),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "sql", "says"),
    [
        ("ledger_entry", "UPDATE ledger_entry SET value = '151' WHERE value = '150'", "no longer"),
        ("ledger_entry", "DELETE FROM ledger_entry WHERE verdict = 'approved'", "do not fit"),
        ("audit_entry", "UPDATE audit_entry SET payload = '{}' WHERE \"by\" = 'chi'", "at link"),
        ("published_vintage", "UPDATE published_vintage SET hash = 'x'", "does not come out"),
        ("evidence_file", "UPDATE evidence_file SET content = x'78'", "no longer fits its hash"),
    ],
)
def test_what_somebody_mended_in_the_database_is_found(table: str, sql: str, says: str) -> None:
    if connection.vendor == "postgresql":
        sql = sql.replace("x'78'", "'x'")
    without_guard(table, sql)
    with pytest.raises(LotrinhError, match=says):
        whole.verify_all()


def test_a_state_that_the_ledger_does_not_say_is_found() -> None:
    SubmissionState.objects.filter(submission__purpose="report").update(state="withdrawn")
    with pytest.raises(LotrinhError, match="differs from what the ledger says"):
        whole.verify_all()


def test_a_vintage_is_published_once_and_with_the_head_of_the_chain() -> None:
    (first,) = vintages(PROVINCE)
    assert publish(8) == first
    told = AuditEntry.objects.get(action="publish_vintage")
    assert first.chain_head == told.prev_hash
    assert PublishedVintage.objects.count() == 1


def test_the_vintage_a_figure_entered_is_named(checked: Callable[..., Checked]) -> None:
    (first,) = vintages(PROVINCE)
    assert entered(PROVINCE, first.last_entry) == first
    sent = submit(checked=checked(figure("9", 2023), at=later(4)), by="an", at=later(4))
    approve(id=sent.id, level=1, by="binh", at=later(5))
    assert entered(PROVINCE, first.last_entry + 1) is None
    second = publish(6)
    assert entered(PROVINCE, first.last_entry + 1) == second
    assert (second.hash, second.last_entry) != (first.hash, first.last_entry)


def test_evidence_files_and_submissions_are_counted_once() -> None:
    assert EvidenceFile.objects.count() == 1
    assert SubmissionRow.objects.filter(purpose="report").count() == 1
