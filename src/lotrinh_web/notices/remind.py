"""Makes the reminders of a day: for each report not sent, the step its deadline has reached."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from lotrinh.plan.reminder import FURTHEST_DAYS, LATE, step_on
from lotrinh_web.collect.asked import all_obligations, deadlines
from lotrinh_web.notices.actions import tell
from lotrinh_web.notices.queries import ladder
from lotrinh_web.notices.whom import people
from lotrinh_web.reporting.answers import answers

#: An extension may have moved a deadline so far from its first day.
_MOVED = timedelta(days=366)
_FURTHEST = timedelta(days=FURTHEST_DAYS) + LATE


def remind(*, on: date, at: datetime) -> int:
    """Leave the reminders of a day; a second run on the same day leaves none. Return how many."""
    asked = [
        (one, report.period)
        for one in all_obligations(on)
        for report in one.reports(on - _FURTHEST - _MOVED, on + _FURTHEST)
    ]
    due = deadlines(asked)
    answered = answers(due)
    steps, count = ladder(), 0
    with transaction.atomic():
        for one, period in asked:
            address = str(one.of(period))
            answer, last_day = answered.get(address), due[address].due
            if answer is not None and answer.state in ("submitted", "approved"):
                continue
            for step in step_on(steps, last_day, on):
                is_late = last_day < on
                count += tell(
                    people=people(step.whom, one.body, on),
                    key="late" if is_late else "due",
                    about=f"{address}:{step.days}",
                    page=_page(one.address.folder, one.id, str(period)),
                    at=at,
                    soon=False,
                    values={
                        "body": one.body,
                        "report": one.name.as_dict(),
                        "period": {"vi": period.say("vi"), "en": period.say("en")},
                        "due": last_day.isoformat(),
                        "days": abs((on - last_day).days),
                    },
                )
    return count


def _page(folder: str, id: str, period: str) -> str:
    """Return the page of a report at the desk, as `collect` addresses it."""
    plan = folder.removeprefix("plans/")
    return f"reports/{plan}/{id}/{period.replace('/', '_')}/"
