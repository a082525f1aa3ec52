"""Moves the day one report is due: asked for with a reason, granted or refused, and counted.

An extension never changes the calendar, only the last day in time of one report of one
obligation; the first day due stays beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lotrinh.base.errors import Problems, Where
from lotrinh.periods import Period, Report

State = Literal["asked", "granted", "refused"]
#: Shortest reason that can say something: “bão, mất điện” has thirteen letters.
SHORTEST_REASON = 10


@dataclass(frozen=True)
class Extension:
    """One request for more time, and what became of it."""

    #: Address of the obligation, as text.
    obligation: str
    period: Period
    #: The last day in time that is asked for.
    until: date
    reason: str
    state: State = "asked"


@dataclass(frozen=True)
class Deadline:
    """A report with the day it is due now, and how often that day was moved."""

    report: Report
    #: How many extensions were granted.
    extended: int
    #: Whether one is waiting for an answer.
    is_asked: bool

    @property
    def due(self) -> date:
        """The last day in time."""
        return self.report.due


def deadline(report: Report, obligation: str, extensions: Iterable[Extension]) -> Deadline:
    """Return when a report is due after the extensions granted for it.

    The furthest day granted counts; an extension that lies before the first day due moves
    nothing.
    """
    mine = [
        one for one in extensions if (one.obligation, one.period) == (obligation, report.period)
    ]
    granted = [one.until for one in mine if one.state == "granted"]
    due = max((report.due, *granted))
    is_asked = any(one.state == "asked" for one in mine)
    return Deadline(replace(report, due=due), len(granted), is_asked)


def check_request(one: Extension, now: Deadline) -> None:
    """Raise one LotrinhError with everything that is wrong with a request for more time."""
    problems = Problems()
    if one.until <= now.due:
        problems.add("plan.extension_too_early", Where(field="until"), due=now.due)
    if len(one.reason.strip()) < SHORTEST_REASON:
        problems.add("plan.extension_no_reason", Where(field="reason"), least=SHORTEST_REASON)
    if now.is_asked:
        problems.add("plan.extension_asked_already", Where(field="until"))
    problems.raise_if_any()
