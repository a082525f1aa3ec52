"""Where a statement comes from: a document with its title, address on the web and day.

A source says who published; what was published, and about when, is for the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Source:
    """A published document that a figure or a fact was taken from."""

    #: Title as published, in its own language.
    title: str
    #: Address on the web; empty when there is none, as for a figure computed by the compilers.
    url: str = ""
    #: Day of publication, where it is known to the day, month or year.
    published_on: date | None = None
