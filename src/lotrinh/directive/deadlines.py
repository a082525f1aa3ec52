"""The deadline of a task: a day, a month, a quarter or a year, as a period's text.

"trước ngày 30/9/2024" → 2024-09-30; "trong quý III/2024" → 2024-Q3. A date without its
year is no deadline that can be kept, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lotrinh.directive.dates import find_days
from lotrinh.directive.draft import Duty

_QUARTER = re.compile(r"quý\s(?P<q>[1-4]|iii|ii|iv|i)\s?(?:/|-|năm)\s?(?P<y>20\d\d)")
_BY_DAY = re.compile(
    r"(?:trước|đến|chậm nhất|muộn nhất|hạn|trong|xong|hoàn thành)\s(?:hết\s|là\s|vào\s"
    r"|trước\s)*(?:ngày\s)?$"
)
_BY_YEAR = re.compile(
    r"(?:hoàn thành|xong|trước"
    r"|trong)\s(?:[^,;.]{0,20}\s)?(?:hết\s)?năm\s(?P<y>20\d\d)"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def deadline_of(action: str) -> str | None:
    """Return until when a task is to be done, or None where the text does not say.

    >>> deadline_of("hoàn thành trước ngày 30/9/2024"), deadline_of("trong quý III/2024")
    ('2024-09-30', '2024-Q3')
    """
    low = action.lower()
    for day in find_days(low):
        if day.year and _BY_DAY.search(low[max(0, day.start - 30) : day.start]):
            full = day.as_date()
            return full.isoformat() if full else f"{day.year}-{day.month:02d}"
    if found := _QUARTER.search(low):
        quarter = found["q"]
        return f"{found['y']}-Q{_ROMAN.get(quarter) or int(quarter)}"
    year = _BY_YEAR.search(low)
    return year["y"] if year else None


def with_deadlines(text: str, found: Sequence[tuple[Duty, int, int]]) -> list[Duty]:
    """Give duties the deadline before their body, or in the clauses behind that name none.

    `found` holds each duty of a sentence with where its clause begins and ends.
    """
    dated = []
    for number, (duty, start, stop) in enumerate(found):
        following = found[number + 1][1] if number + 1 < len(found) else len(text)
        ahead = text[start:stop].split(duty.actor, maxsplit=1)[0]
        due = duty.deadline or deadline_of(ahead) or deadline_of(text[stop:following])
        dated.append(replace(duty, deadline=due))
    return dated
