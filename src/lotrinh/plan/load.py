"""Reads a plan's folder (`plan.yml`, `directive.txt`) into a Plan; checks shapes only.

Whether what it names exists is for `plan/check.py`.
"""

from __future__ import annotations

from decimal import Decimal

from lotrinh.base.address import Address
from lotrinh.base.errors import Where
from lotrinh.base.fields import Fields
from lotrinh.base.files import Files, text_of
from lotrinh.indicators.read_yaml import read_yaml
from lotrinh.periods import Period
from lotrinh.plan.document import Directive, Document, read_clauses
from lotrinh.plan.duty import Answer, Duty
from lotrinh.plan.plan import Goal, Plan, Project
from lotrinh.plan.target import Baseline, Related, Target


def load_plan(files: Files, folder: str) -> Plan:
    """Return the plan in `folder`; raises one LotrinhError with every breach of the schema."""
    return read_plan(open_fields(files, folder), files, folder)


def open_fields(files: Files, folder: str) -> Fields:
    """Return the fields of a plan.yml that has passed its schema, with their lines."""
    path = f"{folder}/plan.yml"
    return read_yaml(text_of(files, path), path, "plan", "plan")


def read_plan(fields: Fields, files: Files, folder: str) -> Plan:
    """Return the plan of fields that have passed the schema, with its directive's clauses."""
    path = f"{folder}/directive.txt"
    text = text_of(files, path)
    return Plan(
        address=Address(folder),
        name=fields.words("name"),
        summary=fields.words("summary"),
        place=fields.text("place"),
        directive=Directive(
            _document(fields.inner("document")), text, read_clauses(text, Where(path))
        ),
        documents=tuple(_document(one) for one in fields.each("documents")),
        goals=tuple(
            Goal(one.text("id"), one.words("text"), one.text("clause"))
            for one in fields.each("goals")
        ),
        targets=tuple(_target(one) for one in fields.each("targets")),
        duties=tuple(_duty(one) for one in fields.each("duties")),
        projects=tuple(_project(one) for one in fields.each("projects")),
    )


def _document(fields: Fields) -> Document:
    return Document(
        number=fields.text("number"),
        type=fields.words("type"),
        issuer=fields.words("issuer"),
        title=fields.words("title"),
        date=fields.day_or_none("date"),
        date_note=fields.words_or_none("date_note"),
        url=fields.text("url"),
        plan=fields.text("plan"),
        relation=fields.text("relation"),
        signatory=fields.text("signatory"),
    )


def _target(fields: Fields) -> Target:
    window = fields.text("window")
    parent = fields.text("parent")
    return Target(
        id=fields.text("id"),
        name=fields.words("name"),
        kind=fields.data["kind"],
        indicator=fields.text("indicator"),
        place=fields.text("place"),
        operator=fields.data.get("operator", ""),
        value=fields.decimal_or_none("value"),
        value_high=fields.decimal_or_none("value_high"),
        unit=fields.text("unit"),
        baseline=_baseline(fields.inner("baseline")) if "baseline" in fields else None,
        window=Period.read(window, fields.where("window")) if window else None,
        deadline=fields.data["deadline"],
        clause=fields.text("clause"),
        parent=Address.read(parent) if parent else None,
        parent_note=fields.words_or_none("parent_note"),
        silence=fields.words_or_none("silence"),
        tolerance_pct=fields.decimal_or_none("tolerance_pct"),
        other_definitions=fields.texts("other_definitions"),
        related=tuple(
            Related(one.text("indicator"), one.text("place"), one.words("note"))
            for one in fields.each("related")
        ),
        parts=tuple(_target(one) for one in fields.each("parts")),
    )


def _baseline(fields: Fields) -> Baseline:
    value: Decimal | None = fields.decimal_or_none("value")
    return Baseline(Period.read(fields.text("period"), fields.where("period")), value)


def _duty(fields: Fields) -> Duty:
    return Duty(
        id=fields.text("id"),
        kind=fields.data["kind"],
        actors=fields.texts("actors"),
        action=fields.words("action"),
        clause=fields.text("clause"),
        to=fields.texts("to"),
        deadline=fields.day_or_none("deadline"),
        answers=tuple(
            Answer(
                one.text("body"),
                one.text("number"),
                one.day_or_none("date"),
                one.words("title"),
                one.text("url"),
            )
            for one in fields.each("answers")
        ),
        mark=fields.data.get("mark", ""),
    )


def _project(fields: Fields) -> Project:
    return Project(
        id=fields.text("id"),
        name=fields.words("name"),
        target=fields.text("target"),
        status=fields.data["status"],
        document=fields.text("document"),
        url=fields.text("url"),
    )
