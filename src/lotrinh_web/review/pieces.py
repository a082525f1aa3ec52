"""The text of a document cut into pieces by the marks on it, paragraph by paragraph.

One sweep over the text: what it costs grows with its length and with the marks, not with both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lotrinh.directive import Document


@dataclass(frozen=True)
class Mark:
    """An item's sentence, and the part of it that is the item's own."""

    id: int
    number: int
    kind: str
    start: int
    end: int
    own_start: int
    own_end: int
    #: Which fact it is; empty for an item.
    fact: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of text under one kind of mark, or none."""

    text: str
    #: fact, goal, target, duty or nothing.
    kind: str = ""
    #: Whether it is an item's own part of its sentence.
    strong: bool = False
    #: Items whose mark ends here: a link to each follows.
    ends: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A paragraph by where it begins, in pieces."""

    start: int
    pieces: tuple[Piece, ...]


def cut(document: Document, marks: Iterable[Mark]) -> tuple[Shown, ...]:
    """Return the paragraphs of a document with its marks."""
    waiting = sorted(marks, key=lambda one: (one.start, one.own_start, one.number))
    found: list[Shown] = []
    live: list[Mark] = []
    at = 0
    for paragraph in document.paragraphs:
        while at < len(waiting) and waiting[at].start < paragraph.end:
            live.append(waiting[at])
            at += 1
        live = [one for one in live if one.end > paragraph.start]
        span = (paragraph.start, paragraph.end)
        found.append(Shown(paragraph.start, _pieces(document.text, span, live)))
    return tuple(found)


def _pieces(text: str, span: tuple[int, int], live: list[Mark]) -> tuple[Piece, ...]:
    start, end = span
    edges = {start, end}
    for one in live:
        edges |= {
            min(max(edge, start), end) for edge in (one.start, one.end, one.own_start, one.own_end)
        }
    ordered = sorted(edges)
    return tuple(_piece(text[low:high], low, high, live) for low, high in pairwise(ordered))


def _piece(text: str, low: int, high: int, live: list[Mark]) -> Piece:
    over = [one for one in live if one.start <= low and high <= one.end]
    if not over:
        return Piece(text)
    own = [one for one in over if one.own_start <= low and high <= one.own_end]
    whole = [one for one in own if (one.own_start, one.own_end) == (one.start, one.end)]
    strong = [one for one in own if one not in whole]
    # A fact inside the sentence of an item shows as a fact.
    facts = [one for one in over if one.fact]
    shown = (strong or facts or over)[0]
    return Piece(text, shown.kind, bool(strong), tuple(o for o in own if o.own_end == high))
