"""The one door through which a plan comes in: checked whole, stored, its figures recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lotrinh.base.files import Files
from lotrinh.flow import Content, open_content
from lotrinh.intake import read_observations
from lotrinh.ledger import Observation
from lotrinh_web.audit.actions import record
from lotrinh_web.desk.bridge import to_row
from lotrinh_web.desk.models import PlanVersion
from lotrinh_web.reporting.actions import publish_figures


@dataclass(frozen=True)
class Issued:
    """What loading a plan brought: whether a new version, and how many new figures."""

    version: PlanVersion
    is_new: bool
    new_observations: int


def issue_plan(*, files: Files, folder: str, by: str, at: datetime) -> Issued:
    """Check a plan's folder, keep it and record its figures; the same again adds nothing.

    Raises one LotrinhError with every mistake in it; then nothing is kept.
    """
    content = open_content(files, folder)
    version = to_row(content.files, folder, by=by, at=at)
    with transaction.atomic():
        last = PlanVersion.objects.filter(address=folder).order_by("-id").first()
        is_new = last is None or last.sha256 != version.sha256
        if is_new:
            version.save(force_insert=True)
            record(
                by=by,
                at=at,
                action="issue_plan",
                subject=folder,
                payload={"sha256": version.sha256, "files": len(content.files)},
            )
        new = sum(
            publish_figures(
                observations=_own(content, source),
                plan=source,
                indicators=content.indicators,
                places=content.places,
                by=by,
                at=at,
                is_whole=source == folder,
            )
            for source in (*(str(one.address) for one in content.parents), folder)
        )
    return Issued(version if is_new or last is None else last, is_new, new)


def _own(content: Content, folder: str) -> tuple[Observation, ...]:
    """Return the figures that stand in one plan's folder; a plan also brings its parents'."""
    name = f"{folder}/observations.csv"
    if name not in content.files:
        return ()
    return read_observations(content.files[name], name, content.indicators, content.places)
