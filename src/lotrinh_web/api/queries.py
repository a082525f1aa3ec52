"""What the machine's door reads: the portal's case of a plan, or a problem that says which."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from lotrinh.base.errors import Where, wrong
from lotrinh.publish.page import Case
from lotrinh_web.portal import queries


class NoSuchThingError(Exception):
    """There is no plan, target or page at the address asked for."""


def all_cases(as_known_on: date | None) -> tuple[Case, ...]:
    """Return every plan on the day, today without one."""
    return queries.cases(day_or_today(as_known_on))


def case(folder: str, as_known_on: date | None) -> Case:
    """Return a plan on the day; raises NoSuchThingError when there is none."""
    found = queries.case(f"plans/{folder}", day_or_today(as_known_on))
    if found is None:
        raise NoSuchThingError(f"plans/{folder}")
    return found


def day_or_today(asked: date | None, field: str = "as_known_on") -> date:
    """Return the day asked for, today without one; LotrinhError for one that is still ahead."""
    today = timezone.localdate()
    if asked is not None and asked > today:
        raise wrong("lotrinh_web.future_day", Where(field=field), day=asked, today=today)
    return asked or today
