"""The form of one item: its fields as people write them, its lists of choices, its errors.

What a phrase may name stands first in a list, with how near it comes; nothing is chosen that
the item does not hold already.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang, say
from lotrinh.directive.match import Candidate
from lotrinh.indicators.unit import known_units
from lotrinh_web.review import fields as f
from lotrinh_web.review.facts import called
from lotrinh_web.review.known import Known

OPERATOR_WORDS = {
    "=": "equal", "~": "about", ">": "above", ">=": "least", "<": "below", "<=": "most",
    "range": "range",
}  # fmt: skip


@dataclass(frozen=True)
class Option:
    """One choice of a list."""

    value: str
    label: str
    chosen: bool = False


#: Choices under headings; a heading may be empty.
Groups = tuple[tuple[str, tuple[Option, ...]], ...]
Errors = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Editor:
    """The form of one item."""

    #: Id of the item, `new` for one that is being added; it makes the ids of the fields.
    id: str
    kind: str
    fields: f.Values
    options: dict[str, Groups]
    errors: Errors


def editor(
    *,
    id: str,
    kind: str,
    fields: f.Values,
    known: Known,
    lang: Lang,
    problems: Iterable[Problem] = (),
) -> Editor:
    """Return the form of an item."""
    options = {
        "fact": _fact_options,
        "goal": _no_options,
        "target": _target_options,
        "duty": _duty_options,
    }[kind]
    shown = f.to_form(fields, lang)
    # A new indicator is most often called what the target is about.
    shown.setdefault("new_name", fields.get("name", ""))
    return Editor(id, kind, shown, options(fields, known, lang), errors(problems, lang))


def errors(problems: Iterable[Problem], lang: Lang) -> Errors:
    """Return problems by their fields, said in a language."""
    found: Errors = {}
    for one in problems:
        said = (one.wrong(lang), one.mend(lang))
        found[one.where.field] = (*found.get(one.where.field, ()), said)
    return found


def place_options(chosen: str, known: Known, lang: Lang) -> Groups:
    """Return the places a plan may be for."""
    places = [(one.id, one.say(lang)) for one in known.choosable_places()]
    return _list([("", "–"), *places], chosen)


def _no_options(fields: f.Values, known: Known, lang: Lang) -> dict[str, Groups]:
    return {}


def _fact_options(fields: f.Values, known: Known, lang: Lang) -> dict[str, Groups]:
    facts = [(one, called(one).say(lang)) for one in f.FACTS]
    return {"fact": _list(facts, fields.get("fact", ""))}


def _target_options(fields: f.Values, known: Known, lang: Lang) -> dict[str, Groups]:
    def of(name: str, otherwise: str = "") -> str:
        return fields.get(name) or otherwise

    units = [("", "–"), *((code, unit.say(lang)) for code, unit in known_units().items())]
    operators = [
        (one, say(f"lotrinh_web.review_operator_{OPERATOR_WORDS[one]}", lang))
        for one in f.OPERATORS
    ]
    places = [(one.id, one.say(lang)) for one in known.choosable_places()]
    return {
        "kind": _list(_worded("target", f.TARGET_KINDS, lang), of("kind")),
        "operator": _list([("", "–"), *operators], of("operator")),
        "unit": _list(units, of("unit")),
        "place": _list([("", _say("review_plan_place", lang)), *places], of("place")),
        "indicator": _indicators(fields, known, lang),
        "new_unit": _list(units, of("new_unit", of("unit"))),
        "new_kind": _list(_worded("measure", f.INDICATOR_KINDS, lang), of("new_kind")),
        "new_direction": _list(_worded("direction", f.DIRECTIONS, lang), of("new_direction")),
        "new_custodian": _list(_bodies(known, lang), of("new_custodian", "vn/gso")),
    }


def _duty_options(fields: f.Values, known: Known, lang: Lang) -> dict[str, Groups]:
    return {
        "kind": _list(_worded("duty", f.DUTY_KINDS, lang), fields.get("kind", "")),
        "actors": _named(fields, "actors", [fields.get("read_actor", "")], known, lang),
        "to": _named(fields, "to", fields.get("read_to", []), known, lang),
        "body_kind": _list(_worded("body", f.BODY_KINDS, lang), fields.get("body_kind", "")),
    }


def _indicators(fields: f.Values, known: Known, lang: Lang) -> Groups:
    """Return what the target may be measured by: the nearest first, then all, or a new one."""
    chosen = fields.get("indicator", "")
    near = known.like_indicator(fields.get("name", ""))
    every = sorted(((id, one.say(lang)) for id, one in known.indicators.items()), key=_label)
    shown = {one.id for one in near}
    return (
        ("", (Option("", _say("review_no_indicator", lang), not chosen),)),
        (_say("review_nearest", lang), tuple(
            Option(one.id, _scored(known.indicators[one.id].say(lang), one, lang), one.id == chosen)
            for one in near
        )),
        ("", (Option("new", _say("review_new_indicator", lang), chosen == "new"),)),
        (_say("review_all_indicators", lang), tuple(
            Option(id, label, id == chosen) for id, label in every if id not in shown
        )),
    )  # fmt: skip


def _named(fields: f.Values, name: str, phrases: list[str], known: Known, lang: Lang) -> Groups:
    """Return the bodies to tick: those chosen and those a phrase may name; then all the others."""
    chosen = fields.get(name) or []
    near = {c.id: c for phrase in phrases if phrase for c in known.like_body(phrase)}
    ids = dict.fromkeys([*(id for id in chosen if id in known.bodies), *near])
    ticked = tuple(
        Option(
            id,
            _scored(known.bodies[id].say(lang), near[id], lang)
            if id in near
            else known.bodies[id].say(lang),
            id in chosen,
        )
        for id in ids
    )
    rest = [("", "–"), *(pair for pair in _bodies(known, lang) if pair[0] not in ids)]
    return ((_say("review_nearest", lang), ticked), *_list(rest, ""))


def _bodies(known: Known, lang: Lang) -> list[tuple[str, str]]:
    return sorted(((one.id, one.say(lang)) for one in known.bodies.bodies.values()), key=_label)


def _list(pairs: Iterable[tuple[str, str]], chosen: str) -> Groups:
    return (("", tuple(Option(value, label, value == chosen) for value, label in pairs)),)


def _worded(what: str, values: Iterable[str], lang: Lang) -> list[tuple[str, str]]:
    return [(one, say(f"lotrinh_web.review_{what}_{one}", lang)) for one in values]


def _scored(label: str, candidate: Candidate, lang: Lang) -> str:
    percent = round(candidate.score * 100)
    return _say("review_scored", lang, name=label, percent=percent)


def _label(pair: tuple[str, str]) -> str:
    return pair[1]


def _say(key: str, lang: Lang, **values: object) -> str:
    return say(f"lotrinh_web.{key}", lang, **values)
