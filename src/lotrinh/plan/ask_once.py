"""Ask once: finds the same figure asked for twice, and the figures that need not be asked again.

“The same figure” is the same indicator, place, breakdown and period. A year and its fourth
quarter are two figures; two bodies asked for one figure are one too many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lotrinh.periods import Period
from lotrinh.places import Gazetteer
from lotrinh.plan.obligation import Cell, Obligation

#: A figure, by what it is about.
About = tuple[Cell, Period]


@dataclass(frozen=True)
class Duplicate:
    """One indicator in one place that several obligations ask for, and of which periods."""

    cell: Cell
    periods: tuple[Period, ...]
    obligations: tuple[Obligation, ...]

    @property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the bodies asked, each once; one body asked twice is asked once too often."""
        return tuple(dict.fromkeys(one.body for one in self.obligations))


@dataclass(frozen=True)
class Already:
    """A figure that another report has given, with who gave it."""

    cell: Cell
    #: The value as text, to the digit, and its unit's code.
    value: str
    unit: str
    #: Address of the obligation it was reported under, and the body that did.
    obligation: str
    body: str


def duplicates(obligations: Iterable[Obligation], places: Gazetteer) -> tuple[Duplicate, ...]:
    """Return every figure that more than one obligation asks for, in a steady order."""
    asking: dict[Cell, dict[str, tuple[Obligation, set[Period]]]] = defaultdict(dict)
    for one in obligations:
        for period in one.periods():
            for cell in one.cells(period, places):
                asking[cell].setdefault(str(one.address), (one, set()))[1].add(period)
    found = []
    for cell, askers in sorted(asking.items()):
        shared = _shared([periods for _, periods in askers.values()])
        of = tuple(one for one, periods in askers.values() if periods & shared)
        if shared:
            found.append(Duplicate(cell, tuple(sorted(shared)), of))
    return tuple(found)


def offered(
    obligation: Obligation, period: Period, places: Gazetteer, known: Mapping[About, Already]
) -> dict[Cell, Already]:
    """Return the figures of a report that another obligation's report has given already."""
    mine = str(obligation.address)
    return {
        cell: known[cell, period]
        for cell in obligation.cells(period, places)
        if (cell, period) in known and known[cell, period].obligation != mine
    }


def _shared(sets: list[set[Period]]) -> set[Period]:
    """Return what lies in two of the sets or more."""
    seen: set[Period] = set()
    twice: set[Period] = set()
    for periods in sets:
        twice |= seen & periods
        seen |= periods
    return twice
