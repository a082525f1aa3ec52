"""From what a person accepted to the folder of a plan: plan.yml, directive.txt, what is new.

It decides nothing and checks nothing; whether the folder holds together is for
`flow.open_content`, which sees it next.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from lotrinh.base.address import Address
from lotrinh.base.errors import Where
from lotrinh.base.words import Words
from lotrinh.bodies.load import COLUMNS
from lotrinh.directive.cited import Span
from lotrinh.directive.document import Document
from lotrinh.directive.match import fold
from lotrinh.directive.structure import structure
from lotrinh.periods import Period
from lotrinh.plan import document as plans
from lotrinh.plan.dump import dump_plan, dump_yaml
from lotrinh.plan.duty import Duty
from lotrinh.plan.duty import Kind as DutyKind
from lotrinh.plan.plan import Goal, Plan
from lotrinh.plan.target import Baseline, Kind, Operator, Target

#: Letters in the short name of an item.
_LONGEST_ID = 48


@dataclass(frozen=True)
class AcceptedGoal:
    """An aim as accepted, and the sentence it stands in."""

    text: Words
    at: Span


@dataclass(frozen=True)
class AcceptedTarget:
    """A target as accepted: everything a plan must know of it, and its sentence."""

    name: Words
    kind: Kind
    at: Span
    deadline: date
    operator: Operator = ""
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str = ""
    window: Period | None = None
    baseline: Baseline | None = None
    indicator: str = ""
    #: Id of the place; empty for the plan's own.
    place: str = ""


@dataclass(frozen=True)
class AcceptedDuty:
    """A duty as accepted, and its sentence."""

    kind: DutyKind
    actors: tuple[str, ...]
    action: Words
    at: Span
    to: tuple[str, ...] = ()
    deadline: date | None = None


@dataclass(frozen=True)
class NewIndicator:
    """An indicator that the content does not hold yet; it is defined within the plan's folder."""

    id: str
    name: Words
    definition: Words
    unit: str
    kind: str
    direction: str
    custodian: str


@dataclass(frozen=True)
class NewBody:
    """A body that the content does not hold yet."""

    id: str
    name: Words
    kind: str
    place: str


@dataclass(frozen=True)
class Choices:
    """What was accepted, and what a person said about the whole."""

    folder: str
    name: Words
    summary: Words
    place: str
    document: plans.Document
    documents: tuple[plans.Document, ...] = ()
    goals: tuple[AcceptedGoal, ...] = ()
    targets: tuple[AcceptedTarget, ...] = ()
    duties: tuple[AcceptedDuty, ...] = ()
    indicators: tuple[NewIndicator, ...] = ()
    bodies: tuple[NewBody, ...] = ()


def to_plan(document: Document, choices: Choices) -> dict[str, str]:
    """Return the files of the plan's folder, by their paths in the content.

    The directive's text is made of the cited sentences, each a clause with the address it has in
    the document.
    """
    clause = _addresses(document, sorted(_cited(choices)))
    text = _directive(document, clause)
    path = f"{choices.folder}/directive.txt"
    directive = plans.Directive(choices.document, text, plans.read_clauses(text, Where(path)))
    files = {f"{choices.folder}/plan.yml": dump_plan(_plan(choices, directive, clause)), path: text}
    for one in choices.indicators:
        files[f"{choices.folder}/indicators/{one.id}.yml"] = _indicator(one, choices)
    if choices.bodies:
        files[f"bodies/{choices.folder.removeprefix('plans/')}.csv"] = _bodies(choices.bodies)
    return files


def short_name(text: str, taken: Iterable[str] = ()) -> str:
    """Return an id for a name, other than those taken.

    >>> short_name("Tỷ lệ hộ nghèo"), short_name("Tỷ lệ hộ nghèo", {"ty-le-ho-ngheo"})
    ('ty-le-ho-ngheo', 'ty-le-ho-ngheo-2')
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    while len(words) > 1 and len("-".join(words)) > _LONGEST_ID:
        words.pop()
    base = "-".join(words)[:_LONGEST_ID].strip("-") or "item"
    base = base if base[0].isalpha() else f"n-{base}"
    known, name, number = set(taken), base, 1
    while name in known:
        number += 1
        name = f"{base}-{number}"
    return name


def _cited(choices: Choices) -> set[Span]:
    goals = {one.at for one in choices.goals}
    targets = {one.at for one in choices.targets}
    return goals | targets | {one.at for one in choices.duties}


def _addresses(document: Document, spans: list[Span]) -> dict[Span, str]:
    """Return an address for each sentence: II.2.b and II.2.b-2 where two stand in one section.

    A sentence outside of all sections is counted: 0.1, 0.2; in a text without sections 1, 2.
    """
    tree = structure(document)
    found = [re.sub(r"[\s\]]+", "-", tree.at(at[0]).address) for at in spans]
    count, taken = 0, set[str]()
    named: dict[Span, str] = {}
    for at, address in zip(spans, found, strict=True):
        if not address:
            count += 1
        base = address or (f"0.{count}" if any(found) else str(count))
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        named[at] = name
    return named


def _directive(document: Document, clauses: dict[Span, str]) -> str:
    shown = (f"[{name}] {_one_line(document.quote(*at))}" for at, name in clauses.items())
    return "\n\n".join(shown) + "\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plan(choices: Choices, directive: plans.Directive, clause: dict[Span, str]) -> Plan:
    taken: set[str] = set()

    def id_of(text: str) -> str:
        taken.add(name := short_name(text, taken))
        return name

    return Plan(
        address=Address(choices.folder),
        name=choices.name,
        summary=choices.summary,
        place=choices.place,
        directive=directive,
        documents=choices.documents,
        goals=tuple(Goal(id_of(one.text.vi), one.text, clause[one.at]) for one in choices.goals),
        targets=tuple(
            _target(one, id_of(one.name.vi), clause[one.at], choices.place)
            for one in choices.targets
        ),
        duties=tuple(
            Duty(
                id=id_of(one.action.vi),
                kind=one.kind,
                actors=one.actors,
                action=one.action,
                clause=clause[one.at],
                to=one.to,
                deadline=one.deadline,
            )
            for one in choices.duties
        ),
    )


def _target(one: AcceptedTarget, id: str, clause: str, place: str) -> Target:
    return Target(
        id=id,
        name=one.name,
        kind=one.kind,
        indicator=one.indicator,
        place=one.place or place,
        operator=one.operator if one.value is not None else "",
        value=one.value,
        value_high=one.value_high,
        unit=one.unit if one.value is not None else "",
        baseline=one.baseline,
        window=one.window,
        deadline=one.deadline,
        clause=clause,
    )


def _indicator(one: NewIndicator, choices: Choices) -> str:
    cited = choices.document
    return dump_yaml(
        {
            "id": one.id,
            "name": one.name.as_dict(),
            "definition": one.definition.as_dict(),
            "unit": one.unit,
            "kind": one.kind,
            "direction": one.direction,
            "custodian": one.custodian,
            "references": [f"{cited.say('vi')}: {cited.title.vi}"],
        }
    )


def _bodies(bodies: Iterable[NewBody]) -> str:
    out = StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for one in bodies:
        table.writerow(
            {
                "id": one.id,
                "name_vi": one.name.vi,
                "name_en": one.name.en,
                "kind": one.kind,
                "place": one.place,
            }
        )
    return out.getvalue()
