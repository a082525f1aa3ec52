"""How single values are worded on every page: numbers with units, statuses, dates, promises."""

from __future__ import annotations

import re
from decimal import Decimal

from lotrinh.assess.evidence import amount_of
from lotrinh.base.words import Lang, day, number, say
from lotrinh.engine.result import Result
from lotrinh.indicators import Amount, Indicator, Unit, say_part, unit
from lotrinh.ledger import Observation, read_breakdown
from lotrinh.plan import Document, Target


def quantity(value: Decimal | float, measure: Unit | None, lang: Lang, qualifier: str = "") -> str:
    """Write a value with its unit: `20%`, `1.149.722 người`, `trên 7%/năm`."""
    return Amount(value, measure, qualifier).say(lang)


def of_result(result: Result, measure: Unit | None, lang: Lang) -> str:
    """Write a result: as published when it is observed, rounded when it is computed."""
    if measure is None:
        return quantity(result.value, None, lang, result.qualifier)
    return amount_of(result, measure).say(lang)


def bare(result: Result, measure: Unit | None, lang: Lang) -> str:
    """Write a result without its unit, where the unit stands on the axis; % stays."""
    if measure is None or measure.say(lang).startswith("%"):
        return of_result(result, measure, lang)
    whole = amount_of(result, measure)
    return Amount(whole.value, None, whole.qualifier).say(lang)


def measure_of(target: Target, indicator: Indicator | None) -> Unit | None:
    """Return the unit of the figure judged: for growth that of the promise, not of the level."""
    if target.kind == "growth" and target.unit:
        return unit(target.unit)
    return indicator.unit if indicator else None


def of_observation(one: Observation, lang: Lang) -> str:
    """Write an observation in the unit it was reported in."""
    return quantity(one.value, unit(one.unit), lang, one.qualifier)


def part_of_whole(one: Observation, indicator: Indicator, lang: Lang) -> str:
    """Say which part of the whole a figure is about: `nữ, nông thôn`; empty for the total."""
    part = say_part(read_breakdown(one.breakdown), indicator.disaggregations, lang)
    shared = say("publish.shared_result", lang, name=one.shared) if one.shared else ""
    return ", ".join(filter(None, (part, shared)))


def reference(text: str) -> tuple[str, str]:
    """Cut `title: https://…` in two."""
    title, _, tail = text.partition("http")
    return (title.strip(" :;,("), f"http{tail}".rstrip(").; ")) if tail else (text, "")


def status_word(status: str, lang: Lang) -> str:
    """Name how firm a figure is: chính thức, sơ bộ, ước."""
    return say(f"ledger.status_{status}", lang)


def verdict_word(verdict: str, lang: Lang) -> str:
    """Name a verdict."""
    return say(f"publish.verdict_{verdict}", lang)


def recorded_on(one: Observation, lang: Lang) -> str:
    """Say from which day a figure is known, as exactly as that is known and no more."""
    at = one.recorded_at
    match one.recorded_precision:
        case "year":
            return say("publish.known_year", lang, year=str(at.year), day=at)
        case "month":
            return say(
                "publish.known_month", lang, month=f"{at.month:02}", year=str(at.year), day=at
            )
        case _:
            return day(at, lang)


def known(one: Observation, lang: Lang) -> str:
    """Say the same day in few words: `tháng 01/2025` is known to the month."""
    at = one.recorded_at
    match one.recorded_precision:
        case "year":
            return str(at.year)
        case "month":
            return f"{at.month:02}/{at.year}"
        case _:
            return day(at, lang)


def issued(document: Document, lang: Lang) -> str:
    """Say when a document was issued, or what is known of that."""
    if document.date is not None:
        return day(document.date, lang)
    if document.date_note is not None:
        return document.date_note.say(lang)
    return say("publish.date_unknown", lang)


def amount(target: Target, lang: Lang) -> str:
    """Write what is promised: `khoảng 20%`, `trên 7%/năm`; empty when no number is."""
    if target.value is None:
        return ""
    measure = unit(target.unit) if target.unit else None
    return Amount(target.value, measure, target.operator, target.value_high).say(lang)


def name_cut(target: Target, lang: Lang) -> tuple[str, str, str]:
    """Cut a target's name around the number it promises; the number is empty if not in it."""
    name = target.say(lang)
    if target.value is None:
        return name, "", ""
    value = re.escape(number(target.value.normalize() + 0, lang))
    found = re.search(rf"(?<![\d,.]){value}(?![\d]|[.,]\d)(?:\s*%)?", name)
    if found is None:
        return name, "", ""
    return name[: found.start()], found[0], name[found.end() :]


def due(target: Target, lang: Lang) -> str:
    """Say by when, or over which years, a target holds."""
    if target.window is not None:
        key = "over_window" if target.kind == "growth" else "each_year"
        return say(f"publish.{key}", lang, window=target.window)
    return say("publish.by_year", lang, year=str(target.deadline.year))
