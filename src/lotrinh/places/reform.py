"""The reform of one province on one day: which old units went into which new ones.

Plain values in the order they are to be shown; a picture of them is for the web.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.place import Change, Place
from lotrinh.places.tree import tree_on


@dataclass(frozen=True)
class Flow:
    """One old unit, or a part of it, going into a new one."""

    before: Place
    after: Place
    #: The place that the old unit lay in: its district, or its province.
    out_of: Place | None
    change: Change

    @property
    def is_part(self) -> bool:
        """Whether only a part of the old unit went there."""
        return self.before.id in self.change.parts


@dataclass(frozen=True)
class Reform:
    """All that one day changed within a province of the new map."""

    province: Place
    day: date
    flows: tuple[Flow, ...]
    #: Units that ended without a successor of their level, and who took over their office.
    abolished: tuple[Place, ...]

    @property
    def divided(self) -> tuple[Place, ...]:
        """The old units of which parts went into several new ones, each once."""
        found = {flow.before.id: flow.before for flow in self.flows if flow.is_part}
        return tuple(found.values())


def reform(gazetteer: Gazetteer, province: str, day: date) -> Reform:
    """Return what the day changed within a province, by district and code of the old units."""
    after = tree_on(gazetteer, day)
    before = tree_on(gazetteer, day - timedelta(days=1))
    within = {province, *(one.id for one in after.below(province))}
    flows, abolished = [], []
    for change in gazetteer.changes_on(day):
        if not within.intersection(change.after):
            continue
        for id in change.before:
            if not change.carries_ground:
                abolished.append(gazetteer[id])
                continue
            above = next(iter(before.above(id)), None) if id in before.places else None
            flows += [Flow(gazetteer[id], gazetteer[to], above, change) for to in change.after]
    flows.sort(key=lambda one: (one.out_of.code if one.out_of else "", one.before.code))
    return Reform(gazetteer[province], day, tuple(flows), tuple(abolished))
