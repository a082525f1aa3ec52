"""Reads `obligations.yml` beside a plan: reports it asks for, conditions between the figures.

What it declares comes before what follows from the plan's targets; both together are
`obligations_of`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from lotrinh.base.errors import LotrinhError, Problem, Problems
from lotrinh.base.fields import Fields
from lotrinh.base.files import Files
from lotrinh.base.words import Words
from lotrinh.bodies import Body
from lotrinh.indicators.formula import Choice, Comparison, Name, children
from lotrinh.indicators.load import nearest
from lotrinh.indicators.read_formula import read_formula
from lotrinh.indicators.read_yaml import read_yaml
from lotrinh.ledger.breakdown import read_breakdown
from lotrinh.periods import Calendar, read_due
from lotrinh.periods.calendar import Rule
from lotrinh.plan.obligation import LEVELS, Asked, Obligation, Relation, Sum
from lotrinh.plan.obliged import Grounds, calendar_of, derived
from lotrinh.plan.plan import Plan

FILE = "obligations.yml"
#: What a condition is wrapped in, so that the formula language reads it.
_BEFORE = "if("


@dataclass(frozen=True)
class Declared:
    """What one obligations.yml holds."""

    obligations: tuple[Obligation, ...] = ()
    relations: tuple[Relation, ...] = ()
    sums: tuple[Sum, ...] = ()
    #: How many levels approve a report that says nothing of its own, a derived one too.
    levels: int = LEVELS


def obligations_of(plan: Plan, files: Files, grounds: Grounds, day: date) -> tuple[Obligation, ...]:
    """Return what the plan's bodies must report, declared and derived, as bodies stood on `day`.

    Raises one LotrinhError with everything that is wrong with the plan's obligations.yml.
    """
    declared = read_declared(plan, files, grounds, day)
    told = {
        (one.indicator, place)
        for of in declared.obligations
        for one in of.asked
        for place in of.places
    }
    rest = (
        replace(_without(one, told), levels=declared.levels) for one in derived(plan, grounds, day)
    )
    found = (*declared.obligations, *(one for one in rest if one.asked))
    return tuple(replace(one, relations=declared.relations, sums=declared.sums) for one in found)


def read_declared(plan: Plan, files: Files, grounds: Grounds, day: date) -> Declared:
    """Return what the plan's obligations.yml declares, nothing where there is none."""
    path = f"{plan.address}/{FILE}"
    if path not in files:
        return Declared()
    return _Reader(plan, grounds, day).read(read_yaml(files[path], path, "plan", "obligations"))


def _without(one: Obligation, told: set[tuple[str, str]]) -> Obligation:
    """Return a derived obligation without the figures that a declared one asks for."""
    kept = tuple(ask for ask in one.asked if (ask.indicator, one.places[0]) not in told)
    return replace(one, asked=kept)


