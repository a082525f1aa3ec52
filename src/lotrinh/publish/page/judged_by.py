"""The targets that an indicator judges, each with the figure it has or the reason it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lotrinh.assess.assessment import Assessment
from lotrinh.base.address import Address
from lotrinh.base.words import Lang
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.empty import why_empty
from lotrinh.publish.page.verdict import missing_view
from lotrinh.publish.page.wording import measure_of, of_result


@dataclass(frozen=True)
class JudgedBy:
    """A target judged by an indicator."""

    address: Address
    name: str
    #: Type and number of its plan.
    plan: str
    #: The figure judged with its period; empty when there is none.
    value: str
    #: Why there is no figure.
    why: str


def judged_by(id: str, cases: Iterable[Case], lang: Lang) -> tuple[JudgedBy, ...]:
    """Return the targets of all plans that are judged by an indicator."""
    return tuple(
        _judged(address, one, id, case, lang)
        for case in cases
        for address, one in _judgements(id, case)
    )


def _judgements(id: str, case: Case) -> Iterator[tuple[Address, Assessment]]:
    for whole in case.scoreboard.assessments:
        for one in (whole, *whole.parts):
            others = zip(one.target.other_definitions, one.other_definitions, strict=True)
            by_indicator = {one.target.indicator: one} | dict(others)
            if id in by_indicator:
                yield one.address, by_indicator[id]


def _judged(address: Address, one: Assessment, id: str, case: Case, lang: Lang) -> JudgedBy:
    value, figure = "", one.figure
    if figure is not None:
        measure = measure_of(one.target, case.indicators.get(id))
        value = f"{of_result(figure, measure, lang)} ({figure.period.say(lang)})"
    gaps = [missing_view(gap, case, lang).sentence for gap in one.missing]
    why = "" if figure else why_empty(one, id, case, lang) or " ".join(gaps)
    plan = case.plan.directive.document.say(lang)
    return JudgedBy(address, one.target.say(lang), plan, value, why)
