"""The draft of a plan as read from a directive: plain values, each tied to where it stands.

A draft is refused when a number, a date or a body does not stand where it cites (law 10).
It decides nothing: a person accepts, edits or rejects each item.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from lotrinh.base.words import Words, both
from lotrinh.directive.cited import (
    Span,
    check_deadline,
    check_number,
    check_words,
    check_year,
)
from lotrinh.directive.deadlines import Every
from lotrinh.directive.document import Document
from lotrinh.directive.identity import Facts

Kind = Literal["level", "growth", "floor", "coverage", "count", "rank", "completion", "qualitative"]
Operator = Literal[">=", ">", "<=", "<", "=", "~", "range"]
DutyKind = Literal["guide", "disseminate", "concretise", "carry_out", "supervise", "report"]


@dataclass(frozen=True)
class Goal:
    """The overall aim, in the words of the text."""

    text: str
    at: Span
    confidence: float
    rule: str


@dataclass(frozen=True)
class Baseline:
    """The value a target starts from, as the same sentence gives it."""

    value: Decimal
    unit: str
    year: int | None
    at: Span


@dataclass(frozen=True)
class Target:
    """One promised state: an indicator, an operator, a value, a unit and a year."""

    name: str
    kind: Kind
    operator: Operator
    value: Decimal | None
    value_high: Decimal | None
    unit: str | None
    year: int | None
    baseline: Baseline | None
    #: The sentence.
    at: Span
    confidence: float
    rule: str
    #: Where the number with its unit stands, inside the sentence.
    value_at: Span | None = None
    #: Where the year stands: the sentence, a heading above it or the title.
    year_at: Span | None = None
    #: What "5 năm tới" is counted from: a written year, then the steps up to `year_at`.
    year_counted: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Duty:
    """What a body is told to do."""

    actor: str
    action: str
    kind: DutyKind
    #: The last day: 2024-09-30 for "trong quý III/2024".
    deadline: date | None
    #: Bodies it is to work with, or that it is to guide.
    together: tuple[str, ...]
    at: Span
    confidence: float
    rule: str
    #: Where the actor is named: the sentence, or the heading of the list.
    actor_at: Span
    #: What it is to bring forth: "Đề án thu hút bác sĩ".
    product: str | None = None
    #: How often it comes round: "hằng quý".
    every: Every | None = None
    #: Where the deadline stands, and its year where that stands elsewhere.
    deadline_at: Span | None = None
    deadline_year_at: Span | None = None


@dataclass(frozen=True)
class Refused:
    """A number that looked like a target and is none, with the reason."""

    #: Where the number with its unit stands.
    at: Span
    text: str
    #: The name of the reason: `directive.refused_…` in the words of this room.
    rule: str

    @property
    def reason(self) -> Words:
        """Say why, in both languages."""
        return both(f"directive.refused_{self.rule}")


@dataclass(frozen=True)
class Draft:
    """All that was read from a document; making one checks every citation."""

    document: Document
    facts: Facts
    goals: tuple[Goal, ...] = ()
    targets: tuple[Target, ...] = ()
    duties: tuple[Duty, ...] = ()
    #: What looked like a target and was refused, in the order of the text.
    refused: tuple[Refused, ...] = ()

    def __post_init__(self) -> None:
        self.facts.check(self.document)
        for target in self.targets:
            _check_target(self.document, target)
        for duty in self.duties:
            check_words(self.document, duty.actor_at, duty.actor)
            for words in (*duty.together, *([duty.product] if duty.product else [])):
                check_words(self.document, duty.at, words)
            if duty.deadline is not None:
                at, year_at = duty.deadline_at, duty.deadline_year_at
                check_deadline(self.document, at, duty.deadline, year_at)

    def as_json(self) -> dict[str, Any]:
        """Return the draft in the shape of `lotrinh read --json`."""
        return {
            "document": self.facts.as_json(),
            "goals": [{"text": g.text, **_place(g.at)} for g in self.goals],
            "targets": [_target_json(t) for t in self.targets],
            "duties": [_duty_json(d) for d in self.duties],
        }

    def as_yaml(self) -> dict[str, Any]:
        """Return the draft for a reviewer: as in JSON, with the rule, its reason and the quote."""
        shown = self.as_json()
        rows = [*shown["goals"], *shown["targets"], *shown["duties"]]
        items: list[Goal | Target | Duty] = [*self.goals, *self.targets, *self.duties]
        for row, item in zip(rows, items, strict=True):
            row["confidence"] = item.confidence
            row["rule"] = item.rule
            row["why"] = both(f"directive.rule_{item.rule}").as_dict()
            row["quote"] = self.document.quote(*item.at)
        return shown


def _check_target(document: Document, target: Target) -> None:
    if target.value is not None:
        check_number(document, target.value_at, target.value, target.at)
    if target.value_high is not None:
        check_number(document, target.value_at, target.value_high, target.at)
    if target.baseline is not None:
        check_number(document, target.baseline.at, target.baseline.value, target.at)
    if target.year is not None:
        check_year(document, target.year_at, target.year, target.year_counted)


def _target_json(target: Target) -> dict[str, Any]:
    start = target.baseline
    return {
        "name": target.name,
        "kind": target.kind,
        "operator": target.operator,
        "value": _plain_number(target.value),
        "value_high": _plain_number(target.value_high),
        "unit": target.unit,
        "year": target.year,
        "baseline": start
        and {"value": _plain_number(start.value), "unit": start.unit, "year": start.year},
        **_place(target.at),
        "confidence": target.confidence,
    }


def _duty_json(duty: Duty) -> dict[str, Any]:
    return {
        "actor": duty.actor,
        "action": duty.action,
        "kind": duty.kind,
        "product": duty.product,
        "deadline": duty.deadline.isoformat() if duty.deadline else None,
        "every": duty.every,
        "with": list(duty.together),
        **_place(duty.at),
    }


def _place(at: Span) -> dict[str, int]:
    return {"start": at[0], "end": at[1]}


def _plain_number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
