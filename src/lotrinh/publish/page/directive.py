"""The page of a directive: its text, clause by clause, with what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from lotrinh.base.words import Lang
from lotrinh.publish.page.case import Case
from lotrinh.publish.page.head import Head, Link, document_link, head
from lotrinh.publish.page.marked import ClauseView, clause_view


@dataclass(frozen=True)
class DirectivePage:
    """What the page of a directive shows."""

    head: Head
    document: Link
    title: str
    clauses: tuple[ClauseView, ...]
    goals: int
    targets: int
    duties: int


def directive_page(case: Case, lang: Lang) -> DirectivePage:
    """Return the directive with goals, targets and duties marked in its text."""
    plan = case.plan
    document = plan.directive.document
    return DirectivePage(
        head=head(case, lang),
        document=document_link(document, lang),
        title=document.title.say(lang),
        clauses=tuple(clause_view(one, case, lang) for one in plan.directive.clauses),
        goals=len(plan.goals),
        targets=len(plan.targets),
        duties=len(plan.duties),
    )
