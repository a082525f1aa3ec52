"""By when something is promised: the year, and where the document says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lotrinh.directive.beside import place_in_pair, year_beside
from lotrinh.directive.cited import Span
from lotrinh.directive.dates import Year
from lotrinh.directive.horizons import Horizons
from lotrinh.directive.quantity import Quantity
from lotrinh.directive.scopes import Scope
from lotrinh.directive.sentences import Reading, Sentence
from lotrinh.directive.shared import years_of


@dataclass(frozen=True)
class Due:
    """A year with its place; all None where the text names none."""

    year: int | None = None
    at: Span | None = None
    #: For "5 năm tới": where the year stands that it is counted from, and the steps between.
    counted: tuple[Span, ...] = ()

    @classmethod
    def of(cls, reading: Reading, sentence: Sentence | None, year: Year | None) -> Due:
        """Return the due of a year that stands in a sentence."""
        if year is None or sentence is None:
            return cls()
        return cls(year.year, reading.span(sentence, year.start, year.end), year.counted)


def due_in_pair(
    reading: Reading,
    sentence: Sentence,
    quantity: Quantity,
    quantities: Sequence[Quantity],
    scope: Scope,
) -> Due | None:
    """Return the due of a number that is one of two: "đến năm 2025 (2030) đạt 20% (30%)"."""
    place = place_in_pair(sentence.low, quantity, quantities)
    for told in (sentence, scope.year_from) if place is not None else ():
        pair = year_beside(told) if told else None
        if pair is not None and (told is not sentence or pair[1].end <= quantity.start):
            return Due.of(reading, told, pair[place or 0])
    return None


def dues_of(
    reading: Reading,
    sentence: Sentence,
    quantity: Quantity,
    horizons: Horizons,
    scope: Scope,
) -> list[Due]:
    """Return by when a number is promised: its own years, else the year of the passage."""
    own = years_of(sentence, quantity, horizons.year_of(quantity))
    passage = Due.of(reading, scope.year_from, scope.year)
    return [Due.of(reading, sentence, year) if year else passage for year in own]
