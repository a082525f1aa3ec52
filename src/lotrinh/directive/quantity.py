"""A number that counts something: value or range, unit, operator, and where it stands.

Plain data; how one is found in a sentence is `quantities.py` and `ranks.py`.
"""

from __future__ import annotations

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
