"""Whom a submission concerns next: those who decide on it, or the author it came back to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lotrinh.ledger import Progress, Submission, day_of
from lotrinh_web.notices.actions import tell
from lotrinh_web.notices.whom import people


def tell_of_submission(sent: Submission, *, level: int, at: datetime) -> None:
    """Tell those who decide at the level after `level` that it waits for them."""
    whom = people("head" if level == 0 else "office", sent.body, day_of(at))
    _tell(sent, "submitted", (one for one in whom if one != sent.author), f"level-{level + 1}", at)


def tell_of_decision(sent: Submission, after: Progress, *, at: datetime) -> None:
    """Tell the author what became of it, or those of the next level that it waits for them."""
    if after.state == "submitted":
        tell_of_submission(sent, level=after.level, at=at)
    elif after.state in ("approved", "returned"):
        _tell(sent, after.state, (sent.author,), after.state, at)


def _tell(sent: Submission, key: str, whom: Iterable[str], what: str, at: datetime) -> None:
    tell(
        people=whom,
        key=key,
        about=f"submissions/{sent.id}/{what}",
        page=f"submissions/{sent.id}/",
        at=at,
        values={
            "body": sent.body,
            "count": len(sent.figures) + len(sent.withdrawn),
            "day": day_of(sent.submitted_at).isoformat(),
        },
    )
