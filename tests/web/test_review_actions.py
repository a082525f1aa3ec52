"""Each deed at the desk leaves its record and its audit entry, or nothing at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import Error, connection, transaction

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import open_content
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.audit.queries import first_break
from lotrinh_web.desk.queries import files as files_of
from lotrinh_web.desk.queries import version
from lotrinh_web.review import actions, queries
from lotrinh_web.review.fields import from_form
from lotrinh_web.review.issue import issue
from lotrinh_web.review.models import Review, ReviewDecision, ReviewIssue, ReviewItem
from lotrinh_web.review.said import from_form as said_from
from web.conftest import NOON
from web.reviewing import ARTICLE, NEW_INDICATOR, SAID

TABLES = {"review": "name", "review_item": "rule", "review_decision": "reason"}


@pytest.fixture
def review(loaded: None, monkeypatch: pytest.MonkeyPatch) -> Review:
    """The article, read; the door opens what it is given again."""
    monkeypatch.setattr("lotrinh_web.desk.actions.open_content", open_content)
    return actions.open_review(name="bai.txt", data=ARTICLE.encode(), by="lan", at=NOON)


def item(review: Review, kind: str, number: int = 0) -> queries.Item:
    """The item of that kind, counted from 0."""
    return [one for one in queries.items(review.pk) if one.kind == kind][number]


def accept(review: Review, one: queries.Item, **changes: Any) -> ReviewDecision:
    fields = one.fields | changes
    sentence = review.text[one.start : one.end]
    return actions.accept(item=one, fields=fields, sentence=sentence, reason="", by="lan", at=NOON)


def accept_all(review: Review) -> None:
    accept(review, item(review, "goal"))
    accept(review, item(review, "target", 0), indicator="digital-economy-share")
    accept(review, item(review, "target", 1), **NEW_INDICATOR)
    accept(review, item(review, "duty"), actors=["dak-lak/ban-tuyen-giao"])


def test_a_document_comes_in_with_its_items_and_one_audit_entry(review: Review) -> None:
    kinds = [one.kind for one in queries.items(review.pk)]
    assert [kind for kind in kinds if kind != "fact"] == ["goal", "target", "target", "duty"]
    assert {one.state for one in queries.items(review.pk)} == {"open"}
    assert AuditEntry.objects.get(action="open_review").by == "lan"
    assert review.facts["number"] == "12-KH/TU"


@pytest.mark.parametrize(("name", "data"), [("a.xyz", b"a"), ("", b""), ("a.txt", b"   ")])
def test_a_file_that_cannot_be_read_is_said_in_words_and_not_kept(
    loaded: None, name: str, data: bytes
) -> None:
    with pytest.raises(LotrinhError) as raised:
        actions.open_review(name=name, data=data, by="lan", at=NOON)
    assert raised.value.say("vi")
    assert not Review.objects.exists()


def test_a_file_over_the_limit_is_refused(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "LARGEST", 10)
    with pytest.raises(LotrinhError, match="larger"):
        actions.open_review(name="a.txt", data=b"a" * 11, by="lan", at=NOON)


def test_a_decision_keeps_what_stood_before_and_after(review: Review) -> None:
    one = item(review, "target")
    kept = accept(review, one, indicator="digital-economy-share")
    assert (kept.action, kept.by, kept.before["state"]) == ("edit", "lan", "open")
    assert kept.after["fields"]["indicator"] == "digital-economy-share"
    now = item(review, "target")
    assert (now.state, now.by) == ("accepted", "lan")


def test_accepting_as_it_stands_is_no_edit(review: Review) -> None:
    assert accept(review, item(review, "goal")).action == "accept"


def test_an_item_that_lacks_something_is_not_accepted_and_says_everything(review: Review) -> None:
    with pytest.raises(LotrinhError) as raised:
        accept(review, item(review, "target"), indicator="", deadline="", unit="")
    fields = {problem.where.field for problem in raised.value.problems}
    assert fields == {"indicator", "deadline", "unit"}
    assert not ReviewDecision.objects.exists()


def test_a_number_that_the_sentence_does_not_have_is_refused(review: Review) -> None:
    with pytest.raises(LotrinhError, match="does not stand"):
        accept(review, item(review, "target"), value="31", indicator="digital-economy-share")


def test_undo_goes_back_step_by_step_and_leaves_every_step_in_the_record(review: Review) -> None:
    accept(review, item(review, "goal"))
    actions.reject(item=item(review, "goal"), reason="", by="minh", at=NOON)
    for expected in ("accepted", "open"):
        actions.undo(review_id=review.pk, by="lan", at=NOON)
        assert item(review, "goal").state == expected
    assert actions.undo(review_id=review.pk, by="lan", at=NOON) is None
    done = [one.action for one in queries.decisions(review.pk)]
    assert done == ["accept", "reject", "undo", "undo"]


def test_when_the_audit_fails_nothing_is_saved(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("no audit")

    monkeypatch.setattr(actions, "record", broken)
    one = item(review, "goal")
    with pytest.raises(RuntimeError):
        accept(review, one)
    with pytest.raises(RuntimeError):
        actions.reject(item=one, reason="", by="lan", at=NOON)
    with pytest.raises(RuntimeError):
        actions.open_review(name="b.txt", data=ARTICLE.encode(), by="lan", at=NOON)
    assert not ReviewDecision.objects.exists()
    assert Review.objects.count() == 1
    assert {row.review_id for row in ReviewItem.objects.all()} == {review.pk}


def test_when_the_audit_of_the_issue_fails_no_plan_is_issued(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("no audit")

    accept_all(review)
    monkeypatch.setattr("lotrinh_web.review.issue.record", broken)
    with pytest.raises(RuntimeError):
        issue(review=review, said=said_from(SAID, 1), by="lan", at=NOON)
    assert version("plans/vn/kh-12") is None
    assert not ReviewIssue.objects.exists()


def test_an_issued_plan_opens_from_what_was_kept_of_it(review: Review) -> None:
    accept_all(review)
    issue(review=review, said=said_from(SAID, 1), by="lan", at=NOON)
    kept = version("plans/vn/kh-12")
    assert kept is not None
    assert kept.issued_by == "lan"
    plan = open_content(files_of(kept.id), "plans/vn/kh-12").plan
    assert [str(target.value) for target in plan.targets] == ["30", "96.5"]
    assert plan.targets[1].indicator == "ty-le-ho-dung-nuoc-sach"
    assert str(plan.parents[0]) == "plans/vn/nq-52-2019"
    assert first_break() is None


def test_everything_in_the_way_of_an_issue_is_told_at_once_with_its_item(review: Review) -> None:
    accept(review, item(review, "goal"))
    said = said_from({**SAID, "title": "", "place": ""}, 1)
    with pytest.raises(LotrinhError) as raised:
        issue(review=review, said=said, by="lan", at=NOON)
    fields = [problem.where.field for problem in raised.value.problems]
    left = [one for one in queries.items(review.pk) if not one.decided]
    waiting = [f"item.{one.id}" for one in left if one.kind != "fact"]
    assert fields == ["title", "place", *waiting, ""]


def test_a_taken_address_needs_to_be_confirmed(review: Review) -> None:
    accept_all(review)
    issue(review=review, said=said_from(SAID, 1), by="lan", at=NOON)
    with pytest.raises(LotrinhError, match="There is a plan at plans/vn/kh-12 already"):
        issue(review=review, said=said_from(SAID, 1), by="lan", at=NOON)
    issue(review=review, said=said_from({**SAID, "again": "1"}, 1), by="lan", at=NOON)


def test_a_person_adds_an_item_and_undo_takes_it_away(review: Review) -> None:
    start = review.text.index("Mọi thôn buôn")
    span = (start, review.text.index("hướng dẫn.", start) + 10)
    fields = {"kind": "guide", "actors": ["vn/government"], "action": "Hướng dẫn"}
    added = actions.add(
        review=review, kind="duty", span=span, fields=fields, reason="", by="lan", at=NOON
    )
    assert item(review, "duty", 0).id == added.pk
    assert item(review, "duty", 0).state == "accepted"
    actions.undo(review_id=review.pk, by="lan", at=NOON)
    assert item(review, "duty", 0).state == "rejected"


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_change_what_was_decided(review: Review, table: str) -> None:
    accept(review, item(review, "goal"))
    for verb in (f"UPDATE {table} SET {TABLES[table]} = 'x'", f"DELETE FROM {table}"):
        with (
            pytest.raises(Error, match="never changed or deleted"),
            transaction.atomic(),
            connection.cursor() as sql,
        ):
            sql.execute(verb)


def test_a_list_that_was_not_asked_for_does_not_come_into_the_record() -> None:
    from django.http import QueryDict

    form = QueryDict("name=a&kind=level&indicator=x&new_kind=ratio&window_from=2020&operator=%3D")
    kept = from_form("target", form, "vi")
    assert "new_kind" not in kept
    assert (kept["window_from"], kept["operator"]) == ("", "")
