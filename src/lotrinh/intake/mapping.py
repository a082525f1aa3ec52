"""What the columns of a body's own table mean; said once, remembered for its next table.

Long tables have one row a figure, with columns for indicator, place, period and the parts of
the whole (sex, age, urban or rural); wide ones have a column for each indicator, each group
or each period. Both are read by one mapping; `read_mapped.py` reads by it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping as Dictionary
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang
from lotrinh.periods import Period
from lotrinh.periods.spoken import read_spoken

BAR = "|"
#: What a name means that a person said to pass over: a line of totals, a signature.
SKIP = "-"
#: Column of figures without more: whose figures stands in the other columns of the row.
FIGURES = BAR
_QUARTER = re.compile(r"(?:q|quarter\s*)([1-4])[\s/-]*([12]\d{3})|([12]\d{3})[\s/-]*q([1-4])")
#: Periods people write without their year, which is then the report's.
_WITHOUT_YEAR = re.compile(r"quý\s+\S+|q[1-4]|tháng\s+\d{1,2}|[369]\s+tháng.*")


@dataclass(frozen=True)
class Mapping:
    """What the heads of a table mean."""

    #: Head of the column of places; empty where the report is about one.
    place: str = ""
    #: Head of the column of indicators; empty where the columns of figures say it.
    indicator: str = ""
    #: Head of the column of periods; rows of other periods are passed over.
    period: str = ""
    #: Head -> dimension, of columns whose cells name a part of the whole.
    dimensions: Dictionary[str, str] = field(default_factory=dict)
    #: Head -> `indicator|breakdown` of columns of figures; what is empty, the row says.
    values: Dictionary[str, str] = field(default_factory=dict)
    #: Head -> period, of columns of figures of one period each.
    periods: Dictionary[str, str] = field(default_factory=dict)
    status: str = ""
    note: str = ""
    #: How numbers are written where they are texts.
    numbers: Lang = "vi"
    #: What the body calls places, indicators and (`sex=nu`) categories -> their ids.
    names: Dictionary[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the mapping as JSON data."""
        return asdict(self)

    @classmethod
    def of(cls, data: Dictionary[str, Any]) -> Mapping:
        """Return the mapping that `as_dict` wrote."""
        known = {one.name for one in fields(cls)}
        return cls(**{name: value for name, value in data.items() if name in known})

    @property
    def heads(self) -> tuple[str, ...]:
        """Every head that means something."""
        roles = (self.place, self.indicator, self.period, self.status, self.note)
        return tuple(filter(None, (*roles, *self.dimensions, *self.values)))

    def for_heads(self, heads: tuple[str, ...], period: Period) -> Mapping:
        """Return the mapping for the next table of its shape: the periods in its heads moved on."""
        told = {head: found for head in heads if (found := period_of(head, period))}
        kept = {head: code for head, code in self.values.items() if head not in self.periods}
        codes = {self.values[head] for head in self.periods if head in self.values} or {FIGURES}
        if not self.periods:
            return self
        moved = {head: min(codes) for head in told if head not in kept}
        periods = {head: str(told[head]) for head in moved}
        return replace(self, values=kept | moved, periods=periods)


def fingerprint(heads: tuple[str, ...], period: Period) -> str:
    """Return what tells tables of one shape: a body's monthly export has the same each month.

    Periods among the heads are one, however many there are: next month's table has one more.
    """
    plain = ["" if period_of(head, period) else fold(head) for head in heads]
    shape = [one for n, one in enumerate(plain) if one or plain.index("") == n]
    return hashlib.sha256("\n".join(shape).encode()).hexdigest()[:16]


def period_of(text: str, around: Period) -> Period | None:
    """Return the period a text names, in the year of `around` where it names none.

    >>> str(period_of("Quý II", Period.read("2026-Q1"))), period_of("Tổng", Period.read("2026"))
    ('2026-Q2', None)
    """
    plain = fold(text)
    if found := _QUARTER.fullmatch(plain):
        return Period.read(f"{found[2] or found[3]}-Q{found[1] or found[4]}")
    with suppress(LotrinhError):
        return Period.read(text)
    if _WITHOUT_YEAR.fullmatch(plain):
        plain = re.sub(r"^q(?=[1-4]$)", "quý ", plain)
        with suppress(LotrinhError):
            return read_spoken(f"{plain}/{around.first_day.year}")
    with suppress(LotrinhError):
        return read_spoken(plain)
    return None


def fold(text: str) -> str:
    """Return a name as names are compared: one writing of its letters, small, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
