"""Makes the slabs of observed indicators: what holds, longer periods, totals of places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lotrinh.base.errors import Problems
from lotrinh.engine.cube.fill import Filler, Held, HeldCell
from lotrinh.engine.cube.frame import Frame
from lotrinh.engine.cube.over_places import add_totals
from lotrinh.engine.cube.over_time import add_longer_periods, with_rows
from lotrinh.engine.cube.shared import SharedCell, SharedCells
from lotrinh.engine.cube.slab import Slab
from lotrinh.engine.over_time import STEPS, longer_ones, needed
from lotrinh.indicators.indicator import Indicator


def observed_stack(
    indicators: Sequence[Indicator],
    series: Sequence[int],
    filler: Filler,
    frame: Frame,
    weight: Slab | None,
    problems: Problems,
) -> Slab:
    """Return the slabs of what was reported, with the totals that can be made of it.

    `series` is the code of each. All go up places and periods in one way, that of the first.
    """
    first = indicators[0]
    slab = add_longer_periods(filler.stack(series, indicators, problems), first.over_time)
    return add_totals(slab, SharedCells(), first.over_places, frame, weight)


def shared_slab(
    indicator: Indicator,
    series: Iterable[int],
    filler: Filler,
    frame: Frame,
    weight: Slab | None,
    problems: Problems,
) -> Slab:
    """Return the slab of an indicator of which several bodies have reported results together.

    `series` are the codes of the indicator's series that are of one part of the whole.
    """
    held: dict[str, Held] = {}
    own = None
    for code in series:
        name = filler.facts.codes.series[code].shared
        if name:
            held[name] = _longer(filler.cells(code, indicator, problems), indicator.over_time)
        else:
            own = code
    slab = filler.stack([own], [indicator], problems).nth(0)
    slab = add_longer_periods(slab, indicator.over_time)
    slab = with_rows(slab, {period for cells in held.values() for period, _ in cells})
    # Of a result of several a bound says nothing about either.
    rows = slab.axis.row_of
    shared = SharedCells(
        [
            SharedCell(rows[period], column, name, one.value, one.firmness, one.strength)
            for name, cells in held.items()
            for (period, column), one in cells.items()
            if not one.sign
        ]
    )
    return add_totals(slab, shared, indicator.over_places, frame, weight)


def _longer(held: Held, how: str) -> Held:
    """Add the longer periods that can be made of shorter ones, as for a slab."""
    if how == "none":
        return held
    for shorter, longer in STEPS:
        known = dict(held)
        for column in {column for _, column in known}:
            periods = {period for period, at in known if at == column}
            for period in longer_ones(periods, shorter, longer):
                own = known.get((period, column))
                inputs = [known.get((one, column)) for one in needed(period, shorter, how)]
                there = [one for one in inputs if one is not None and not one.sign]
                if (own is None or own.sign) and len(there) == len(inputs):
                    held[period, column] = _summed(there)
    return held


def _summed(there: list[HeldCell]) -> HeldCell:
    return HeldCell(
        sum(one.value for one in there),
        min(one.firmness for one in there),
        max(one.strength for one in there),
        0,
    )
