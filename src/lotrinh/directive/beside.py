"""Two horizons side by side: "đến năm 2025 (2030) đạt 20% (30%)" promises twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from lotrinh.directive.dates import Year
from lotrinh.directive.quantity import Quantity, at_of
from lotrinh.directive.sentences import Sentence

_OPENS = re.compile(r"\s?\((?:[^\d()]{0,14}\s)?$")
_CLOSES = re.compile(r"\s?\)")


def year_beside(sentence: Sentence) -> tuple[Year, Year] | None:
    """Return a year and the one in brackets right behind it."""
    for first, second in pairwise(sentence.years):
        opened = _OPENS.fullmatch(sentence.low, first.end, _bare(sentence.low, second))
        if opened and _CLOSES.match(sentence.low, second.end) and second.year > first.year:
            return first, second
    return None


def place_in_pair(low: str, quantity: Quantity, quantities: Sequence[Quantity]) -> int | None:
    """Return 1 for a number in the brackets behind its like, 0 for the one before them."""
    here = bisect_left(quantities, quantity.start, key=at_of)
    for place, pair in ((0, 1), (1, 0)):
        at = here + pair
        first, second = (at - 1, at)
        if (
            first >= 0
            and second < len(quantities)
            and _paired(low, quantities[first], quantities[second])
        ):
            return place
    return None


def _paired(low: str, first: Quantity, second: Quantity) -> bool:
    opened = _OPENS.fullmatch(low, first.end, second.start)
    return bool(opened and first.family == second.family and _CLOSES.match(low, second.end))


def _bare(low: str, year: Year) -> int:
    """Return where a year begins without the bracket that opens it."""
    return year.start + 1 if low[year.start] == "(" else year.start
