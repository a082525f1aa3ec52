"""The door's answers about places: found by name, one by id, a province's crosswalk."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from lotrinh.base.errors import Where, wrong
from lotrinh.places import Share, crosswalk
from lotrinh.places.weights import BASES, Basis
from lotrinh.publish.map_sheet import place_data
from lotrinh.publish.page.atlas import ONE_DAY, Atlas
from lotrinh_web.accounts.access import public
from lotrinh_web.api.queries import NoSuchThingError
from lotrinh_web.api.shapes import LICENCE, Json
from lotrinh_web.portal.atlas import atlas

router = Router()

Name = Annotated[str, Query(description="An old or new name, with or without diacritics.")]
First = Annotated[date | None, Query(description="Day of the map to start from.")]
Last = Annotated[date | None, Query(description="Day of the map to arrive at.")]
On = Annotated[Basis, Query(description="What divisions rest on.")]


@router.get("", summary="Places by an old or new name")
@public
def places(request: HttpRequest, q: Name) -> dict[str, Any]:
    """Return the places that bear or bore the name, with what became of each."""
    known = atlas()
    found = known.index.find(q)
    return {"q": q, "licence": LICENCE, "places": place_data(known.gazetteer, found)}


@router.get("/{path:id}/crosswalk", summary="The crosswalk of a province between two days")
@public
def province_crosswalk(
    request: HttpRequest,
    id: str,
    first: First = None,
    last: Last = None,
    basis: On = "none",
) -> dict[str, Any]:
    """Return which part of each commune goes where, for the ground of a province."""
    known = _known(id)
    start, end = _days(known, id, first, last)
    whole = crosswalk(
        known.gazetteer, start, end, basis=basis, weights=known.country.weights
    )  # fmt: skip
    units = [one.id for one in known.units(id, start)]
    return {
        "place": id,
        "first": start.isoformat(),
        "last": end.isoformat(),
        "basis": basis,
        "bases": list(BASES),
        "licence": LICENCE,
        "shares": [_share(one) for unit in units for one in whole.shares.get(unit, ())],
    }


@router.get("/{path:id}", summary="One place: what it was and what it became")
@public
def place(request: HttpRequest, id: str) -> dict[str, Any]:
    """Return a place with its changes, weights and the units below it."""
    known = _known(id)
    found = known.gazetteer[id]
    day = found.valid_to - ONE_DAY if found.valid_to else found.valid_from or date.max
    tree = known.tree(day)
    below = tree.children(id) if id in tree.places else ()
    weights = {
        basis: {"value": one.value, "as_of": one.as_of or None, "source": one.source}
        for (place, basis), one in known.country.weights.whole.items()
        if place == id
    }
    return place_data(known.gazetteer, (found,))[0] | {
        "parent": found.parent or None,
        "children": [one.id for one in below],
        "changes": [
            {
                "day": one.day.isoformat(),
                "kind": one.kind,
                "before": list(one.before),
                "parts": list(one.parts),
                "after": list(one.after),
                "legal_basis": one.legal_basis,
            }
            for one in known.gazetteer.changes
            if id in one.before or id in one.after
        ],
        "weights": weights,
        "licence": LICENCE,
    }


def _known(id: str) -> Atlas:
    known = atlas()
    if id not in known.gazetteer:
        raise NoSuchThingError(f"places/{id}")
    return known


def _days(known: Atlas, id: str, first: date | None, last: date | None) -> tuple[date, date]:
    """Return the days asked for; without them the eve and the day of the last reform."""
    changed = known.gazetteer[id].valid_to or known.reform_day(id)
    if changed is None and None in (first, last):
        raise wrong("lotrinh_web.two_days", Where(field="first"))
    start = first or (changed - ONE_DAY if changed else date.max)
    return start, last or changed or date.max


def _share(one: Share) -> Json:
    return {"before": one.before, "after": one.after, "share": one.share, "basis": one.basis}
