"""Figures are sent, approved, returned and taken back by those who may; each deed is audited."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import Error, connection, transaction

from lotrinh.base.errors import LotrinhError
from lotrinh.ledger import Checked, Observation, Remark, Submission
from lotrinh.ledger.entry import digest
from lotrinh_web.accounts.appoint import delegate
from lotrinh_web.accounts.posts import Post
from lotrinh_web.accounts.powers import NotAllowedError
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.audit.queries import first_break
from lotrinh_web.reporting.actions import approve, return_with_remarks, submit, withdraw
from lotrinh_web.reporting.models import LedgerEntry, SubmissionState
from lotrinh_web.reporting.models import Submission as SubmissionRow
from lotrinh_web.reporting.queries import known
from lotrinh_web.reporting.store import book, last_number
from web.conftest import NOON, PROVINCE
from web.reporting.conftest import COMMITTEE, SCIENCE, figure, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
Check = Callable[..., Checked]
TODAY = date(2026, 11, 23)


def send(checked: Check, *figures: Observation, minutes: float = 0, **more: object) -> Submission:
    """Send figures of the department, by An unless said otherwise."""
    at = later(minutes)
    one = checked(*figures or (figure(),), at=at, **more)
    return submit(checked=one, by=one.submission.author, at=at)


def official() -> dict[str, Decimal]:
    """Return the official figures that bodies reported, by period."""
    found = known(plans=[PROVINCE], day=TODAY)
    own = [one.observation for one in found if one.entry.by == "an"]
    return {str(one.period): one.value for one in own}


def key_of(error: pytest.ExceptionInfo[LotrinhError]) -> str:
    return error.value.problems[0].key


def test_what_is_sent_stands_in_the_ledger_and_is_not_official_yet(checked: Check) -> None:
    before = last_number()
    sent = send(checked, figure("150"), figure("151", 2023))
    assert last_number() == before + 2
    assert SubmissionState.objects.get(submission=sent.id).state == "submitted"
    assert official() == {}


def test_a_figure_is_official_from_the_day_the_last_level_approved_it(checked: Check) -> None:
    sent = send(checked, levels=2)
    assert approve(id=sent.id, level=1, by="binh", at=later(1)).state == "submitted"
    assert official() == {}
    done = approve(id=sent.id, level=2, by="chi", at=later(2))
    assert (done.state, done.official_on, done.approved_by) == ("approved", TODAY, ("binh", "chi"))
    assert official() == {"2024": Decimal(150)}


def test_nobody_approves_or_returns_what_they_sent(
    checked: Check, given: Callable[..., Post]
) -> None:
    given("an", "approver")
    sent = send(checked)
    with pytest.raises(NotAllowedError):
        approve(id=sent.id, level=1, by="an", at=later(1))
    with pytest.raises(NotAllowedError):
        return_with_remarks(id=sent.id, reason="sai", by="an", at=later(1))


@pytest.mark.parametrize("verdict", ["approved", "returned"])
def test_the_database_refuses_a_decision_of_the_authors_own(checked: Check, verdict: str) -> None:
    sent = send(checked)
    row = LedgerEntry(
        number=last_number() + 1, kind="decision", submission_id=sent.id, by="an", at=NOON,
        verdict=verdict, level=1,
    )  # fmt: skip
    with pytest.raises(Error, match="never decides on it"), transaction.atomic():
        row.save(force_insert=True)


def test_the_database_refuses_a_second_approval_of_one_level_or_person(checked: Check) -> None:
    sent = send(checked, levels=3)
    approve(id=sent.id, level=1, by="binh", at=later(1))
    for by, level in (("chi", 1), ("binh", 2)):
        row = LedgerEntry(
            number=last_number() + 1, kind="decision", submission_id=sent.id, by=by, at=NOON,
            verdict="approved", level=level,
        )  # fmt: skip
        with pytest.raises(Error), transaction.atomic():
            row.save(force_insert=True)


def test_only_who_reports_for_the_body_sends_and_only_who_approves_there_decides(
    checked: Check,
) -> None:
    with pytest.raises(NotAllowedError):
        send(checked, author="binh")
    sent = send(checked)
    for person in ("em", "dung", "chi"):
        with pytest.raises(NotAllowedError):
            approve(id=sent.id, level=1, by=person, at=later(1))


def test_an_acting_head_signs_for_the_head_and_the_entry_says_so(
    checked: Check, given: Callable[..., Post]
) -> None:
    head = given("dung", "approver")
    span = {"valid_from": TODAY, "valid_to": date(2026, 12, 1)}
    delegate(id=head.id, to="em", manner="kt", by="dung", at=NOON, **span)
    sent = send(checked)
    approve(id=sent.id, level=1, by="em", at=later(1))
    assert LedgerEntry.objects.get(verdict="approved").signed_as == "kt:dung:2026-11-30"


def test_a_return_says_why_and_points_at_the_figure(checked: Check) -> None:
    one = figure()
    sent = send(checked, one)
    with pytest.raises(LotrinhError) as refused:
        return_with_remarks(id=sent.id, by="binh", at=later(1))
    assert key_of(refused) == "ledger.no_remark"
    remark = Remark("Nhầm cột", one.id)
    return_with_remarks(id=sent.id, remarks=[remark], by="binh", at=later(1))
    assert book().decisions[sent.id][0].remarks == (remark,)
    again = send(checked, figure("149"), minutes=2, replaces=sent.id)
    approve(id=again.id, level=1, by="binh", at=later(3))
    assert official() == {"2024": Decimal(149)}


def test_a_remark_on_a_figure_that_is_not_there_is_refused(checked: Check) -> None:
    sent = send(checked)
    with pytest.raises(LotrinhError) as refused:
        return_with_remarks(id=sent.id, remarks=[Remark("?", "f" * 16)], by="binh", at=later(1))
    assert key_of(refused) == "lotrinh_web.remark_astray"


def test_a_figure_once_sent_is_not_sent_again_but_corrected(checked: Check) -> None:
    send(checked)
    with pytest.raises(LotrinhError) as refused:
        send(checked, figure("151"), author="em", minutes=1)
    assert key_of(refused) == "ledger.already_reported"


def test_the_author_takes_back_what_nobody_approved_and_may_send_anew(checked: Check) -> None:
    sent = send(checked)
    with pytest.raises(LotrinhError) as refused:
        withdraw(id=sent.id, by="em", at=later(1))
    assert key_of(refused) == "ledger.not_yours"
    withdraw(id=sent.id, by="an", at=later(1))
    send(checked, minutes=2)
    with pytest.raises(LotrinhError) as refused:
        approve(id=sent.id, level=1, by="binh", at=later(3))
    assert key_of(refused) == "ledger.not_open"


def test_a_correction_supersedes_with_a_reason_once_it_is_approved(checked: Check) -> None:
    first = send(checked)
    number = last_number()
    with pytest.raises(LotrinhError) as refused:
        send(checked, figure("160"), about=number, purpose="correction", reason="x", minutes=1)
    assert key_of(refused) == "ledger.still_open"
    approve(id=first.id, level=1, by="binh", at=later(1))
    with pytest.raises(LotrinhError) as refused:
        send(checked, figure("160"), about=number, purpose="correction", minutes=2)
    assert key_of(refused) == "ledger.no_reason"
    second = send(
        checked, figure("160"), about=number, purpose="correction", reason="Cộng sót", minutes=2
    )
    assert official() == {"2024": Decimal(150)}
    approve(id=second.id, level=1, by="binh", at=later(3))
    assert official() == {"2024": Decimal(160)}


def test_a_withdrawal_takes_an_official_figure_back_once_it_is_approved(checked: Check) -> None:
    first = send(checked)
    number = last_number()
    approve(id=first.id, level=1, by="binh", at=later(1))
    taken = {"figures": (), "withdrawn": (number,), "purpose": "withdrawal", "reason": "Trùng"}
    second = send(checked, minutes=2, **taken)
    assert official() == {"2024": Decimal(150)}
    approve(id=second.id, level=1, by="binh", at=later(3))
    assert official() == {}


def test_the_audit_tells_every_deed_with_the_digest_of_what_it_left(checked: Check) -> None:
    sent = send(checked)
    approve(id=sent.id, level=1, by="binh", at=later(1))
    told = AuditEntry.objects.filter(subject=f"submissions/{sent.id}").order_by("id")
    assert [(one.action, one.by) for one in told] == [("submit", "an"), ("approved", "binh")]
    entries = book().entries
    for one in told:
        payload = json.loads(one.payload)
        left = entries[payload["first"] - 1 : payload["last"]]
        assert payload["digest"] == digest(left)
    assert first_break() is None


def test_when_the_audit_fails_nothing_is_kept(
    checked: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**deed: object) -> None:
        raise OSError("the disk of the audit is full")

    sent = send(checked)
    before = last_number()
    monkeypatch.setattr("lotrinh_web.reporting.actions.record", fail)
    with pytest.raises(OSError, match="full"):
        send(checked, figure(year=2023), minutes=1)
    with pytest.raises(OSError, match="full"):
        approve(id=sent.id, level=1, by="binh", at=later(1))
    assert last_number() == before
    assert SubmissionState.objects.get(submission=sent.id).state == "submitted"


def test_what_is_kept_ready_is_what_a_replay_says(checked: Check) -> None:
    first, second = send(checked), send(checked, figure(year=2023), minutes=1, levels=2)
    approve(id=first.id, level=1, by="binh", at=later(2))
    approve(id=second.id, level=1, by="binh", at=later(3))
    said = {one.submission_id: (one.state, one.level, one.official_on)
            for one in SubmissionState.objects.all()}  # fmt: skip
    replayed = book().progress()
    assert said == {id: (one.state, one.level, one.official_on) for id, one in replayed.items()}
    assert {row.id for row in SubmissionRow.objects.all()} == set(replayed)


def test_no_two_bodies_stand_in_each_others_way(checked: Check, given: Callable[..., Post]) -> None:
    given("dung", "reporter", body=COMMITTEE)
    send(checked)
    send(checked, figure("152"), body=COMMITTEE, author="dung", minutes=1)
    assert SubmissionRow.objects.filter(body__in=[COMMITTEE, SCIENCE]).count() == 2
    with connection.cursor() as sql:
        sql.execute("SELECT count(*) FROM ledger_entry WHERE indicator = 'broadband-communes'")
        assert sql.fetchone() == (2,)
