"""Printed lines put together again into paragraphs, by where they stand on the page.

A line that reaches the right edge goes on below; one that stops short ends its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lotrinh.directive.document import begins_item

_END = re.compile(r"[.:;!?…][\"”’)]*$")
_WORD = re.compile(r"\w")
#: A line may stop short of the edge by the word that did not fit, and by this many letters.
_SLACK = 3
#: A page with fewer lines does not show its own edges.
_ENOUGH = 12


@dataclass(frozen=True)
class Line:
    """A line as printed, and its box on the page as it is seen, measured from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    #: A row of a table or a line with another beside it joins no other.
    alone: bool = False

    @property
    def letter(self) -> float:
        """The width of a letter, on average."""
        return (self.right - self.left) / max(len(self.text), 1)


def join_lines(pages: Sequence[Sequence[Line]]) -> str:
    """Return the text of the pages: a line a paragraph, a form feed where a page begins.

    >>> upper = Line("phấn đấu đến năm 2021-", 90, 100, 540, 115)
    >>> join_lines([[upper, Line("2025 đạt 65%.", 90, 120, 200, 135)]])
    'phấn đấu đến năm 2021-2025 đạt 65%.'
    """
    common = _edges([line for page in pages for line in page])
    pieces: list[str] = []
    above: Line | None = None
    for number, page in enumerate(pages):
        edges = _edges(page) if len(page) >= _ENOUGH else common
        for place, line in enumerate(page):
            turned = place == 0 and number > 0
            if above is not None and _goes_on(above, line, edges, turned):
                pieces.append("" if re.search(r"\w-$", above.text) else " ")
            elif above is not None:
                pieces.append("\n\f" if turned else "\n")
            pieces.append(line.text)
            above = line
    return "".join(pieces)


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the left and the right edge of the running text: where a twentieth lies beyond."""
    rights = sorted(line.right for line in lines if not line.alone)
    lefts = sorted(line.left for line in lines if not line.alone)
    if not lefts:
        return 0.0, 0.0
    return lefts[len(lefts) // 20], rights[len(rights) * 19 // 20]


def _goes_on(above: Line, line: Line, edges: tuple[float, float], turned: bool) -> bool:
    """Say whether a line continues the paragraph of the line above it."""
    if above.alone or line.alone or begins_item(line.text):
        return False
    if not (_WORD.search(above.text) and _WORD.search(line.text)):
        return False
    if above.text.isupper() != line.text.isupper():
        return False
    height = max(above.bottom - above.top, 1.0)
    if not turned and not -0.5 * height < line.top - above.bottom < 1.5 * height:
        return False
    low = line.text[0].islower() or line.text[0] in ",;)%"
    ended = _END.search(above.text) is not None
    if above.right < _reach(above, line, edges[1]):
        return low and not ended
    # A full line: only an end with a new paragraph's indent below it parts the two.
    indented = line.left > edges[0] + 2 * line.letter
    return not (ended and (indented or turned)) and not _is_centred(above, edges)


def _reach(above: Line, line: Line, edge: float) -> float:
    """Return how far the line above must reach, so that the next word did not fit behind it."""
    word = len(line.text.split()[0]) if line.text.split() else 0
    return edge - (word + _SLACK) * line.letter - 0.1 * above.letter


def _is_centred(line: Line, edges: tuple[float, float]) -> bool:
    """Say whether a line stands in the middle, away from both edges: a title."""
    aside = line.left - edges[0], edges[1] - line.right
    return min(aside) > 6 * line.letter and abs(aside[0] - aside[1]) < 4 * line.letter
