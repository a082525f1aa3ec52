"""The page of bodies: who must do what by when, who has answered, who has taken over."""

from __future__ import annotations

from dataclasses import dataclass

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, day, say
from lotrinh.plan import Answer
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, Link, head
from lotrinh.supervise import DutyCoverage, Owed, coverage


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

    id: str
    kind: str
    action: str
    actors: tuple[str, ...]
    to: tuple[str, ...]
    #: The clause it comes from, and what the clause is called.
    clause: str
    clause_address: Address
    #: The day, or that the text names none.
    deadline: str
    bodies: tuple[BodyRow, ...]
    answered: int
    coverage: str
    #: Groups whose members nobody listed.
    unlisted: tuple[str, ...]


@dataclass(frozen=True)
class BodiesPage:
    """What the page of bodies shows."""

    head: Head
    duties: tuple[DutyView, ...]


def bodies_page(case: Case, lang: Lang) -> BodiesPage:
    """Return every duty with the bodies that owe it and what each has answered."""
    found = coverage(case.plan, case.bodies, case.as_known_on)
    return BodiesPage(head(case, lang), tuple(_duty(one, case, lang) for one in found))


def _duty(found: DutyCoverage, case: Case, lang: Lang) -> DutyView:
    duty = found.duty
    answered_first = sorted(found.owed, key=lambda one: not one.answers)
    return DutyView(
        id=duty.id,
        kind=say(f"publish.duty_{duty.kind}", lang),
        action=duty.say(lang),
        actors=tuple(case.body_name(id, lang) for id in duty.actors),
        to=tuple(case.body_name(id, lang) for id in duty.to),
        clause=duty.clause,
        clause_address=case.plan.address.to("clause", duty.clause),
        deadline=day(duty.deadline, lang) if duty.deadline else say("publish.no_deadline", lang),
        bodies=tuple(_body(one, case, lang) for one in answered_first),
        answered=found.answered,
        coverage=say("publish.coverage", lang, answered=found.answered, count=len(found.owed))
        if found.owed
        else "",
        unlisted=tuple(one.say(lang) for one in found.unlisted),
    )


def _body(owed: Owed, case: Case, lang: Lang) -> BodyRow:
    return BodyRow(
        name=owed.body.say(lang),
        heirs=_heirs(owed, case, lang),
        answers=tuple(_answer(one, lang) for one in owed.answers),
    )


def _answer(one: Answer, lang: Lang) -> Link:
    title = one.title.say(lang)
    about = (title if one.number else "", day(one.date, lang) if one.date else "")
    return Link(one.number or title, url=one.url, note=", ".join(part for part in about if part))


def _heirs(owed: Owed, case: Case, lang: Lang) -> str:
    if owed.body.is_there_on(case.as_known_on):
        return ""
    heirs = tuple(one for one in owed.today if one.id != owed.body.id)
    if heirs:
        return say("publish.now", lang, bodies=heirs)
    return say("publish.ended", lang, day=owed.body.valid_to)
