"""How do we know: the chain from a figure through its formula down to the observations."""

from __future__ import annotations

from dataclasses import dataclass

from lotrinh.base.words import Lang, say
from lotrinh.engine.result import Key, Result
from lotrinh.engine.worked import Worked, worked
from lotrinh.indicators import Amount, Unit, say_part
from lotrinh.indicators.read_formula import read_formula
from lotrinh.indicators.say_formula import say_formula
from lotrinh.ledger import read_breakdown
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.figure import ObservationView, observation_view
from lotrinh.publish.page.wording import of_result, status_word


@dataclass(frozen=True)
class WorkedView:
    """A part of a formula in words, the value it had, and its own parts."""

    words: str
    #: Place, period and part of the whole; empty where they are those of the whole formula.
    about: str
    value: str
    parts: tuple[WorkedView, ...]
    #: Of a count of places: how many have a figure, out of how many.
    counted: str


@dataclass(frozen=True)
class ResultView:
    """A value and what it was made of, down to the observations."""

    indicator: str
    place: str
    period: str
    value: str
    status: str
    #: The formula as written, and with the names of the indicators in the reader's language.
    formula: str
    formula_in_words: str
    observation: ObservationView | None
    inputs: tuple[ResultView, ...]
    #: The formula worked out part by part; None for one that has no parts to show.
    worked: WorkedView | None = None


def result_view(result: Result, case: Case, lang: Lang, measure: Unit | None = None) -> ResultView:
    """Return a result with its inputs; `measure` is its unit where that is not the indicator's."""
    indicator = case.indicators[result.indicator]
    part = _part(result.breakdown, case, lang)
    one = result.observation
    return ResultView(
        indicator=f"{indicator.say(lang)} ({part})" if part else indicator.say(lang),
        place=case.places[result.place].say(lang),
        period=result.period.say(lang),
        value=of_result(result, measure or indicator.unit, lang),
        status=status_word(result.status, lang),
        formula=result.formula,
        formula_in_words=in_words(result.formula, case, lang),
        observation=observation_view(one, case, lang) if one else None,
        inputs=tuple(result_view(part, case, lang) for part in _once(result.inputs)),
        worked=_worked(result, case, lang),
    )


def _worked(result: Result, case: Case, lang: Lang) -> WorkedView | None:
    """Work a formula out; one whose parts are nothing but names says it all by itself."""
    if result.how != "formula" or result.formula == say("assess.formula_average", "en"):
        return None
    whole = worked(result, read_formula(result.formula), case.indicators, case.territory)
    if not (whole.counted or any(one.parts or _is_elsewhere(one, whole) for one in whole.parts)):
        return None
    return _worked_view(whole, whole, case, lang)


def _is_elsewhere(one: Worked, whole: Worked) -> bool:
    return one.about._replace(period=whole.about.period) != whole.about


def _worked_view(one: Worked, whole: Worked, case: Case, lang: Lang) -> WorkedView:
    counted = one.counted
    return WorkedView(
        words=in_words(str(one.formula), case, lang),
        about=_about(one.about, whole.about, case, lang),
        value=Amount(one.value, None).say(lang),
        parts=tuple(_worked_view(part, whole, case, lang) for part in one.parts),
        counted=say("publish.counted", lang, reported=counted.reported, expected=counted.expected)
        if counted else "",
    )  # fmt: skip


def _about(one: Key, whole: Key, case: Case, lang: Lang) -> str:
    """Say what a part of a formula is about, where that differs from the whole."""
    told = []
    if one.place != whole.place:
        told.append(case.places[one.place].say(lang))
    if one.breakdown != whole.breakdown:
        told.append(_part(one.breakdown, case, lang))
    if one.period != whole.period:
        told.append(one.period.say(lang))
    return ", ".join(filter(None, told))


def _part(breakdown: str, case: Case, lang: Lang) -> str:
    """Name a part of the whole; a formula has those of the indicators it rests on."""
    declared = (d for one in case.indicators.values() for d in one.disaggregations)
    return say_part(read_breakdown(breakdown), declared, lang)


def in_words(formula: str, case: Case, lang: Lang) -> str:
    """Write a formula with the names of its indicators: `GRDP ÷ Lao động có việc làm`."""
    if formula == say("assess.formula_average", "en"):
        return say("assess.formula_average", lang)

    if not formula:
        return ""
    names = {id: one.say(lang) for id, one in case.indicators.items()}
    dimensions = {d.id: d.say(lang) for one in case.indicators.values()
                  for d in one.disaggregations}  # fmt: skip
    return say_formula(read_formula(formula), lang, names, dimensions)


def _once(inputs: tuple[Result, ...]) -> tuple[Result, ...]:
    """Drop repeats: the same series may stand in a formula several times."""
    return tuple({part.key: part for part in inputs}.values())
