"""Saves and drops drafts. A draft is nobody's word yet, so the audit is not told of each key.

Who saves on a version that is no longer the last is told so and shown the other's; nothing is
written over in silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from lotrinh.base.errors import LotrinhError, Problem, wrong
from lotrinh.ledger import day_of
from lotrinh_web.accounts import powers
from lotrinh_web.reporting.models import Draft

Cells = Sequence[Mapping[str, Any]]


class DraftConflictError(LotrinhError):
    """Somebody else saved the draft since; `draft` is what stands there now."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        values = {"by": draft.saved_by, "at": f"{draft.saved_at:%H:%M}", "version": draft.version}
        super().__init__(Problem("lotrinh_web.draft_conflict", values=values))


def open_draft(
    *,
    body: str,
    by: str,
    at: datetime,
    plan: str = "",
    obligation: str = "",
    purpose: str = "report",
    replaces: str = "",
    cells: Cells = (),
) -> Draft:
    """Return the draft of an obligation, begun if there is none; a free one is always begun."""
    powers.require(by, "report", body, day_of(at))
    begun = {
        "plan": plan,
        "replaces": replaces,
        "cells": [dict(one) for one in cells],
        "saved_by": by,
        "saved_at": at,
    }
    with transaction.atomic():
        about: dict[str, str] = {"body": body, "obligation": obligation, "purpose": purpose}
        if obligation and purpose == "report":
            return Draft.objects.get_or_create(**about, defaults=begun)[0]
        return Draft.objects.create(**about, **begun)


def save_draft(
    *,
    id: int,
    version: int,
    cells: Cells,
    by: str,
    at: datetime,
    reason: str | None = None,
    withdrawn: Sequence[int] | None = None,
) -> Draft:
    """Save what was typed on top of `version`; return the draft with its new version.

    Raises DraftConflictError when somebody saved since, LotrinhError when the draft is gone.
    """
    with transaction.atomic():
        found = Draft.objects.select_for_update().filter(id=id).first()
        if found is None:
            raise wrong("lotrinh_web.no_draft", id=id)
        powers.require(by, "report", found.body, day_of(at))
        if found.version != version:
            raise DraftConflictError(found)
        found.cells = [dict(one) for one in cells]
        found.reason = found.reason if reason is None else reason
        found.withdrawn = found.withdrawn if withdrawn is None else list(withdrawn)
        found.version, found.saved_by, found.saved_at = version + 1, by, at
        found.save()
    return found


def drop_draft(*, id: int, version: int, by: str, at: datetime) -> None:
    """Throw a draft away as it was seen; what was never sent leaves no trace.

    Raises DraftConflictError when somebody saved since `version`, so nothing unseen is lost.
    """
    with transaction.atomic():
        found = Draft.objects.select_for_update().filter(id=id).first()
        if found is not None:
            powers.require(by, "report", found.body, day_of(at))
            if found.version != version:
                raise DraftConflictError(found)
            found.delete()
