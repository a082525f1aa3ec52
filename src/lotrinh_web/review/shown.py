"""What the list shows of an item: a row, everything in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from lotrinh.base.words import Lang, Spoken, day, number, say
from lotrinh.indicators.unit import known_units
from lotrinh_web.review import fields as f
from lotrinh_web.review.choices import OPERATOR_WORDS
from lotrinh_web.review.facts import RELATIONS, called, spoken
from lotrinh_web.review.known import Known
from lotrinh_web.review.lacks import look
from lotrinh_web.review.queries import Item

#: Letters of a sentence that a row shows; all of it stands in the text beside.
_QUOTED = 280


@dataclass(frozen=True)
class Row:
    """An item in the list."""

    item: Item
    #: Its number; what a fact is called.
    ref: str
    #: The heading of its form.
    editing: str
    kind: str
    title: str
    #: operator, number and unit, and the day; what it is measured by, who must do it.
    details: tuple[tuple[str, str], ...]
    lacks: tuple[str, ...]
    quote: str
    confidence: str
    why: str
    state: str
    decided: str


def row(item: Item, text: str, known: Known, lang: Lang) -> Row:
    """Return an item as a row; `text` is the document's."""
    sentence = text[item.start : item.end]
    found = () if item.decided else look(item.kind, item.fields, sentence, known)
    quote = " ".join(sentence.split())
    title = title_of(item.kind, item.fields, lang)
    if quote == item.fields.get("text") or (item.kind == "fact" and not _acts(item)):
        quote = ""  # a goal is its sentence; once is enough
    edited = item.state == "accepted" and item.action == "edit"
    return Row(
        item=item,
        ref=ref_of(item, lang),
        editing=_say("review_editing_fact", lang, fact=ref_of(item, lang))
        if item.kind == "fact"
        else _say("review_editing", lang, number=item.number),
        kind=say(f"lotrinh_web.review_kind_{item.kind}", lang),
        title=title,
        details=_details(item, known, lang),
        lacks=tuple(dict.fromkeys(problem.wrong(lang) for problem in found)),
        quote=quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}…",
        confidence=""
        if item.kind == "fact"
        else _say("review_confidence", lang, percent=round(item.confidence * 100)),
        why=_why(item, lang),
        state=say(f"lotrinh_web.review_state_{'edited' if edited else item.state}", lang),
        decided=f"{item.by}, {moment(item.at, lang)}" if item.at else "",
    )


