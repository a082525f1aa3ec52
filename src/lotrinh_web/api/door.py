"""The door for machines, `/api/v1/`: the same values as the pages, as JSON.

Errors are problems in the sense of RFC 9457, in both languages.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query
from ninja.errors import AuthenticationError, ValidationError

from lotrinh import __version__
from lotrinh.base.errors import LotrinhError
from lotrinh_web.accounts.access import public
from lotrinh_web.api import figures, places, reports, shapes
from lotrinh_web.api.auth import TooFastError, slow_down
from lotrinh_web.api.problem import invalid, missing, refused, unknown_key
from lotrinh_web.api.queries import NoSuchThingError, all_cases, case

api = NinjaAPI(title="Lotrinh", version=__version__, docs_url=None, urls_namespace="api")
api.add_router("/places", places.router)
api.add_router("/reports", reports.router)
api.exception_handler(TooFastError)(slow_down)
api.add_router("/plans", figures.router)

Day = Annotated[date | None, Query(description="Only what was known on this day (today).")]


@api.exception_handler(NoSuchThingError)
def _no_such_thing(request: HttpRequest, error: NoSuchThingError) -> HttpResponse:
    return missing(str(error))


@api.exception_handler(LotrinhError)
def _wrong(request: HttpRequest, error: LotrinhError) -> HttpResponse:
    return refused(error)


@api.exception_handler(AuthenticationError)
def _no_key(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return unknown_key()


@api.exception_handler(ValidationError)
def _unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return invalid(error.errors)


@api.get("/plans", summary="Every plan, with how many targets share a verdict")
@public
def plans(request: HttpRequest, as_known_on: Day = None) -> dict[str, Any]:
    """List the plans."""
    return {"plans": [shapes.plan(one) for one in all_cases(as_known_on)]}


@api.get("/plans/{path:folder}/scoreboard", summary="The judgement on each target of a plan")
@public
def scoreboard(request: HttpRequest, folder: str, as_known_on: Day = None) -> dict[str, Any]:
    """Return what `lotrinh assess --json` prints."""
    return case(folder, as_known_on).scoreboard.as_dict()


@api.get("/plans/{path:folder}/targets/{id}", summary="One target: the promise and its judgement")
@public
def target(
    request: HttpRequest,
    folder: str,
    id: str,
    as_known_on: Day = None,
) -> dict[str, Any]:
    """Return a target and the judgement on it."""
    found = case(folder, as_known_on)
    judged = found.assessment(id)
    if judged is None:
        raise NoSuchThingError(f"plans/{folder}#target/{id}")
    return shapes.known(found) | {
        "target": shapes.target(judged.target),
        "assessment": judged.as_dict(),
    }


@api.get("/plans/{path:folder}/directive", summary="The directive, clause by clause")
@public
def directive(request: HttpRequest, folder: str, as_known_on: Day = None) -> dict[str, Any]:
    """Return the directive's text and what was found in it."""
    return shapes.directive(case(folder, as_known_on))


@api.get("/plans/{path:folder}/bodies", summary="Who must do what, and who has answered")
@public
def bodies(request: HttpRequest, folder: str, as_known_on: Day = None) -> dict[str, Any]:
    """Return the duties with the bodies that owe them."""
    return shapes.bodies(case(folder, as_known_on))


@api.get("/plans/{path:folder}/observations", summary="Every figure with its source")
@public
def observations(request: HttpRequest, folder: str, as_known_on: Day = None) -> dict[str, Any]:
    """Return the observations of the vintage, superseded ones included."""
    return shapes.observations(case(folder, as_known_on))


@api.get("/plans/{path:folder}/vintage", summary="The hash that names the figures of a day")
@public
def vintage(request: HttpRequest, folder: str, as_known_on: Day = None) -> dict[str, Any]:
    """Return the vintage's name and size."""
    found = case(folder, as_known_on)
    return shapes.known(found) | {"observations": len(found.vintage.observations)}
