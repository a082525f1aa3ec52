"""A plan comes in by one door: checked whole, kept whole, told to the audit, or not at all."""

from __future__ import annotations

import json

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.base.files import Files
from lotrinh.flow import open_content
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.audit.queries import first_break, head
from lotrinh_web.desk import actions
from lotrinh_web.desk.models import PlanVersion
from lotrinh_web.desk.queries import files as files_of
from lotrinh_web.desk.queries import versions
from lotrinh_web.reporting.models import LedgerEntry
from web.conftest import NATION, NOON, PROVINCE

pytestmark = pytest.mark.django_db


def issue(files: Files, by: str = "test") -> actions.Issued:
    """Issue the province's plan."""
    return actions.issue_plan(files=files, folder=PROVINCE, by=by, at=NOON)


def test_a_plan_is_kept_with_all_it_needs_to_be_opened_again(files: Files) -> None:
    issue(files)
    (kept,) = versions()
    assert open_content(files_of(kept.id), kept.address) == open_content(files, PROVINCE)


def test_every_observation_stands_in_the_ledger_with_who_entered_it(files: Files) -> None:
    done = issue(files, by="văn phòng")
    ids = {one.id for one in open_content(files, PROVINCE).observations}
    assert set(LedgerEntry.objects.values_list("observation_id", flat=True)) == ids
    assert done.new_observations == len(ids)
    assert set(LedgerEntry.objects.values_list("by", flat=True)) == {"văn phòng"}


def test_loading_the_same_again_adds_nothing(files: Files) -> None:
    issue(files)
    before = (PlanVersion.objects.count(), LedgerEntry.objects.count(), AuditEntry.objects.count())
    again = issue(files)
    after = (PlanVersion.objects.count(), LedgerEntry.objects.count(), AuditEntry.objects.count())
    assert before == after
    assert (again.is_new, again.new_observations) == (False, 0)


def test_a_changed_plan_is_a_new_version_and_the_old_one_stays(files: Files) -> None:
    first = issue(files).version
    path = f"{PROVINCE}/directive.txt"
    second = issue({**files, path: files[path] + "\n# a comment\n"}).version
    assert first.sha256 != second.sha256
    assert PlanVersion.objects.count() == 2
    assert [one.id for one in versions()] == [second.id]


def test_a_wrong_plan_tells_all_its_errors_and_leaves_nothing_behind(files: Files) -> None:
    path = f"{PROVINCE}/observations.csv"
    lines = files[path].splitlines()
    broken = {**files, path: "\n".join([lines[0], "x,y,z", "a,b,c", *lines[1:]])}
    with pytest.raises(LotrinhError) as caught:
        issue(broken)
    assert {problem.where.line for problem in caught.value.problems} >= {2, 3}
    assert not PlanVersion.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_nothing_is_saved_when_the_audit_fails(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**deed: object) -> None:
        raise OSError("the disk of the audit is full")

    monkeypatch.setattr("lotrinh_web.reporting.actions.record", fail)
    with pytest.raises(OSError, match="full"):
        issue(files)
    assert not PlanVersion.objects.exists()
    assert not LedgerEntry.objects.exists()
    assert not AuditEntry.objects.exists()


def test_the_audit_is_a_chain_whose_head_stands_for_it_all(files: Files) -> None:
    issue(files)
    entries = list(AuditEntry.objects.order_by("id"))
    deeds = [(one.action, one.subject) for one in entries]
    assert deeds[0] == ("issue_plan", PROVINCE)
    # A plan brings the figures of the one it carries out, under that one's name.
    assert [action for action, _ in deeds[1:]] == ["publish_figures", "publish_figures"]
    assert [json.loads(one.payload)["plan"] for one in entries[1:]] == [NATION, PROVINCE]
    assert entries[1].prev_hash == entries[0].hash
    assert head() == entries[-1].hash
    assert first_break() is None


def test_an_audit_entry_needs_a_transaction_of_its_deed() -> None:
    from django.db import connection, transaction

    from lotrinh_web.audit.actions import record

    connection.in_atomic_block, kept = False, connection.in_atomic_block
    try:
        with pytest.raises(transaction.TransactionManagementError):
            record(by="x", at=NOON, action="a", subject="b", payload={})
    finally:
        connection.in_atomic_block = kept
