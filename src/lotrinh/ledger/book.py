"""The ledger as one value: every submission and every entry; what stands where follows from it.

Replaying the entries gives everything the ledger is ever asked: how far each submission has
come, and which figures were claimed, verified or official on a day. A database may keep
answers ready; this is what they are held to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

from lotrinh.base.source import Source
from lotrinh.ledger.entry import Entry
from lotrinh.ledger.observation import Observation
from lotrinh.ledger.submission import Progress, Submission, follow

#: What a body says; what the first level above the author vouches for; what every level that
#: must approve has approved. A figure is kept at each apart, and only the official is judged.
Standing = Literal["claimed", "verified", "official"]


@dataclass(frozen=True)
class Known:
    """A figure as known: counted from the day it was claimed, verified or made official."""

    observation: Observation
    entry: Entry


@dataclass(frozen=True)
class Book:
    """Submissions by id, and entries in the order of their numbers."""

    submissions: Mapping[str, Submission]
    entries: tuple[Entry, ...]

    @cached_property
    def decisions(self) -> dict[str, tuple[Entry, ...]]:
        """The decisions on each submission, in their order."""
        found: dict[str, list[Entry]] = {id: [] for id in self.submissions}
        for one in self.entries:
            if one.kind == "decision":
                found[one.submission].append(one)
        return {id: tuple(decisions) for id, decisions in found.items()}

    def up_to(self, number: int) -> Book:
        """Return the ledger as it stood when the entry of that number was its last."""
        entries = tuple(one for one in self.entries if one.number <= number)
        there = {one.submission for one in entries}
        return Book({id: one for id, one in self.submissions.items() if id in there}, entries)

    def progress(self, day: date = date.max) -> dict[str, Progress]:
        """Return how far each submission had come by the end of the day."""
        return {
            id: follow(one, (d for d in self.decisions[id] if d.day <= day))
            for id, one in self.submissions.items()
        }

    def known_on(self, day: date, standing: Standing = "official") -> tuple[Known, ...]:
        """Return the figures that stood so on the day, those superseded among them."""
        levels = {id: one.levels for id, one in self.submissions.items()}
        return as_known(self.entries, levels, self.progress(day), day, standing)


def as_known(
    entries: Iterable[Entry],
    levels: Mapping[str, int],
    progress: Mapping[str, Progress],
    day: date,
    standing: Standing = "official",
) -> tuple[Known, ...]:
    """Return the figures of `entries` that stood so on `day`, in the order they were kept.

    `levels` says how many must approve each submission, `progress` how far each has come.

    A published figure is known from the day of its source; a reported one is claimed from the
    day it was sent, verified from the first approval and official from the last. What was
    taken back is not known from that day on, and what it had superseded holds again. A day is
    known at its end: a figure corrected on the very day it became known never was.
    """
    roll = Roll(day, standing)
    roll.take(entries, levels, progress)
    return tuple(roll.known.values())


class Roll:
    """The figures that stand so on a day, by number; grows as `as_known` says, entry by entry.

    What an entry is about is taken in before it.
    """

    def __init__(self, day: date, standing: Standing = "official") -> None:
        self.day = day
        self.standing = standing
        self.known: dict[int, Known] = {}
        self._since: dict[int, date] = {}

    def take(
        self,
        entries: Iterable[Entry],
        levels: Mapping[str, int],
        progress: Mapping[str, Progress],
    ) -> tuple[list[Known], list[Known]]:
        """Take in further entries; return what is known no more, and what is known now."""
        gone: list[Known] = []
        new: dict[int, Known] = {}
        for one in entries:
            if one.kind == "decision":
                continue
            level, far = levels[one.submission], progress[one.submission]
            since = known_since(one, level, far, self.standing)
            if since is None or since > self.day:
                continue
            if one.kind == "withdrawal" or self._since.get(one.about) == since:
                ended = self.known.pop(one.about, None)
                if ended and not new.pop(one.about, None):
                    gone.append(ended)
            if one.kind != "withdrawal":
                self._since[one.number] = since
                self.known[one.number] = new[one.number] = Known(counted_from(one, since), one)
        return gone, list(new.values())


def known_since(entry: Entry, levels: int, progress: Progress, standing: Standing) -> date | None:
    """Return the day from which an entry stands so; None while it does not."""
    if levels == 0:
        return entry.observation.recorded_at if entry.observation else entry.day
    if progress.state in ("returned", "withdrawn"):
        return None
    if standing == "claimed" and entry.kind != "withdrawal":
        return entry.day
    if standing == "verified" and entry.kind != "withdrawal":
        return progress.approved_on[0] if progress.approved_on else None
    return progress.official_on


def counted_from(entry: Entry, day: date) -> Observation:
    """Return the entry's figure as known from the day."""
    one = entry.observation
    assert one is not None, "only figures are known"
    if one.recorded_at == day:
        return one
    if day not in entry.counted:
        entry.counted[day] = replace(one, recorded_at=day, source=_published_on(one.source, day))
    return entry.counted[day]


@lru_cache(maxsize=4096)
def _published_on(source: Source, day: date) -> Source:
    return replace(source, published_on=day)
