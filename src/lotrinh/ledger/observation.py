"""An observation: one value for an indicator, a place and a period, and where it was read.

Two clocks that are never mixed: `period` is what the figure is about, `recorded_at` the day
from which it counts as known. An observation is never changed; a revised figure is another
observation, recorded later.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

from lotrinh.base.mark import Mark
from lotrinh.base.source import Source
from lotrinh.periods import Period

Status = Literal["actual", "preliminary", "estimate"]
#: How the figure came to be: published as such, worked out from published ones, or a bound
#: that follows from them (a rank, a maximum).
Method = Literal["published", "computed", "inferred"]
#: Words such as "gần" and "hơn" around a figure, kept; empty when it stands alone.
Qualifier = Literal["", "~", "<", "<=", ">", ">="]
#: How exactly the day of publication is known; the first day of it counts.
Precision = Literal["day", "month", "year"]


class Key(NamedTuple):
    """What one figure is about; figures of one key replace each other."""

    indicator: str
    place: str
    period: Period
    #: Canonical text of the part of the whole; empty for the total.
    breakdown: str = ""
    #: Name of the result that several report together; empty for a figure of one's own.
    shared: str = ""


@dataclass(frozen=True)
class Observation:
    """One reported figure with its source."""

    indicator: str
    place: str
    period: Period
    value: Decimal
    #: Code of the unit, as reported.
    unit: str
    status: Status
    source: Source
    #: Day from which the figure counts as known.
    recorded_at: date
    recorded_precision: Precision = "day"
    qualifier: Qualifier = ""
    method: Method = "published"
    price_basis: str = ""
    note: str = ""
    #: Which part of the whole, `area=rural;sex=female`; empty for the total.
    breakdown: str = ""
    #: A result that two bodies bring about together is reported by both under one name here.
    #: It is part of what each has done, and counts once where their places come together.
    shared: str = ""
    #: How far the figure may be told.
    mark: Mark = ""

    @property
    def key(self) -> Key:
        """What the figure is about: indicator, place, period and part of the whole."""
        return Key(self.indicator, self.place, self.period, self.breakdown, self.shared)

    @property
    def is_bound(self) -> bool:
        """Whether the figure only bounds the true value from one side."""
        return self.qualifier in ("<", "<=", ">", ">=") and self.method == "inferred"

    @cached_property
    def id(self) -> str:
        """Return the name of the observation: the first 16 digits of its content's SHA-256."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()[:16]

    @cached_property
    def line(self) -> bytes:
        """The observation as it enters the hash of a vintage; kept, for most enter the next."""
        return b"\n" + self.canonical().encode()

    def canonical(self) -> str:
        """Return the observation as canonical JSON, the same text on every machine."""
        return json.dumps(self.content(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def content(self) -> dict[str, str]:
        """Return the cells that its id is made of.

        Columns that came later are left out where they are empty: the id of what was recorded
        before them stays.
        """
        return {k: v for k, v in self.as_row().items() if v or k not in LATER_COLUMNS}

    def as_row(self) -> dict[str, str]:
        """Return the cells of `observations.csv`, in the order of its columns."""
        return {
            "indicator": self.indicator,
            "place": self.place,
            "period": str(self.period),
            "qualifier": self.qualifier,
            "value": format(self.value, "f"),
            "unit": self.unit,
            "status": self.status,
            "method": self.method,
            "price_basis": self.price_basis,
            "recorded_at": self.recorded_at.isoformat(),
            "recorded_precision": self.recorded_precision,
            "source_title": self.source.title,
            "source_url": self.source.url,
            "note": self.note,
            "breakdown": self.breakdown,
            "shared": self.shared,
            "mark": self.mark,
        }


#: The columns of `observations.csv`; it may leave out the later ones when they are empty.
COLUMNS = (
    "indicator,place,period,qualifier,value,unit,status,method,price_basis,"
    "recorded_at,recorded_precision,source_title,source_url,note"
).split(",")
LATER_COLUMNS = ("breakdown", "shared", "mark")
