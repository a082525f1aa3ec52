"""An assessment: the judgement on a target on a day, with the rule and the reason.

A judgement is not an observation: it names its rule and is published apart from the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from lotrinh.base.address import Address
from lotrinh.base.words import Words
from lotrinh.engine.result import Result
from lotrinh.periods import Period
from lotrinh.plan import Target

Verdict = Literal["met", "on_track", "at_risk", "off_track", "missed", "cannot_assess"]


@dataclass(frozen=True)
class Rule:
    """How a verdict was reached, and where that way of judging is published."""

    id: str
    name: Words
    #: Title and address of the published source of the rule.
    source: str
    source_url: str


@dataclass(frozen=True)
class Missing:
    """A figure that is needed and not there: which, for when, whose, since when."""

    indicator: str
    place: str
    #: Periods without a figure, in order.
    periods: tuple[Period, ...]
    #: Id of the body whose figure it is.
    custodian: str
    #: Last period before them that has one; None when there was never any.
    last_known: Period | None


@dataclass(frozen=True)
class Beside:
    """A figure shown beside a target as what it is, never in its place."""

    indicator: str
    place: str
    note: Words
    #: Latest figure; None when there is none either.
    latest: Result | None
    #: The whole series, in order of period.
    series: tuple[Result, ...]


@dataclass(frozen=True)
class Assessment:
    """The judgement on one target."""

    address: Address
    target: Target
    as_known_on: date
    verdict: Verdict
    #: The figure judged; None when there is none.
    figure: Result | None
    #: What the figure would have to be, or do a year, and the unit code of that.
    required: float | None
    required_unit: str
    #: Figure minus target, in the target's unit; None without a figure.
    gap: float | None
    rule: Rule
    reason: Words
    missing: tuple[Missing, ...] = ()
    #: Every figure of the target's own indicator and place, in order of period.
    series: tuple[Result, ...] = ()
    #: The value required in each period from baseline to deadline, for the chart.
    path: tuple[tuple[Period, float], ...] = ()
    #: The same target judged on other definitions of the indicator, when the plan is silent.
    other_definitions: tuple[Assessment, ...] = ()
    beside: tuple[Beside, ...] = ()
    parts: tuple[Assessment, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON of `lotrinh assess --json` for this target."""
        figure = self.figure
        return {
            "target": str(self.address),
            "name": self.target.name.as_dict(),
            "status": self.verdict,
            "value": figure.value if figure else None,
            "qualifier": figure.qualifier if figure else None,
            "period": str(figure.period) if figure else None,
            "figure_status": figure.status if figure else None,
            "required": self.required,
            "required_unit": self.required_unit or None,
            "gap": self.gap,
            "rule": self.rule.id,
            "rule_source": {"title": self.rule.source, "url": self.rule.source_url},
            "reason": self.reason.as_dict(),
            "missing": [
                {
                    "indicator": one.indicator,
                    "place": one.place,
                    "periods": [str(period) for period in one.periods],
                    "custodian": one.custodian,
                    "last_known": str(one.last_known) if one.last_known else None,
                }
                for one in self.missing
            ],
            "provenance": [one.id for one in figure.observations()] if figure else [],
            "other_definitions": [one.as_dict() for one in self.other_definitions],
            "parts": [one.as_dict() for one in self.parts],
        }


@dataclass(frozen=True)
class Scoreboard:
    """The judgements on all targets of a plan, on one vintage."""

    plan: Address
    as_known_on: date
    vintage: str
    assessments: tuple[Assessment, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON of `lotrinh assess --json`."""
        return {
            "plan": str(self.plan),
            "as_known_on": self.as_known_on.isoformat(),
            "vintage": self.vintage,
            "assessments": [one.as_dict() for one in self.assessments],
        }
