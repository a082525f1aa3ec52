"""The record of a review as a person reads it: each decision with what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lotrinh.base.words import Lang, say
from lotrinh_web.review.facts import spoken
from lotrinh_web.review.known import Known
from lotrinh_web.review.models import ReviewDecision
from lotrinh_web.review.queries import Item
from lotrinh_web.review.shown import moment, ref_of, spoken_field, title_of


@dataclass(frozen=True)
class Change:
    """A field that a decision changed."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Step:
    """One decision."""

    id: int
    item: Item
    #: What the item is called by: its kind and number, or the fact it is.
    ref: str
    title: str
    did: str
    by: str
    at: str
    reason: str
    changes: tuple[Change, ...]


def trail(
    decisions: Iterable[ReviewDecision], items: Iterable[Item], known: Known, lang: Lang
) -> tuple[Step, ...]:
    """Return the decisions, the last one first."""
    by_id = {one.id: one for one in items}
    steps = (_step(one, by_id[one.item_id], known, lang) for one in decisions)
    return tuple(reversed(tuple(steps)))


def _step(one: ReviewDecision, item: Item, known: Known, lang: Lang) -> Step:
    return Step(
        id=one.pk,
        item=item,
        title=title_of(item.kind, one.after["fields"], lang),
        ref=ref_of(item, lang)
        if item.kind == "fact"
        else f"{say(f'lotrinh_web.review_kind_{item.kind}', lang)} {item.number}",
        did=say(f"lotrinh_web.review_did_{one.action}", lang),
        by=one.by,
        at=moment(one.at, lang),
        reason=one.reason,
        changes=()
        if one.action == "add"
        else _changes(item.kind, one.before["fields"], one.after["fields"], known, lang),
    )


def _changes(
    kind: str, old: dict[str, Any], new: dict[str, Any], known: Known, lang: Lang
) -> tuple[Change, ...]:
    if kind == "fact":
        told = [spoken(one["fact"], one["said"], lang) for one in (old, new)]
        label = say("lotrinh_web.review_field_said", lang)
        return (Change(label, told[0], told[1]),) if told[0] != told[1] else ()
    names = [name for name in dict.fromkeys([*old, *new]) if not name.startswith("read_")]
    return tuple(
        Change(
            say(f"lotrinh_web.review_field_{name}", lang),
            spoken_field(kind, name, old.get(name), known, lang),
            spoken_field(kind, name, new.get(name), known, lang),
        )
        for name in names
        if (old.get(name) or "") != (new.get(name) or "")
    )
