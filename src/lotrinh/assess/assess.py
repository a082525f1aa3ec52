"""Judges every target of a plan on one vintage: each kind by its own rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from lotrinh.assess.assessment import Assessment, Beside, Scoreboard
from lotrinh.assess.completion import judge_bundle, judge_completion, judge_qualitative
from lotrinh.assess.evidence import Evidence
from lotrinh.assess.floor import judge_floor
from lotrinh.assess.growth import judge_growth
from lotrinh.assess.level import judge_level
from lotrinh.engine import Results
from lotrinh.indicators import Indicator
from lotrinh.ledger import Vintage
from lotrinh.plan import Plan, Target

_JUDGES: Mapping[str, Callable[[Evidence], Assessment]] = {
    "level": judge_level,
    "coverage": judge_level,
    "rank": judge_level,
    "growth": judge_growth,
    "floor": judge_floor,
    "completion": judge_completion,
    "qualitative": judge_qualitative,
}


def assess_plan(
    plan: Plan, indicators: dict[str, Indicator], results: Results, vintage: Vintage
) -> Scoreboard:
    """Return the judgement on each target, as known on the vintage's day."""

    def judge(target: Target) -> Assessment:
        return assess_target(plan, target, indicators, results, vintage)

    day = vintage.as_known_on
    judgements = tuple(judge(target) for target in plan.targets)
    return Scoreboard(plan.address, day, vintage.hash, judgements)


def assess_target(
    plan: Plan,
    target: Target,
    indicators: dict[str, Indicator],
    results: Results,
    vintage: Vintage,
) -> Assessment:
    """Return the judgement on one target, its parts and its other definitions beside it."""
    evidence = Evidence(
        plan, target, indicators.get(target.indicator), indicators, results, vintage.as_known_on
    )
    if target.parts:
        parts = tuple(assess_target(plan, p, indicators, results, vintage) for p in target.parts)
        judged = judge_bundle(evidence, parts)
    elif target.value is None and target.kind != "completion":
        judged = judge_qualitative(evidence)
    else:
        judged = _JUDGES[target.kind](evidence)
    others = tuple(
        _JUDGES[target.kind](replace(evidence, indicator=indicators[id]))
        for id in target.other_definitions
    )
    return replace(judged, other_definitions=others, beside=_beside(target, results))


def _beside(target: Target, results: Results) -> tuple[Beside, ...]:
    shown = []
    for one in target.related:
        every = results.series(one.indicator, one.place)
        series = tuple(figure for figure in every if not figure.is_partial)
        latest = series[-1] if series else None
        shown.append(Beside(one.indicator, one.place, one.note, latest, series))
    return tuple(shown)
