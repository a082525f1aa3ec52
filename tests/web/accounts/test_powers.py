"""What a post lets its holder do: at its body and below, on its days, and never for oneself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lotrinh_web.accounts.appoint import delegate, end_post
from lotrinh_web.accounts.posts import EVERYWHERE, Post
from lotrinh_web.accounts.powers import (
    NotAllowedError,
    bodies_within_reach,
    holds,
    may,
    may_see,
    post_to_approve,
    posts_of,
    require,
)
from lotrinh_web.accounts.roles import POWERS, Role
from lotrinh_web.desk.queries import bodies
from web.accounts.conftest import COMMITTEE, NOW, SCIENCE, SERVER, TODAY

Give = Callable[..., Post]
ALL_POWERS = frozenset(power for powers in POWERS.values() for power in powers)


@pytest.mark.parametrize("role", POWERS)
def test_a_role_brings_its_own_powers_and_no_other(given: Give, role: Role) -> None:
    given("an", role)
    assert {power for power in ALL_POWERS if may("an", power, SCIENCE, TODAY)} == POWERS[role]


def test_a_person_without_a_post_may_do_nothing(people: None) -> None:
    assert not any(may("an", power, SCIENCE, TODAY) for power in ALL_POWERS)
    assert not any(holds("an", power, TODAY) for power in ALL_POWERS)


def test_a_post_reaches_down_and_not_up_or_aside(given: Give) -> None:
    given("an", "approver", COMMITTEE)
    given("binh", "approver", SCIENCE)
    assert may("an", "approve", SCIENCE, TODAY)
    assert not may("binh", "approve", COMMITTEE, TODAY)
    assert not may("binh", "approve", "dak-lak/so-y-te", TODAY)
    assert bodies_within_reach("binh", "approve", TODAY) >= {SCIENCE}
    assert COMMITTEE not in bodies_within_reach("binh", "approve", TODAY)


def test_who_follows_an_ended_body_answers_for_what_it_owed(given: Give) -> None:
    """The department of information was merged into that of science on 19 February 2025."""
    given("an", "reporter", SCIENCE)
    assert may("an", "report", "dak-lak/so-thong-tin-truyen-thong", TODAY)


def test_a_post_ends_with_its_body_and_does_not_pass_to_the_merged_one(given: Give) -> None:
    merged, before = "dak-lak/so-thong-tin-truyen-thong", date(2025, 2, 18)
    given("an", "reporter", merged, valid_from=date(2024, 1, 1))
    assert may("an", "report", merged, before)
    assert not posts_of("an", date(2025, 2, 19))
    assert not may("an", "report", SCIENCE, date(2025, 2, 19))


def test_a_post_over_all_bodies_reaches_every_one_of_them(given: Give) -> None:
    given("an", "supervisor", EVERYWHERE)
    assert bodies_within_reach("an", "supervise", TODAY) == frozenset(bodies().bodies)
    assert may("an", "supervise", EVERYWHERE, TODAY)


def test_a_post_at_one_body_gives_no_power_over_all(given: Give) -> None:
    given("an", "administrator", COMMITTEE)
    assert not may("an", "administer", EVERYWHERE, TODAY)


def test_reach_and_may_say_the_same_of_every_body(given: Give) -> None:
    given("an", "reporter", COMMITTEE)
    reach = bodies_within_reach("an", "report", TODAY)
    assert reach == {id for id in bodies().bodies if may("an", "report", id, TODAY)}
    assert {SCIENCE, COMMITTEE} < reach < set(bodies().bodies)


def test_a_post_holds_from_its_first_day_to_the_day_before_its_end(given: Give) -> None:
    given("an", "reader", valid_from=date(2026, 1, 1), valid_to=date(2026, 2, 1))
    days = {date(2025, 12, 31): 0, date(2026, 1, 1): 1, date(2026, 1, 31): 1, date(2026, 2, 1): 0}
    assert {day: len(posts_of("an", day)) for day in days} == days


def test_what_is_refused_names_the_person_the_power_the_body_and_whom_to_ask(given: Give) -> None:
    given("an", "reporter")
    with pytest.raises(NotAllowedError) as refused:
        require("an", "approve", SCIENCE, TODAY)
    assert refused.value.say("en") == (
        "The account “an” may not approve at Department of Science and Technology. "
        "Ask whoever administers the body to give the role that allows it."
    )
    assert "Sở Khoa học và Công nghệ" in refused.value.say("vi")


def test_nobody_approves_what_they_submitted_even_with_both_roles(given: Give) -> None:
    given("an", "reporter")
    own = given("an", "approver")
    with pytest.raises(NotAllowedError, match="submitted this"):
        post_to_approve("an", "an", SCIENCE, TODAY)
    assert post_to_approve("an", "binh", SCIENCE, TODAY) == own


def test_nobody_approves_in_the_place_of_the_author(given: Give) -> None:
    head = given("an", "approver")
    deputy = delegate(
        id=head.id, to="binh", manner="tuq", valid_from=TODAY, valid_to=date(2026, 12, 1),
        by="an", at=NOW,
    )  # fmt: skip
    assert post_to_approve("binh", "chi", SCIENCE, TODAY) == deputy
    with pytest.raises(NotAllowedError, match="in that person's place"):
        post_to_approve("binh", "an", SCIENCE, TODAY)


def test_a_post_of_ones_own_signs_before_one_held_for_another(given: Give) -> None:
    head = given("an", "approver", COMMITTEE)
    delegate(
        id=head.id, to="binh", manner="kt", valid_from=TODAY, valid_to=date(2026, 12, 1),
        by=SERVER, at=NOW,
    )  # fmt: skip
    own = given("binh", "approver")
    assert post_to_approve("binh", "chi", SCIENCE, TODAY) == own


def test_powers_end_on_the_day_a_post_is_ended(given: Give) -> None:
    held = given("an", "reporter", valid_from=date(2026, 1, 1))
    end_post(id=held.id, valid_to=TODAY, reason="12/QĐ-SKHCN", by=SERVER, at=NOW)
    assert may("an", "report", SCIENCE, date(2026, 11, 22))
    assert not may("an", "report", SCIENCE, TODAY)


def test_internal_is_for_readers_anywhere_and_confidential_for_those_of_the_body(
    given: Give,
) -> None:
    given("an", "reader", "dak-lak/so-y-te")
    given("binh", "administrator", EVERYWHERE)
    marks = ("", "internal", "confidential")
    seen = {who: [may_see(who, mark, SCIENCE, TODAY) for mark in marks] for who in ("an", "binh")}
    assert seen == {"an": [True, True, False], "binh": [True, False, False]}
    assert may_see("an", "confidential", "dak-lak/so-y-te", TODAY)
