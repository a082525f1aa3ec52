"""The port to wherever the ledger is kept; the core reads and writes it through this alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from lotrinh.ledger.book import Book
from lotrinh.ledger.entry import Entry
from lotrinh.ledger.observation import Observation
from lotrinh.ledger.submission import Checked, Progress, advance, begin


class Store(Protocol):
    """An append-only keep of submissions and decisions: a database, or a list in a notebook."""

    def append(self, checked: Checked) -> tuple[Entry, ...]:
        """Keep a submission that passed the check; return its entries, numbered."""

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

    def append(self, checked: Checked) -> tuple[Entry, ...]:
        """Keep a submission that passed the check; return its entries, numbered."""
        sent = checked.submission
        new = sent.entries(len(self.book.entries) + 1)
        self._progress[sent.id] = begin(sent)
        self.book = Book({**self.book.submissions, sent.id: sent}, self.book.entries + new)
        return new

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
