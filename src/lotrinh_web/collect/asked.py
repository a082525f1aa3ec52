"""Reads who must report what: the obligations of every issued plan, as bodies stand today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import Content, obligations
from lotrinh.periods import Period
from lotrinh.places import Gazetteer
from lotrinh.plan import Obligation
from lotrinh.plan.ask_once import Duplicate, duplicates
from lotrinh.plan.extension import Deadline, Extension, State, deadline
from lotrinh_web.collect.models import Extension as ExtensionRow
from lotrinh_web.desk import queries as desk
from lotrinh_web.desk.contents import content_of


@dataclass(frozen=True)
class Asked:
    """One report that a body owes: the obligation, the period, the plan it serves."""

    obligation: Obligation
    period: Period
    content: Content

    @property
    def address(self) -> str:
        """The report's address, as text."""
        return str(self.obligation.of(self.period))

    @property
    def plan(self) -> str:
        """The address of the plan, as text."""
        return self.obligation.address.folder


def all_obligations(day: date) -> tuple[Obligation, ...]:
    """Return the obligations of every issued plan."""
    found = (_obligations(one.address, one.sha256, day) for one in desk.versions())
    return tuple(one for each in found for one in each)


def find(folder: str, id: str, period: str, day: date) -> Asked | None:
    """Return the report of an obligation on a period; None when nobody asks for it."""
    version = desk.version(f"plans/{folder}")
    if version is None:
        return None
    found = next(
        (one for one in _obligations(version.address, version.sha256, day) if one.id == id), None
    )
    try:
        about = Period.read(period.replace("_", "/"))
    except LotrinhError:
        return None
    content = content_of(version.address)
    if found is None or content is None or not found.asks_about(about):
        return None
    return Asked(found, about, content)


def deadlines(asked: list[tuple[Obligation, Period]]) -> dict[str, Deadline]:
    """Return when each report is due after its extensions, by the report's address."""
    names = {str(one.address) for one, _ in asked}
    rows = ExtensionRow.objects.filter(obligation__in=names).select_related("answer")
    moved = [to_core(row) for row in rows]
    by_report: dict[tuple[str, Period], list[Extension]] = {}
    for one in moved:
        by_report.setdefault((one.obligation, one.period), []).append(one)
    return {
        str(one.of(period)): deadline(
            one.report(period), str(one.address), by_report.get((str(one.address), period), ())
        )
        for one, period in asked
    }


def to_core(row: ExtensionRow) -> Extension:
    """Return the extension of a row with what became of it."""
    answer = getattr(row, "answer", None)
    state = "asked" if answer is None else "granted" if answer.granted else "refused"
    period = Period.read(row.period)
    return Extension(row.obligation, period, row.until, row.reason, cast(State, state))


def asked_twice(day: date) -> tuple[Duplicate, ...]:
    """Return every figure that more than one obligation asks for, over all plans."""
    return _asked_twice(tuple((one.address, one.sha256) for one in desk.versions()), day)


@lru_cache(maxsize=2)
def _asked_twice(versions: tuple[tuple[str, str], ...], day: date) -> tuple[Duplicate, ...]:
    asked = [one for address, sha in versions for one in _obligations(address, sha, day)]
    known = [content for address, _ in versions if (content := content_of(address))]
    places = {id: place for one in known for id, place in one.places.places.items()}
    return duplicates(asked, Gazetteer(places))


@lru_cache(maxsize=64)
def _obligations(address: str, sha256: str, day: date) -> tuple[Obligation, ...]:
    """Derive once a day and version; its hash stands for its files."""
    content = content_of(address)
    return obligations(content, day) if content is not None else ()
