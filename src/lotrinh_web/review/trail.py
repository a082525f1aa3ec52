"""The record of a review as a person reads it: each decision with what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lotrinh.base.words import Lang, say
from lotrinh_web.review.models import ReviewDecision
from lotrinh_web.review.queries import Item
from lotrinh_web.review.shown import moment


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
    kind: str
    title: str
    did: str
    by: str
    at: str
    reason: str
    changes: tuple[Change, ...]


def trail(
    decisions: Iterable[ReviewDecision], items: Iterable[Item], lang: Lang
) -> tuple[Step, ...]:
    """Return the decisions, the last one first."""
    by_id = {one.id: one for one in items}
    steps = (_step(one, by_id[one.item_id], lang) for one in decisions)
    return tuple(reversed(tuple(steps)))


def _step(one: ReviewDecision, item: Item, lang: Lang) -> Step:
    title = {"goal": "text", "target": "name", "duty": "action"}[item.kind]
    return Step(
        id=one.pk,
        item=item,
        kind=say(f"lotrinh_web.review_kind_{item.kind}", lang),
        title=one.after["fields"].get(title, ""),
        did=say(f"lotrinh_web.review_did_{one.action}", lang),
        by=one.by,
        at=moment(one.at, lang),
        reason=one.reason,
        changes=()
        if one.action == "add"
        else _changes(one.before["fields"], one.after["fields"], lang),
    )


def _changes(old: dict[str, Any], new: dict[str, Any], lang: Lang) -> tuple[Change, ...]:
    names = [name for name in dict.fromkeys([*old, *new]) if not name.startswith("read_")]
    return tuple(
        Change(
            say(f"lotrinh_web.review_field_{name}", lang),
            _text(old.get(name)),
            _text(new.get(name)),
        )
        for name in names
        if (old.get(name) or "") != (new.get(name) or "")
    )


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "–")
