"""The official figures of plans, kept at hand: what is new since the last look is added to them.

The ledger only grows, so a process need not read again what it has read. Whoever asks after an
approval gets it in, wherever it was given; nothing here is ever the only copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from threading import Lock

from lotrinh.ledger import Entry, Growing, Known, Progress, Recorded, Vintage
from lotrinh.ledger.book import as_known
from lotrinh.ledger.chain import BEGINNING
from lotrinh.ledger.history import Version, versions
from lotrinh_web.audit.queries import head, is_in_chain
from lotrinh_web.reporting import bridge
from lotrinh_web.reporting.models import LedgerEntry, SubmissionState
from lotrinh_web.reporting.store import last_number

#: Sets of plans a process keeps at hand.
_KEPT = 32
#: Days of which each set keeps the figures in order.
_DAYS = 8
#: Submissions asked for in one statement.
_BATCH = 500


@dataclass
class Official:
    """What became official of some plans' figures, up to an entry of the ledger."""

    plans: tuple[str, ...]
    #: The last entry that was looked at, and the last that made something official here.
    read: int = 0
    since: int = 0
    #: The head of the audit chain before the last look: a ledger it is not in is another one,
    #: restored or rolled back, and is read anew.
    mark: str = BEGINNING
    #: In the order in which they became official, so that what is new stands last.
    entries: list[Entry] = field(default_factory=list)
    levels: dict[str, int] = field(default_factory=dict)
    progress: dict[str, Progress] = field(default_factory=dict)
    #: By day, the one asked for last at the end: how many entries are in its vintage, and that.
    days: dict[date, tuple[int, Growing]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def vintage(self, day: date) -> tuple[Vintage, Mapping[str, Recorded]]:
        """Return the figures that were official on the day, and by id who entered each when."""
        with self.lock:
            taken, kept = self.days.pop(day, (0, Growing(day)))
            kept.take(self.entries[taken:], self.levels, self.progress)
            self.days[day] = len(self.entries), kept
            if len(self.days) > _DAYS:
                del self.days[next(iter(self.days))]
            return kept.vintage, kept.recorded

    def known_on(self, day: date) -> tuple[Known, ...]:
        """Return the figures that were official on the day, in the order they were kept."""
        with self.lock:
            return as_known(self._kept(), self.levels, self.progress, day)

    def versions(self) -> tuple[Version, ...]:
        """Return every figure that ever was official, with the days it held."""
        with self.lock:
            return versions(self._kept(), self.levels, self.progress)

    def catch_up(self) -> None:
        """Take in what became official since the last look."""
        with self.lock:
            mark, last = head(), last_number()
            if not is_in_chain(self.mark):
                self.read, self.since, self.entries, self.days = 0, 0, [], {}
            new = SubmissionState.objects.filter(
                state="approved", since__gt=self.read, since__lte=last,
                submission__plan__in=self.plans,
            )  # fmt: skip
            for state in new.select_related("submission").order_by("since"):
                self.levels[state.submission_id] = state.submission.levels
                self.progress[state.submission_id] = bridge.to_progress(state, ())
                self.since = state.since
            self._read([state.submission_id for state in new])
            self.mark, self.read = mark, last

    def _read(self, ids: list[str]) -> None:
        new: list[Entry] = []
        for first in range(0, len(ids), _BATCH):
            rows = LedgerEntry.objects.filter(submission__in=ids[first : first + _BATCH])
            new += map(bridge.to_entry, rows.exclude(kind="decision").iterator())
        self.entries += sorted(new, key=_number)

    def _kept(self) -> list[Entry]:
        """Return the entries in the order of their numbers."""
        return sorted(self.entries, key=_number)


def official(plans: tuple[str, ...]) -> Official:
    """Return the official figures of the plans as the ledger stands now."""
    found = _official(plans)
    found.catch_up()
    return found


def _number(one: Entry) -> int:
    return one.number


@lru_cache(maxsize=_KEPT)
def _official(plans: tuple[str, ...]) -> Official:
    return Official(plans)
