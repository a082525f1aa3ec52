"""The door's answers about single figures: what holds, what held before, and why it changed.

`asOf` and `includeHistory` bear the names and the meaning they have in SDMX REST 2.1. Only what
was official is told; claims that wait for approval are for the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from lotrinh.ledger.history import Version
from lotrinh_web.accounts.access import public
from lotrinh_web.api.queries import NoSuchThingError, day_or_today
from lotrinh_web.api.shapes import LICENCE, Json
from lotrinh_web.desk.told import Told, told_of
from lotrinh_web.reporting.open_history import is_asked, open_versions
from lotrinh_web.reporting.vintages import public_vintage, vintages

router = Router()

AsOf = Annotated[date | None, Query(alias="asOf", description="As known on this day (today).")]
History = Annotated[
    bool, Query(alias="includeHistory", description="Figures that no longer hold, too.")
]
Indicator = Annotated[str, Query(description="Only this indicator.")]
PlaceId = Annotated[str, Query(description="Only this place.")]
About = Annotated[str, Query(description="Only this period: 2024, 2024-Q3.")]


@router.get("/{path:folder}/history", summary="Each figure with its history")
@public
def figures(
    request: HttpRequest,
    folder: str,
    indicator: Indicator = "",
    place: PlaceId = "",
    period: About = "",
    as_of: AsOf = None,
    include_history: History = False,
) -> Json:
    """Return the figures of a plan as of a day; with their history each that ever held."""
    day = day_or_today(as_of, "asOf")
    found = _told(folder)
    vintage, _ = public_vintage(found, day)
    asked = {"indicator": indicator, "place": place, "period": period}
    told = [one for one in open_versions(found, vintage, day) if is_asked(one, asked)]
    return {
        "plan": f"plans/{folder}",
        "asOf": day.isoformat(),
        "includeHistory": include_history,
        "vintage": vintage.hash,
        "licence": LICENCE,
        "figures": _by_key(told, day, include_history),
    }


@router.get("/{path:folder}/vintages", summary="Vintages published, with the head of the chain")
@public
def published(request: HttpRequest, folder: str) -> Json:
    """Return the published vintages of a plan, the latest last."""
    _told(folder)
    return {
        "plan": f"plans/{folder}",
        "vintages": [one.as_dict() for one in vintages(f"plans/{folder}")],
    }


def _told(folder: str) -> Told:
    found = told_of(f"plans/{folder}")
    if found is None:
        raise NoSuchThingError(f"plans/{folder}")
    return found


def _by_key(told: Iterable[Version], day: date, include_history: bool) -> list[Json]:
    """Return the versions under what they are about; without history only those that hold."""

    def about(one: Version) -> tuple[str, ...]:
        return tuple(str(part) for part in one.observation.key)

    found = []
    for _, group in groupby(sorted(told, key=about), key=about):
        every = list(group)
        shown = [one for one in every if include_history or one.until is None or one.until > day]
        if shown:
            key = shown[0].observation.key
            found.append(
                {
                    "indicator": key.indicator,
                    "place": key.place,
                    "period": str(key.period),
                    "breakdown": key.breakdown or None,
                    "shared": key.shared or None,
                    "versions": [_version(one, day) for one in shown],
                }
            )
    return found


def _version(one: Version, day: date) -> Json:
    figure, entry = one.observation, one.entry
    has_ended = one.until is not None and one.until <= day
    ended: dict[str, Any] | None = None
    if has_ended and one.ended_by is not None:
        ended = {"entry": one.ended_by.number, "kind": one.ended_by.kind}
    return {
        "id": figure.id,
        "value": format(figure.value, "f"),
        "qualifier": figure.qualifier or None,
        "unit": figure.unit,
        "status": figure.status,
        "validFrom": one.since.isoformat(),
        "validTo": one.until.isoformat() if one.until and has_ended else None,
        "endedBy": ended,
        "entry": entry.number,
        "kind": entry.kind,
        "corrects": entry.about or None,
        "submission": entry.submission,
        "source": {"title": figure.source.title, "url": figure.source.url or None},
    }
