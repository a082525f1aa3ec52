"""How do we know: the chain from a figure through its formula down to the observations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lotrinh.base.words import Lang, say
from lotrinh.engine.result import Result
from lotrinh.indicators import Unit
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.figure import ObservationView, observation_view
from lotrinh.publish.page.wording import of_result, status_word

_NAME = re.compile(r"[a-z_][a-z0-9_]*(?!\s*\()")


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


def result_view(result: Result, case: Case, lang: Lang, measure: Unit | None = None) -> ResultView:
    """Return a result with its inputs; `measure` is its unit where that is not the indicator's."""
    indicator = case.indicators[result.indicator]
    one = result.observation
    return ResultView(
        indicator=indicator.say(lang),
        place=case.places[result.place].say(lang),
        period=result.period.say(lang),
        value=of_result(result, measure or indicator.unit, lang),
        status=status_word(result.status, lang),
        formula=result.formula,
        formula_in_words=in_words(result.formula, case, lang),
        observation=observation_view(one, case, lang) if one else None,
        inputs=tuple(result_view(part, case, lang) for part in _once(result.inputs)),
    )


def in_words(formula: str, case: Case, lang: Lang) -> str:
    """Write a formula with the names of its indicators: `GRDP ÷ Lao động có việc làm`."""
    if formula == say("assess.formula_average", "en"):
        return say("assess.formula_average", lang)

    def named(found: re.Match[str]) -> str:
        id = found[0].replace("_", "-")
        return f"[{case.indicators[id].say(lang)}]" if id in case.indicators else found[0]

    text = _NAME.sub(named, formula)
    return text.replace(" * ", " × ").replace(" / ", " ÷ ")


def _once(inputs: tuple[Result, ...]) -> tuple[Result, ...]:
    """Drop repeats: the same series may stand in a formula several times."""
    return tuple({part.key: part for part in inputs}.values())
