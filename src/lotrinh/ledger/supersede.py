"""Holds a submission to what the ledger has: nothing is said twice, nothing amended unseen.

A figure is reported once; to say it otherwise is a correction, which names the entry it
supersedes and why. Whether a value is possible is not asked here but in `lotrinh.intake`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lotrinh.base.errors import Problems, Where
from lotrinh.ledger.entry import Entry
from lotrinh.ledger.observation import Key
from lotrinh.ledger.submission import State, Submission


@dataclass(frozen=True)
class Current:
    """The last word of a body on one figure: an entry that waits or is official."""

    entry: Entry
    body: str
    state: State


def refuse_conflicts(submission: Submission, current: Mapping[Key, Current]) -> None:
    """Raise one LotrinhError with everything in the submission that does not fit the ledger.

    `current` holds the body's last word on each key and may hold more.
    """
    problems = Problems()
    by_number = {one.entry.number: one for one in current.values()}
    for figure in submission.figures:
        said = current.get(figure.observation.key)
        where = Where(field=cell(figure.observation.key))
        if figure.about:
            old = by_number.get(figure.about)
            _amends(old, figure.about, submission, where, problems)
            if old is not None and _key(old) != figure.observation.key:
                problems.add("ledger.other_figure", where, number=figure.about)
        elif said is not None and said.body == submission.body:
            values = {"by": said.entry.by, "day": said.entry.day, "number": said.entry.number}
            problems.add("ledger.already_reported", where, **values)
    for number in submission.withdrawn:
        _amends(by_number.get(number), number, submission, Where(), problems)
    problems.raise_if_any()


def cell(key: Key) -> str:
    """Return the name of a cell as text: indicator, place and period."""
    return " ".join(str(part) for part in key if str(part))


def _key(said: Current) -> Key | None:
    return said.entry.observation.key if said.entry.observation else None


def _amends(
    said: Current | None, number: int, submission: Submission, where: Where, problems: Problems
) -> None:
    if said is None:
        problems.add("ledger.not_current", where, number=number)
    elif said.body != submission.body:
        problems.add("ledger.foreign_figure", where, number=number, body=said.body)
    elif said.state != "approved":
        problems.add("ledger.still_open", where, number=number)
