"""Reads a plan as judged on a day: one value with all that a page may draw on.

Judging is pure, so the same version, ledger and day give the same value; it is kept.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lotrinh.flow import Content, evaluate_vintage, open_content
from lotrinh.ledger import Vintage
from lotrinh.publish.page import Case, Recorded
from lotrinh_web.desk import queries as desk
from lotrinh_web.reporting import queries as reporting

#: Plans times days that are kept ready.
_KEPT = 64


def cases(as_known_on: date) -> tuple[Case, ...]:
    """Return every plan, judged on the day."""
    ledger = reporting.count()
    return tuple(_case(one.id, one.address, ledger, as_known_on) for one in desk.versions())


def case(address: str, as_known_on: date) -> Case | None:
    """Return one plan, judged on the day; None when there is no such plan."""
    found = desk.version(address)
    return _case(found.id, address, reporting.count(), as_known_on) if found else None


@lru_cache(maxsize=16)
def _content(version: int, address: str) -> Content:
    return open_content(desk.files(version), address)


@lru_cache(maxsize=_KEPT)
def _case(version: int, address: str, ledger: int, as_known_on: date) -> Case:
    """Judge; the ledger only grows, so its length tells one state of it from another."""
    content = _content(version, address)
    folders = (address, *(str(one.address) for one in content.parents))
    observations, entered = reporting.observations(
        plans=folders, ids=[one.id for one in content.observations]
    )
    done = evaluate_vintage(content, Vintage.freeze(observations, as_known_on))
    return Case(
        plan=content.plan,
        parents=content.parents,
        places=content.places,
        bodies=content.bodies,
        indicators=content.indicators,
        vintage=done.vintage,
        scoreboard=done.scoreboard,
        recorded={id: Recorded(by, at) for id, (by, at) in entered.items()},
    )
