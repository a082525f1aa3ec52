"""Posts of an ended body pass to its successor when who answers for it says so, not before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from lotrinh.base.errors import LotrinhError
from lotrinh_web.accounts.posts import EVERYWHERE, Post, ever_held
from lotrinh_web.accounts.powers import NotAllowedError, may
from lotrinh_web.accounts.succession import pass_on, successions
from lotrinh_web.audit.models import AuditEntry
from lotrinh_web.notices.models import Notice
from web.accounts.conftest import COMMITTEE, NOW, TODAY

Give = Callable[..., Post]
#: The board that guided propaganda until 2025, and the one it was merged into.
OLD, HEIR = "dak-lak/ban-tuyen-giao", "dak-lak/ban-tuyen-giao-dan-van"
BEFORE = date(2024, 6, 1)
PAGE = "/en/desk/passing-on/"


@pytest.fixture
def merged(given: Give) -> tuple[Post, Post]:
    """An reports and Binh approves at a board that has ended; Chi administers everything."""
    given("chi", "administrator", EVERYWHERE)
    given("dung", "approver", OLD, valid_from=BEFORE, valid_to=date(2024, 9, 1))
    return (
        given("an", "reporter", OLD, valid_from=BEFORE),
        given("binh", "approver", OLD, valid_from=BEFORE),
    )


def passed(*posts: Post, by: str = "chi", heir: str = HEIR, body: str = OLD) -> tuple[Post, ...]:
    numbers = [one.id for one in posts]
    return pass_on(body=body, heir=heir, posts=numbers, basis="9/QĐ", by=by, at=NOW)


def test_nothing_passes_by_itself_and_what_waits_is_shown(merged: tuple[Post, Post]) -> None:
    assert not may("an", "report", HEIR, TODAY)
    (one,) = successions("chi", TODAY)
    assert (one.body.id, [heir.id for heir in one.heirs]) == (OLD, [HEIR])
    assert one.posts == merged


def test_a_post_is_given_anew_from_today_and_the_old_one_stays(merged: tuple[Post, Post]) -> None:
    reporter, approver = merged
    (new,) = passed(reporter)
    assert (new.person, new.role, new.body, new.basis) == ("an", "reporter", HEIR, "9/QĐ")
    assert new.valid_from == TODAY
    assert may("an", "report", HEIR, TODAY)
    # What the old body still owes is for its successor to answer.
    assert may("an", "report", OLD, TODAY)
    assert reporter in ever_held(person="an")
    (left,) = successions("chi", TODAY)
    assert left.posts == (approver,)
    told = AuditEntry.objects.get(action="pass_on")
    assert (told.by, told.subject) == ("chi", f"posts/{new.id}")
    assert f'"from_post":{reporter.id}' in told.payload
    assert list(Notice.objects.values_list("person", "key")) == [("an", "passed_on")]
    with pytest.raises(LotrinhError, match="was just passed on"):
        passed(reporter)


def test_only_who_answers_for_the_successor_passes_posts_on(
    merged: tuple[Post, Post], given: Give
) -> None:
    given("em", "planning_office", COMMITTEE)
    for by in ("an", "em"):
        with pytest.raises(NotAllowedError):
            passed(merged[0], by=by)
        assert successions(by, TODAY) == ()
    given("em", "planning_office", HEIR)
    chief = given("dung", "administrator", OLD, valid_from=BEFORE)
    with pytest.raises(NotAllowedError):
        passed(chief, by="em")
    assert len(passed(*merged, by="em")) == 2


@pytest.mark.parametrize("heir", ["dak-lak/so-y-te", OLD])
def test_what_is_no_successor_takes_no_posts(merged: tuple[Post, Post], heir: str) -> None:
    with pytest.raises(LotrinhError, match="no successor"):
        passed(merged[0], heir=heir)
    with pytest.raises(LotrinhError, match="No post is chosen"):
        passed()


def test_the_page_shows_first_and_passes_what_was_confirmed(
    merged: tuple[Post, Post], django_user_model: Any
) -> None:
    client = Client()
    client.force_login(
        django_user_model.objects.get(username="chi"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    assert "Posts to pass on: 2." in client.get(PAGE).content.decode()
    preview = client.get(PAGE, {"body": OLD}).content.decode()
    assert "An Nguyễn" in preview
    assert f'value="{HEIR}"' in preview
    assert len(ever_held(person="an")) == 1
    none = client.post(PAGE, {"body": OLD, "heir": HEIR})
    assert none.status_code == 422
    sent = {"body": OLD, "heir": HEIR, "post": [str(one.id) for one in merged], "basis": "9/QĐ"}
    assert client.post(PAGE, sent).status_code == 302
    assert {one.body for one in ever_held(person="an")} == {OLD, HEIR}
    assert "No post waits to be passed on." in client.get(PAGE).content.decode()
    assert client.get(PAGE, {"body": OLD}).status_code == 404
