"""A reporting calendar: which days a report of a period covers, and when it is due.

The days a report covers are not the days of the period: an administrative report "of 2025"
closes on 14 December 2025. The statistics calendar is another one; the two are never mixed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lotrinh.base.errors import wrong
from lotrinh.base.words import Lang, Words
from lotrinh.periods.arithmetic import Frequency, enclosing, following, frequency, month_shifted
from lotrinh.periods.period import Period

_SATURDAY = 5


@dataclass(frozen=True)
class Mark:
    """A day of a month counted from another month.

    >>> Mark(months=-1, day=15).seen_from(date(2025, 1, 1))
    datetime.date(2024, 12, 15)
    """

    #: How many months later; negative before.
    months: int
    #: Day of that month; 31 is its last day, whatever its length.
    day: int

    def seen_from(self, month: date) -> date:
        """Return the day, counted from the month of a date."""
        return month_shifted(month, self.months, self.day)


@dataclass(frozen=True)
class Due:
    """When a report is due: on a day, or so many working days after it closed.

    The day is counted from the last month of the period: “ngày 25 tháng cuối quý” is
    `Due(Mark(0, 25))`.
    """

    mark: Mark | None = None
    working_days: int = 0

    def seen_from(self, period: Period, closed: date, holidays: Collection[date] = ()) -> date:
        """Return the last day in time, for a report whose cut-off was `closed`."""
        day = self.mark.seen_from(period.last_day) if self.mark else closed
        left = self.working_days
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < _SATURDAY and day not in holidays
        return day


@dataclass(frozen=True)
class Rule:
    """How one kind of report is cut off and when it is due."""

    #: First and last day covered, counted from the first and the last month of the period;
    #: None where the report covers the period's own days.
    opens: Mark | None
    closes: Mark | None
    due: Due
    #: Whether only the first such period of a year is reported: six months, but no second half.
    first_only: bool = False
    #: The act that says so, as text.
    legal_basis: str = ""
    source_url: str = ""

    def speaks_of(self, period: Period) -> bool:
        """Whether there is a report of this very period, its length being right."""
        return not self.first_only or period.first_day.month == 1


@dataclass(frozen=True)
class Report:
    """One report that is owed: what it is about, the days it covers, the last day in time."""

    period: Period
    first_day: date
    last_day: date
    due: date

    def is_late_on(self, day: date) -> bool:
        """Whether a report still missing on that day is late."""
        return day > self.due


@dataclass(frozen=True)
class Calendar:
    """The rules of one reporting regime, one for each length of period."""

    id: str
    name: Words
    rules: Mapping[Frequency, Rule]

    def report(self, period: Period, holidays: Collection[date] = ()) -> Report:
        """Return the report of a period; raises LotrinhError when the regime has none such."""
        rule = self.rules.get(frequency(period))
        if rule is None or not rule.speaks_of(period):
            raise wrong("periods.no_report", period=period, calendar=self)
        opens = rule.opens.seen_from(period.first_day) if rule.opens else period.first_day
        closes = rule.closes.seen_from(period.last_day) if rule.closes else period.last_day
        return Report(period, opens, closes, rule.due.seen_from(period, closes, holidays))

    def due_between(
        self, first: date, last: date, holidays: Collection[date] = ()
    ) -> Iterator[Report]:
        """Yield the reports whose last day in time lies from `first` to `last`, earliest first."""
        found = []
        for length, rule in self.rules.items():
            one = enclosing(date(first.year - 1, 1, 1), length)
            while one.first_day <= last:
                if rule.speaks_of(one):
                    found.append(self.report(one, holidays))
                one = following(one)
        found = [report for report in found if first <= report.due <= last]
        yield from sorted(found, key=lambda report: (report.due, report.period))

    def say(self, lang: Lang) -> str:
        """Return its name."""
        return self.name.say(lang)
