"""What the columns and the unknown names of a body's own table may mean, as choices of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang, say
from lotrinh.intake.form import Form, Line
from lotrinh.intake.free_table import Table
from lotrinh.intake.mapping import BAR, FIGURES, SKIP, Mapping, period_of
from lotrinh.intake.suggest_mapping import asked_dimensions

#: Columns of which a table has one each; each is a field of `Mapping`.
ROLES = ("place", "indicator", "period", "status", "note")
#: A choice: its code and its words.
Choice = tuple[str, str]


@dataclass(frozen=True)
class Name:
    """A name nobody knows, and what it may be."""

    #: As it is remembered: with its dimension before it, where it is of one.
    key: str
    shown: str
    choices: tuple[Choice, ...]


def heads(table: Table, mapping: Mapping) -> list[tuple[int, str, str]]:
    """Return each head with what it means now."""
    meant = {head: f"is {code}" for head, code in mapping.values.items()}
    meant |= {head: f"during {period}" for head, period in mapping.periods.items()}
    meant |= {head: f"by {dimension}" for head, dimension in mapping.dimensions.items()}
    meant |= {getattr(mapping, role): role for role in ROLES}
    return [(n, head, meant.get(head, "")) for n, head in enumerate(table.heads)]


def choices(table: Table, form: Form, lang: Lang) -> list[tuple[str, list[Choice]]]:
    """Return what a column may be, in groups: what it tells of a row, or whose figures it holds."""

    def said(key: str, **values: object) -> str:
        return say(f"lotrinh_web.collect_{key}", lang, **values)

    dimensions = asked_dimensions(form)
    tells = [
        ("place", said("role_place")), ("indicator", said("role_indicator")),
        ("period", said("role_period")),
        *((f"by {one.id}", said("role_part", dimension=one.say(lang))) for one in dimensions),
        ("status", said("status")), ("note", said("note")),
    ]  # fmt: skip
    parts = {line.cell.breakdown: line.part.say(lang) for line in form.lines if line.part}
    groups = [(f"is {BAR}{code}", words) for code, words in parts.items()]
    told = {
        str(one): one.say(lang) for head in table.heads if (one := period_of(head, form.period))
    }
    periods = [(f"during {code}", words) for code, words in told.items()]
    figures = [
        (f"is {line.cell.indicator}{BAR}{line.cell.breakdown}", _figures(line, lang))
        for line in {(one.cell.indicator, one.cell.breakdown): one for one in form.lines}.values()
    ]
    whole = said("role_value_total" if groups else "role_value")
    return [
        (said("role_tells"), tells),
        (said("role_columns"), [(f"is {FIGURES}", whole), *groups, *periods]),
        (said("role_figures"), figures),
    ]


def things(problems: Iterable[Problem], form: Form, lang: Lang) -> list[Name]:
    """Return the names nobody knows, each with what it may be."""
    rows = [(SKIP, say("lotrinh_web.collect_pass", lang))]
    places = {one.place.id: one.place.say(lang) for one in form.lines}
    indicators = {one.indicator.id: one.indicator.say(lang) for one in form.lines}
    found = []
    for one in problems:
        name = str(one.values.get("name", ""))
        if one.key == "intake.unknown_name":
            found.append(Name(name, name, (*rows, *places.items(), *indicators.items())))
        elif one.key == "intake.unknown_group":
            (of,) = (d for d in asked_dimensions(form) if d.id == one.values["dimension"])
            parts = tuple((code, words.say(lang)) for code, words in of.categories.items())
            found.append(Name(f"{of.id}={name}", f"{of.say(lang)}: {name}", (*rows, *parts)))
    return found


def _figures(line: Line, lang: Lang) -> str:
    name = line.indicator.say(lang)
    return f"{name} – {line.part.say(lang)}" if line.part else name
