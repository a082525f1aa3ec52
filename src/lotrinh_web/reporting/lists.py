"""What the desk lists: submissions that wait for a person, and those of bodies within reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from lotrinh_web.accounts.powers import bodies_within_reach
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.models import Submission as SubmissionRow
from lotrinh_web.reporting.sign import may_decide

#: Submissions on one page.
MOST = 100


@dataclass(frozen=True)
class Listed:
    """A submission in a list."""

    row: SubmissionRow
    figures: int
    #: The level it waits at; the last that approved it, when it waits no more.
    level: int


def inbox(person: str, on: date) -> tuple[Listed, ...]:
    """Return the submissions that wait for this person's decision, the oldest first."""
    heads = bodies_within_reach(person, "approve", on)
    office = bodies_within_reach(person, "plan", on)
    waiting = _rows().filter(now__state="submitted").exclude(author=person)
    rows = waiting.filter(
        Q(now__level=0, body__in=heads) | Q(now__level__gte=1, body__in=office)
    ).exclude(entries__in=LedgerEntry.objects.filter(verdict="approved", by=person))
    found = (_listed(row) for row in rows.order_by("submitted_at")[: 2 * MOST])
    may = (one for one in found if may_decide(person, one.row.author, one.row.body, one.level, on))
    return tuple(may)[:MOST]


def sent(person: str, on: date, state: str = "", page: int = 1) -> tuple[tuple[Listed, ...], int]:
    """Return the submissions of bodies within the person's reach, the latest first; how many."""
    rows = _rows().filter(body__in=bodies_within_reach(person, "read", on))
    if state:
        rows = rows.filter(now__state=state)
    first = (page - 1) * MOST
    shown = rows.order_by("-submitted_at", "id")[first : first + MOST]
    return tuple(_listed(row) for row in shown), rows.count()


def found(id: str) -> SubmissionRow | None:
    """Return the row of a submission; None when there is none."""
    return SubmissionRow.objects.select_related("now").filter(id=id).first()


def after(id: str) -> Iterable[SubmissionRow]:
    """Return the submissions that take the place of one."""
    return SubmissionRow.objects.select_related("now").filter(replaces=id)


def _rows() -> QuerySet[SubmissionRow]:
    figures = Count("entries", filter=~Q(entries__kind="decision"))
    return SubmissionRow.objects.select_related("now").annotate(figures=figures)


def _listed(row: SubmissionRow) -> Listed:
    is_open = row.now.state == "submitted"
    return Listed(row, row.figures, row.now.level + 1 if is_open else row.now.level)
