"""What a query asks of a vintage: indicators, places, periods, a part, a day, a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lotrinh.periods import Period
from lotrinh.places import Basis, Place


@dataclass(frozen=True)
class Slice:
    """What is asked for; what is left open is not narrowed."""

    indicators: tuple[str, ...]
    #: Ids of places; with `subtree` also every place below them, on any map.
    places: tuple[str, ...] = ()
    subtree: bool = False
    #: Level of the places, such as `province`.
    level: str = ""
    #: Periods that lie between the first day of `first` and the last day of `last`.
    first: Period | None = None
    last: Period | None = None
    #: A part of the whole such as `sex=female`, the total when empty, None for all there are.
    breakdown: str | None = ""
    #: The day of knowledge; the vintage's own when it is None.
    as_known_on: date | None = None
    #: On the places of this day; what divided places are divided by stands in `basis`.
    on_map: date | None = None
    basis: Basis = "none"

    def has(self, period: Period | None) -> bool:
        """Whether a period lies in the slice."""
        if period is None:
            return False
        begun = self.first is None or self.first.first_day <= period.first_day
        return begun and (self.last is None or period.last_day <= self.last.last_day)

    def names(self, id: str, places: Mapping[str, Place]) -> bool:
        """Whether a place is one of those asked for; `places` tell its level and parents."""
        if self.level and not (id in places and places[id].level == self.level):
            return False
        return not self.places or id in self.places or self._is_below(id, places)

    def _is_below(self, id: str, places: Mapping[str, Place]) -> bool:
        """Whether a place lies in one of those asked for, as its own line of parents tells."""
        seen: set[str] = set()
        while self.subtree and id in places and id not in seen:
            seen.add(id)
            id = places[id].parent
            if id in self.places:
                return True
        return False
