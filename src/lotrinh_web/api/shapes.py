"""The shapes of the JSON: values of the core as plain data, both languages in each text."""

from __future__ import annotations

from typing import Any

from lotrinh.plan import Document, Target
from lotrinh.publish.page import Case
from lotrinh.supervise import coverage

#: Under which the data sets may be used.
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Json = dict[str, Any]


def known(case: Case) -> Json:
    """Return what every answer about a plan begins with."""
    return {
        "plan": str(case.plan.address),
        "as_known_on": case.as_known_on.isoformat(),
        "vintage": case.vintage.hash,
    }


def plan(case: Case) -> Json:
    """Return a plan in the list of plans."""
    verdicts = [one.verdict for one in case.scoreboard.assessments]
    return known(case) | {
        "name": case.plan.name.as_dict(),
        "summary": case.plan.summary.as_dict(),
        "place": case.plan.place,
        "document": document(case.plan.directive.document),
        "carries_out": [str(one.address) for one in case.parents],
        "verdicts": {key: verdicts.count(key) for key in dict.fromkeys(verdicts)},
    }


def document(one: Document) -> Json:
    """Return a document; its number is text."""
    return {
        "number": one.number,
        "type": one.type.as_dict(),
        "issuer": one.issuer.as_dict(),
        "title": one.title.as_dict(),
        "date": one.date.isoformat() if one.date else None,
        "date_note": one.date_note.as_dict() if one.date_note else None,
        "url": one.url or None,
    }


def target(one: Target) -> Json:
    """Return what was promised, as the plan makes it."""
    return {
        "id": one.id,
        "name": one.name.as_dict(),
        "kind": one.kind,
        "indicator": one.indicator or None,
        "place": one.place,
        "operator": one.operator or None,
        "value": float(one.value) if one.value is not None else None,
        "value_high": float(one.value_high) if one.value_high is not None else None,
        "unit": one.unit or None,
        "deadline": one.deadline.isoformat(),
        "clause": one.clause,
        "parent": str(one.parent) if one.parent else None,
        "silence": one.silence.as_dict() if one.silence else None,
    }


def directive(case: Case) -> Json:
    """Return the directive's text with where each promise and duty stands in it."""
    text = case.plan.directive
    return known(case) | {
        "document": document(text.document),
        "clauses": [
            {"address": one.address, "text": one.text, "start": one.start, "end": one.end}
            for one in text.clauses
        ],
        "goals": [
            {"id": one.id, "text": one.text.as_dict(), "clause": one.clause}
            for one in case.plan.goals
        ],
        "targets": [target(one) for one in case.plan.all_targets()],
        "duties": [
            {"id": one.id, "kind": one.kind, "actors": list(one.actors), "clause": one.clause}
            for one in case.plan.duties
        ],
    }


def bodies(case: Case) -> Json:
    """Return who owes what and who has answered."""
    found = coverage(case.plan, case.bodies, case.as_known_on)
    return known(case) | {
        "duties": [
            {
                "id": one.duty.id,
                "kind": one.duty.kind,
                "action": one.duty.action.as_dict(),
                "clause": one.duty.clause,
                "deadline": one.duty.deadline.isoformat() if one.duty.deadline else None,
                "answered": one.answered,
                "owed": [
                    {
                        "body": owed.body.id,
                        "name": owed.body.name.as_dict(),
                        "today": [heir.id for heir in owed.today],
                        "answers": [answer.number for answer in owed.answers],
                    }
                    for owed in one.owed
                ],
                "unlisted": [group.id for group in one.unlisted],
            }
            for one in found
        ]
    }


def observations(case: Case) -> Json:
    """Return every observation of the vintage, and which of them hold."""
    holding = {one.id for one in case.vintage.holding.values()}
    return known(case) | {
        "licence": LICENCE,
        "observations": [
            {"id": one.id, "holds": one.id in holding} | one.as_row()
            for one in case.vintage.observations
        ],
    }
