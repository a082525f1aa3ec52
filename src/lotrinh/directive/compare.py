"""Two versions of a directive side by side: what was added, dropped, changed or carried over.

Items are paired by what they are about, the nearest first; a pair that differs in value,
unit, deadline or body is changed. What has no counterpart was added or dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from lotrinh.directive.draft import Draft, Duty, Goal, Target
from lotrinh.directive.match import words_of
from lotrinh.directive.structure import structure

State = Literal["added", "dropped", "changed", "carried_over"]
Item = Target | Duty | Goal
#: Two items that share less of their words than this are about different things.
_LEAST_ALIKE = 0.5


@dataclass(frozen=True)
class Change:
    """One field that differs between the versions."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Pair:
    """An item of the old version, of the new one, or of both."""

    state: State
    kind: Literal["goal", "target", "duty"]
    old: Item | None
    new: Item | None
    changes: tuple[Change, ...] = ()
    #: Addresses of the clauses they stand in: `II.2.b`; empty where there is no item.
    old_clause: str = ""
    new_clause: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the pair as JSON: names, spans and the fields that differ."""
        return {
            "state": self.state,
            "kind": self.kind,
            "old": _shown(self.old, self.old_clause),
            "new": _shown(self.new, self.new_clause),
            "changes": [
                {"field": c.field, "old": _plain(c.old), "new": _plain(c.new)} for c in self.changes
            ],
        }


def compare(old: Draft, new: Draft) -> tuple[Pair, ...]:
    """Return every goal, target and duty of both versions, paired; dropped ones stand last."""
    pairs = (
        *_paired("goal", old.goals, new.goals, ()),
        *_paired("target", old.targets, new.targets, _TARGET_FIELDS),
        *_paired("duty", old.duties, new.duties, _DUTY_FIELDS),
    )
    before, after = structure(old.document), structure(new.document)
    return tuple(
        replace(
            pair,
            old_clause=before.at(pair.old.at[0]).address if pair.old else "",
            new_clause=after.at(pair.new.at[0]).address if pair.new else "",
        )
        for pair in pairs
    )


_TARGET_FIELDS = ("operator", "value", "value_high", "unit", "year", "kind")
_DUTY_FIELDS = ("actor", "deadline", "every", "product", "kind", "together")


def _paired(
    kind: Literal["goal", "target", "duty"],
    old: Sequence[Item],
    new: Sequence[Item],
    fields: tuple[str, ...],
) -> list[Pair]:
    partner = _partners(old, new)
    pairs = []
    for at, item in enumerate(new):
        if at not in partner:
            pairs.append(Pair("added", kind, None, item))
            continue
        before = old[partner[at]]
        changes = tuple(
            Change(name, getattr(before, name), getattr(item, name))
            for name in fields
            if getattr(before, name) != getattr(item, name)
        )
        pairs.append(Pair("changed" if changes else "carried_over", kind, before, item, changes))
    kept = set(partner.values())
    pairs += [Pair("dropped", kind, one, None) for at, one in enumerate(old) if at not in kept]
    return pairs


def _partners(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Return for each new item the old one it continues, the most alike first."""
    likeness = sorted(
        (
            (-_alike(before, after), after_at, before_at)
            for after_at, after in enumerate(new)
            for before_at, before in enumerate(old)
        ),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, after_at, before_at in likeness:
        if -score >= _LEAST_ALIKE and after_at not in found and before_at not in taken:
            found[after_at] = before_at
            taken.add(before_at)
    return found


def _alike(one: Item, other: Item) -> float:
    """Return how much two items are about the same: words first, then deadline and unit."""
    a, b = set(words_of(_subject(one))), set(words_of(_subject(other)))
    if not a or not b:
        return 0.0
    score = 2 * len(a & b) / (len(a) + len(b))
    if isinstance(one, Target) and isinstance(other, Target):
        # Of two horizons of one indicator the same year belongs together.
        score += 0.1 * (one.year == other.year) + 0.05 * (one.unit == other.unit)
    return score


_SUBJECTS: dict[type, Callable[[Any], str]] = {
    Target: lambda item: item.name,
    Duty: lambda item: f"{item.actor} {item.action}",
    Goal: lambda item: item.text,
}


def _subject(item: Item) -> str:
    return _SUBJECTS[type(item)](item)


def _shown(item: Item | None, clause: str) -> dict[str, Any] | None:
    if item is None:
        return None
    return {"about": _subject(item), "clause": clause, "start": item.at[0], "end": item.at[1]}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, (str, int)) else float(value)
