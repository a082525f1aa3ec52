"""An entry of the ledger: a figure, its correction, its withdrawal, or a decision on a submission.

Entries are numbered without a gap in the order they were kept and are never changed. What
holds is not written anywhere: it follows from the entries (`as_known.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from typing import Any, Literal

from lotrinh.ledger.chain import canonical, moment
from lotrinh.ledger.observation import Observation

Kind = Literal["observation", "correction", "withdrawal", "decision"]
#: What was decided: approved at a level, returned to its author, or taken back by them.
Verdict = Literal["approved", "returned", "withdrawn"]
#: Days of the ledger are days in Viet Nam, which has one clock and no summer time.
CLOCK = timezone(timedelta(hours=7))


def day_of(at: datetime) -> date:
    """Return the ledger's day of a moment.

    >>> day_of(datetime.fromisoformat("2026-11-26T18:30:00+00:00"))
    datetime.date(2026, 11, 27)
    """
    return at.astimezone(CLOCK).date()


@dataclass(frozen=True)
class Recorded:
    """Who entered an observation into the ledger, and when; the ledger's own clock."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Remark:
    """What a person who decides says about one figure, or about the whole submission."""

    text: str
    #: Id of the observation it is about; empty for the whole.
    figure: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the ledger.

    >>> Entry("withdrawal", "s", "an", datetime(2026, 11, 27, tzinfo=CLOCK), reason="wrong unit")
    Traceback (most recent call last):
    ValueError: a withdrawal names the entry it is about
    """

    kind: Kind
    #: Id of the submission it came with, or decides on.
    submission: str
    by: str
    at: datetime
    #: Its place in the ledger, from 1; 0 until it is kept.
    number: int = 0
    #: Of an observation and a correction.
    observation: Observation | None = None
    #: Number of the entry that a correction supersedes or a withdrawal takes back.
    about: int = 0
    #: Why a figure that looks odd is right, or why a submission is returned. Why a correction or
    #: withdrawal was sent stands on its submission.
    reason: str = ""
    #: Of a decision.
    verdict: Verdict | None = None
    #: Of an approval: the level it was given at, from 1.
    level: int = 0
    remarks: tuple[Remark, ...] = ()
    #: Of a decision signed for another: how, for whom, until when: `kt:an.nguyen:2026-12-31`.
    signed_as: str = ""

    def __post_init__(self) -> None:
        if (self.observation is not None) != (self.kind in ("observation", "correction")):
            raise ValueError(f"a {self.kind} {'has no' if self.observation else 'brings a'} figure")
        if bool(self.about) != (self.kind in ("correction", "withdrawal")):
            raise ValueError(
                f"a {self.kind} names {'no' if self.about else 'the'} entry it is about"
            )
        if (self.verdict is not None) != (self.kind == "decision"):
            raise ValueError("a decision, and nothing else, has a verdict")
        if bool(self.level) != (self.verdict == "approved"):
            raise ValueError("an approval, and nothing else, has a level")
        if self.at.tzinfo is None:
            raise ValueError("a moment without its clock could be any day")

    @cached_property
    def counted(self) -> dict[date, Observation]:
        """Its figure as known from a day, made once: each look at the ledger asks for it."""
        return {}

    @property
    def day(self) -> date:
        """The ledger's day on which it was kept."""
        return day_of(self.at)

    @property
    def is_figure(self) -> bool:
        """Whether it brings a figure."""
        return self.observation is not None

    def as_dict(self) -> dict[str, Any]:
        """Return the entry as JSON data; `from_dict` of `dump.py` reads it back."""
        return {
            "number": self.number,
            "kind": self.kind,
            "submission": self.submission,
            "by": self.by,
            "at": moment(self.at),
            "observation": self.observation.content() if self.observation else None,
            "about": self.about,
            "reason": self.reason,
            "verdict": self.verdict,
            "level": self.level,
            "remarks": [{"figure": one.figure, "text": one.text} for one in self.remarks],
            "signed_as": self.signed_as,
        }

    def canonical(self) -> str:
        """Return the entry as canonical JSON."""
        return canonical(self.as_dict())


class Digest:
    """The SHA-256 of entries in their order, taken in one by one."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def take(self, one: Entry) -> None:
        """Take in the next entry."""
        self._hash.update(one.canonical().encode() + b"\n")

    def __str__(self) -> str:
        return self._hash.hexdigest()


def digest(entries: Iterable[Entry]) -> str:
    """Return the SHA-256 of entries in their order; the audit keeps it beside the deed."""
    taken = Digest()
    for one in entries:
        taken.take(one)
    return str(taken)
