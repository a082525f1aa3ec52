"""A document and the directive made of it: number, issuer, day, and the text clause by clause.

The text in a plan's folder is a digest in our own words; the article or decree itself is
read from wherever it lies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lotrinh.base.errors import Where, wrong
from lotrinh.base.words import Lang, Words

_HEAD = re.compile(r"\[(?P<address>[^\]\s]+)\]\s*(?P<text>.*)")


@dataclass(frozen=True)
class Document:
    """A document of a party or state body. Its number is text: `0155/KH-UBND`."""

    number: str
    #: Kế hoạch, Nghị quyết, Quyết định …, and its English name.
    type: Words
    issuer: Words
    title: Words
    #: Day of issue; None when it is not known.
    date: date | None = None
    #: What is known of the day when it is not known exactly.
    date_note: Words | None = None
    url: str = ""
    #: Address of the plan it became, when that plan is in the content.
    plan: str = ""
    #: What the plan does to it (carries_out, amends, replaces), or where it stands in time
    #: (precedes, follows).
    relation: str = ""
    #: Who signed it; empty when that is not known.
    signatory: str = ""

    def say(self, lang: Lang) -> str:
        """Return type and number: `Kế hoạch 175-KH/TU`."""
        return f"{self.type.say(lang)} {self.number}".strip()


@dataclass(frozen=True)
class Clause:
    """One clause of a directive with the span it takes in the directive's text."""

    address: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Directive:
    """A document with its text."""

    document: Document
    text: str
    clauses: tuple[Clause, ...]

    def clause(self, address: str) -> Clause | None:
        """Return the clause of that address, None when there is none."""
        return next((one for one in self.clauses if one.address == address), None)


def read_clauses(text: str, where: Where) -> tuple[Clause, ...]:
    r"""Read a digest: each clause is a paragraph that opens with its address in brackets.

    >>> [c.address for c in read_clauses("[I.1] Một.\n\n[I.2] Hai.", Where("directive.txt"))]
    ['I.1', 'I.2']

    Raises LotrinhError, placed at its line, for a paragraph without an address.
    """
    clauses = []
    start = 0
    for paragraph in re.split(r"(?<=\n)\n+", text):
        at = text.index(paragraph, start)
        start = at + len(paragraph)
        body = paragraph.rstrip()
        if not body or body.startswith("#"):
            continue
        found = _HEAD.match(body)
        if found is None:
            line = text.count("\n", 0, at) + 1
            raise wrong("plan.clause_without_address", Where(where.file, line), text=body[:40])
        words = at + found.start("text")
        clauses.append(
            Clause(found["address"], text[words : at + len(body)], words, at + len(body))
        )
    return tuple(clauses)
