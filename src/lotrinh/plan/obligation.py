"""An obligation: which figures a body must report, for which places and periods, by which day.

An obligation is what a plan asks of a body, not what the body did: reports and their figures
are for the ledger. It is made from the plan (`plan/obliged.py`) or declared beside it
(`plan/load_obligations.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lotrinh.base.address import Address
from lotrinh.base.words import Lang, Words
from lotrinh.indicators.formula import Comparison
from lotrinh.periods import Calendar, Frequency, Period, Report, enclosing, following, frequency
from lotrinh.places import Gazetteer

#: hard: what breaks it is refused. soft: it passes with a written reason, kept with the figure.
Strength = Literal["hard", "soft"]
#: How many approve a report where the plan does not say: the body's own head, then the planning
#: office that asked for it.
LEVELS = 2
#: What stands between the parts of a cell's code; in no id and no breakdown.
_BAR = "|"


@dataclass(frozen=True, order=True, slots=True)
class Cell:
    """One figure asked for: an indicator, in a place, of a breakdown; its period is the report's.

    >>> Cell("population", "vn/dak-lak@2025", "sex=female").code
    'population|vn/dak-lak@2025|sex=female'
    >>> Cell.read("population|vn/dak-lak@2025|").breakdown
    ''
    """

    indicator: str
    place: str
    #: `sex=female`, of several dimensions `area=rural;sex=female`; empty for the total.
    breakdown: str = ""

    @property
    def code(self) -> str:
        """Its name in a file or an address."""
        return _BAR.join((self.indicator, self.place, self.breakdown))

    @classmethod
    def read(cls, code: str) -> Cell:
        """Read what `code` wrote; ValueError for anything else."""
        indicator, place, breakdown = code.split(_BAR)
        return cls(indicator, place, breakdown)


@dataclass(frozen=True)
class Asked:
    """One indicator asked for, whole and by its breakdowns."""

    indicator: str
    #: `""` is the total.
    breakdowns: tuple[str, ...] = ("",)


@dataclass(frozen=True)
class Relation:
    """A condition between figures of one place and period: `broadband_communes <= communes`."""

    id: str
    condition: Comparison
    strength: Strength
    #: How far the two sides of an equation may lie apart, in percent of the right one.
    tolerance_pct: float = 0.0
    #: Why it must hold, for people; None where the condition says enough.
    because: Words | None = None


@dataclass(frozen=True)
class Sum:
    """A total and its parts: breakdowns of one place, or places within a place."""

    id: str
    indicator: str
    strength: Strength
    #: The breakdowns that add up to `whole`.
    parts: tuple[str, ...] = ()
    whole: str = ""
    #: The places that add up to the place `of`, whoever reports them.
    places: tuple[str, ...] = ()
    of: str = ""
    tolerance_pct: float = 0.0


@dataclass(frozen=True)
class Obligation:
    """What one body must report, again and again, from a first period to a last."""

    address: Address
    name: Words
    #: Id of the body that must report.
    body: str
    asked: tuple[Asked, ...]
    places: tuple[str, ...]
    frequency: Frequency
    #: The calendar that says which days a report covers and when it is due.
    calendar: Calendar
    #: First and last day of the stretch of time it is about.
    since: date
    until: date
    #: Years between two reports; 2 for a survey held every other year.
    every_years: int = 1
    #: Ids of the plan's targets that need the figures, and of the duty it comes from.
    targets: tuple[str, ...] = ()
    duty: str = ""
    #: Change against the period compared with, in percent, above which a reason is asked for.
    jump_pct: float = 50.0
    #: How many levels must approve a report of it before its figures are official.
    levels: int = LEVELS
    relations: tuple[Relation, ...] = ()
    sums: tuple[Sum, ...] = ()

    @property
    def id(self) -> str:
        """Its name within the plan."""
        return self.address.name

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)

    def of(self, period: Period) -> Address:
        """Return the address of its report on one period.

        `plans/dak-lak/kh-175-2020#report/people/2026-Q1`
        """
        return self.address.to("report", f"{self.id}/{period}")

    def periods(self) -> Iterator[Period]:
        """Yield every period it asks about, first to last."""
        one = _first(self.since, self.frequency)
        while one.last_day <= self.until:
            if (one.first_day.year - self.since.year) % self.every_years == 0:
                yield one
            one = following(one)

    def report(self, period: Period, holidays: Collection[date] = ()) -> Report:
        """Return the report of a period it asks about: the days covered, the last day in time."""
        return self.calendar.report(period, holidays)

    def asks_about(self, period: Period) -> bool:
        """Whether it asks for a report of that very period."""
        if frequency(period) != self.frequency or period.first_day < self.since:
            return False
        steps = (period.first_day.year - self.since.year) % self.every_years
        return period.last_day <= self.until and steps == 0 and self._has_rule(period)

    def reports(
        self, first: date, last: date, holidays: Collection[date] = ()
    ) -> tuple[Report, ...]:
        """Return the reports that fall due from `first` to `last`, earliest first."""
        found = (self.report(one, holidays) for one in self.periods() if self._has_rule(one))
        return tuple(one for one in found if first <= one.due <= last)

    def cells(self, period: Period, places: Gazetteer) -> tuple[Cell, ...]:
        """Return what is asked for a period; a place that was no more then is not asked about."""
        there = [id for id in self.places if _lasts(id, period, places)]
        return tuple(
            Cell(one.indicator, place, breakdown)
            for one in self.asked
            for place in there
            for breakdown in one.breakdowns
        )

    def _has_rule(self, period: Period) -> bool:
        rule = self.calendar.rules.get(self.frequency)
        return rule is not None and rule.speaks_of(period)


def _first(since: date, of: Frequency) -> Period:
    """Return the first whole period that begins on `since` or later."""
    one = enclosing(date(since.year, 1, 1), of)
    while one.first_day < since:
        one = following(one)
    return one


def _lasts(id: str, period: Period, places: Gazetteer) -> bool:
    """Whether a place was there on a day of the period."""
    place = places[id]
    begun = place.valid_from is None or place.valid_from <= period.last_day
    return begun and (place.valid_to is None or period.first_day < place.valid_to)
