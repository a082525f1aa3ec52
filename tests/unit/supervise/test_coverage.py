"""Who has answered a duty is counted body by body; a group nobody listed is said to be so."""

from dataclasses import replace
from datetime import date

from lotrinh.base.words import Words
from lotrinh.bodies import Body, Register
from lotrinh.plan import Answer, Duty, load_plan
from lotrinh.supervise import coverage
from unit.plan.folder import FILES, PLAN

NAME = Words("tên", "name")
BODIES = Register(
    {
        "a": Body("a", NAME, "party", "vn", valid_to=date(2025, 7, 1), successors=("b",)),
        "b": Body("b", NAME, "party", "vn"),
        "group": Body("group", NAME, "group", "vn", members=("a", "b")),
        "unlisted": Body("unlisted", NAME, "group", "vn"),
    }
)
ANSWER = Answer("a", "12-CTr/HU", date(2020, 8, 1), NAME)
DUTY = Duty("own-plan", "concretise", ("group", "a", "unlisted"), NAME, "I.1", answers=(ANSWER,))


def test_members_are_counted_once_and_answers_belong_to_their_body() -> None:
    plan = replace(load_plan(FILES, PLAN), duties=(DUTY,))
    (one,) = coverage(plan, BODIES, date(2026, 1, 1))
    assert [(owed.body.id, len(owed.answers)) for owed in one.owed] == [("a", 1), ("b", 0)]
    assert one.answered == 1
    assert [body.id for body in one.unlisted] == ["unlisted"]
    assert [body.id for body in one.owed[0].today] == ["b"], "the body of 2020 is no more"
