"""From observations to observed results: the figure that holds, in the indicator's own unit.

An observation in another unit of the same dimension is converted by scale; one of another
dimension or price basis is refused before any engine starts.
"""

from __future__ import annotations

from collections.abc import Mapping

from lotrinh.base.errors import Problems, Where
from lotrinh.engine.result import Result
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.unit import Unit, known_units
from lotrinh.ledger import Key as Part
from lotrinh.ledger import Observation, Vintage


def check_observations(indicators: Mapping[str, Indicator], vintage: Vintage) -> None:
    """Raise one LotrinhError that holds every observation that cannot be what it says."""
    problems = Problems()
    for one in vintage.observations:
        indicator = indicators.get(one.indicator)
        if indicator is None:
            continue
        where = Where(field=f"{one.indicator} {one.place} {one.period}")
        check_reported(one.unit, one.price_basis, indicator, where, problems)
    problems.raise_if_any()


def check_reported(
    code: str, price_basis: str, indicator: Indicator, where: Where, problems: Problems
) -> None:
    """Note when figures in that unit and price basis cannot be figures of the indicator."""
    unit = known_units().get(code)
    if unit is None:
        known = sorted(known_units())
        problems.add("indicators.unknown_unit", where, code=code, known=known)
    elif unit.dimension != indicator.unit.dimension:
        problems.add("engine.other_dimension", where, found=unit, declared=indicator.unit)
    declared = indicator.price_basis
    if price_basis and declared and price_basis != declared:
        problems.add("engine.other_price_basis", where, found=price_basis, declared=declared)


def in_unit_of(value: float, reported: Unit, indicator: Indicator) -> float:
    """Convert a value to the indicator's unit; both are of one dimension."""
    if reported.scale == indicator.unit.scale:
        return value
    return value * reported.scale / indicator.unit.scale


def observed_result(one: Observation, indicator: Indicator) -> Result:
    """Return the observation that holds as a result in the indicator's unit."""
    return Result(
        indicator=one.indicator,
        place=one.place,
        period=one.period,
        value=in_unit_of(float(one.value), known_units()[one.unit], indicator),
        status=one.status,
        qualifier=one.qualifier[0] if one.is_bound else "",
        observation=one,
        breakdown=one.breakdown,
    )


def observed_results(
    holding: Mapping[Part, Observation], indicators: Mapping[str, Indicator]
) -> dict[Part, Result]:
    """Return the figures that hold of the indicators that are observed, not computed."""
    return {
        part: observed_result(one, indicators[part.indicator])
        for part, one in holding.items()
        if part.indicator in indicators and not indicators[part.indicator].formula
    }
