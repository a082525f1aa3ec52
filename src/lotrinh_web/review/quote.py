"""Finds the sentence that a person chose or typed, so that its span points into the text."""

from __future__ import annotations

from lotrinh.base.errors import Where, wrong
from lotrinh.directive.cited import Span
from lotrinh.directive.plain import Plain


def find_quote(text: str, quote: str, near: str = "") -> Span:
    """Return where a quote stands, however its letters are composed and its lines broken.

    `near` is the offset of the paragraph it was chosen in, so that of two like sentences the
    right one is found. Raises LotrinhError when the text does not have it.
    """
    plain, asked = Plain.of(text), Plain.of(quote.strip())
    wanted = " ".join(asked.text.split())
    flat, places = _flat(plain.text)
    first = int(near) if near.isdigit() else 0
    after = -1
    while True:
        at = flat.find(wanted, after + 1)
        if at < 0 or not wanted:
            break
        span = plain.span(places[at], places[at + len(wanted) - 1] + 1)
        if span[0] >= first:
            return span
        after = at
    if first:
        return find_quote(text, quote)
    raise wrong("lotrinh_web.review_no_quote", Where(field="quote"), quote=quote.strip()[:120])


def _flat(text: str) -> tuple[str, list[int]]:
    """Return the text with every run of spaces as one space, and where each letter stood."""
    letters: list[str] = []
    places: list[int] = []
    spaced = True
    for at, letter in enumerate(text):
        if letter.isspace():
            if not spaced:
                letters.append(" ")
                places.append(at)
            spaced = True
        else:
            letters.append(letter)
            places.append(at)
            spaced = False
    return "".join(letters), places
