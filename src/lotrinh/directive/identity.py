"""What identifies a directive: its number, issuer, day, title, signatory, period, and its kin.

Plain values, each with where it stands; a fact that does not stand there is refused (law 10).
How the facts are found is `facts.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lotrinh.directive.cited import Span, check_date, check_head, check_words, check_year
from lotrinh.directive.document import Document
from lotrinh.directive.references import issuer_of_code


@dataclass(frozen=True)
class OtherDocument:
    """A document that the directive carries out, amends or replaces."""

    number: str
    issuer: str | None
    date: date | None
    #: Where number, issuer and date stand.
    at: Span

    def as_json(self) -> dict[str, Any]:
        """Return number, issuer and day."""
        return {"number": self.number, "issuer": self.issuer, "date": _iso(self.date)}


@dataclass(frozen=True)
class Covered:
    """The years a directive speaks for; `first` is None in "đến năm 2030"."""

    first: int | None
    last: int


@dataclass(frozen=True)
class Facts:
    """What identifies a directive; None where the text does not say."""

    number: str | None = None
    type: str | None = None
    issuer: str | None = None
    date: date | None = None
    title: str | None = None
    #: Who signed it: a person's name.
    signatory: str | None = None
    period: Covered | None = None
    #: The province, city or district it speaks for, where the text makes that certain.
    place: str | None = None
    carries_out: tuple[OtherDocument, ...] = ()
    amends: tuple[OtherDocument, ...] = ()
    replaces: tuple[OtherDocument, ...] = ()
    number_at: Span | None = None
    issuer_at: Span | None = None
    date_at: Span | None = None
    #: Where the year stands when the date was written without one: "ngày 5/8".
    year_at: Span | None = None
    title_at: Span | None = None
    signatory_at: Span | None = None
    period_at: Span | None = None
    place_at: Span | None = None

    def check(self, document: Document) -> None:
        """Raise LotrinhError for the first fact that does not stand where it is cited."""
        self._check_words(document)
        if self.issuer and self.issuer_at and self.issuer != issuer_of_code(self.number):
            check_head(document, self.issuer_at, self.issuer)
        if self.date and self.date_at:
            check_date(document, self.date_at, self.date, self.year_at)
        for year in (self.period.first, self.period.last) if self.period else ():
            if year is not None:
                check_year(document, self.period_at, year)
        for other in (*self.carries_out, *self.amends, *self.replaces):
            _check_other(document, other)

    def _check_words(self, document: Document) -> None:
        for words, at in (
            (self.number, self.number_at),
            (self.title, self.title_at),
            (self.signatory, self.signatory_at),
            (self.place, self.place_at),
        ):
            if words and at:
                check_words(document, at, words)

    def as_json(self) -> dict[str, Any]:
        """Return the facts in the shape of `lotrinh read --json`."""
        return {
            "number": self.number,
            "type": self.type,
            "issuer": self.issuer,
            "date": _iso(self.date),
            "title": self.title,
            "signatory": self.signatory,
            "period": self.period and {"from": self.period.first, "to": self.period.last},
            "place": self.place,
            "carries_out": [one.as_json() for one in self.carries_out],
            "amends": [one.as_json() for one in self.amends],
            "replaces": [one.as_json() for one in self.replaces],
        }


def _check_other(document: Document, other: OtherDocument) -> None:
    check_words(document, other.at, other.number)
    if other.issuer:
        check_words(document, other.at, other.issuer)
    if other.date:
        check_date(document, other.at, other.date)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
