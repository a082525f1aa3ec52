"""Restated figures and what became of a place, as plain text and as JSON data.

For a terminal; the pages draw the same values as pictures.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from lotrinh.base.words import Lang, number, say
from lotrinh.engine.restate import Restated
from lotrinh.indicators import Indicator
from lotrinh.places import Gazetteer, Place
from lotrinh.places.search import name_in_full, tell


def restated_sheet(
    rows: Iterable[Restated], indicator: Indicator, gazetteer: Gazetteer, lang: Lang
) -> str:
    """Return a paragraph for each place, a line for each period; a dash where there is no value."""
    lines = [f"{indicator.say(lang)} ({indicator.unit.say(lang)})"]
    place = ""
    for one in rows:
        if one.place != place:
            place = one.place
            lines += ["", gazetteer[place].say(lang)]
        value = "–" if one.value is None else number(_tidy(one.value), lang)
        lines.append(f"   {one.period.say(lang)}: {value}  [{_how(one, lang)}]")
    return "\n".join(lines)


def restated_data(rows: Iterable[Restated]) -> list[dict[str, Any]]:
    """Return the rows as JSON data."""
    return [
        {
            "indicator": one.indicator,
            "place": one.place,
            "period": str(one.period),
            "value": one.value,
            "status": one.status,
            "made_of": list(one.made_of),
            "reported": one.reported,
            "expected": one.expected,
            "basis": one.basis,
            "refused": one.is_refused,
            "reason": one.reason.as_dict() if one.reason else None,
        }
        for one in rows
    ]


def place_sheet(gazetteer: Gazetteer, found: Iterable[Place], lang: Lang) -> str:
    """Return what each place was made of and what became of it, a paragraph a place."""
    paragraphs = []
    for place in found:
        told = [f"   {one.say(lang)}" for one in tell(gazetteer, place)]
        head = f"{name_in_full(gazetteer, place, lang)}  [{place.id}]"
        paragraphs.append("\n".join([head, *told]))
    return "\n\n".join(paragraphs)


def place_data(gazetteer: Gazetteer, found: Iterable[Place]) -> list[dict[str, Any]]:
    """Return the places as JSON data."""
    return [
        {
            "id": place.id,
            "name": place.name.as_dict(),
            "level": place.level,
            "code": place.code,
            "valid_from": place.valid_from.isoformat() if place.valid_from else None,
            "valid_to": place.valid_to.isoformat() if place.valid_to else None,
            "made_of": [one.id for one in gazetteer.predecessors(place.id)],
            "became": [one.id for one in gazetteer.successors(place.id)],
            "told": [one.as_dict() for one in tell(gazetteer, place)],
        }
        for place in found
    ]


def _tidy(value: float) -> Decimal:
    """Return the value without the noise behind its tenth digit."""
    text = f"{Decimal(f'{value:.10g}'):f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _how(one: Restated, lang: Lang) -> str:
    """Say how the value came about: as reported, added up, or estimated on a basis."""
    if one.reason is not None:
        return one.reason.say(lang)
    if one.made_of == (one.place,):
        return say("places.as_reported", lang)
    if one.basis == "whole":
        return say("places.added_up", lang, count=len(one.made_of))
    basis = ", ".join(say(f"places.basis_{name}", lang) for name in one.basis.split(", "))
    return say("places.estimated", lang, basis=basis)
