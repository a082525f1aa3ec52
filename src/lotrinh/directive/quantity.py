"""A number that counts something: value or range, unit, operator, and where it stands.

Plain data; how one is found in a sentence is `quantities.py` and `ranks.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Quantity:
    """A number or a range with its unit; offsets are those of its sentence."""

    #: From the number to the end of the unit.
    start: int
    end: int
    low: Decimal
    high: Decimal | None
    #: As written: "%/năm", "nghìn tỷ đồng", "lao động"; "hạng" for a place in a ranking.
    unit: str
    #: percent, permille, money, measure, count, times, score or rank.
    family: str
    operator: str
    #: Where the words that say the operator begin: "khoảng 20%".
    lead_start: int
    #: A starting value named in the same breath: "từ 45% lên 65%".
    baseline: Quantity | None = None
    #: Counted in words: "ba xã"; stories do so more than plans.
    in_words: bool = False


def at_of(quantity: Quantity) -> int:
    """Return where a number begins; those of a sentence are sorted by it."""
    return quantity.start


def next_from(quantities: Sequence[Quantity], at: int) -> Quantity | None:
    """Return the first number that begins at an offset or behind it."""
    found = bisect_left(quantities, at, key=at_of)
    return quantities[found] if found < len(quantities) else None


def last_before(quantities: Sequence[Quantity], at: int) -> Quantity | None:
    """Return the last number that begins before an offset."""
    found = bisect_left(quantities, at, key=at_of)
    return quantities[found - 1] if found else None