def facts_shown(facts: Mapping[str, Any], lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return what the text says of itself, label and value; a value is empty where it is silent."""
    period = facts.get("period") or {}
    years = "–".join(str(year) for year in (period.get("from"), period.get("to")) if year)
    if period and not period.get("from"):
        years = _say("review_until_year", lang, year=period["to"])
    elif period and period["from"] == period["to"]:
        years = str(period["to"])
    named = [(_field(name, lang), facts.get(name) or "") for name in ("number", "type", "issuer")]
    named.append((_field("date", lang), f.spoken_day(facts.get("date") or "", lang)))
    named += [(_field(name, lang), facts.get(name) or "") for name in ("title", "signatory")]
    named += [(_field("period", lang), years), (_field("place", lang), facts.get("place") or "")]
    return (
        *named,
        *((called(one).say(lang), _numbers(facts, one)) for one in RELATIONS if facts.get(one)),
    )


def _field(name: str, lang: Lang) -> str:
    return _say(f"review_field_plan_{name}", lang)


def _numbers(facts: Mapping[str, Any], relation: str) -> str:
    return "; ".join(one["number"] for one in facts[relation])


def moment(at: Any, lang: Lang) -> str:
    """Return a moment as people of the language write it."""
    local = timezone.localtime(at)
    return f"{local:%H:%M}, {day(local.date(), lang)}"


def ref_of(item: Item, lang: Lang) -> str:
    """Return what an item is called by: its number, or the fact it is."""
    return called(item.fields["fact"]).say(lang) if item.kind == "fact" else str(item.number)


def title_of(kind: str, fields: f.Values, lang: Lang) -> str:
    """Return what an item says in short."""
    if kind == "fact":
        return spoken(fields["fact"], fields["said"], lang)
    text: str = fields.get({"goal": "text", "target": "name", "duty": "action"}[kind], "")
    return text


def _acts(item: Item) -> bool:
    """Whether a fact is of another document, which the text names in more words."""
    return item.fields["fact"] in RELATIONS


def _why(item: Item, lang: Lang) -> str:
    if not item.rule:
        return _say("review_added_by", lang, by=item.added_by)
    if item.kind == "fact":
        return ""  # it was read from the text beside, by no rule that tells anything
    return say(f"directive.rule_{item.rule}", lang)


def _details(item: Item, known: Known, lang: Lang) -> tuple[tuple[str, str], ...]:
    made = {"fact": _nothing, "goal": _nothing, "target": _target_details, "duty": _duty_details}[
        item.kind
    ]
    # Until a person has accepted it, what a phrase names is a proposal and is called one.
    proposed = item.rule and not item.decided
    return tuple(
        (
            say(f"lotrinh_web.review_field_{name}", lang),
            _say("review_proposed", lang, name=text)
            if proposed and name in ("indicator", "actors", "to")
            else text,
        )
        for name, text in made(item.fields, known, lang)
        if text
    )


def _nothing(*_: Any) -> list[tuple[str, str]]:
    return []


def _target_details(fields: f.Values, known: Known, lang: Lang) -> list[tuple[str, str]]:
    chosen = fields.get("indicator", "")
    measured = known.indicators[chosen].say(lang) if chosen in known.indicators else ""
    if chosen == "new":
        measured = _say("review_new_named", lang, name=fields.get("new_name", ""))
    years = (fields.get("window_from"), fields.get("window_to"))
    return [
        ("value", promise(fields, lang)),
        ("deadline", f.spoken_day(fields.get("deadline"), lang)),
        ("window", "–".join(years) if all(years) else ""),  # type: ignore[arg-type]
        ("indicator", measured),
        ("place", known.places[fields["place"]].say(lang) if fields.get("place") else ""),
    ]


def _duty_details(fields: f.Values, known: Known, lang: Lang) -> list[tuple[str, str]]:
    def named(ids: Iterable[str]) -> str:
        return "; ".join(known.bodies[id].say(lang) for id in ids if id in known.bodies)

    often = fields.get("read_every", "")
    actors = [named(fields.get("actors", ())), fields.get("body_name", "")]
    return [
        ("kind", say(f"lotrinh_web.review_duty_{fields['kind']}", lang)),
        ("read_actor", fields.get("read_actor", "")),
        ("actors", "; ".join(one for one in actors if one)),
        ("to", named(fields.get("to", ()))),
        ("read_product", fields.get("read_product", "")),
        ("deadline", f.spoken_day(fields.get("deadline"), lang)),
        ("read_every", _say(f"review_every_{often}", lang) if often else ""),
    ]


def spoken_field(kind: str, name: str, value: Any, known: Known, lang: Lang) -> str:
    """Return the value of any field in the words of the page; a dash for none."""
    if not value:
        return "–"
    if isinstance(value, list):
        return "; ".join(known.bodies[id].say(lang) for id in value if id in known.bodies)
    if name in f.DAYS:
        return f.spoken_day(value, lang)
    if name in f.NUMBERS:
        return number(f.decimal(value) or 0, lang)
    if name in ("unit", "new_unit"):
        return known_units()[value].say(lang) if value in known_units() else str(value)
    if name == "operator":
        return say(f"lotrinh_web.review_operator_{OPERATOR_WORDS[value]}", lang)
    what = {"kind": kind, "new_kind": "measure", "new_direction": "direction", "body_kind": "body"}
    if name in what:
        return say(f"lotrinh_web.review_{what[name]}_{value}", lang)
    if value == "new":
        return _say("review_new_indicator", lang)
    named: dict[str, Mapping[str, Spoken]] = {
        "indicator": known.indicators,
        "place": known.places.places,
        "new_custodian": known.bodies.bodies,
    }
    found = named.get(name, {}).get(value)
    return found.say(lang) if found else str(value)


def promise(fields: f.Values, lang: Lang) -> str:
    """Return operator, number and unit: `trên 7%/năm`."""
    low, high = f.decimal(fields.get("value")), f.decimal(fields.get("value_high"))
    if low is None:
        return ""
    word = OPERATOR_WORDS.get(fields.get("operator", ""), "equal")
    code = fields.get("unit", "")
    unit = known_units()[code].say(lang) if code in known_units() else fields.get("read_unit", "")
    shown = number(low, lang) + (f"–{number(high, lang)}" if high is not None else "")
    if code == "rank":
        return f"{say(f'lotrinh_web.review_operator_{word}', lang)} {unit} {shown}"
    tight = "" if unit.startswith("%") else " "
    return f"{say(f'lotrinh_web.review_operator_{word}', lang)} {shown}{tight}{unit}".strip()


def _say(key: str, lang: Lang, **values: object) -> str:
    return say(f"lotrinh_web.{key}", lang, **values)
