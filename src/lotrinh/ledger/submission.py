"""A submission: a set of figures on its way to approval, and where on that way it is.

draft → submitted → approved at each level → in the vintage; or returned with remarks, or
taken back by its author. A correction and a withdrawal are submissions of their own, with a
reason. Who may do which is for the shell; that nobody approves what they sent is law here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

from lotrinh.base.errors import wrong
from lotrinh.base.words import Words, both
from lotrinh.ledger.chain import canonical, moment
from lotrinh.ledger.entry import Entry, Kind, day_of
from lotrinh.ledger.observation import Observation

#: Why figures come in. `published` are figures of public sources, with a plan or by an office:
#: they count as known from the day of their source and wait for nobody.
Purpose = Literal["report", "correction", "withdrawal", "published"]
State = Literal["draft", "submitted", "returned", "approved", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a submission."""

    observation: Observation
    #: Number of the entry it corrects; 0 for a first report.
    about: int = 0
    #: Why it is right although it looks odd, or why the old one was wrong.
    reason: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the figure as JSON data."""
        about = {"about": self.about, "reason": self.reason}
        return {"observation": self.observation.content(), **about}


@dataclass(frozen=True)
class Submission:
    """Figures that one person sends for a body at one moment."""

    purpose: Purpose
    #: Id of the body that answers for the figures.
    body: str
    author: str
    submitted_at: datetime
    figures: tuple[Figure, ...] = ()
    #: Numbers of the entries it takes back; a source that no longer says a figure does so too.
    withdrawn: tuple[int, ...] = ()
    #: How many levels must approve it, the body's own head first; none for published figures.
    levels: int = 1
    #: Address of the plan they serve.
    plan: str = ""
    #: What obligation they answer, where one asked.
    obligation: str = ""
    reason: str = ""
    #: Id of the submission it takes the place of: the one returned, or the one corrected.
    replaces: str = ""

    def __post_init__(self) -> None:
        if self.purpose in ("correction", "withdrawal") and not self.reason.strip():
            raise wrong("ledger.no_reason")
        if not self.figures and not self.withdrawn:
            raise wrong("ledger.nothing_submitted")
        if self.purpose != "published" and (
            bool(self.withdrawn) != (self.purpose == "withdrawal")
            or bool(self.figures) == (self.purpose == "withdrawal")
        ):
            raise ValueError("a withdrawal takes entries back, a report brings figures")
        if (self.levels == 0) != (self.purpose == "published"):
            raise ValueError("published figures, and nothing else, wait for no approval")

    @cached_property
    def id(self) -> str:
        """Return its name: the first 16 digits of its content's SHA-256."""
        hashed = hashlib.sha256()
        for piece in self._canonical():
            hashed.update(piece.encode())
        return hashed.hexdigest()[:16]

    def as_dict(self) -> dict[str, Any]:
        """Return the submission as JSON data."""
        figures = [one.as_dict() for one in self.figures]
        return {**self.head(), "figures": figures, "withdrawn": list(self.withdrawn)}

    def _canonical(self) -> Iterator[str]:
        """Yield the canonical JSON of `as_dict` in pieces; of 100,000 figures it is large."""
        whole = {**self.head(), "withdrawn": list(self.withdrawn)}
        before = {name: value for name, value in whole.items() if name < "figures"}
        after = {name: value for name, value in whole.items() if name > "figures"}
        yield canonical(before)[:-1] + ',"figures":['
        for number, one in enumerate(self.figures):
            yield "," * bool(number) + canonical(one.as_dict())
        yield "]," + canonical(after)[1:]

    def head(self) -> dict[str, Any]:
        """Return all it says but its figures, as JSON data."""
        return {
            "purpose": self.purpose,
            "body": self.body,
            "author": self.author,
            "submitted_at": moment(self.submitted_at),
            "levels": self.levels,
            "plan": self.plan,
            "obligation": self.obligation,
            "reason": self.reason,
            "replaces": self.replaces,
        }

    def entries(self, first: int) -> Iterator[Entry]:
        """Yield its entries, numbered from `first`."""
        sent: dict[str, Any] = {
            "submission": self.id,
            "by": self.author,
            "at": self.submitted_at,
        }
        for number, one in enumerate(self.figures, first):
            yield Entry(
                _kind(one),
                number=number,
                observation=one.observation,
                about=one.about,
                reason=one.reason,
                **sent,
            )
        for number, about in enumerate(self.withdrawn, first + len(self.figures)):
            yield Entry("withdrawal", number=number, about=about, **sent)


@dataclass(frozen=True)
class Checked:
    """A submission that passed `lotrinh.intake.check`, the one place that makes this.

    The ledger takes nothing else, so that no door can forget the check.
    """

    submission: Submission


@dataclass(frozen=True)
class Progress:
    """How far a submission has come."""

    state: State
    #: The last level that approved it.
    level: int = 0
    #: The day from which its figures are official, once the last level approved it.
    official_on: date | None = None
    #: Who approved it and on which day, by level.
    approved_by: tuple[str, ...] = ()
    approved_on: tuple[date, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state == "submitted"


def state_name(state: State) -> Words:
    """Return what a state is called."""
    return both(f"ledger.state_{state}")


def begin(submission: Submission) -> Progress:
    """Return where a submission stands as it is sent; published figures wait for nobody."""
    if submission.levels == 0:
        return Progress("approved", official_on=day_of(submission.submitted_at))
    return Progress("submitted")


def advance(submission: Submission, at: Progress, decision: Entry) -> Progress:
    """Return where it stands after a decision.

    Raises LotrinhError when it waits for none, when its author would approve or return it,
    when a level is left out, or when one person would approve twice.
    """
    if not at.is_open:
        raise wrong("ledger.not_open", state=state_name(at.state), id=submission.id)
    if decision.verdict == "withdrawn":
        if decision.by != submission.author:
            raise wrong("ledger.not_yours", id=submission.id, author=submission.author)
        return replace(at, state="withdrawn")
    if decision.by == submission.author:
        raise wrong("ledger.own_submission", id=submission.id, by=decision.by)
    if decision.verdict == "returned":
        if not decision.reason.strip() and not decision.remarks:
            raise wrong("ledger.no_remark")
        return replace(at, state="returned")
    return _approve(submission, at, decision)


def follow(submission: Submission, decisions: Iterable[Entry]) -> Progress:
    """Return where a submission stands after all its decisions."""
    at = begin(submission)
    for one in decisions:
        at = advance(submission, at, one)
    return at


def _approve(submission: Submission, at: Progress, decision: Entry) -> Progress:
    if decision.level != at.level + 1:
        raise wrong("ledger.wrong_level", id=submission.id, level=decision.level, next=at.level + 1)
    if decision.by in at.approved_by:
        raise wrong("ledger.approved_twice", id=submission.id, by=decision.by)
    is_last = decision.level == submission.levels
    return Progress(
        state="approved" if is_last else "submitted",
        level=decision.level,
        official_on=decision.day if is_last else None,
        approved_by=(*at.approved_by, decision.by),
        approved_on=(*at.approved_on, decision.day),
    )


def _kind(figure: Figure) -> Kind:
    return "correction" if figure.about else "observation"
