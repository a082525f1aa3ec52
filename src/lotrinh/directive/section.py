"""A part of a document with its address, and the parts in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A stretch of a document: `II.2.b`, `Điều 3.1`, `PL1`, `Nơi nhận`; children lie inside it."""

    #: Unique in its document; "" for the document itself.
    address: str
    #: The last step of the address, as it is cited: "II", "2", "b", "Điều 3", "-2".
    label: str
    #: The words of its heading, where it has one.
    heading: str
    #: Offsets in the document's text.
    start: int
    end: int
    #: What it is: document, part, chapter, roman, article, dash, table, row, grounds, ...
    kind: str = "document"
    children: tuple[Section, ...] = ()

    def at(self, offset: int) -> Section:
        """Return the innermost section that an offset lies in."""
        section = self
        while section.children:
            number = bisect_right(section.children, offset, key=_start) - 1
            if number < 0 or offset >= section.children[number].end:
                break
            section = section.children[number]
        return section

    def walk(self) -> Iterator[Section]:
        """Yield the sections below, each before its children."""
        for child in self.children:
            yield child
            yield from child.walk()

    def as_json(self) -> dict[str, object]:
        """Return the tree as JSON data."""
        return {
            "address": self.address,
            "label": self.label,
            "kind": self.kind,
            "heading": self.heading,
            "start": self.start,
            "end": self.end,
            "children": [child.as_json() for child in self.children],
        }


def _start(section: Section) -> int:
    return section.start
