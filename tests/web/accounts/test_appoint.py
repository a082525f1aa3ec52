"""Posts are given, delegated and ended by those who may, told to the audit, and never rewritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import Error, connection, transaction

from lotrinh.base.errors import LotrinhError
from lotrinh_web.accounts.appoint import appoint, delegate, end_post
from lotrinh_web.accounts.posts import EVERYWHERE, Post, ever_held
from lotrinh_web.accounts.powers import NotAllowedError, posts_of
from lotrinh_web.audit.models import AuditEntry
from web.accounts.conftest import COMMITTEE, NOW, SCIENCE, SERVER, TODAY

Give = Callable[..., Post]
DECEMBER = date(2026, 12, 1)


def deeds() -> list[tuple[str, str, str]]:
    wanted = ("appoint", "end_post", "delegate", "revoke_delegation")
    found = AuditEntry.objects.filter(action__in=wanted)
    return [(one.action, one.by, one.subject) for one in found]


def test_every_change_of_posts_leaves_its_audit_entry(given: Give) -> None:
    head = given("an", "approver")
    acting = delegate(
        id=head.id, to="binh", manner="q", valid_from=TODAY, valid_to=DECEMBER, by="an", at=NOW
    )
    end_post(id=acting.id, valid_to=TODAY, reason="Đã về", by="an", at=NOW)
    end_post(id=head.id, valid_to=DECEMBER, reason="Nghỉ hưu", by=SERVER, at=NOW)
    assert deeds() == [
        ("appoint", SERVER, f"posts/{head.id}"),
        ("delegate", "an", f"posts/{acting.id}"),
        ("revoke_delegation", "an", f"posts/{acting.id}"),
        ("end_post", SERVER, f"posts/{head.id}"),
    ]


def test_only_who_administers_the_body_gives_a_post_there(given: Give) -> None:
    given("an", "administrator", SCIENCE)
    made = appoint(person="binh", role="reporter", body=SCIENCE, valid_from=TODAY, by="an", at=NOW)
    assert posts_of("binh", TODAY) == (made,)
    for body in (COMMITTEE, "dak-lak/so-y-te", EVERYWHERE):
        with pytest.raises(NotAllowedError):
            appoint(person="binh", role="reporter", body=body, valid_from=TODAY, by="an", at=NOW)
    assert len(ever_held(person="binh")) == 1


def test_everything_that_is_wrong_with_a_post_is_said_at_once(given: Give) -> None:
    with pytest.raises(LotrinhError) as refused:
        given("nobody", "king", "dak-lak/commune-peoples-committees", valid_to=TODAY)
    assert [one.key for one in refused.value.problems] == [
        "lotrinh_web.no_such_person",
        "lotrinh_web.no_such_role",
        "lotrinh_web.no_such_body",
        "lotrinh_web.ends_before_it_begins",
    ]
    assert deeds() == []


def test_a_body_that_has_ended_is_refused_with_its_successor_named(given: Give) -> None:
    with pytest.raises(LotrinhError, match="Department of Science and Technology"):
        given("an", "reporter", "dak-lak/so-thong-tin-truyen-thong")


def test_a_delegation_ends_with_the_post_it_stands_for(given: Give) -> None:
    head = given("an", "approver")
    delegate(
        id=head.id, to="binh", manner="tuq", valid_from=TODAY, valid_to=DECEMBER, by="an", at=NOW
    )
    end_post(id=head.id, valid_to=date(2026, 11, 25), reason="Điều động", by=SERVER, at=NOW)
    assert posts_of("binh", date(2026, 11, 24))
    assert not posts_of("binh", date(2026, 11, 25))


def test_what_is_held_for_another_is_not_passed_on(given: Give) -> None:
    head = given("an", "approver")
    acting = delegate(
        id=head.id, to="binh", manner="tuq", valid_from=TODAY, valid_to=DECEMBER, by="an", at=NOW
    )
    with pytest.raises(LotrinhError, match="cannot be passed on"):
        delegate(
            id=acting.id, to="chi", manner="tuq", valid_from=TODAY, valid_to=DECEMBER,
            by="binh", at=NOW,
        )  # fmt: skip


def test_a_delegation_lies_within_the_post_and_is_of_a_role_that_signs(given: Give) -> None:
    report = given("an", "reporter", valid_to=date(2026, 11, 30))
    with pytest.raises(LotrinhError) as refused:
        delegate(
            id=report.id, to="an", manner="kt", valid_from=TODAY, valid_to=DECEMBER,
            by="an", at=NOW,
        )  # fmt: skip
    assert [one.key for one in refused.value.problems] == [
        "lotrinh_web.delegate_to_self",
        "lotrinh_web.delegate_role",
        "lotrinh_web.delegate_outside",
    ]


def test_a_stranger_neither_delegates_nor_ends_the_post_of_another(given: Give) -> None:
    head = given("an", "approver")
    with pytest.raises(NotAllowedError):
        delegate(
            id=head.id, to="chi", manner="kt", valid_from=TODAY, valid_to=DECEMBER,
            by="chi", at=NOW,
        )  # fmt: skip
    with pytest.raises(NotAllowedError):
        end_post(id=head.id, valid_to=TODAY, reason="x", by="chi", at=NOW)


def test_a_post_is_not_ended_in_the_past_twice_or_without_a_reason(given: Give) -> None:
    held = given("an", "reader")
    with pytest.raises(LotrinhError) as refused:
        end_post(id=held.id, valid_to=date(2026, 11, 22), reason=" ", by=SERVER, at=NOW)
    assert len(refused.value.problems) == 2
    end_post(id=held.id, valid_to=TODAY, reason="x", by=SERVER, at=NOW)
    with pytest.raises(LotrinhError, match="is over"):
        end_post(id=held.id, valid_to=DECEMBER, reason="x", by=SERVER, at=NOW)


def test_the_last_administrator_of_all_bodies_stays(given: Give) -> None:
    first = given("an", "administrator", EVERYWHERE)
    given("binh", "administrator", SCIENCE)
    with pytest.raises(LotrinhError, match="last administrator"):
        end_post(id=first.id, valid_to=TODAY, reason="x", by="an", at=NOW)
    given("binh", "administrator", EVERYWHERE)
    end_post(id=first.id, valid_to=TODAY, reason="x", by="an", at=NOW)
    assert not posts_of("an", TODAY)


@pytest.mark.parametrize(
    ("manner", "vi"),
    [
        ("kt", "KT. An Nguyễn – Binh Nguyễn (ký thay đến hết ngày 30/11/2026)"),
        ("tuq", "TUQ. An Nguyễn – Binh Nguyễn (thừa ủy quyền đến hết ngày 30/11/2026)"),
        ("q", "Q. An Nguyễn – Binh Nguyễn (quyền phụ trách đến hết ngày 30/11/2026)"),
    ],
)
def test_who_stands_in_signs_with_the_other_name_and_the_last_day(
    given: Give, manner: str, vi: str
) -> None:
    names = {"an": "An Nguyễn", "binh": "Binh Nguyễn"}
    head = given("an", "approver")
    acting = delegate(
        id=head.id, to="binh", manner=manner, valid_from=TODAY, valid_to=DECEMBER, by="an", at=NOW
    )
    assert head.signature(names).vi == "An Nguyễn"
    assert acting.signature(names).vi == vi
    assert "30 November 2026" in acting.signature(names).en


@pytest.mark.parametrize("table", ["appointment", "appointment_end"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET by = 'x'", "DELETE FROM {}"])
def test_the_history_of_posts_cannot_be_rewritten(given: Give, table: str, sql: str) -> None:
    held = given("an", "reader")
    end_post(id=held.id, valid_to=TODAY, reason="x", by=SERVER, at=NOW)
    with (
        pytest.raises(Error, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(table))
