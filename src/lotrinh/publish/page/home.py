"""The first page: every plan with where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from lotrinh.base.words import Lang
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, Link, document_link, head
from lotrinh.publish.page.scoreboard import Count, counts, sentence


@dataclass(frozen=True)
class PlanRow:
    """A plan in the list."""

    head: Head
    summary: str
    place: str
    document: Link
    counts: tuple[Count, ...]
    sentence: str
    #: Labels of the documents it carries out.
    carries_out: tuple[str, ...]


@dataclass(frozen=True)
class HomePage:
    """What the first page shows."""

    plans: tuple[PlanRow, ...]


def home_page(cases: tuple[Case, ...], lang: Lang) -> HomePage:
    """Return the list of plans, those that carry out others first: they are nearer the people."""
    rows = tuple(
        PlanRow(
            head=head(case, lang),
            summary=case.plan.summary.say(lang),
            place=case.places[case.plan.place].say(lang),
            document=document_link(case.plan.directive.document, lang),
            counts=counts(case.scoreboard.assessments, lang),
            sentence=sentence(case, lang),
            carries_out=tuple(one.say(lang) for one in case.plan.carries_out),
        )
        for case in sorted(cases, key=lambda one: (-len(one.parents), str(one.plan.address)))
    )
    return HomePage(rows)
