"""A vintage as published: its hash, how far the ledger had come, and the head of the chain.

Whoever keeps this line can tell later whether the past was mended: the figures must freeze to
the same hash again, and the chain must still lead through the same head.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lotrinh.ledger.book import Book
from lotrinh.ledger.chain import moment
from lotrinh.ledger.observation import Observation
from lotrinh.ledger.vintage import Vintage


@dataclass(frozen=True)
class Published:
    """The name of one plan's figures as known on a day, with what it was made of."""

    #: Address of the plan.
    plan: str
    #: Addresses of the plans whose figures it takes in: its own, and those above it.
    sources: tuple[str, ...]
    as_known_on: date
    hash: str
    #: Number of the last entry of the ledger at that moment.
    last_entry: int
    #: Hash of the last link of the audit chain before it.
    chain_head: str
    by: str
    at: datetime
    #: Numbers of the entries that were left out because they may not be told to everyone.
    withheld: tuple[int, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return {
            "plan": self.plan,
            "sources": list(self.sources),
            "as_known_on": self.as_known_on.isoformat(),
            "vintage": self.hash,
            "last_entry": self.last_entry,
            "chain_head": self.chain_head,
            "by": self.by,
            "at": moment(self.at),
            "withheld": list(self.withheld),
        }


def freeze(
    book: Book,
    sources: tuple[str, ...],
    day: date,
    last_entry: int,
    withheld: tuple[int, ...] = (),
) -> Vintage:
    """Return the vintage of plans on a day, from the ledger as it stood at an entry."""
    then = book.up_to(last_entry)
    figures = (
        one.observation
        for one in then.known_on(day)
        if then.submissions[one.entry.submission].plan in sources
        and one.entry.number not in withheld
    )
    return Vintage.freeze(once(figures), day)


def once(figures: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return each figure once: two plans may bring the very same one."""
    return tuple({one.id: one for one in figures}.values())
