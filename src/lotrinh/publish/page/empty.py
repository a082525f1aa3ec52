"""Why there is no figure to judge, for a reader who looks at an empty place."""

from __future__ import annotations

from lotrinh.assess.assessment import Assessment
from lotrinh.base.words import Lang, say
from lotrinh.engine.result import Key
from lotrinh.engine.trace import why_missing
from lotrinh.publish.page.case import Case


def why_empty(judged: Assessment, id: str, case: Case, lang: Lang) -> str:
    """Say why an indicator lacks the value a target is judged by; empty when it has it.

    An observed figure that nobody has published needs no more words than the judgement's own
    list of what is missing, which names its keeper; so this is empty then, too.
    """
    if judged.figure is not None or id not in case.indicators:
        return ""
    gaps = [period for one in judged.missing for period in one.periods]
    period = max(gaps, default=judged.target.deadline_period)
    key = Key(id, judged.target.place, period)
    if not case.indicators[id].formula and case.results.at(key) is None:
        return ""
    reason = why_missing(case.indicators, case.results, key, case.territory)
    if reason is None:
        return ""
    return say("publish.why_empty", lang, period=period, reason=reason)
