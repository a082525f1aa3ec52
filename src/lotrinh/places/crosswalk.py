"""A crosswalk: which part of each unit's figure goes to which unit of another day's map.

Merges are exact. A division is an estimate that names its basis, or it is refused: an
unknown share stays None and is never filled in. Carrying figures over is for `carry.py`,
and stored figures are never touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lotrinh.places.gazetteer import Gazetteer
from lotrinh.places.tree import Tree, tree_on
from lotrinh.places.weights import Basis, Weights

#: The basis of a share that needed no estimate.
WHOLE = "whole"


@dataclass(frozen=True)
class Share:
    """The part of one unit's figure that goes to another."""

    before: str
    after: str
    #: From 0 to 1; None when it is not known.
    share: float | None
    #: `whole` when the unit goes there undivided, else population, area, count or none.
    basis: str = WHOLE

    @property
    def is_exact(self) -> bool:
        """Whether nothing was estimated."""
        return self.basis == WHOLE


#: What one step does to the units it concerns; every other unit stays as it is.
Step = Mapping[str, tuple[Share, ...]]


@dataclass(frozen=True)
class Crosswalk:
    """The way from the units of one map to those of another, step by step.

    The steps are kept apart and folded from the last to the first, so that a unit divided
    at one step and united again at a later one comes out whole, whatever the order in which
    crosswalks were put together.

    >>> half = {"a": (Share("a", "b", None, "none"), Share("a", "c", None, "none"))}
    >>> again = {one: (Share(one, "d", 1.0),) for one in "bc"}
    >>> Crosswalk(("a",), (half,)).shares["a"][0].share is None
    True
    >>> Crosswalk(("a",), (half, again)).shares["a"]
    (Share(before='a', after='d', share=1.0, basis='whole'),)
    """

    #: The units it starts from.
    units: tuple[str, ...]
    steps: tuple[Step, ...]

    @cached_property
    def shares(self) -> dict[str, tuple[Share, ...]]:
        """The shares of each unit, in the order of the units."""
        later: dict[str, tuple[Share, ...]] = {}
        for step in reversed(self.steps):
            later = later | {id: _through(id, found, later) for id, found in step.items()}
        return {id: later.get(id) or (Share(id, id, 1.0),) for id in self.units}

    @cached_property
    def into(self) -> dict[str, tuple[Share, ...]]:
        """The shares that make up each unit of the other map."""
        found: dict[str, list[Share]] = defaultdict(list)
        for shares in self.shares.values():
            for share in shares:
                found[share.after].append(share)
        return {id: tuple(shares) for id, shares in found.items()}

    def then(self, other: Crosswalk) -> Crosswalk:
        """Return this crosswalk followed by another."""
        return Crosswalk(self.units, self.steps + other.steps)

    def back(self, weights: Weights, basis: Basis) -> Crosswalk:
        """Return the way back: each merged unit is divided among those it was made of."""
        step = {id: _divided(id, shares, weights, basis) for id, shares in self.into.items()}
        return Crosswalk(tuple(step), (step,))


def crosswalk(
    gazetteer: Gazetteer,
    first: date,
    last: date,
    *,
    level: str = "commune",
    to_level: str = "",
    basis: Basis = "none",
    weights: Weights | None = None,
) -> Crosswalk:
    """Return the way from the units of `level` on `first` to those of `to_level` on `last`.

    `last` may lie before `first`. Units without any below count as communes, as the island
    districts did. Districts have no successors of their level: ask for `to_level="commune"`
    or `"province"`, and their figures go by way of the communes they held.
    """
    known = weights or Weights()
    target = to_level or level
    if last < first:
        there = crosswalk(
            gazetteer, last, first, level=target, to_level=level, basis=basis, weights=known
        )
        return there.back(known, basis)
    steps = [
        _step(gazetteer, day, basis, known) for day in gazetteer.days_of_change(first, last)
    ]  # fmt: skip
    if target == level:
        return Crosswalk(_units(tree_on(gazetteer, first), level), tuple(steps))
    before, after = tree_on(gazetteer, first), tree_on(gazetteer, last)
    units = _units(before, level)
    down = {id: _down(before, id, basis, known) for id in units}
    return Crosswalk(units, (down, *steps, _up(after, target)))


def _units(tree: Tree, level: str) -> tuple[str, ...]:
    if level == "commune":
        return tuple(place.id for place in tree.finest())
    return tuple(place.id for place in tree.places.values() if place.level == level)


def _step(gazetteer: Gazetteer, day: date, basis: Basis, weights: Weights) -> Step:
    """Return what the changes of one day did, units of all levels side by side."""
    after: dict[str, list[str]] = defaultdict(list)
    for change in gazetteer.changes_on(day):
        if change.carries_ground:
            for id in change.before:
                after[id] += change.after
    return {id: _split(id, found, basis, weights) for id, found in after.items()}


def _split(id: str, after: list[str], basis: Basis, weights: Weights) -> tuple[Share, ...]:
    if len(after) == 1:
        return (Share(id, after[0], 1.0),)
    return _by_weight(id, {one: weights.of_part(id, one, basis) for one in after}, basis)


def _down(tree: Tree, id: str, basis: Basis, weights: Weights) -> tuple[Share, ...]:
    finest = {place.id: weights.of(place.id, basis) for place in tree.finest(id)}
    return _by_weight(id, finest, basis)


def _up(tree: Tree, level: str) -> Step:
    found = {}
    for place in tree.finest():
        above = tree.at(place.id, level)
        if above is not None and above.id != place.id:
            found[place.id] = (Share(place.id, above.id, 1.0),)
    return found


def _divided(id: str, shares: Iterable[Share], weights: Weights, basis: Basis) -> tuple[Share, ...]:
    """Return one merged unit divided among the units it was made of."""
    parts: dict[str, float | None] = {}
    for one in shares:
        weight = weights.of(one.before, basis)
        known = weight is not None and one.share is not None
        parts[one.before] = weight * one.share if known else None  # type: ignore[operator]
    return _by_weight(id, parts, basis)


def _by_weight(id: str, parts: Mapping[str, float | None], basis: Basis) -> tuple[Share, ...]:
    """Return a unit divided by weights that add up to it; unknown when one of them is."""
    if len(parts) == 1:
        return (Share(id, next(iter(parts)), 1.0),)
    total = sum(weight for weight in parts.values() if weight is not None)
    if basis == "none" or None in parts.values() or not total:
        return tuple(Share(id, one, None, "none") for one in parts)
    return tuple(
        Share(id, one, weight / total, basis) for one, weight in parts.items() if weight is not None
    )


def _through(id: str, shares: tuple[Share, ...], later: Step) -> tuple[Share, ...]:
    """Return the shares of a unit after all later steps, those that meet again as one."""
    sums: dict[str, float | None] = {}
    basis = WHOLE
    for one in shares:
        for next_one in later.get(one.after) or (Share(one.after, one.after, 1.0),):
            if not one.is_exact or not next_one.is_exact:
                basis = next_one.basis if one.is_exact else one.basis
            share, so_far = _times(one.share, next_one.share), sums.get(next_one.after, 0.0)
            sums[next_one.after] = None if share is None or so_far is None else so_far + share
    if len(sums) == 1:
        return (Share(id, next(iter(sums)), 1.0),)
    return tuple(
        Share(id, after, share, "none" if share is None else basis) for after, share in sums.items()
    )


def _times(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one * other
