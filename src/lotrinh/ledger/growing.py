"""The official figures of a day as the ledger grows: what is new is put in its place.

Equal to reading the ledger from its beginning and freezing it, which a property test holds;
the work is that of what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from lotrinh.ledger.book import Roll
from lotrinh.ledger.entry import Entry, Recorded
from lotrinh.ledger.submission import Progress
from lotrinh.ledger.vintage import Vintage


class Growing:
    """The vintage of a day up to an entry, and who entered each of its figures."""

    def __init__(self, day: date) -> None:
        #: Each figure once: two plans may bring the very same one. Never changed but replaced.
        self.vintage = Vintage(day, ())
        #: By the id of the observation; of the very same figures the last. Replaced likewise.
        self.recorded: dict[str, Recorded] = {}
        self._roll = Roll(day)
        self._numbers: dict[str, list[int]] = {}

    def take(
        self,
        entries: Iterable[Entry],
        levels: Mapping[str, int],
        progress: Mapping[str, Progress],
    ) -> None:
        """Take in further entries, as `as_known` takes them."""
        gone, new = self._roll.take(entries, levels, progress)
        if not (gone or new):
            return
        touched = {known.observation.id: known.observation for known in (*gone, *new)}
        for known in gone:
            self._numbers[known.observation.id].remove(known.entry.number)
        for known in new:
            self._numbers.setdefault(known.observation.id, []).append(known.entry.number)
        stay = {id for id in touched if self._numbers[id]}
        self.vintage = self.vintage.changed(
            (one for id, one in touched.items() if id in self.recorded and id not in stay),
            (one for id, one in touched.items() if id not in self.recorded and id in stay),
        )
        self.recorded = self.recorded | {id: self._entered(id) for id in stay}
        for id in touched.keys() - stay:
            self.recorded.pop(id, None)
            del self._numbers[id]

    def _entered(self, id: str) -> Recorded:
        entry = self._roll.known[max(self._numbers[id])].entry
        return Recorded(entry.by, entry.at)
