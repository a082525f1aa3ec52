"""When a text was written, as far as it shows: it tells past from to come, and dates "năm nay".

By its dateline, its own date or number, its address, or the first year of its title.
"""

from __future__ import annotations

import re

from lotrinh.directive.cited import Span
from lotrinh.directive.dates import find_days
from lotrinh.directive.deadlines import Clock
from lotrinh.directive.identity import Facts
from lotrinh.directive.news_facts import find_dateline
from lotrinh.directive.sentences import Reading
from lotrinh.directive.titles import title_year, titles

#: An address that ends on the moment: "…-20120102101819254.htm".
_STAMPED = re.compile(r"https?:\S*?[-/_](20\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{6,}\b")
#: What a page tells of itself first: "date 2024-03".
_META = re.compile(r"\W*(?:date|published):?\s(20\d\d)-(?:0[1-9]|1[0-2])\b")
#: A longer span is a vision, and may have begun long before it was written down.
_TERM = 5
_THAT_DAY = re.compile(
    r"\b(?:sáng|chiều|tối)\s(?:ngày\s)?\d{1,2}[/.-]\d{1,2}[/.-](?P<year>20\d\d)\b"
)


def year_written(reading: Reading, facts: Facts) -> int | None:
    """Return the year the text was written in, as far as it shows; it tells past from to come."""
    dateline = find_dateline(reading)
    if dateline is not None:
        return dateline[1].year
    if facts.date is not None:
        # What came of it is told later: "Hội nghị sơ kết sáng 10/4/2024 …".
        return max(facts.date.year, *_days_told_of(reading))
    if facts.number and (found := re.search(r"/((?:19|20)\d\d)/", facts.number)):
        return int(found.group(1))
    address = re.match(r"https?:\S*?/((?:19|20)\d\d)(?:[/-]?\d\d)", reading.plain.text)
    address = address or _STAMPED.match(reading.plain.text)
    if address is not None:
        return int(address.group(1))
    if stamped := _META.match(reading.plain.text):
        return int(stamped.group(1))
    # A paper is no older than the papers it names.
    named = [d.year for s in reading.sentences[:40] for d in find_days(s.text) if d.year]
    return max((year for year in named if year), default=_first_year_of_title(reading))


def clock_of(reading: Reading, facts: Facts) -> Clock | None:
    """Return what gives "trong tháng 6" its year: a plan for one year, or the day of the text."""
    now = day_of_writing(reading, facts)
    period = facts.period
    if period is not None and period.first == period.last and facts.period_at:
        return Clock(period.last, None, facts.period_at, now)
    return now


def day_of_writing(reading: Reading, facts: Facts) -> Clock | None:
    """Return the day a text says it was written on."""
    if facts.date is not None and facts.date_at:
        return Clock(facts.date.year, facts.date, facts.year_at or facts.date_at)
    line, published = find_dateline(reading) or (None, None)
    day = published.as_date() if published else None
    if line is None or published is None or day is None:
        return None
    return Clock(day.year, day, reading.span(line, published.start, published.end))


def horizon(reading: Reading) -> tuple[int, int, Span] | None:
    """Return the years that the title or the news of a document names, and where it does."""
    year, sentence = title_year(reading) or (None, None)
    if year is None or sentence is None:
        return None
    return year.first or year.year, year.year, reading.span(sentence, year.start, year.end)


def _first_year_of_title(reading: Reading) -> int | None:
    """A plan "năm 2020" or "2021-2025" is written when its time begins, or little before."""
    for sentence in titles(reading):
        for year in sentence.years:
            if year.role == "span" and year.first and year.year - year.first <= _TERM:
                return year.first
            if year.role == "of" and re.search(
                r"kế hoạch|nhiệm vụ|nghị quyết|dự toán", sentence.low
            ):
                return year.year
    return None


def _days_told_of(reading: Reading) -> list[int]:
    """Return the years of the mornings and afternoons that a text tells of; 0 stands for none."""
    told = [int(m["year"]) for s in reading.sentences[:40] for m in _THAT_DAY.finditer(s.low)]
    return [0, *told]
