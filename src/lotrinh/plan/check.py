"""Checks that what a plan names exists: indicators, places, bodies, clauses, parents.

Law 10 lives here: a number read from a directive stands in the clause it cites, or the plan
is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def check_plan(
    plan: Plan,
    fields: Fields,
    *,
    indicators: dict[str, Indicator],
    places: Gazetteer,
    bodies: Register,
    parents: dict[str, Plan],
) -> None:
    """Raise one LotrinhError with everything in the plan that leads nowhere."""
    problems = Problems()
    if plan.place not in places:
        problems.add("places.unknown", fields.where("place"), id=plan.place)
    for goal, at in zip(plan.goals, fields.each("goals"), strict=True):
        _check_clause(plan, goal.clause, at, problems)
    seen: set[str] = set()
    for target, at in _targets(plan.targets, fields, "targets"):
        if target.id in seen:
            problems.add("plan.twice", at.where("id"), id=target.id)
        seen.add(target.id)
        _check_clause(plan, target.clause, at, problems)
        _check_target(plan, target, at, problems, indicators, places)
        if target.parent is not None:
            above = parents.get(target.parent.folder)
            if above is None or above.target(target.parent.name) is None:
                problems.add("plan.unknown_parent", at.where("parent"), address=str(target.parent))
    for duty, at in zip(plan.duties, fields.each("duties"), strict=True):
        _check_clause(plan, duty.clause, at, problems)
        for id in (*duty.actors, *duty.to, *(answer.body for answer in duty.answers)):
            if id not in bodies:
                problems.add("bodies.unknown", at.where("actors"), id=id)
    for project, at in zip(plan.projects, fields.each("projects"), strict=True):
        if plan.target(project.target) is None:
            problems.add("plan.unknown_target", at.where("target"), id=project.target)
    problems.raise_if_any()


def _targets(
    targets: tuple[Target, ...], fields: Fields, name: str
) -> Iterator[tuple[Target, Fields]]:
    for target, at in zip(targets, fields.each(name), strict=True):
        yield target, at
        yield from _targets(target.parts, at, "parts")


def _check_clause(plan: Plan, address: str, at: Fields, problems: Problems) -> None:
    if plan.directive.clause(address) is None:
        known = [clause.address for clause in plan.directive.clauses]
        problems.add("plan.unknown_clause", at.where("clause"), address=address, known=known)


def _check_target(
    plan: Plan,
    target: Target,
    at: Fields,
    problems: Problems,
    indicators: dict[str, Indicator],
    places: Gazetteer,
) -> None:
    used = [("indicator", target.indicator)] if target.indicator else []
    used += [("other_definitions", id) for id in target.other_definitions]
    used += [("related", one.indicator) for one in target.related]
    for name, id in used:
        if id not in indicators:
            near = nearest(id, indicators)
            problems.add("indicators.unknown", at.where(name), id=id, near=near)
    for name, id in [("place", target.place), *(("related", r.place) for r in target.related)]:
        if id not in places:
            problems.add("places.unknown", at.where(name), id=id)
    if target.kind in ("growth", "floor") and target.window is None:
        problems.add("plan.no_window", at.where("kind"))
    if target.kind in ("level", "growth", "floor", "coverage", "rank") and not target.indicator:
        problems.add("plan.no_indicator", at.where("kind"))
    if target.value is not None:
        _check_value(plan, target, at, problems, indicators)


def _check_value(
    plan: Plan, target: Target, at: Fields, problems: Problems, indicators: dict[str, Indicator]
) -> None:
    if target.unit not in known_units():
        known = sorted(known_units())
        problems.add("indicators.unknown_unit", at.where("unit"), code=target.unit, known=known)
    elif target.indicator in indicators and target.kind != "growth":
        promised, measured = unit(target.unit), indicators[target.indicator].unit
        if promised.dimension != measured.dimension:
            values = {"unit": promised, "expected": measured}
            problems.add("plan.wrong_unit", at.where("unit"), **values)
    clause = plan.directive.clause(target.clause)
    for name in ("value", "value_high"):
        value = getattr(target, name)
        if clause is not None and value is not None and value not in _numbers(clause.text):
            values = {"value": value, "clause": target.clause}
            problems.add("plan.number_not_in_clause", at.where(name), **values)


def _numbers(text: str) -> set[Decimal]:
    """Return the numbers of a Vietnamese text: 1.234,5 is one thousand and more."""
    found = (one.replace(".", "").replace(",", ".") for one in _NUMBER.findall(text))
    return {Decimal(one) for one in found}
