"""Finds whom a thing concerns: who reports for a body, who heads it, who plans for it."""

from __future__ import annotations

from datetime import date

from lotrinh.plan.reminder import Whom
from lotrinh_web.accounts.posts import EVERYWHERE, held
from lotrinh_web.accounts.roles import POWERS, Power
from lotrinh_web.desk.queries import bodies

_POWERS: dict[Whom, Power] = {"reporter": "report", "head": "approve", "office": "plan"}


def people(whom: Whom, body: str, on: date) -> tuple[str, ...]:
    """Return the user names of those at the nearest body of the line above that has any.

    A head above is told only where the body has no head of its own.
    """
    power, known = _POWERS[whom], bodies()
    posts = [one for one in held(on) if power in POWERS[one.role]]
    at, seen = body, set[str]()
    while at and at in known and at not in seen:
        seen.add(at)
        answering = {one.id for one in known.today_of(at, on)}
        found = {one.person for one in posts if one.body in answering}
        if found:
            return tuple(sorted(found))
        at = known[next(iter(sorted(answering)))].parent
    return tuple(sorted({one.person for one in posts if one.body == EVERYWHERE}))
