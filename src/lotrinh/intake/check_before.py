"""Checks figures against the period before, against their own series and against their peers.

All of it is soft: a figure may be odd and right, and then the reason is kept with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from math import log10

from lotrinh.indicators import Indicator
from lotrinh.indicators.amount import Amount
from lotrinh.intake.filing import Filing, Finding
from lotrinh.intake.robust import OUTLIER, Spread
from lotrinh.periods import Period, previous
from lotrinh.plan.obligation import Cell

#: A share may move so many percentage points before a reason is asked for.
JUMP_POINTS = 20.0
#: Fewest earlier changes, and fewest peers, that make a sample.
FEWEST_CHANGES = 5
FEWEST_PEERS = 8
#: How near the logarithm of a ratio must be to a whole number to look like a slip.
_NEAR = 0.05


def compared_with(indicator: Indicator, period: Period) -> Period:
    """Return the period a figure is held to: the one before, of a flow the same a year ago.

    Flows of months and quarters have seasons; a harvest is compared with a harvest.
    """
    return _compared(period, is_seasonal=indicator.kind == "flow" and period.months < 12)


@lru_cache(maxsize=512)
def _compared(period: Period, *, is_seasonal: bool) -> Period:
    """A report of ten thousand lines asks this of a handful of periods, over and over."""
    return period.shifted(-1) if is_seasonal else previous(period)


def jumped(filing: Filing) -> Iterator[Finding]:
    """Yield what changed by more than the obligation lets pass without a word."""
    for one, value in filing.written():
        indicator = filing.indicators[one.cell.indicator]
        period = compared_with(indicator, filing.period)
        before = filing.known.series.get(one.cell, {}).get(period)
        if before is None or indicator.kind == "rank":
            continue
        said = {"before": Amount(before, indicator.unit), "period": period}
        if is_share(indicator):
            if abs(points := float(value) - before) > JUMP_POINTS:
                values = said | {"change": Amount(points, None), "most": Amount(JUMP_POINTS, None)}
                yield Finding.at(one, "soft", "intake.jumped_points", **values)
        elif factor := _slip(float(value), before):
            yield Finding.at(one, "soft", "intake.slip", **said, factor=factor)
        elif before:
            change = 100 * (float(value) - before) / abs(before)
            if abs(change) > filing.obligation.jump_pct:
                values = said | {
                    "change": Amount(change, None),
                    "most": Amount(filing.obligation.jump_pct, None),
                }
                yield Finding.at(one, "soft", "intake.jumped", **values)


def odd_in_series(filing: Filing) -> Iterator[Finding]:
    """Yield what moves unlike it ever did: outliers among the changes of the series.

    Changes are looked at, not levels: a series that grows would make every new value odd.
    """
    for one, value in filing.written():
        indicator = filing.indicators[one.cell.indicator]
        series = filing.known.series.get(one.cell, {})
        earlier = sorted(period for period in series if period < filing.period)
        changes = [
            _change(series[now], series[before], indicator)
            for now in earlier
            if (before := compared_with(indicator, now)) in series
        ]
        last = series.get(compared_with(indicator, filing.period))
        if last is None or len(changes) < FEWEST_CHANGES or indicator.kind == "rank":
            continue
        z = Spread.of(changes).z(_change(float(value), last, indicator))
        if abs(z) > OUTLIER:
            values = {
                "count": len(changes),
                "z": Amount(round(abs(z), 1), None),
                "most": Amount(OUTLIER, None),
            }
            yield Finding.at(one, "soft", "intake.odd_in_series", **values)


def odd_among_peers(filing: Filing) -> Iterator[Finding]:
    """Yield outliers among places of the same level: of shares the value, else the change."""
    for peers in _groups(filing):
        standings = {
            cell: found for cell in peers if (found := _standing(filing, cell)) is not None
        }
        if len(standings) <= FEWEST_PEERS:
            continue
        spread = Spread.of(list(standings.values()))
        for cell, standing in standings.items():
            one = filing.filled.get(cell)
            if one is None or one.value is None or abs(z := spread.z(standing)) <= OUTLIER:
                continue
            values = {
                "count": len(standings) - 1,
                "z": Amount(round(abs(z), 1), None),
                "most": Amount(OUTLIER, None),
            }
            yield Finding.at(one, "soft", "intake.odd_among_peers", **values)


def is_share(indicator: Indicator) -> bool:
    """Whether an indicator is a percentage, which moves by points."""
    return not indicator.unit.dimension and indicator.unit.scale == 0.01


def _groups(filing: Filing) -> Iterable[list[Cell]]:
    """Return the cells of one indicator, breakdown and level of place, group by group."""
    groups: dict[tuple[str, str, str], list[Cell]] = defaultdict(list)
    for cell in dict.fromkeys((*filing.filled, *filing.known.series)):
        indicator = filing.indicators.get(cell.indicator)
        if indicator is not None and indicator.kind != "rank" and cell.place in filing.places:
            level = filing.places[cell.place].level
            groups[cell.indicator, cell.breakdown, level].append(cell)
    return groups.values()


def _standing(filing: Filing, cell: Cell) -> float | None:
    """Return what of a place can be laid beside other places, small or large."""
    indicator = filing.indicators[cell.indicator]
    value = filing.value(cell)
    if value is None or is_share(indicator) or indicator.kind in ("ratio", "rate", "index"):
        return value
    before = filing.known.series.get(cell, {}).get(compared_with(indicator, filing.period))
    return None if before is None else _change(value, before, indicator)


def _change(value: float, before: float, indicator: Indicator) -> float:
    """Return a change in points of a share, else in percent; from nothing, the value itself."""
    if is_share(indicator) or before == 0:
        return value - before
    return 100 * (value - before) / abs(before)


def _slip(value: float, before: float) -> Decimal | None:
    """Return the power of ten a value seems to be off by: 10, 1000, 0.001; else None."""
    if value <= 0 or before <= 0:
        return None
    power = log10(value / before)
    nearest = round(power)
    return Decimal(10) ** nearest if nearest and abs(power - nearest) < _NEAR else None
