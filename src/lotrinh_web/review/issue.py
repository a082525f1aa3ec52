"""Issues a plan from what was accepted in a review, through the one door plans come in by."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lotrinh.base.errors import LotrinhError, Problem, Problems, Where
from lotrinh.directive.to_plan import Choices, to_plan
from lotrinh_web.audit.actions import record
from lotrinh_web.desk import actions as desk
from lotrinh_web.desk import queries as issued
from lotrinh_web.review import bridge, queries
from lotrinh_web.review import said as sayings
from lotrinh_web.review.known import Known, known
from lotrinh_web.review.lacks import look
from lotrinh_web.review.models import Review, ReviewIssue
from lotrinh_web.review.said import Said

#: Field of a problem that lies in an item: item.17
ITEM = "item."


def issue(*, review: Review, said: Said, by: str, at: datetime) -> ReviewIssue:
    """Make the plan's folder, issue it, and keep what was said.

    Raises one LotrinhError with everything that stands in the way, each problem at its field
    or, as `item.17`, at its item; then nothing is kept.
    """
    everything = known()
    items = queries.items(review.pk)
    _look(review, said, items, everything)
    accepted = [
        bridge.Accepted(one.id, one.kind, (one.start, one.end), one.fields)
        for one in items
        if one.state == queries.ACCEPTED and one.kind != "fact"
    ]
    parts = bridge.to_parts(accepted, everything, said.fields["place"])
    files = {**everything.files, **to_plan(bridge.document_of(review), _choices(said, parts))}
    try:
        with transaction.atomic():
            done = desk.issue_plan(files=files, folder=said.folder, by=by, at=at)
            kept = ReviewIssue.objects.create(
                review=review,
                address=said.folder,
                sha256=done.version.sha256,
                said=said.as_json(),
                by=by,
                at=at,
            )
            payload = {"issue": kept.pk, "address": said.folder, "sha256": done.version.sha256}
            subject = f"desk/reviews/{review.pk}"
            record(by=by, at=at, action="review_issue", subject=subject, payload=payload)
    except LotrinhError as error:
        raise LotrinhError([_placed(one, parts) for one in error.problems]) from error
    return kept


def _choices(said: Said, parts: bridge.Parts) -> Choices:
    return Choices(
        folder=said.folder,
        name=said.words("name"),
        summary=said.words("summary"),
        place=said.fields["place"],
        document=said.document(),
        documents=said.documents(),
        goals=parts.goals,
        targets=parts.targets,
        duties=parts.duties,
        indicators=parts.indicators,
        bodies=parts.bodies,
    )


def _look(review: Review, said: Said, items: tuple[queries.Item, ...], everything: Known) -> None:
    """Raise everything that is missing in what was said and in the items."""
    problems = sayings.look(said, everything)
    if not said.fields["leave_open"]:
        for one in items:
            if not one.decided and one.kind != "fact":
                where = Where(field=f"{ITEM}{one.id}")
                problems.add("lotrinh_web.review_undecided", where, number=one.number)
    accepted = [one for one in items if one.state == queries.ACCEPTED]
    if not any(one.kind == "target" for one in accepted):
        problems.add("lotrinh_web.review_no_target")
    for one in accepted:
        sentence = review.text[one.start : one.end]
        for problem in look(one.kind, one.fields, sentence, everything):
            where = Where(field=f"{ITEM}{one.id}")
            problems.found.append(Problem(problem.key, where, problem.values))
    _look_at_address(said, problems)
    problems.raise_if_any()


def _look_at_address(said: Said, problems: Problems) -> None:
    """An address that is taken gets a new version only when that was said."""
    named = said.fields["place"] and said.fields["slug"] and not said.fields["again"]
    if named and issued.version(said.folder) is not None:
        where = Where(field="again")
        problems.add("lotrinh_web.review_address_taken", where, address=said.folder)


def _placed(problem: Problem, parts: bridge.Parts) -> Problem:
    """Return a problem of the core at the item it is about, where it is about one."""
    path = problem.where.field.split(".")
    if len(path) > 1 and path[1].isdigit():
        row = parts.rows.get((path[0], int(path[1])))
        if row is not None:
            return Problem(problem.key, Where(field=f"{ITEM}{row}"), problem.values)
    return problem
