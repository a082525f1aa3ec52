"""The scoreboard of a plan: one honest sentence, where it comes from, a row for each target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from lotrinh.assess.assessment import Assessment, Verdict
from lotrinh.base.words import Lang, say
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, Link, document_link, head
from lotrinh.publish.page.verdict import VERDICTS, Row, VerdictView, row
from lotrinh.publish.page.wording import verdict_word

SORTS = ("plan", "verdict", "age")


@dataclass(frozen=True)
class Count:
    """How many targets share a verdict."""

    verdict: VerdictView
    count: int


@dataclass(frozen=True)
class ScoreboardPage:
    """What the scoreboard shows."""

    head: Head
    summary: str
    sentence: str
    goals: tuple[str, ...]
    #: What the plan carries out, then the plan itself.
    lineage: tuple[Link, ...]
    #: What preceded, followed or replaced it.
    around: tuple[tuple[str, Link], ...]
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    sort: str


def scoreboard_page(case: Case, lang: Lang, sort: str = "plan") -> ScoreboardPage:
    """Return the scoreboard; `sort` is one of plan, verdict, age."""
    plan = case.plan
    rows = [row(one, case, lang) for one in case.scoreboard.assessments]
    around = [one for one in plan.documents if one.relation != "carries_out"]
    return ScoreboardPage(
        head=head(case, lang),
        summary=plan.summary.say(lang),
        sentence=sentence(case, lang),
        goals=tuple(goal.text.say(lang) for goal in plan.goals),
        lineage=tuple(
            document_link(one, lang) for one in (*plan.carries_out, plan.directive.document)
        ),
        around=tuple(
            (say(f"publish.relation_{one.relation}", lang), document_link(one, lang))
            for one in around
        ),
        counts=counts(case.scoreboard.assessments, lang),
        rows=tuple(sorted(rows, key=_KEYS.get(sort, _KEYS["plan"]))),
        sort=sort if sort in SORTS else "plan",
    )


def sentence(case: Case, lang: Lang) -> str:
    """Say how many promises can be shown kept, and for how many nobody can tell."""
    judged = case.scoreboard.assessments
    tally = Counter(one.verdict for one in judged)
    met, unknown = tally["met"], tally["cannot_assess"]
    key = "some_shown_met" if met else "none_shown_met"
    said = say(f"publish.{key}", lang, count=len(judged), met=met, day=case.as_known_on)
    rest = say("publish.some_unknown", lang, unknown=unknown) if unknown else ""
    return f"{said}{rest}."


def counts(judged: tuple[Assessment, ...], lang: Lang) -> tuple[Count, ...]:
    """Count the verdicts, in the order of the table of statuses, without zeros."""
    tally = Counter(one.verdict for one in judged)
    return tuple(
        Count(VerdictView(key, verdict_word(key, lang)), tally[key])
        for key in get_args(Verdict)
        if tally[key]
    )


def _newest_first(one: Row) -> tuple[bool, int]:
    return (one.newest is None, -(one.newest or date.min).toordinal())


_KEYS: dict[str, Callable[[Row], Any]] = {
    "plan": lambda _: 0,
    "verdict": lambda one: VERDICTS.index(one.verdict.key),
    "age": _newest_first,
}
