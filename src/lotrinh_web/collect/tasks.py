"""A reporter's list: each report with where it stands and how near its day is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from lotrinh.periods import Period
from lotrinh.plan import Obligation
from lotrinh.plan.extension import Deadline
from lotrinh_web.accounts import powers
from lotrinh_web.collect.asked import all_obligations, deadlines
from lotrinh_web.reporting.answers import Answer, answers, drafted

#: What is due within so many days is near; what is due later is shown by its next report only.
NEAR = timedelta(days=31)
Stand = Literal["returned", "overdue", "near", "later", "submitted", "approved"]
#: The order in which a person wants to see them.
STANDS: tuple[Stand, ...] = ("returned", "overdue", "near", "later", "submitted", "approved")


@dataclass(frozen=True)
class Task:
    """One report of one body."""

    obligation: Obligation
    period: Period
    deadline: Deadline
    stand: Stand
    answer: Answer | None
    #: When its draft was last saved; None without one.
    drafted: datetime | None
    #: Days until it is due; below zero when it is late.
    days: int


def tasks(person: str, today: date) -> list[tuple[Stand, list[Task]]]:
    """Return the reports of the bodies a person reports for, by where they stand."""
    reach = powers.bodies_within_reach(person, "report", today)
    return tasks_of((one for one in all_obligations(today) if one.body in reach), today)


def tasks_of(obligations: Iterable[Obligation], today: date) -> list[tuple[Stand, list[Task]]]:
    """Return the reports of obligations by where they stand, the most pressing first."""
    asked = [(one, period) for one in obligations for period in _wanted(one, today)]
    due = deadlines(asked)
    answered, written = answers(due), drafted(due)
    found: dict[Stand, list[Task]] = {}
    for one, period in asked:
        address = str(one.of(period))
        task = _task(one, period, due[address], answered.get(address), written.get(address), today)
        found.setdefault(task.stand, []).append(task)
    for stand, group in found.items():
        late_first = stand in ("overdue", "submitted", "approved")
        group.sort(key=lambda one: (one.deadline.due, one.obligation.id), reverse=late_first)
    return [(stand, found[stand]) for stand in STANDS if stand in found]


def _wanted(one: Obligation, today: date) -> list[Period]:
    """Return the periods whose reports are due by and by: all past, all near, one later."""
    reports = one.reports(date.min, date.max)
    soon = [report.period for report in reports if report.due <= today + NEAR]
    later = [report.period for report in reports if report.due > today + NEAR]
    return soon + later[:1]


def _task(
    one: Obligation,
    period: Period,
    due: Deadline,
    answer: Answer | None,
    written: datetime | None,
    today: date,
) -> Task:
    days = (due.due - today).days
    stand: Stand = "overdue" if days < 0 else "near" if days <= NEAR.days else "later"
    if answer is not None and answer.state in ("returned", "submitted", "approved"):
        stand = answer.state  # type: ignore[assignment]  # named alike
    return Task(one, period, due, stand, answer, written, days)
