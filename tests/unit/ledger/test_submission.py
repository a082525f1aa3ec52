"""A submission waits for each level in turn, for another person each time, and then no more."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.ledger import Entry, Key, Remark, Submission
from lotrinh.ledger.chain import canonical
from lotrinh.ledger.submission import Progress, advance, begin, follow
from lotrinh.ledger.supersede import Current, refuse_conflicts
from unit.ledger.story import MORNING, approval, figure, sent

LATER = MORNING + timedelta(hours=1)


def refused(one: Submission, *decisions: Entry) -> str:
    """Return why the last of the decisions is refused."""
    at = follow(one, decisions[:-1])
    with pytest.raises(LotrinhError) as caught:
        advance(one, at, decisions[-1])
    return caught.value.problems[0].key


def returned(id: str, by: str = "binh", **more: object) -> Entry:
    return Entry("decision", id, by, LATER, verdict="returned", **more)  # type: ignore[arg-type]


def taken_back(id: str, by: str = "an") -> Entry:
    return Entry("decision", id, by, LATER, verdict="withdrawn")


def test_each_level_approves_in_turn_and_the_last_makes_it_official() -> None:
    one = sent(figure(), levels=2)
    half = follow(one, [approval(one.id, LATER)])
    assert (half.state, half.level, half.official_on) == ("submitted", 1, None)
    whole = follow(one, [approval(one.id, LATER), approval(one.id, LATER, "chi", 2)])
    assert (whole.state, whole.official_on) == ("approved", LATER.date())
    assert whole.approved_by == ("binh", "chi")


def test_its_name_is_the_hash_of_all_it_says_in_canonical_json() -> None:
    back = {"purpose": "withdrawal", "withdrawn": (3, 4), "reason": "sai"}
    for one in (sent(figure()), sent(figure(), figure(year=2021)), sent(**back)):
        whole = hashlib.sha256(canonical(one.as_dict()).encode()).hexdigest()
        assert one.id == whole[:16]


def test_published_figures_wait_for_nobody() -> None:
    one = sent(figure(), levels=0, purpose="published")
    assert begin(one) == Progress("approved", official_on=MORNING.date())


def test_what_may_not_be_decided_is_refused_with_its_reason() -> None:
    one = sent(figure(), levels=2)
    yes = approval(one.id, LATER)
    assert refused(one, approval(one.id, LATER, "an")) == "ledger.own_submission"
    assert refused(one, returned(one.id, "an", reason="x")) == "ledger.own_submission"
    assert refused(one, approval(one.id, LATER, level=2)) == "ledger.wrong_level"
    assert refused(one, yes, approval(one.id, LATER, level=1)) == "ledger.wrong_level"
    assert refused(one, yes, approval(one.id, LATER, level=2)) == "ledger.approved_twice"
    assert refused(one, returned(one.id)) == "ledger.no_remark"
    assert refused(one, taken_back(one.id, "binh")) == "ledger.not_yours"
    assert refused(one, taken_back(one.id), yes) == "ledger.not_open"
    assert refused(one, returned(one.id, remarks=(Remark("sai"),)), yes) == "ledger.not_open"


@pytest.mark.parametrize("purpose", ["correction", "withdrawal"])
def test_a_correction_and_a_withdrawal_need_a_reason(purpose: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        sent(figure(), purpose=purpose, about=1, reason=" ")  # type: ignore[arg-type]
    assert caught.value.problems[0].key == "ledger.no_reason"


def test_an_empty_submission_is_refused() -> None:
    with pytest.raises(LotrinhError) as caught:
        sent()
    assert caught.value.problems[0].key == "ledger.nothing_submitted"


def test_the_name_of_a_submission_follows_from_all_it_says() -> None:
    names = {
        sent(figure()).id,
        sent(figure(151)).id,
        sent(figure(), levels=2).id,
        sent(figure(), author="chi").id,
        sent(figure(), at=LATER).id,
    }
    assert len(names) == 5
    assert sent(figure()).id == sent(figure()).id


def conflicts(one: Submission, current: dict[Key, Current]) -> list[str]:
    with pytest.raises(LotrinhError) as caught:
        refuse_conflicts(one, current)
    return [problem.key for problem in caught.value.problems]


def test_every_conflict_with_the_ledger_is_told_at_once() -> None:
    (entry,) = sent(figure()).entries(1)
    key = figure().key
    waiting = {key: Current(entry, "dep", "submitted")}
    official = {key: Current(entry, "dep", "approved")}
    foreign = {key: Current(entry, "other", "approved")}
    fresh = sent(figure(151), figure(9, 2023))
    mended = sent(figure(151), purpose="correction", about=1, reason="sót")
    gone = sent(purpose="withdrawal", withdrawn=(1, 7), reason="trùng")
    assert conflicts(fresh, waiting) == ["ledger.already_reported"]
    assert conflicts(mended, waiting) == ["ledger.still_open"]
    assert conflicts(mended, foreign) == ["ledger.foreign_figure"]
    assert conflicts(gone, waiting) == ["ledger.still_open", "ledger.not_current"]
    other_year = sent(figure(1, 2020), purpose="correction", about=1, reason="sót")
    assert conflicts(other_year, official) == ["ledger.other_figure"]
    refuse_conflicts(mended, official)
    refuse_conflicts(fresh, foreign)
