"""A duty: what a body must do under a plan; and the documents that answer it.

Who has answered and who has not is for `lotrinh.supervise`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lotrinh.base.mark import Mark
from lotrinh.base.words import Lang, Words

Kind = Literal["guide", "disseminate", "concretise", "carry_out", "supervise", "report"]


@dataclass(frozen=True)
class Answer:
    """A document by which a body answered a duty: its own plan, a programme, a report."""

    body: str
    number: str
    date: date | None
    title: Words
    url: str = ""


@dataclass(frozen=True)
class Duty:
    """One duty with the bodies that owe it."""

    id: str
    kind: Kind
    #: Ids of bodies; a group stands for its members.
    actors: tuple[str, ...]
    action: Words
    clause: str
    #: Ids of the bodies the duty is done with or for.
    to: tuple[str, ...] = ()
    #: None when the text names no deadline, which is said and never filled in.
    deadline: date | None = None
    answers: tuple[Answer, ...] = ()
    #: How far it may be told.
    mark: Mark = ""

    def say(self, lang: Lang) -> str:
        """Return what must be done."""
        return self.action.say(lang)
