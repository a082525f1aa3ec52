"""Makes longer periods of shorter ones at one place: a flow's sum, a stock's last value.

A reported figure of the longer period holds. All shorter periods must be there: three
quarters are not a year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lotrinh.engine.put_together import put_together
from lotrinh.engine.result import Key, Result
from lotrinh.indicators.indicator import Indicator
from lotrinh.ledger import Key as Part
from lotrinh.periods import Period
from lotrinh.periods.arithmetic import Frequency, enclosing, frequency, parts

#: Shorter periods are put together one step at a time, so that each step is a figure of its own.
STEPS: tuple[tuple[Frequency, Frequency], ...] = (
    ("month", "quarter"), ("quarter", "half"), ("half", "year"),
)  # fmt: skip


def needed(longer: Period, shorter: Frequency, how: str) -> tuple[Period, ...]:
    """Return the shorter periods that a longer one is made of: all for a sum, else the last.

    >>> [str(one) for one in needed(Period.read("2025"), "half", "last")]
    ['2025-S2']
    """
    within = tuple(parts(longer, shorter))
    return within if how == "sum" else within[-1:]


def longer_ones(periods: Iterable[Period], shorter: Frequency, longer: Frequency) -> set[Period]:
    """Return the longer periods that some of the shorter ones lie in."""
    return {enclosing(one.first_day, longer) for one in periods if frequency(one) == shorter}


def over_time(
    reported: Mapping[Part, Result], indicators: Mapping[str, Indicator]
) -> dict[Part, Result]:
    """Return the reported figures and those of longer periods that can be made of them."""
    found = dict(reported)
    for shorter, longer in STEPS:
        known: dict[Part, set[Period]] = defaultdict(set)
        for part in found:
            known[part._replace(period=_ANY)].add(part.period)
        for of, periods in known.items():
            how = indicators[of.indicator].over_time
            for period in longer_ones(periods, shorter, longer) if how != "none" else ():
                made = _made(of._replace(period=period), shorter, how, found)
                if made is not None:
                    found[of._replace(period=period)] = made
    return found


#: Stands for every period in the name of a series.
_ANY = Period.year(1000)


def _made(of: Part, shorter: Frequency, how: str, known: Mapping[Part, Result]) -> Result | None:
    holds = known.get(of)
    if holds is not None and not holds.qualifier:
        return None
    inputs = [known.get(of._replace(period=one)) for one in needed(of.period, shorter, how)]
    there = tuple(one for one in inputs if one is not None and not one.qualifier)
    if len(there) < len(inputs):
        return None
    return put_together(Key(*of[:4]), there, "time")
