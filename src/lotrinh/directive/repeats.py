"""Targets told twice: in headline, caption and body, or again in other words.

The fullest mention stays; whether a number is a target at all is `find_targets.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lotrinh.directive.draft import Target
from lotrinh.directive.find_targets import Promise

#: Fewer words are too little to know an aim again by.
_FEWEST = 2
#: By how much of itself a headline may round a number.
_ROUNDS = Decimal("0.2")
#: Words of measuring that many names share: alone they make no two names alike.
_COMMON = frozenset("tỷ tỉ lệ trọng chỉ số xếp hạng cả nước đạt của các và trên địa bàn là".split())


def without_repeats(promises: Sequence[Promise], headlines: frozenset[int]) -> list[Promise]:
    """Keep the fullest of several mentions; a headline gives way to the body."""
    body = [p for p in promises if p.sentence.at not in headlines]
    kept: list[Promise] = []
    seen: dict[tuple[object, ...], list[tuple[set[str], Promise]]] = {}
    for promise in body:
        words = _words(promise.target.name)
        names = seen.setdefault((*_key(promise.target), promise.region), [])
        if any(_same(words, other) and _again(promise, told) for other, told in names):
            continue
        names.append((words, promise))
        kept.append(promise)
    for promise in promises:
        if promise.sentence.at in headlines and not _told_below(promise.target, body):
            kept.append(promise)
    return sorted(kept, key=lambda p: (p.sentence.at, p.clause[1]))


def _key(target: Target) -> tuple[object, ...]:
    return target.value, target.value_high, (target.unit or "")[:1], target.year


def _words(name: str) -> set[str]:
    return set(name.lower().replace(",", " ").split()) - _COMMON


def _same(a: set[str], b: set[str]) -> bool:
    """Nearly the same words: the aim told again in another sentence."""
    if min(len(a), len(b)) < _FEWEST:
        return a == b
    return bool(a and b) and (a <= b or b <= a or len(a & b) >= 0.6 * len(a | b))


def _again(promise: Promise, told: Promise) -> bool:
    """One number said of several things is no repeat; nor is the next item of a sentence's list."""
    if promise.sentence is told.sentence:
        names = promise.target.name, told.target.name
        return promise.target.value_at != told.target.value_at and len(set(names)) == 1
    return True


def _alike(a: set[str], b: set[str]) -> bool:
    return not a or not b or len(a & b) >= 0.5 * min(len(a), len(b))


def _told_below(headline: Target, body: Sequence[Promise]) -> bool:
    """Say whether the text tells the headline's target again, or more exactly."""
    words = _words(headline.name)
    for promise in body:
        target = promise.target
        if target.value == headline.value:
            return True
        if words and _alike(words, _words(target.name)) and not _far(target, headline):
            return True
    return False


def _far(told: Target, headline: Target) -> bool:
    """Two numbers for other years, or too far apart for one to round the other."""
    if told.year and headline.year and told.year != headline.year:
        return True
    if told.unit != headline.unit or told.value is None or headline.value is None:
        return False
    return abs(told.value - headline.value) > _ROUNDS * max(abs(told.value), abs(headline.value))
