"""A directive's clauses with what was found in them marked: goals, targets, duties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, number, say
from lotrinh.plan import Clause, Plan, Target
from lotrinh.publish.page.case import Case

#: Words before a number that belong to the promise.
_BEFORE = r"(?:(?:bình quân|trên|khoảng|đạt|phủ|chiếm|ít nhất|tối thiểu|dưới|không quá|từ|hơn)\s+)*"


@dataclass(frozen=True)
class Piece:
    """A stretch of a clause; `kind` is goal, target, duty, or empty for plain text."""

    text: str
    kind: str = ""
    address: Address | None = None


@dataclass(frozen=True)
class Tag:
    """What a clause holds, said beside it."""

    kind: str
    #: Mục tiêu, Chỉ tiêu, Nhiệm vụ.
    word: str
    name: str
    address: Address
    #: Key of the verdict, for a target.
    verdict: str = ""


@dataclass(frozen=True)
class ClauseView:
    """One clause, cut at its marks."""

    address: str
    pieces: tuple[Piece, ...]
    tags: tuple[Tag, ...]
    #: The foremost kind in it, which colours its edge; empty when nothing was found.
    kind: str


def clause_view(clause: Clause, case: Case, lang: Lang) -> ClauseView:
    """Return a clause with its marks and tags."""
    plan = case.plan
    tags = tuple(_tags(clause, case, lang))
    found = [*_target_spans(clause, plan), *_duty_spans(clause, case)]
    return ClauseView(
        address=clause.address,
        pieces=_cut(clause.text, found),
        tags=tags,
        kind=tags[0].kind if tags else "",
    )


def _tags(clause: Clause, case: Case, lang: Lang) -> list[Tag]:
    plan = case.plan
    tags = [
        Tag("goal", say("publish.goal", lang), "", plan.address.to("clause", clause.address))
        for goal in plan.goals
        if goal.clause == clause.address
    ]
    for target in plan.all_targets():
        if target.clause == clause.address:
            judged = case.assessment(target.id)
            address = plan.address.to("target", target.id)
            verdict = judged.verdict if judged else ""
            tags.append(
                Tag("target", say("publish.target", lang), target.say(lang), address, verdict)
            )
    for duty in plan.duties:
        if duty.clause == clause.address:
            address = plan.address.to("duty", duty.id)
            tags.append(Tag("duty", say("publish.duty", lang), duty.say(lang), address))
    return tags


def _target_spans(clause: Clause, plan: Plan) -> list[tuple[int, int, Piece]]:
    spans = []
    for target in plan.all_targets():
        if target.clause == clause.address and (found := _number_in(clause.text, target)):
            piece = Piece(found[0], "target", plan.address.to("target", target.id))
            spans.append((found.start(), found.end(), piece))
    return spans


def _number_in(text: str, target: Target) -> re.Match[str] | None:
    """Find the value promised with the words around it, as the Vietnamese text writes it."""
    if target.value is None:
        return None
    value = re.escape(number(target.value.normalize() + 0, "vi"))
    unit = r"(?:\s*%)?(?:\s*/\s*năm)?"
    return re.search(rf"{_BEFORE}(?<![\d,.]){value}(?![\d,]|\.\d){unit}", text)


def _duty_spans(clause: Clause, case: Case) -> list[tuple[int, int, Piece]]:
    spans = []
    for duty in case.plan.duties:
        if duty.clause != clause.address:
            continue
        address = case.plan.address.to("duty", duty.id)
        for actor in duty.actors:
            name = case.bodies[actor].say("vi") if actor in case.bodies else actor
            if found := re.search(re.escape(name), clause.text, re.IGNORECASE):
                spans.append((found.start(), found.end(), Piece(found[0], "duty", address)))
    return spans


def _cut(text: str, spans: list[tuple[int, int, Piece]]) -> tuple[Piece, ...]:
    """Cut the text at the spans; of two that overlap the first and longer stands."""
    pieces: list[Piece] = []
    at = 0
    for start, end, piece in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at:
            continue
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(piece)
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return tuple(pieces)
