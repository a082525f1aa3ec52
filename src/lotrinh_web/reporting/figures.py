"""Reads what was ever said of single figures, and what was said of the period before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lotrinh.ledger import Entry, Key, Known, Observation, Progress
from lotrinh.ledger.book import as_known
from lotrinh.ledger.history import Version, versions
from lotrinh.periods.arithmetic import frequency
from lotrinh_web.reporting import bridge
from lotrinh_web.reporting.models import LedgerEntry
from lotrinh_web.reporting.models import Submission as SubmissionRow


@dataclass(frozen=True)
class Told:
    """Everything the ledger tells of some figures."""

    entries: tuple[Entry, ...]
    submissions: Mapping[str, SubmissionRow]
    progress: Mapping[str, Progress]

    @property
    def levels(self) -> dict[str, int]:
        """How many must approve each submission."""
        return {id: row.levels for id, row in self.submissions.items()}

    def known_on(self, day: date) -> tuple[Known, ...]:
        """Return what was official on the day."""
        return as_known(self.entries, self.levels, self.progress, day)

    def versions(self) -> tuple[Version, ...]:
        """Return every figure that ever was official with the days it held."""
        return versions(self.entries, self.levels, self.progress)

    def of(self, key: Key) -> tuple[Entry, ...]:
        """Return the entries on one figure: what was said of it, and what took that back."""
        said = {
            one.number for one in self.entries if one.observation and one.observation.key == key
        }
        return tuple(one for one in self.entries if one.number in said or one.about in said)


def told(
    *,
    indicators: Collection[str],
    places: Collection[str],
    periods: Collection[str] = (),
    plans: Collection[str] = (),
) -> Told:
    """Return what the ledger tells of figures; empty `periods` and `plans` are all of them."""
    about = Q(indicator__in=indicators, place__in=places)
    if periods:
        about &= Q(period__in=periods)
    if plans:
        about &= Q(submission__plan__in=plans)
    figures = list(LedgerEntry.objects.filter(about).order_by("number"))
    numbers = [row.number for row in figures]
    taken_back = LedgerEntry.objects.filter(kind="withdrawal", about__in=numbers)
    entries = sorted((bridge.to_entry(row) for row in (*figures, *taken_back)), key=_number)
    rows = SubmissionRow.objects.filter(id__in={one.submission for one in entries})
    submissions = {row.id: row for row in rows.select_related("now")}
    progress = {id: bridge.to_progress(row.now, ()) for id, row in submissions.items()}
    return Told(tuple(entries), submissions, progress)


def before(figures: Iterable[Observation], plans: Collection[str], day: date) -> dict[Key, Known]:
    """Return for each figure the official one of the last period before it, as known on a day."""
    asked = tuple(figures)
    past = told(
        indicators={one.indicator for one in asked},
        places={one.place for one in asked},
        plans=plans,
    ).known_on(day)
    found: dict[Key, Known] = {}
    for one in asked:
        earlier = [old for old in past if _is_before(old.observation, one)]
        if earlier:
            found[one.key] = max(earlier, key=_strength)
    return found


def _is_before(old: Observation, one: Observation) -> bool:
    same = (old.indicator, old.place, old.breakdown) == (one.indicator, one.place, one.breakdown)
    return same and old.period < one.period and _is_alike(old, one)


def _is_alike(old: Observation, one: Observation) -> bool:
    """Whether two periods are of one length, so that their figures can stand side by side."""
    return frequency(old.period) == frequency(one.period)


def _strength(known: Known) -> tuple[object, ...]:
    one = known.observation
    return one.period, not one.is_bound, one.recorded_at, known.entry.number


def _number(one: Entry) -> int:
    return one.number
