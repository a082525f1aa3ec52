"""Who is reminded of a report and when: a ladder of days around its deadline.

The ladder is set by people; this says which of its steps a day has reached. Sending is for
the shell, and so is remembering what was sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from lotrinh.base.errors import Problems, Where

#: Who reports; the head of the body; the planning office that asked.
Whom = Literal["reporter", "head", "office"]
WHOM: tuple[Whom, ...] = get_args(Whom)
#: A day on which nobody sent anything is made up for within so many days, and then let go.
LATE = timedelta(days=7)
#: Further from the deadline nobody is helped.
FURTHEST_DAYS = 90
MOST_STEPS = 20


@dataclass(frozen=True, order=True)
class Step:
    """One step of the ladder."""

    #: Days after the deadline; below zero before it.
    days: int
    whom: Whom


#: What holds until an administrator sets another: the reporter is told before and just after,
#: the head when it is late, the planning office when the head did not help.
LADDER = (Step(-7, "reporter"), Step(-1, "reporter"), Step(1, "reporter"), Step(3, "head"),
          Step(10, "office"))  # fmt: skip


def step_on(ladder: Iterable[Step], due: date, day: date) -> tuple[Step, ...]:
    """Return the last steps of a report due on a day that another day has reached.

    >>> step_on(LADDER, date(2026, 11, 20), date(2026, 11, 24))
    (Step(days=3, whom='head'),)
    >>> step_on(LADDER, date(2026, 11, 20), date(2026, 12, 31))
    ()
    """
    reached = [one for one in ladder if due + timedelta(days=one.days) <= day]
    last = max((one.days for one in reached), default=None)
    if last is None or due + timedelta(days=last) < day - LATE:
        return ()
    return tuple(sorted(one for one in reached if one.days == last))


def read_ladder(rows: Iterable[tuple[str, str]]) -> tuple[Step, ...]:
    """Return the ladder of rows as people type them: days, whom. LotrinhError for what is wrong.

    >>> read_ladder([("-3", "reporter"), ("2", "head")])
    (Step(days=-3, whom='reporter'), Step(days=2, whom='head'))
    """
    problems, steps = Problems(), set()
    for number, (days, whom) in enumerate(rows, 1):
        where = Where(field=str(number))
        text = days.strip().replace("−", "-").removeprefix("+")
        is_number = text.removeprefix("-").isdecimal() and len(text) <= 4
        if not is_number or abs(int(text)) > FURTHEST_DAYS:
            problems.add("plan.reminder_days", where, text=days, most=FURTHEST_DAYS)
        elif whom not in WHOM:
            problems.add("plan.reminder_whom", where, text=whom)
        else:
            steps.add(Step(int(text), whom))
    if len(steps) > MOST_STEPS:
        problems.add("plan.reminder_many", Where(), most=MOST_STEPS)
    problems.raise_if_any()
    return tuple(sorted(steps))
