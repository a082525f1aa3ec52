"""Checks each figure by itself: is it possible, and a whole number where only those can be."""

from __future__ import annotations

from collections.abc import Iterator

from lotrinh.indicators.amount import Amount
from lotrinh.intake.filing import Filing, Finding


def impossible(filing: Filing) -> Iterator[Finding]:
    """Yield what lies outside the bounds of its indicator."""
    for one, value in filing.written():
        indicator = filing.indicators[one.cell.indicator]
        low = indicator.least is not None and value < indicator.least
        high = indicator.greatest is not None and value > indicator.greatest
        if low or high:
            bound = indicator.least if low else indicator.greatest
            values = {"value": value, "indicator": indicator, "bound": Amount(bound or 0.0, None)}
            yield Finding.at(one, "hard", "intake.impossible", **values)


def not_whole(filing: Filing) -> Iterator[Finding]:
    """Yield fractions of what is counted: half a commune."""
    for one, value in filing.written():
        unit = filing.indicators[one.cell.indicator].unit
        if unit.whole and value != value.to_integral_value():
            yield Finding.at(one, "hard", "intake.not_whole", value=Amount(value, unit))
