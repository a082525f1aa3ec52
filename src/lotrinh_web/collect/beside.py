"""Makes the form of a report, and what is known beside it, out of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lotrinh.bodies import Body
from lotrinh.indicators import unit
from lotrinh.indicators.check_formula import inputs
from lotrinh.intake.check_before import compared_with
from lotrinh.intake.check_relations import named
from lotrinh.intake.filing import Filing, Filled, Known
from lotrinh.intake.form import Form, form
from lotrinh.periods import Period, following
from lotrinh.plan import Cell
from lotrinh.plan.ask_once import Already
from lotrinh_web.collect.asked import Asked
from lotrinh_web.reporting.series import Said, holding, said

#: Periods of a series that are looked at, beside the report's own.
HISTORY = 12


@dataclass(frozen=True)
class Beside:
    """A report's form with everything the checks want to know."""

    asked: Asked
    form: Form
    known: Known
    #: The body's own figures of the period that wait or are official, by cell.
    own: dict[Cell, Said]

    def filing(self, filled: Iterable[Filled]) -> Filing:
        """Return what was filled in beside what is known, in the order of the form."""
        by_cell = {one.cell: one for one in filled}
        ordered = {one.cell: by_cell[one.cell] for one in self.form.lines if one.cell in by_cell}
        content = self.asked.content
        return Filing(
            self.asked.obligation, self.asked.period, ordered, content.indicators, content.places,
            self.known,
        )  # fmt: skip


def beside(asked: Asked, day: date) -> Beside:
    """Return the form of a report and what is known on a day."""
    cells = asked.obligation.cells(asked.period, asked.content.places)
    names = {cell.indicator for cell in cells}
    places = {cell.place for cell in cells}
    figures = _around(asked, names | _related(asked, names), places, day)
    held = holding(figures)
    series: dict[Cell, dict[Period, float]] = defaultdict(dict)
    for (cell, period), one in held.items():
        series[cell][period] = _value(asked, one)
    now = [one for one in figures if one.period == asked.period]
    own = {one.cell: one for one in now if one.body == asked.obligation.body}
    known = Known(series, _others(asked, now))
    already = {one.cell: _already(asked, one) for one in now if one.report != asked.address}
    made = form(
        asked.obligation, asked.period, asked.content.indicators, asked.content.places, known,
        already,
    )  # fmt: skip
    return Beside(asked, made, known, own)


def _around(asked: Asked, names: set[str], places: set[str], day: date) -> list[Said]:
    """Return the figures of a report's own places, and of those peers that have reported.

    What a peer said before matters only beside what it says now; most have not reported yet.
    """
    peers = {one.id for one in asked.content.places.places.values()} - places
    spans = [(places, _recent(asked.period)), (peers, [asked.period])]
    figures = said(names, spans, day)
    there = {one.cell.place for one in figures} & peers
    if not there:
        return figures
    indicators = asked.content.indicators
    before = {compared_with(indicators[name], asked.period) for name in names}
    return figures + said(names, [(there, before)], day)


def _recent(period: Period) -> list[Period]:
    """Return the period and those before it that a series is judged by, two years at least."""
    return [
        following(period, -back) for back in range(max(HISTORY, 24 // (period.months or 1)) + 1)
    ]


def _related(asked: Asked, names: set[str]) -> set[str]:
    """Return the other indicators that conditions and sums of the obligation speak of."""
    indicators = asked.content.indicators
    of_sums = {one.indicator for one in asked.obligation.sums}
    of_rules = {
        id
        for rule in asked.obligation.relations
        for name in named(rule.condition)
        for id in inputs(name, indicators)
    }
    return of_rules | of_sums if (of_rules | of_sums) & names else set()


def _others(asked: Asked, now: list[Said]) -> dict[Cell, dict[Body, float]]:
    """Return what other bodies said of the period, each by its name."""
    found: dict[Cell, dict[Body, float]] = defaultdict(dict)
    bodies = asked.content.bodies
    for one in now:
        if one.body and one.body != asked.obligation.body and one.body in bodies:
            found[one.cell][bodies[one.body]] = _value(asked, one)
    return found


def _already(asked: Asked, one: Said) -> Already:
    """Return a figure that is offered, to the digit where its unit is the indicator's own."""
    own = asked.content.indicators[one.cell.indicator].unit
    value = one.value if one.unit == own.code else Decimal(repr(_value(asked, one)))
    return Already(one.cell, format(value, "f"), own.code, one.report, one.body)


def _value(asked: Asked, one: Said) -> float:
    """Return a figure in its indicator's own unit."""
    own = asked.content.indicators[one.cell.indicator].unit
    if one.unit == own.code:
        return float(one.value)
    return float(one.value) * unit(one.unit).scale / own.scale
