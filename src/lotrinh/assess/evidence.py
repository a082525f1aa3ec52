"""What a judgement may look at: definitions, results and the day; and the draft it fills.

Each kind of target has a file of its own that turns evidence into an Assessment; they share
the small questions asked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lotrinh.assess.assessment import Assessment, Missing, Rule, Verdict
from lotrinh.base.address import Address
from lotrinh.base.words import Words, both
from lotrinh.engine import Breaks, Result, Results
from lotrinh.indicators import Amount, Indicator, Unit, unit
from lotrinh.indicators.check_formula import inputs
from lotrinh.indicators.formula import Name
from lotrinh.periods import Period
from lotrinh.plan import Plan, Target


def amount_of(result: Result, measure: Unit) -> Amount:
    """Return a result as an amount, an observed figure with the decimals it was given."""
    one = result.observation
    if one is not None and one.unit == measure.code:
        return Amount(one.value, measure, one.qualifier)
    return Amount(result.value, measure, result.qualifier)


@dataclass(frozen=True)
class Evidence:
    """All that one target is judged on."""

    plan: Plan
    target: Target
    #: None for targets without an indicator.
    indicator: Indicator | None
    indicators: dict[str, Indicator]
    results: Results
    as_known_on: date

    @property
    def measured(self) -> Indicator:
        """The indicator of a target that has one."""
        assert self.indicator is not None, f"{self.target.id} has no indicator"
        return self.indicator

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return self.as_known_on > self.target.deadline

    @property
    def series(self) -> tuple[Result, ...]:
        """Every figure of the target's indicator and place, in order of period."""
        if self.indicator is None:
            return ()
        return self.series_of(self.indicator.id)

    def series_of(self, indicator: str) -> tuple[Result, ...]:
        """Every figure of an indicator for the place; a total with units missing is no figure."""
        series = self.results.series(indicator, self.target.place)
        return tuple(one for one in series if not one.is_partial)

    @property
    def years(self) -> tuple[Result, ...]:
        """The figures about whole years, which alone are compared with a yearly target."""
        return tuple(one for one in self.series if one.period.is_year)

    def at(self, period: Period) -> Result | None:
        """Return the figure for a period, None when there is none."""
        return self._figure(self.measured.id, period)

    def _figure(self, indicator: str, period: Period) -> Result | None:
        one = self.results.get(indicator, self.target.place, period)
        return None if one is None or one.is_partial else one

    @property
    def scale(self) -> float:
        """What turns the target's unit into the indicator's."""
        return unit(self.target.unit).scale / self.measured.unit.scale

    @property
    def promised(self) -> Amount:
        """The value promised, in the plan's own unit."""
        assert self.target.value is not None
        target = self.target
        return Amount(self.target.value, unit(target.unit), target.operator, target.value_high)

    def amount(self, result: Result) -> Amount:
        """Return a figure of the indicator with its unit."""
        return amount_of(result, self.measured.unit)

    def broken(self, first: Period, last: Period) -> Words | None:
        """Say which new definition keeps two periods from being compared, None when none does."""
        for one in Breaks(self.indicators).of(Name(self.measured.id)):
            if first.last_day < one.day <= last.last_day:
                values = {"indicator": self.indicators[one.indicator], "day": one.day}
                return both("assess.broken_series", first=first, last=last, **values)
        return None

    def missing(self, periods: tuple[Period, ...]) -> tuple[Missing, ...]:
        """Return the observed figures that the periods lack, indicator by indicator."""
        found = []
        for id in inputs(self.measured.id, self.indicators):
            gaps = tuple(p for p in periods if self._figure(id, p) is None)
            if gaps:
                found.append(self._missing(id, gaps))
        return tuple(found)

    def _missing(self, id: str, gaps: tuple[Period, ...]) -> Missing:
        series = self.series_of(id)
        before = [one.period for one in series if one.period.last_day < gaps[-1].last_day]
        last = before[-1] if before else None
        return Missing(id, self.target.place, gaps, self.indicators[id].custodian, last)

    def assessment(
        self,
        verdict: Verdict,
        rule: Rule,
        reason: Words,
        *,
        figure: Result | None = None,
        required: float | None = None,
        required_unit: str = "",
        gap: float | None = None,
        missing: tuple[Missing, ...] = (),
        path: tuple[tuple[Period, float], ...] = (),
        parts: tuple[Assessment, ...] = (),
    ) -> Assessment:
        """Return the judgement, with the series that everyone may look at."""
        address: Address = self.plan.address.to("target", self.target.id)
        return Assessment(
            address, self.target, self.as_known_on, verdict, figure, required, required_unit,
            gap, rule, reason, missing, self.series, path, parts=parts,
        )  # fmt: skip
