"""Teasers of other articles that a page left below the text: lines that all break off with "…"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lotrinh.directive.sentences import PROSE, Sentence

#: Fewer such lines in a row may be the writer's own.
_FEWEST = 3
_LONGEST = 140


def teasers(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the numbers of the paragraphs that are teasers."""
    found: set[int] = set()
    for broken_off, row in groupby(_paragraphs(sentences), _breaks_off):
        lines = list(row)
        if broken_off and len(lines) >= _FEWEST:
            found.update(line[0].paragraph for line in lines)
    return frozenset(found)


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    return [list(row) for _, row in groupby(sentences, _number)]


def _number(sentence: Sentence) -> int:
    return sentence.paragraph


def _breaks_off(paragraph: Sequence[Sentence]) -> bool:
    first, last = paragraph[0], paragraph[-1]
    short = sum(len(one.text) for one in paragraph) <= _LONGEST
    return short and first.depth == PROSE and last.text.endswith(("…", "..."))
