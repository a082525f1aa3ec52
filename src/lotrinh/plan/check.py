"""Checks that what a plan names exists: indicators, places, bodies, clauses, parents.

Law 10 lives here: a number read from a directive stands in the clause it cites, or the plan
is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lotrinh.base.errors import Problems
from lotrinh.base.fields import Fields
from lotrinh.bodies import Register
from lotrinh.indicators import Indicator, unit
from lotrinh.indicators.load import nearest
from lotrinh.indicators.unit import known_units
from lotrinh.places import Gazetteer
from lotrinh.plan.plan import Plan
from lotrinh.plan.target import Target

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
#: Kinds of target that are nothing without an indicator, or without a window of years.
_MEASURED = frozenset({"level", "growth", "floor", "coverage", "rank"})
_OVER_YEARS = frozenset({"growth", "floor"})


@dataclass(frozen=True)
class Known:
    """All that a plan may name."""

    indicators: Mapping[str, Indicator]
    places: Gazetteer
    bodies: Register
    #: The plans it carries out, by folder.
    parents: Mapping[str, Plan]


def check_plan(plan: Plan, fields: Fields, known: Known) -> None:
    """Raise one LotrinhError with everything in the plan that leads nowhere."""
    check = _Check(plan, known)
    check.place(plan.place, fields, "place")
    for goal, at in zip(plan.goals, fields.each("goals"), strict=True):
        check.clause(goal.clause, at)
    check.targets(plan.targets, fields, "targets")
    for duty, at in zip(plan.duties, fields.each("duties"), strict=True):
        check.clause(duty.clause, at)
        for id in (*duty.actors, *duty.to, *(answer.body for answer in duty.answers)):
            if id not in known.bodies:
                check.problems.add("bodies.unknown", at.where("actors"), id=id)
    for project, at in zip(plan.projects, fields.each("projects"), strict=True):
        if plan.target(project.target) is None:
            check.problems.add("plan.unknown_target", at.where("target"), id=project.target)
    check.problems.raise_if_any()


@dataclass
class _Check:
    """One check of one plan, with the tray of what it found."""

    plan: Plan
    known: Known
    problems: Problems = field(default_factory=Problems)
    seen: set[str] = field(default_factory=set)

    def place(self, id: str, at: Fields, name: str) -> None:
        if id not in self.known.places:
            self.problems.add("places.unknown", at.where(name), id=id)

    def indicator(self, id: str, at: Fields, name: str) -> None:
        if id not in self.known.indicators:
            near = nearest(id, self.known.indicators)
            self.problems.add("indicators.unknown", at.where(name), id=id, near=near)

    def clause(self, address: str, at: Fields) -> None:
        directive = self.plan.directive
        if directive.clause(address) is None:
            known = [clause.address for clause in directive.clauses]
            where = at.where("clause")
            self.problems.add("plan.unknown_clause", where, address=address, known=known)

    def targets(self, targets: tuple[Target, ...], fields: Fields, name: str) -> None:
        for target, at in zip(targets, fields.each(name), strict=True):
            if target.id in self.seen:
                self.problems.add("plan.twice", at.where("id"), id=target.id)
            self.seen.add(target.id)
            self.names(target, at)
            self.shape(target, at)
            if target.value is not None:
                self.value(target, at)
            self.targets(target.parts, at, "parts")

    def names(self, target: Target, at: Fields) -> None:
        """Check all that the target names."""
        self.clause(target.clause, at)
        self.place(target.place, at, "place")
        if target.indicator:
            self.indicator(target.indicator, at, "indicator")
        for id in target.other_definitions:
            self.indicator(id, at, "other_definitions")
        for one in target.related:
            self.indicator(one.indicator, at, "related")
            self.place(one.place, at, "related")
        if target.parent is not None:
            above = self.known.parents.get(target.parent.folder)
            if above is None or above.target(target.parent.name) is None:
                address = str(target.parent)
                self.problems.add("plan.unknown_parent", at.where("parent"), address=address)

    def shape(self, target: Target, at: Fields) -> None:
        """Check that the kind has what it needs."""
        if target.kind in _OVER_YEARS and target.window is None:
            self.problems.add("plan.no_window", at.where("kind"))
        if target.kind in _MEASURED and not target.indicator:
            self.problems.add("plan.no_indicator", at.where("kind"))

    def value(self, target: Target, at: Fields) -> None:
        """Check the unit of the value, and that its number stands in the clause."""
        self.unit(target, at)
        clause = self.plan.directive.clause(target.clause)
        if clause is None:
            return
        for name in ("value", "value_high"):
            value = getattr(target, name)
            if value is not None and value not in _numbers(clause.text):
                where = at.where(name)
                values = {"value": value, "clause": target.clause}
                self.problems.add("plan.number_not_in_clause", where, **values)

    def unit(self, target: Target, at: Fields) -> None:
        where = at.where("unit")
        indicator = self.known.indicators.get(target.indicator)
        if target.unit not in known_units():
            known = sorted(known_units())
            self.problems.add("indicators.unknown_unit", where, code=target.unit, known=known)
        elif indicator is not None and target.kind != "growth":
            promised = unit(target.unit)
            if promised.dimension != indicator.unit.dimension:
                expected = indicator.unit
                self.problems.add("plan.wrong_unit", where, unit=promised, expected=expected)


def _numbers(text: str) -> set[Decimal]:
    """Return the numbers of a Vietnamese text: 1.234,5 is one thousand and more."""
    found = (one.replace(".", "").replace(",", ".") for one in _NUMBER.findall(text))
    return {Decimal(one) for one in found}
