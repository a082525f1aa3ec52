"""How single values are worded on every page: numbers with units, statuses, dates, promises."""

from __future__ import annotations

from decimal import Decimal

from lotrinh.base.words import Lang, day, number, say
from lotrinh.engine.result import Result
from lotrinh.indicators import Unit, unit
from lotrinh.ledger import Observation
from lotrinh.plan import Document, Target

_QUALIFIERS = {
    "~": "about",
    "<": "below",
    "<=": "at_most",
    ">": "above",
    ">=": "at_least",
}


def rounded(value: float) -> Decimal:
    """Return a computed value with as many decimals as a reader can use.

    >>> rounded(44.330046), rounded(0.61), rounded(58235.4567), rounded(7.0)
    (Decimal('44.33'), Decimal('0.61'), Decimal('58235.5'), Decimal('7'))
    """
    places = 2 if abs(value) < 1000 else 1
    exact = Decimal(repr(round(value, places)))
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


def quantity(value: Decimal | float, measure: Unit | None, lang: Lang, qualifier: str = "") -> str:
    """Write a value with its unit: `20%`, `1.149.722 người`, `trên 7%/năm`."""
    exact = rounded(value) if isinstance(value, float) else value
    text = number(exact, lang)
    if measure is not None:
        name = measure.say(lang)
        text += name if name.startswith("%") else f"\N{NO-BREAK SPACE}{name}"
    return qualified(text, qualifier, lang)


def qualified(text: str, qualifier: str, lang: Lang) -> str:
    """Put the word of a qualifier or an operator before a quantity."""
    name = _QUALIFIERS.get(qualifier)
    return say(f"publish.{name}", lang, value=text) if name else text


def of_result(result: Result, measure: Unit | None, lang: Lang) -> str:
    """Write a result: as published when it is observed, rounded when it is computed."""
    if result.observation is not None and result.observation.unit == (measure and measure.code):
        return of_observation(result.observation, lang)
    return quantity(result.value, measure, lang, result.qualifier)


def of_observation(one: Observation, lang: Lang) -> str:
    """Write an observation in the unit it was reported in."""
    return quantity(one.value, unit(one.unit), lang, one.qualifier)


def status_word(status: str, lang: Lang) -> str:
    """Name how firm a figure is: chính thức, sơ bộ, ước tính."""
    return say(f"publish.figure_{status}", lang)


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
    if target.operator == "range" and target.value_high is not None:
        low, high = number(target.value, lang), quantity(target.value_high, measure, lang)
        return f"{low}–{high}"
    return quantity(target.value, measure, lang, target.operator)


def due(target: Target, lang: Lang) -> str:
    """Say by when, or over which years, a target holds."""
    if target.window is not None:
        key = "over_window" if target.kind == "growth" else "each_year"
        return say(f"publish.{key}", lang, window=target.window)
    return say("publish.by_year", lang, year=str(target.deadline.year))
