"""The port to wherever the ledger is kept; the core reads and writes it through this alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from lotrinh.ledger.book import Book
from lotrinh.ledger.entry import Entry, digest
from lotrinh.ledger.observation import Observation
from lotrinh.ledger.submission import Checked, Progress, advance, begin


@dataclass(frozen=True)
class Kept:
    """What a deed left in the ledger: numbers of its first and last entry, and their digest."""

    first: int
    last: int
    digest: str


class Store(Protocol):
    """An append-only keep of submissions and decisions: a database, or a list in a notebook."""

    def append(self, checked: Checked) -> Kept:
        """Keep a submission that passed the check; return what that left."""

    def decide(self, decision: Entry) -> tuple[Entry, Progress]:
        """Keep a decision; return it numbered, and where its submission then stands.

        Raises LotrinhError when the submission does not wait for it.
        """

    def observations(self) -> Iterable[Observation]:
        """Return every figure that ever was sent, as it was sent."""


class InMemory:
    """A store for a notebook or a test.

    >>> store = InMemory()
    >>> store.book.entries
    ()
    """

    def __init__(self) -> None:
        self.book = Book({}, ())
        self._progress: dict[str, Progress] = {}

    def append(self, checked: Checked) -> Kept:
        """Keep a submission that passed the check; return what that left."""
        sent = checked.submission
        first = len(self.book.entries) + 1
        new = tuple(sent.entries(first))
        self._progress[sent.id] = begin(sent)
        self.book = Book({**self.book.submissions, sent.id: sent}, self.book.entries + new)
        return Kept(first, new[-1].number, digest(new))

    def decide(self, decision: Entry) -> tuple[Entry, Progress]:
        """Keep a decision; return it numbered, and where its submission then stands.

        Raises LotrinhError when the submission does not wait for it.
        """
        id = decision.submission
        after = advance(self.book.submissions[id], self._progress[id], decision)
        kept = replace(decision, number=len(self.book.entries) + 1)
        self.book = Book(self.book.submissions, (*self.book.entries, kept))
        self._progress[id] = after
        return kept, after

    def progress(self, id: str) -> Progress:
        """Return where a submission stands, without a replay."""
        return self._progress[id]

    def observations(self) -> Iterable[Observation]:
        """Return every figure that ever was sent, as it was sent."""
        return tuple(one.observation for one in self.book.entries if one.observation is not None)
