"""Makes what is known beside a report out of the figures that hold; asks nobody itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lotrinh.bodies import Body
from lotrinh.indicators import Indicator, unit
from lotrinh.intake.filing import Known
from lotrinh.ledger import Observation
from lotrinh.periods import Period
from lotrinh.plan.obligation import Cell


def known(
    holding: Iterable[Observation],
    indicators: Mapping[str, Indicator],
    others: Iterable[tuple[Body, Observation]] = (),
) -> Known:
    """Return the series of the figures that hold, each in its indicator's own unit.

    Bounds say only what is not so, and a shared result is not one place's own: both are left
    out. `others` are figures of the report's own period by other bodies.
    """
    series: dict[Cell, dict[Period, float]] = defaultdict(dict)
    for one in holding:
        if one.indicator in indicators and not one.is_bound and not one.shared:
            value = in_unit_of(indicators[one.indicator], one)
            series[Cell(one.indicator, one.place, one.breakdown)][one.period] = value
    said: dict[Cell, dict[Body, float]] = defaultdict(dict)
    for body, one in others:
        if one.indicator in indicators:
            value = in_unit_of(indicators[one.indicator], one)
            said[Cell(one.indicator, one.place, one.breakdown)][body] = value
    return Known(series, said)


def in_unit_of(indicator: Indicator, one: Observation) -> float:
    """Return an observation's value in the unit of its indicator."""
    return float(one.value) * unit(one.unit).scale / indicator.unit.scale
