"""Draws how several things flow into one: bands of equal width that meet, as SVG paths.

The picture is stretched to the rows of a list beside it, so the list is its labels, and a
band keeps to its row however tall the row becomes on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Height of a row and of the band in it, in the picture's own measure; its width is 100.
ROW = 10.0
BAND = 6.0


@dataclass(frozen=True)
class Ribbon:
    """One band: its outline, and whether only a part flows."""

    path: str
    is_part: bool


@dataclass(frozen=True)
class Ribbons:
    """The bands of one group, from rows on the left to one block on the right."""

    height: float
    bands: tuple[Ribbon, ...]


def ribbons(parts: tuple[bool, ...]) -> Ribbons:
    """Return a band for each row; `parts` says of which rows only a part flows.

    >>> ribbons((False,)).bands[0].path
    'M0 2C50 2 50 2 100 2V8C50 8 50 8 0 8Z'
    """
    height = ROW * len(parts)
    first = (height - BAND * len(parts)) / 2
    bands = []
    for number, is_part in enumerate(parts):
        left = number * ROW + (ROW - BAND) / 2
        bands.append(Ribbon(_band(left, first + number * BAND), is_part))
    return Ribbons(height, tuple(bands))


def _band(left: float, right: float) -> str:
    top = f"M0 {left:g}C50 {left:g} 50 {right:g} 100 {right:g}"
    low_left, low_right = left + BAND, right + BAND
    return f"{top}V{low_right:g}C50 {low_right:g} 50 {low_left:g} 0 {low_left:g}Z"
