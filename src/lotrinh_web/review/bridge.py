"""Between a draft of the core and the rows under review, and from rows to what was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from lotrinh.base.words import Words
from lotrinh.directive import Document, Draft, Duty, Goal, Target
from lotrinh.directive.to_plan import (
    AcceptedDuty,
    AcceptedGoal,
    AcceptedTarget,
    NewBody,
    NewIndicator,
    short_name,
)
from lotrinh.periods import Period
from lotrinh.plan.target import Baseline, Kind
from lotrinh_web.review import fields as f
from lotrinh_web.review.facts import fact_rows
from lotrinh_web.review.known import Known, nearest, unit_code
from lotrinh_web.review.models import Review, ReviewItem

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)\b")


def to_rows(draft: Draft, review: Review, known: Known) -> list[ReviewItem]:
    """Return every item of a draft as a row, with what it names looked up; none is saved."""
    goals = [_row(one, "goal", {"text": one.text}, one.at, review) for one in draft.goals]
    targets = [
        _row(one, "target", _target(one, draft.document, known), _own(one), review)
        for one in draft.targets
    ]
    duties = [_row(one, "duty", _duty(one, known), one.at, review) for one in draft.duties]
    return [*fact_rows(draft, review), *goals, *targets, *duties]


def facts_of(draft: Draft) -> dict[str, Any]:
    """Return what identifies the document, as JSON."""
    found: dict[str, Any] = draft.as_json()["document"]
    return found


def document_of(review: Review) -> Document:
    """Return the document of a review."""
    return Document(review.name, review.text)


def _row(
    one: Goal | Target | Duty, kind: str, fields: f.Values, own: tuple[int, int], review: Review
) -> ReviewItem:
    return ReviewItem(
        review=review,
        kind=kind,
        start=one.at[0],
        end=one.at[1],
        own_start=own[0],
        own_end=own[1],
        fields=fields,
        confidence=one.confidence,
        rule=one.rule,
        by=review.by,
        at=review.at,
    )


def _own(one: Target) -> tuple[int, int]:
    """Return the part of the sentence that is this target's alone: its number."""
    return one.value_at or one.at


def _target(one: Target, document: Document, known: Known) -> f.Values:
    kind = one.kind if one.kind in get_args(Kind) else "level"
    unit = unit_code(one.unit or "", kind) if one.value is not None else ""
    start = one.baseline
    # An aim in words is measured by nothing that the text names.
    measured = kind not in ("completion", "qualitative")
    return {
        "name": _capital(one.name),
        "kind": kind,
        "operator": one.operator if one.value is not None else "",
        "value": _text(one.value),
        "value_high": _text(one.value_high),
        "unit": unit,
        "deadline": f"{one.year}-12-31" if one.year else "",
        "base_year": str(start.year) if start and start.year else "",
        "base_value": _text(start.value) if start and start.year else "",
        "indicator": nearest(known.like_indicator(one.name)) if measured else "",
        "read_unit": one.unit or "",
        **_years(one, document),
    }


def _years(one: Target, document: Document) -> f.Values:
    """Return the years of an average where its own sentence writes them: "2026-2030"."""
    found = _YEARS.search(document.quote(*one.at))
    if one.kind not in ("growth", "floor") or not found or found[2] != str(one.year):
        return {}
    return {"window_from": found[1], "window_to": found[2]}


