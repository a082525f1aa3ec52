"""The page of bodies: who must do what by when, who has answered, who has taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, day, say
from lotrinh.bodies import Body
from lotrinh.plan import Answer, Duty
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, Link, head
from lotrinh.supervise.coverage import coverage


@dataclass(frozen=True)
class BodyRow:
    """A body that owes a duty."""

    name: str
    #: Who answers for it on the day of the page, when it is no more.
    heirs: str
    answers: tuple[Link, ...]


@dataclass(frozen=True)
class DutyView:
    """A duty with the bodies that owe it."""

    address: Address
    kind: str
    action: str
    actors: tuple[str, ...]
    to: tuple[str, ...]
    clause: str
    #: The day, or that the text names none.
    deadline: str
    bodies: tuple[BodyRow, ...]
    answered: int
    coverage: str


@dataclass(frozen=True)
class BodiesPage:
    """What the page of bodies shows."""

    head: Head
    duties: tuple[DutyView, ...]


def bodies_page(case: Case, lang: Lang) -> BodiesPage:
    """Return every duty with the bodies that owe it and what each has answered."""
    found = coverage(case.plan, case.bodies, case.as_known_on)
    return BodiesPage(
        head=head(case, lang),
        duties=tuple(_duty(one.duty, tuple(one.rows), case, lang) for one in found),
    )


def _duty(
    duty: Duty, rows: tuple[tuple[Body, tuple[Answer, ...]], ...], case: Case, lang: Lang
) -> DutyView:
    answered = sum(bool(answers) for _, answers in rows)
    return DutyView(
        address=case.plan.address.to("duty", duty.id),
        kind=say(f"publish.duty_{duty.kind}", lang),
        action=duty.say(lang),
        actors=tuple(case.bodies[id].say(lang) for id in duty.actors),
        to=tuple(case.bodies[id].say(lang) for id in duty.to),
        clause=duty.clause,
        deadline=day(duty.deadline, lang) if duty.deadline else say("publish.no_deadline", lang),
        bodies=tuple(_body(body, answers, case, lang) for body, answers in rows),
        answered=answered,
        coverage=say("publish.coverage", lang, answered=answered, count=len(rows)),
    )


def _body(body: Body, answers: tuple[Answer, ...], case: Case, lang: Lang) -> BodyRow:
    return BodyRow(
        name=body.say(lang),
        heirs=_heirs(body, case, lang, case.as_known_on),
        answers=tuple(
            Link(
                one.number or one.title.say(lang),
                url=one.url,
                note=", ".join(
                    part
                    for part in (
                        one.title.say(lang) if one.number else "",
                        day(one.date, lang) if one.date else "",
                    )
                    if part
                ),
            )
            for one in answers
        ),
    )


def _heirs(body: Body, case: Case, lang: Lang, on: date) -> str:
    if body.is_there_on(on):
        return ""
    heirs = tuple(one for one in case.bodies.today_of(body.id, on) if one.id != body.id)
    if heirs:
        return say("publish.now", lang, bodies=heirs)
    return say("publish.ended", lang, day=body.valid_to)
