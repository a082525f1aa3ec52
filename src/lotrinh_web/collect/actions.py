"""What a body does about a report: save what was typed, and send it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lotrinh.base.errors import LotrinhError, Problem, wrong
from lotrinh.intake import check_submission
from lotrinh.intake.checkup import Checkup, check_filing
from lotrinh.intake.filing import Filled
from lotrinh.intake.layout import Column
from lotrinh.intake.marked import faults
from lotrinh.intake.observed import observed
from lotrinh.intake.sheet import Sheet
from lotrinh.ledger import Checked, Figure, Observation, Submission, day_of
from lotrinh.plan import Cell
from lotrinh_web.collect.asked import Asked
from lotrinh_web.collect.beside import Beside
from lotrinh_web.collect.typed import Typed, from_draft
from lotrinh_web.reporting import actions as reporting
from lotrinh_web.reporting.answers import answers
from lotrinh_web.reporting.drafts import open_draft, save_draft


@dataclass(frozen=True)
class Looked:
    """A report as it was read and checked, with everything that stands in the way by cell."""

    sheet: Sheet
    checkup: Checkup
    faults: dict[tuple[Cell, Column], list[Problem]]

    @property
    def written(self) -> int:
        """How many figures it holds."""
        return sum(one.value is not None for one in self.sheet.filled.values())

    def raise_if_any(self) -> None:
        """Raise one LotrinhError with everything that stands in the way of sending it."""
        if self.faults:
            raise LotrinhError(one for found in self.faults.values() for one in found)
        if not self.written:
            raise wrong("intake.nothing_filled")


def look(at: Beside, sheet: Sheet) -> Looked:
    """Return what the checks say of what was read."""
    checkup = check_filing(at.filing(sheet.filled.values()))
    return Looked(sheet, checkup, faults(sheet, checkup))


def save(
    *, asked: Asked, typed: Iterable[Typed], version: int, by: str, at: datetime
) -> tuple[int, dict[Cell, Typed]]:
    """Lay what was typed over the draft's version; return its new version and all it holds.

    Cells that were not sent stay as they are. Raises DraftConflictError when somebody saved
    since `version`; 0 stands for a draft not begun yet.
    """
    found = open_draft(
        body=asked.obligation.body, by=by, at=at, plan=asked.plan, obligation=asked.address
    )
    # A draft that is just begun has seen nothing yet: version 0 may be laid over its first.
    base = found.version if version == 0 and not found.cells else version
    cells = from_draft(found.cells) | {one.cell: one for one in typed}
    period = str(asked.period)
    kept = [one.as_dict(period) for one in cells.values() if not one.is_empty]
    saved = save_draft(id=found.pk, version=base, cells=kept, by=by, at=at)
    return saved.version, from_draft(saved.cells)


def send(
    *,
    at_hand: Beside,
    looked: Looked,
    by: str,
    at: datetime,
    reason: str = "",
    draft: int | None = None,
) -> Submission:
    """Send a report whole; return what was sent.

    What the body said before and says again is left out; what it now says otherwise is a
    correction, which needs `reason`. Raises LotrinhError with everything in the way; then
    nothing is kept.
    """
    checked = prepare(at_hand=at_hand, looked=looked, by=by, at=at, reason=reason)
    return reporting.submit(checked=checked, by=by, at=at, draft=draft)


def prepare(*, at_hand: Beside, looked: Looked, by: str, at: datetime, reason: str = "") -> Checked:
    """Return what `send` would send, checked; raises what it would raise, and keeps nothing."""
    looked.raise_if_any()
    asked = at_hand.asked
    body = asked.content.bodies[asked.obligation.body]
    figures = []
    for filled, one in observed(looked.checkup.filing, body, day_of(at)):
        if (figure := _figure(at_hand, filled, one, reason)) is not None:
            figures.append(figure)
    if not figures:
        raise wrong("lotrinh_web.collect_nothing_new")
    sent = _submission(asked, figures, by=by, at=at, reason=reason)
    wheres = {one.observation.id: filled.where for one, filled in _placed(figures, looked)}
    return check_submission(sent, asked.content.indicators, asked.content.places, wheres)


def _submission(
    asked: Asked, figures: list[Figure], *, by: str, at: datetime, reason: str
) -> Submission:
    """Return the figures as what they are: a report, or a correction of one."""
    before = answers([asked.address]).get(asked.address)
    amends = any(one.about for one in figures)
    return Submission(
        purpose="correction" if amends else "report",
        body=asked.obligation.body,
        author=by,
        submitted_at=at,
        figures=tuple(figures),
        levels=asked.obligation.levels,
        plan=asked.plan,
        obligation=asked.address,
        reason=reason if amends else "",
        replaces=before.submission if before and before.state == "returned" else "",
    )


def _figure(at_hand: Beside, filled: Filled, one: Observation, reason: str) -> Figure | None:
    """Return the figure to send; None when the body has said exactly this already."""
    before = at_hand.own.get(filled.cell)
    if before is None:
        return Figure(one, 0, filled.note)
    if before.value == one.value and before.unit == one.unit:
        return None
    return Figure(one, before.number, filled.note or reason)


def _placed(figures: Iterable[Figure], looked: Looked) -> Iterable[tuple[Figure, Any]]:
    """Return each figure with the cell it was written in."""
    for one in figures:
        key = one.observation
        yield one, looked.sheet.filled[Cell(key.indicator, key.place, key.breakdown)]