def _duty(one: Duty, known: Known) -> f.Values:
    actor = nearest(known.like_body(one.actor))
    others = (nearest(known.like_body(body)) for body in one.together)
    return {
        "kind": one.kind,
        "actors": [actor] if actor else [],
        "to": [id for id in dict.fromkeys(others) if id],
        "action": _capital(one.action),
        "deadline": one.deadline.isoformat() if one.deadline else "",
        "read_actor": one.actor,
        "read_to": list(one.together),
        "read_product": one.product or "",
        "read_every": one.every or "",
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(value: object) -> str:
    return "" if value is None else f"{value:f}"


@dataclass(frozen=True)
class Accepted:
    """An accepted item: its row, and its fields after the last decision."""

    id: int
    kind: str
    at: tuple[int, int]
    fields: f.Values


@dataclass(frozen=True)
class Parts:
    """The accepted items as the core takes them, with the rows of the targets in their order."""

    goals: tuple[AcceptedGoal, ...]
    targets: tuple[AcceptedTarget, ...]
    duties: tuple[AcceptedDuty, ...]
    indicators: tuple[NewIndicator, ...]
    bodies: tuple[NewBody, ...]
    #: Row of each item by its place in plan.yml: ("targets", 0) -> 17.
    rows: dict[tuple[str, int], int]


def to_parts(items: Iterable[Accepted], known: Known, place: str) -> Parts:
    """Return what was accepted; the items have passed `lacks.look`."""
    by_kind: dict[str, list[Accepted]] = {"goal": [], "target": [], "duty": []}
    for one in items:
        by_kind[one.kind].append(one)
    names = _NewNames(known, place)
    return Parts(
        goals=tuple(AcceptedGoal(_words(one.fields, "text"), one.at) for one in by_kind["goal"]),
        targets=tuple(_accepted_target(one, names) for one in by_kind["target"]),
        duties=tuple(_accepted_duty(one, names) for one in by_kind["duty"]),
        indicators=tuple(names.indicators.values()),
        bodies=tuple(names.bodies.values()),
        rows={
            (f"{kind}s" if kind != "duty" else "duties", number): one.id
            for kind, ones in by_kind.items()
            for number, one in enumerate(ones)
        },
    )


class _NewNames:
    """The indicators and bodies that the plan brings along, each once."""

    def __init__(self, known: Known, place: str) -> None:
        self.known, self.place = known, place
        self.indicators: dict[str, NewIndicator] = {}
        self.bodies: dict[str, NewBody] = {}

    def indicator(self, fields: f.Values) -> str:
        name = _words(fields, "new_name")
        if name.vi not in self.indicators:
            taken = {*self.known.indicators, *(one.id for one in self.indicators.values())}
            self.indicators[name.vi] = NewIndicator(
                id=short_name(name.vi, taken),
                name=name,
                definition=_words(fields, "new_definition"),
                unit=fields["new_unit"],
                kind=fields["new_kind"],
                direction=fields["new_direction"],
                custodian=fields["new_custodian"],
            )
        return self.indicators[name.vi].id

    def body(self, fields: f.Values) -> str:
        name = _words(fields, "body_name")
        if name.vi not in self.bodies:
            top = re.sub(r"@.*", "", self.place).split("/")[-1]
            known = {id.rpartition("/")[2] for id in self.known.bodies.bodies if top in id}
            taken = {*known, *(one.id.rpartition("/")[2] for one in self.bodies.values())}
            id = f"{top}/{short_name(name.vi, taken)}"
            self.bodies[name.vi] = NewBody(id, name, fields["body_kind"], self.place)
        return self.bodies[name.vi].id


def _accepted_target(one: Accepted, names: _NewNames) -> AcceptedTarget:
    given = one.fields
    chosen = given.get("indicator", "")
    return AcceptedTarget(
        name=_words(given, "name"),
        kind=given["kind"],
        at=one.at,
        deadline=_day(given["deadline"]),
        operator=given.get("operator", ""),
        value=f.decimal(given.get("value")),
        value_high=f.decimal(given.get("value_high")),
        unit=given.get("unit", ""),
        window=_window(given),
        baseline=_baseline(given),
        indicator=names.indicator(given) if chosen == "new" else chosen,
        place=given.get("place", ""),
    )


def _accepted_duty(one: Accepted, names: _NewNames) -> AcceptedDuty:
    given = one.fields
    new = (names.body(given),) if given.get("body_name") else ()
    return AcceptedDuty(
        kind=given["kind"],
        actors=(*given.get("actors", ()), *new),
        action=_words(given, "action"),
        at=one.at,
        to=tuple(given.get("to", ())),
        deadline=f.a_day(given.get("deadline")),
    )


def _window(given: f.Values) -> Period | None:
    first, last = f.a_year(given.get("window_from")), f.a_year(given.get("window_to"))
    if given["kind"] not in ("growth", "floor") or not first or not last:
        return None
    return Period.window(first, last)


def _baseline(given: f.Values) -> Baseline | None:
    year = f.a_year(given.get("base_year"))
    return Baseline(Period.year(year), f.decimal(given.get("base_value"))) if year else None


def _words(fields: f.Values, name: str) -> Words:
    """Return a text in both languages; where nobody translated it, the Vietnamese stands."""
    vi = fields[name]
    return Words(vi, fields.get(f"{name}_en") or vi)


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()
