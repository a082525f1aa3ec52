"""The trail from a judgement back to the sentence in the plan, as plain steps.

Each step is a kind, a headline and lines of detail in one language; the web draws it, the
terminal prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lotrinh.assess import Assessment
from lotrinh.assess.evidence import amount_of
from lotrinh.base.words import Lang, day, say
from lotrinh.bodies import Register
from lotrinh.engine import Result
from lotrinh.indicators import Amount, Indicator, unit
from lotrinh.ledger import Observation, Vintage
from lotrinh.places import Gazetteer
from lotrinh.plan import Clause, Plan


@dataclass(frozen=True)
class Step:
    """One step of the trail."""

    #: verdict, rule, formula, value, observation, superseded, missing or clause.
    kind: str
    #: How deep the step stands below the verdict, from 0.
    depth: int
    headline: str
    #: Further lines, most important first.
    details: tuple[str, ...] = ()
    #: Address of the source on the web; empty when there is none.
    url: str = ""


@dataclass(frozen=True)
class Trail:
    """The steps of one judgement and the clause they end at."""

    steps: tuple[Step, ...]
    clause: Clause | None


@dataclass(frozen=True)
class Guide:
    """What a trail needs to name things: the plan, its vintage and the lists behind them."""

    plan: Plan
    vintage: Vintage
    indicators: dict[str, Indicator]
    places: Gazetteer
    bodies: Register
    lang: Lang


def trail(assessment: Assessment, guide: Guide) -> Trail:
    """Return the steps from the verdict to the clause, in reading order."""
    clause = guide.plan.directive.clause(assessment.target.clause)
    return Trail((*_steps(assessment, guide, 0), *_clause(guide, clause)), clause)


def _steps(assessment: Assessment, guide: Guide, depth: int) -> Iterator[Step]:
    lang = guide.lang
    verdict = say(f"publish.verdict_{assessment.verdict}", lang)
    name = assessment.target.name.say(lang)
    yield Step("verdict", depth, f"{name}: {verdict}", (assessment.reason.say(lang),))
    rule = assessment.rule
    source = say("publish.trail_rule_source", lang, source=rule.source)
    yield Step("rule", depth + 1, rule.name.say(lang), (source,), rule.source_url)
    if assessment.figure is not None:
        yield from _result(assessment.figure, guide, depth + 1)
    for one in assessment.missing:
        yield Step(
            "missing",
            depth + 1,
            say(
                "publish.trail_missing",
                lang,
                indicator=guide.indicators[one.indicator],
                place=guide.places[one.place],
                periods=one.periods,
            ),
            (_whose(one.custodian, one.last_known, guide),),
        )
    for part in assessment.parts:
        yield from _steps(part, guide, depth + 1)


def _whose(custodian: str, last_known: object, guide: Guide) -> str:
    key = "publish.trail_missing_since" if last_known else "publish.trail_missing_always"
    return say(key, guide.lang, body=guide.bodies[custodian], last=last_known)


def _result(result: Result, guide: Guide, depth: int) -> Iterator[Step]:
    indicator = guide.indicators[result.indicator]
    amount = amount_of(result, indicator.unit).say(guide.lang)
    about = f"{indicator.say(guide.lang)}, {result.period.say(guide.lang)}: {amount}"
    if result.observation is not None:
        yield _observation("observation", result.observation, guide, depth)
        earlier = guide.vintage.history.get(result.observation.key, ())[:-1]
        for one in reversed(earlier):
            yield _observation("superseded", one, guide, depth + 1)
        return
    status = say(f"ledger.status_{result.status}", guide.lang)
    formula = say("publish.trail_formula", guide.lang, formula=result.formula)
    yield Step("formula", depth, about, (formula, status))
    for part in result.inputs:
        yield from _result(part, guide, depth + 1)


def _observation(kind: str, one: Observation, guide: Guide, depth: int) -> Step:
    lang = guide.lang
    amount = Amount(one.value, unit(one.unit), one.qualifier).say(lang)
    indicator = guide.indicators[one.indicator]
    place = guide.places[one.place]
    headline = f"{indicator.say(lang)}, {place.say(lang)}, {one.period.say(lang)}: {amount}"
    known = say(
        f"publish.trail_known_{one.recorded_precision}", lang, day=day(one.recorded_at, lang)
    )
    state = say(f"ledger.status_{one.status}", lang)
    method = say(f"ledger.method_{one.method}", lang)
    details = [f"{state}; {method}; {known}", one.source.title, one.note]
    return Step(kind, depth, headline, tuple(d for d in details if d), one.source.url)


def _clause(guide: Guide, clause: Clause | None) -> Iterator[Step]:
    document = guide.plan.directive.document
    headline = f"{document.say(guide.lang)}, {document.issuer.say(guide.lang)}"
    if clause is not None:
        yield Step("clause", 0, headline, (f"[{clause.address}] {clause.text}",), document.url)
