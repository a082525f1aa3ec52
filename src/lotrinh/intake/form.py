"""A form: the lines of one report as every door shows them, with what is known beside each.

The workbook, the web grid and the machine's door are three pictures of one form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lotrinh.base.words import Words
from lotrinh.indicators import Indicator
from lotrinh.intake.check_before import compared_with
from lotrinh.intake.filing import Known
from lotrinh.ledger.breakdown import read_breakdown
from lotrinh.periods import Period
from lotrinh.places import Gazetteer, Place
from lotrinh.plan.ask_once import Already
from lotrinh.plan.obligation import Cell, Obligation

#: Grows when the shape of the workbook changes, so that an old one is told from a new one.
LAYOUT = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is asked for, and what is known of it."""

    cell: Cell
    indicator: Indicator
    place: Place
    #: The period the figure is compared with, and its value there if it is known.
    compared: Period
    before: Decimal | None
    #: The same figure as another report gave it: offered, not asked for again.
    already: Already | None = None

    @property
    def part(self) -> Words | None:
        """Which part of the whole it is, for people: `nữ, nông thôn`; None for the total."""
        parts = read_breakdown(self.cell.breakdown)
        named = [_category(self.indicator, *one) for one in parts.items()]
        if not named:
            return None
        return Words(", ".join(one.vi for one in named), ", ".join(one.en for one in named))


@dataclass(frozen=True)
class Form:
    """One report to be filled in."""

    obligation: Obligation
    period: Period
    lines: tuple[Line, ...]

    @cached_property
    def by_cell(self) -> Mapping[Cell, Line]:
        """Its lines by what they ask for."""
        return {one.cell: one for one in self.lines}

    @property
    def address(self) -> str:
        """The report's address, as text."""
        return str(self.obligation.of(self.period))

    @cached_property
    def version(self) -> str:
        """What tells this form from another: of its layout, its report and its cells."""
        text = "\n".join((str(LAYOUT), self.address, *(one.cell.code for one in self.lines)))
        return hashlib.sha256(text.encode()).hexdigest()[:12]


def form(
    obligation: Obligation,
    period: Period,
    indicators: Mapping[str, Indicator],
    places: Gazetteer,
    known: Known,
    already: Mapping[Cell, Already] | None = None,
) -> Form:
    """Return the form of an obligation's report on a period."""
    lines = []
    for cell in obligation.cells(period, places):
        indicator = indicators[cell.indicator]
        compared = compared_with(indicator, period)
        value = known.series.get(cell, {}).get(compared)
        before = None if value is None else _plain(value)
        told = (already or {}).get(cell)
        lines.append(Line(cell, indicator, places[cell.place], compared, before, told))
    return Form(obligation, period, tuple(lines))


def _plain(value: float) -> Decimal:
    """Return a figure as people write it: a hundred and two communes are no 102.0."""
    return Decimal(int(value)) if value.is_integer() else Decimal(repr(value))


def _category(indicator: Indicator, dimension: str, category: str) -> Words:
    """Return what a category is called; one nobody declared stands for itself."""
    found = indicator.disaggregation(dimension)
    return (
        found.categories.get(category, Words(category, category))
        if found
        else Words(category, category)
    )