@dataclass
class _Reader:
    """One reading of one file, with the tray of what is wrong in it."""

    plan: Plan
    grounds: Grounds
    day: date
    problems: Problems = field(default_factory=Problems)

    def read(self, fields: Fields) -> Declared:
        levels = int(fields.data.get("levels", LEVELS))
        declared = tuple(
            one for at in fields.each("obligations") for one in self.obligations(at, levels)
        )
        relations = tuple(one for at in fields.each("relations") for one in self.relation(at))
        sums = tuple(self.sum(at) for at in fields.each("sums"))
        seen: set[str] = set()
        for name in ("obligations", "relations", "sums"):
            for at in fields.each(name):
                if at.text("id") in seen:
                    self.problems.add("plan.twice_in_file", at.where("id"), id=at.text("id"))
                seen.add(at.text("id"))
        self.problems.raise_if_any()
        return Declared(declared, relations, sums, levels)

    def obligations(self, at: Fields, levels: int) -> Iterator[Obligation]:
        """Yield the obligation, one for each member where its body is a group.

        `levels` is how many approve its reports where it says nothing of its own.
        """
        id = at.text("body")
        if id not in self.grounds.bodies:
            self.problems.add("bodies.unknown", at.where("body"), id=id)
            return
        asked = self.asked(at)
        since, until = self.span(at)
        for name in at.texts("targets"):
            if self.plan.target(name) is None:
                self.problems.add("plan.no_such_target", at.where("targets"), id=name)
        members = self.grounds.bodies.members(id)
        for member in members:
            (body, *_) = self.grounds.bodies.today_of(member.id, self.day)
            calendar = self.calendar(at, body)
            if calendar is None:
                return
            name = at.text("id")
            if len(members) > 1:
                name = f"{name}.{body.id.replace('/', '.')}"
            yield Obligation(
                address=self.plan.address.to("obligation", name),
                name=self.name(at.words("name"), body, len(members) > 1),
                body=body.id,
                asked=asked,
                places=self.places(at, body),
                frequency=at.data["frequency"],
                calendar=calendar,
                since=since,
                until=until,
                targets=at.texts("targets"),
                duty=at.text("duty"),
                jump_pct=float(at.data.get("jump_pct", 50)),
                levels=int(at.data.get("levels", levels)),
            )

    def span(self, at: Fields) -> tuple[date, date]:
        """Return the first and the last day it is about."""
        since, until = (date.fromisoformat(str(at.data[name])) for name in ("since", "until"))
        if until < since:
            self.problems.add("plan.until_before_since", at.where("until"))
        return since, until

    def name(self, words: Words, body: Body, is_of_many: bool) -> Words:
        if not is_of_many:
            return words
        return Words(f"{words.vi} – {body.name.vi}", f"{words.en} – {body.name.en}")

    def asked(self, at: Fields) -> tuple[Asked, ...]:
        found = []
        for one in at.data["indicators"]:
            asked = (
                Asked(one)
                if isinstance(one, str)
                else Asked(one["indicator"], tuple(one["breakdowns"]))
            )
            if self.is_observed(asked.indicator, at, "indicators"):
                self.breakdowns(asked, at)
                found.append(asked)
        return tuple(found)

    def breakdowns(self, asked: Asked, at: Fields) -> None:
        """Note breakdowns that the indicator does not have."""
        indicator, where = self.grounds.indicators[asked.indicator], at.where("indicators")
        for text in asked.breakdowns:
            try:
                parts = read_breakdown(text, where)
            except LotrinhError as error:
                self.problems.take(error)
                continue
            for dimension, category in parts.items():
                found = indicator.disaggregation(dimension)
                if found is None or category not in found.categories:
                    values = {"text": text, "indicator": indicator}
                    self.problems.add("plan.unknown_breakdown", where, **values)

    def is_observed(self, id: str, at: Fields, name: str) -> bool:
        """Whether figures of an indicator can be reported; note it when they cannot."""
        indicator = self.grounds.indicators.get(id)
        if indicator is None:
            near = nearest(id, self.grounds.indicators)
            self.problems.add("indicators.unknown", at.where(name), id=id, near=near)
        elif indicator.formula:
            self.problems.add("plan.computed_not_reported", at.where(name), indicator=indicator)
        return indicator is not None and not indicator.formula

    def places(self, at: Fields, body: Body) -> tuple[str, ...]:
        named = at.texts("places")
        for id in (*named, *([at.text("within")] if at.text("within") else [])):
            if id not in self.grounds.places:
                self.problems.add("places.unknown", at.where("places"), id=id)
        if at.text("within"):
            within = at.text("within")
            found = [p.id for p in self.grounds.places.places.values() if p.parent == within]
            return (*named, *found)
        return named or (body.place,)

    def calendar(self, at: Fields, body: Body) -> Calendar | None:
        """Return the calendar of a report: of its own day, the one named, or its body's."""
        length = at.data["frequency"]
        if at.text("due"):
            try:
                often, due = read_due(at.text("due"), at.where("due"))
            except LotrinhError as error:
                self.problems.take(error)
                return None
            if often != length:
                self.problems.add("plan.due_of_another_length", at.where("due"), due=at.text("due"))
            return Calendar(
                "", Words(at.text("due"), at.text("due")), {length: Rule(None, None, due)}
            )
        if id := at.text("calendar"):
            if id not in self.grounds.calendars:
                known = sorted(self.grounds.calendars)
                self.problems.add("plan.unknown_calendar", at.where("calendar"), id=id, known=known)
                return None
            return self.grounds.calendars[id]
        return calendar_of(body, self.grounds.calendars)

    def relation(self, at: Fields) -> Iterator[Relation]:
        try:
            condition = _condition(at)
        except LotrinhError as error:
            self.problems.take(error, at.where("rule"))
            return
        for id in _names(condition):
            if id not in self.grounds.indicators:
                near = nearest(id, self.grounds.indicators)
                self.problems.add("indicators.unknown", at.where("rule"), id=id, near=near)
        yield Relation(
            id=at.text("id"),
            condition=condition,
            strength=at.data.get("strength", "hard"),
            tolerance_pct=float(at.data.get("tolerance_pct", 0)),
            because=at.words_or_none("because"),
        )

    def sum(self, at: Fields) -> Sum:
        indicator = at.text("indicator")
        self.is_observed(indicator, at, "indicator")
        for id in (*at.texts("places"), *([at.text("of")] if at.text("of") else [])):
            if id not in self.grounds.places:
                self.problems.add("places.unknown", at.where("places"), id=id)
        return Sum(
            id=at.text("id"),
            indicator=indicator,
            strength=at.data.get("strength", "hard"),
            parts=at.texts("parts"),
            whole=at.text("whole"),
            places=at.texts("places"),
            of=at.text("of"),
            tolerance_pct=float(at.data.get("tolerance_pct", 0)),
        )


def _condition(at: Fields) -> Comparison:
    """Read `a <= b` by the formula language, where a condition stands only in `if`."""
    try:
        found = read_formula(f"{_BEFORE}{at.text('rule')}, 1, 0)", at.where("rule"))
    except LotrinhError as error:
        raise LotrinhError([_moved(one, len(at.text("rule"))) for one in error.problems]) from None
    assert isinstance(found, Choice), "what begins with if( is a choice"
    return found.condition


def _moved(problem: Problem, most: int) -> Problem:
    """Return a problem whose column is counted in the condition itself, `most` characters long."""
    column = problem.values.get("column")
    if not isinstance(column, int):
        return problem
    return replace(
        problem, values=problem.values | {"column": min(max(1, column - len(_BEFORE)), most)}
    )


def _names(condition: Comparison) -> Iterator[str]:
    todo = [condition.left, condition.right]
    while todo:
        one = todo.pop()
        if isinstance(one, Name):
            yield one.indicator
        todo += children(one)
