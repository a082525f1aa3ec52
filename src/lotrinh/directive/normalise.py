"""What of a text is no part of its sentences: page numbers, running heads, a hyphen's line end.

It only says which stretches to leave out; `plain.py` leaves them out and keeps the way back,
so that the text itself is never changed and every span still points into it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

#: Offsets in a text.
Span = tuple[int, int]

_PAGE_NUMBER = re.compile(
    r"[\s–—-]*(?:trang\s*)?(?P<number>\d{1,4})(?:\s?/\s?\d{1,4})?[\s–—-]*", re.IGNORECASE
)
_LAST_NUMBER = re.compile(r"\d{1,4}(?:\s?/\s?\d{1,4})?$")
_ITEM = re.compile(r"\s*(?:[\w.]{1,5}[.)/]|[-+•])\s")
#: "2021-" at a line's end goes on with "2025": the line end is none of the writer's.
_HYPHEN = re.compile(r"(?<=\w[-‐‑\u00ad])[ \t]*\n[ \t\f]*(?=\w)")
#: A page number copied along with the text, in the middle of a sentence of long lines.
_STRAY_NUMBER = re.compile(
    r"(?<=[^\n]{40}[^\W\d_]\n)[ \t]*\d{1,3}[ \t]*\n(?=[ \t]*[^\W\d_][^\n]{20})"
)
#: "suy dinh\\r\\ndưỡng": line ends that a page's export spelled out; one sign of them stays.
_SPELLED_END = re.compile(r" ?\\r\\n(?: {0,9}\\r\\n)* ?")
#: No sentence needs more; longer runs (dotted lines to fill in) only make matching slow.
_LONGEST_RUN = 40
_LONG_RUN = re.compile(
    rf"[^\w\s\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]{{{_LONGEST_RUN + 1},}}"
    rf"|[^\S\n\f]{{{_LONGEST_RUN + 1},}}"
)
#: A text with more form feeds than pages of any document does not mark its pages by them.
_MOST_PAGES = 20_000
#: How many lines at either edge of a page may be running heads or feet.
_EDGE = 3


def left_out(text: str) -> list[Span]:
    r"""Return the stretches that reading skips, in order, none overlapping another.

    >>> text = "giai đoạn 2021-\n2025 tỉnh\n1\n\fphấn đấu"
    >>> [text[a:b] for a, b in left_out(text)]
    ['\n', '1\n\x0c']
    """
    spans = [match.span() for match in _HYPHEN.finditer(text)]
    for match in _STRAY_NUMBER.finditer(text):
        if text[match.end() : match.end() + 20].lstrip(" \t")[:1].islower():
            spans.append(match.span())
    spans += [(m.start() + 1, m.end()) for m in _SPELLED_END.finditer(text)]
    spans += [(m.start() + _LONGEST_RUN, m.end()) for m in _LONG_RUN.finditer(text)]
    if 0 < text.count("\f") < _MOST_PAGES:
        spans += _page_marks(text)
    return _merged(spans)


def furniture(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Return (page, line) of the lines at the edges of pages that are numbers, heads or feet.

    A number counts when it is alone on its line and moves on with the pages; a head or a foot
    when the same words stand at that edge of both pages, or of at least half of more and of three.

    >>> sorted(furniture([["Một", "1"], ["2", "Hai"], ["Ba", "- 3 -"]]))
    [(0, 1), (1, 0), (2, 1)]
    """
    edges = [_edges(lines) for lines in pages]
    texts = [
        {lines[n] for edge in at for n in edge} for lines, at in zip(pages, edges, strict=True)
    ]
    shifts = Counter(s for page, seen in enumerate(texts) for s in {_shift(page, t) for t in seen})
    repeats = Counter(words for seen in texts for words in {_words(t) for t in seen})
    often = 2 if len(pages) == 2 else max(3, len(pages) / 2)
    found = set()
    for page, (lines, at) in enumerate(zip(pages, edges, strict=True)):
        for edge in at:
            for line in edge:
                shift, words = _shift(page, lines[line]), _words(lines[line])
                numbered = shift is not None and (shift == 1 or shifts[shift] > 1)
                # Inwards from the edge: behind the first line of the text nothing is furniture.
                if not (numbered or (len(words) > 2 and repeats[words] >= often)):
                    break
                found.add((page, line))
    return found


def _edges(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the lines at the head and the foot of a page, inwards; a short page has few."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    reach = min(_EDGE, max(1, len(filled) // 4))
    return filled[:reach], filled[::-1][:reach]


def _shift(page: int, text: str) -> int | None:
    """Return by how much the number alone on a line is ahead of its page."""
    found = _PAGE_NUMBER.fullmatch(text) if len(text) < 40 else None
    return int(found["number"]) - page if found else None


def _words(text: str) -> str:
    """Return a line without the number it may end in; list items are no heads."""
    return "" if _ITEM.match(text) else _LAST_NUMBER.sub("#", text.strip().lower())[:200]


def _page_marks(text: str) -> Iterator[Span]:
    """Yield the furniture of a text with form feeds, and what lies between two pages' words."""
    pages = [page.split("\n") for page in text.split("\f")]
    skipped = furniture(pages)
    at, above = 0, None
    for page, lines in enumerate(pages):
        for number, line in enumerate(lines):
            end = at + len(line)
            if (page, number) in skipped:
                yield at, min(end + 1, len(text))
            elif line.strip():
                # One sign stays, so that the sentence before meets the sentence behind.
                if above is not None and above[0] != page:
                    yield above[1] + 1, at
                above = page, end
            at = end + 1


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(one for one in spans if one[0] < one[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
