"""The life of figures: which stood officially from which day until which, and what ended it.

What `as_known.py` says of one day this says of all days at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lotrinh.ledger.book import counted_from, known_since
from lotrinh.ledger.entry import Entry
from lotrinh.ledger.observation import Key, Observation
from lotrinh.ledger.submission import Progress


@dataclass(frozen=True)
class Version:
    """One figure of a thing, for as long as it held."""

    #: As known: counted from the day it became official.
    observation: Observation
    entry: Entry
    since: date
    #: First day on which it no longer held; None while it does.
    until: date | None = None
    #: The entry that ended it: a correction, a withdrawal, or a later figure.
    ended_by: Entry | None = None


def versions(
    entries: Iterable[Entry], levels: Mapping[str, int], progress: Mapping[str, Progress]
) -> tuple[Version, ...]:
    """Return every figure that ever was official, by what it is about, in the order they held."""
    withdrawn: dict[int, tuple[date, Entry]] = {}
    by_key: dict[Key, list[Version]] = defaultdict(list)
    for one in entries:
        if one.kind == "decision":
            continue
        since = known_since(one, levels[one.submission], progress[one.submission], "official")
        if since is None:
            continue
        if one.kind == "withdrawal":
            withdrawn[one.about] = (since, one)
        else:
            known = counted_from(one, since)
            by_key[known.key].append(Version(known, one, since))
    return tuple(one for found in by_key.values() for one in _ended(found, withdrawn))


def _ended(found: list[Version], withdrawn: Mapping[int, tuple[date, Entry]]) -> list[Version]:
    """Return the figures of one thing with what ended each."""
    ordered = sorted(found, key=lambda one: (one.since, one.entry.number))
    done = []
    for at, one in enumerate(ordered):
        # An exact figure holds over a bound, whenever the bound was said.
        after = (
            later for later in ordered[at + 1 :]
            if one.observation.is_bound or not later.observation.is_bound
        )  # fmt: skip
        ends = [(later.since, later.entry) for later in after]
        if one.entry.number in withdrawn:
            ends.append(withdrawn[one.entry.number])
        if ends:
            until, by = min(ends, key=lambda end: (end[0], end[1].number))
            done.append(replace(one, until=until, ended_by=by))
        else:
            done.append(one)
    return done
