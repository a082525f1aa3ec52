"""The door for a body's own machines: its reports, the cells of each, and figures in bulk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, Query, Router

from lotrinh.base.errors import Problem
from lotrinh_web.api.auth import Bearer, by_key
from lotrinh_web.api.problem import conflict, foreign, refusal
from lotrinh_web.api.queries import NoSuchThingError
from lotrinh_web.api.rows import read_rows
from lotrinh_web.collect import bulk, tokens
from lotrinh_web.collect.asked import Asked, all_obligations, find
from lotrinh_web.collect.beside import beside
from lotrinh_web.collect.tasks import tasks_of
from lotrinh_web.collect.tokens import Answered

router = Router(auth=Bearer())

DryRun = Annotated[bool, Query(description="Check everything, keep nothing.")]
Reason = Annotated[str, Query(max_length=2000, description="Why, for figures that correct.")]
Once = Annotated[
    str,
    Header(
        alias="Idempotency-Key", max_length=100, pattern=r"^[\x21-\x7e]*$",
        description="A name of your own for this call: repeated, it gets its first answer.",
    ),
]  # fmt: skip
#: What a bulk call may send: rows as objects, or as CSV with these names in its first line.
_ROW = {
    "type": "object",
    "additionalProperties": False,
    "required": ["indicator", "place", "value"],
    "properties": {
        "indicator": {"type": "string"},
        "place": {"type": "string"},
        "breakdown": {"type": "string"},
        "value": {"type": ["number", "string", "null"]},
        "status": {"type": "string", "enum": ["actual", "preliminary", "estimate"]},
        "note": {"type": "string", "maxLength": 2000},
    },
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"type": "array", "items": _ROW, "maxItems": 100000}},
            "application/x-ndjson": {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
        },
    }
}


@router.get("", summary="The reports a body owes, and where each stands")
@by_key
def reports(request: HttpRequest) -> dict[str, Any]:
    """Return the reports of the key's body, the most pressing first."""
    key: tokens.Key = request.auth
    today = timezone.localdate()
    mine = [one for one in all_obligations(today) if one.body == key.body]
    return {
        "body": key.body,
        "reports": [
            {
                "report": str(one.obligation.of(one.period)),
                "path": f"{one.obligation.address.folder.removeprefix('plans/')}/"
                f"{one.obligation.id}/{str(one.period).replace('/', '_')}",
                "name": one.obligation.name.as_dict(),
                "period": str(one.period),
                "due": one.deadline.due.isoformat(),
                "extended": one.deadline.extended,
                "stand": stand,
                "submission": one.answer.submission if one.answer else None,
            }
            for stand, group in tasks_of(mine, today)
            for one in group
        ],
    }


@router.get("/{path:folder}/{id}/{period}/cells", summary="The cells of a report")
@by_key
def cells(request: HttpRequest, folder: str, id: str, period: str) -> Any:
    """Return what a report asks for, with the unit and what is known beside each cell."""
    asked = _asked(folder, id, period)
    if asked.obligation.body != request.auth.body:
        return foreign(asked.obligation.body)
    form = beside(asked, timezone.localdate()).form
    return {
        "report": form.address,
        "version": form.version,
        "cells": [
            {
                "indicator": one.cell.indicator,
                "place": one.cell.place,
                "breakdown": one.cell.breakdown,
                "unit": one.indicator.unit.code,
                "compared_with": str(one.compared),
                "before": None if one.before is None else float(one.before),
                "already": one.already.value if one.already else None,
            }
            for one in form.lines
        ],
    }


@router.post(
    "/{path:folder}/{id}/{period}/figures",
    summary="Figures of a report in bulk: sent whole, or not at all",
    openapi_extra=_BODY,
)
@by_key
def figures(
    request: HttpRequest,
    folder: str,
    id: str,
    period: str,
    dry_run: DryRun = False,
    reason: Reason = "",
    once: Once = "",
) -> HttpResponse:
    """Take in up to 100,000 rows as JSON, JSON Lines or CSV; answer for each row."""
    key: tokens.Key = request.auth
    asked = _asked(folder, id, period)
    if asked.obligation.body != key.body:
        return foreign(asked.obligation.body)
    content = _Hashed(request)
    rows = read_rows(content, request.content_type or "")
    read = bulk.read(rows, asked.obligation.cells(asked.period, asked.content.places))
    content.drain()
    digest = content.digest(asked.address, str(dry_run), reason)
    before = tokens.answered(key, once) if once else None
    if before is not None:
        return _json(before.answer, before.status) if before.digest == digest else conflict(once)
    at = timezone.now()
    taken = bulk.take(
        asked=asked, bulk=read, by=key.person, at=at, reason=reason.strip(), dry_run=dry_run
    )
    status = 422 if taken.is_refused else 200 if dry_run else 201
    answer = _shape(asked, taken, dry_run=dry_run)
    if once:
        tokens.remember(key=key, name=once, answered=Answered(digest, status, answer), at=at)
    return _json(answer, status)


class _Hashed:
    """The content of a call as it is read, and its hash."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._hash = hashlib.sha256()

    def read(self, size: int, /) -> bytes:
        """Return the next bytes."""
        piece: bytes = self._request.read(size)
        self._hash.update(piece)
        return piece

    def drain(self) -> None:
        """Read what is left, so that the hash is of the whole."""
        while self.read(1 << 16):
            pass

    def digest(self, *more: str) -> str:
        """Return the hash of the content and of what was asked of it."""
        whole = self._hash.copy()
        for one in more:
            whole.update(b"\x00" + one.encode())
        return whole.hexdigest()


def _asked(folder: str, id: str, period: str) -> Asked:
    found = find(folder, id, period, timezone.localdate())
    if found is None:
        raise NoSuchThingError(f"plans/{folder}#report/{id}/{period}")
    return found


def _shape(asked: Asked, taken: bulk.Taken, *, dry_run: bool) -> dict[str, Any]:
    """Return the answer: the whole, and by their numbers the rows of which something is said."""
    told = {
        str(number): {"result": "explained", "problems": _all(found)}
        for number, found in taken.explained.items()
    } | {
        str(number): {"result": "refused", "problems": _all(found)}
        for number, found in taken.problems.items()
    }
    head = refusal() if taken.is_refused else {}
    return head | {
        "report": asked.address,
        "dry_run": dry_run,
        "submission": taken.submission or None,
        "count": taken.count,
        "refused": len(taken.problems),
        "problems": _all(taken.whole),
        "rows": told,
    }


def _all(problems: tuple[Problem, ...] | list[Problem]) -> list[dict[str, Any]]:
    return [one.as_dict() for one in problems]


def _json(answer: dict[str, Any], status: int) -> HttpResponse:
    """Write the answer, every row in it, without a value for each row that is right."""
    kind = "application/problem+json" if status == 422 else "application/json"
    return HttpResponse(_written(answer), status=status, content_type=kind)


def _written(answer: dict[str, Any]) -> Iterator[str]:
    # A database may give a kept answer back in another order.
    head = {name: value for name, value in answer.items() if name != "rows"}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "rows": ['
    for number in range(1, answer["count"] + 1):
        row = {"row": number} | answer["rows"].get(str(number), {"result": "right"})
        yield ", " * (number > 1) + json.dumps(row, ensure_ascii=False)
    yield "]}"
