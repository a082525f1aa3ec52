"""Where a series breaks because an indicator was defined anew, and what would compare across it.

A change over time means something only within one definition, so growth, average growth, an
index and an accumulated sum have no value across a break: `link` joins the two series, or the
indicator declares the change harmless. `lag` alone compares nothing and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from lotrinh.engine.candidates import accumulated, shifted
from lotrinh.indicators.check_formula import formula_of
from lotrinh.indicators.formula import (
    AverageGrowth,
    Break,
    Cumulative,
    Dated,
    Formula,
    Growth,
    IndexTo,
    Lag,
    Link,
    Name,
    Unbroken,
    children,
)
from lotrinh.indicators.indicator import Indicator
from lotrinh.indicators.rewrite_formula import with_parts
from lotrinh.periods import Period

_COMPARING = Growth | AverageGrowth | Cumulative | IndexTo


class Breaks:
    """The breaks of the series of some indicators, each worked out once."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        self.indicators = indicators
        self._found: dict[str, tuple[Break, ...]] = {}
        self._own = {id: own for id, one in indicators.items() if (own := tuple(_own(one)))}

    def guarded(self, formula: Formula) -> Formula:
        """Return the formula in which nothing compares across a break."""
        if not self._own:
            return formula
        inner = with_parts(formula, self.guarded)
        if isinstance(formula, _COMPARING):
            breaks = self.of(formula.of)
            return Unbroken(inner, breaks) if breaks else inner
        return inner

    def of(self, formula: Formula) -> tuple[Break, ...]:
        """Return the breaks of the series of a formula, the earliest first."""
        return tuple(sorted({*self._of(formula)}, key=lambda one: (one.day, one.indicator)))

    def _of(self, formula: Formula) -> Iterable[Break]:
        match formula:
            case Name(indicator=name):
                return self._of_indicator(name)
            case Growth() | AverageGrowth() | Cumulative() | IndexTo() | Unbroken():
                return ()  # has no value that rests on two definitions
            case Lag(of=of, years=years):
                moved = ((_later(one.day, years), one.indicator) for one in self._of(of))
                return [Break(day, name) for day, name in moved if day is not None]
            case Link(new=new, old=old, at=at):
                # What the new series was before that year, and the old one after it, is not used.
                end = date(at, 12, 31)
                return [
                    *(one for one in self._of(new) if one.day > end),
                    *(one for one in self._of(old) if one.day <= end),
                ]
            case Dated(versions=versions):
                ends = [*(first for first, _ in versions[1:]), date.max]
                return [
                    one
                    for (first, version), end in zip(versions, ends, strict=True)
                    for one in self._of(version)
                    if (first or date.min) < one.day and (end is None or one.day <= end)
                ]
            case _:
                return [one for part in children(formula) for one in self._of(part)]

    def _of_indicator(self, name: str) -> tuple[Break, ...]:
        if name not in self._found:
            one = self.indicators[name]
            within = self._of(formula_of(one)) if one.formula else ()
            self._found[name] = (*self._own.get(name, ()), *within)
        return self._found[name]


def across(comparing: Unbroken, period: Period) -> Break | None:
    """Return the break between the periods that a comparison looks at, None when there is none."""
    other = _other(comparing.of, period)
    if other is None:
        return None
    first, last = sorted((other.last_day, period.last_day))
    return next((one for one in comparing.breaks if first < one.day <= last), None)


def _other(comparing: Formula, period: Period) -> Period | None:
    """Return the period farthest from this one that is looked at."""
    match comparing:
        case Growth():
            return shifted(period, -1)
        case AverageGrowth(since=year) | IndexTo(base=year):
            return shifted(period, year - period.first_day.year)
        case Cumulative(since=since):
            return next(iter(accumulated(period, since)), None)
        case _:
            raise TypeError(f"{comparing!r} compares nothing")


def _own(indicator: Indicator) -> Iterator[Break]:
    """Yield where its own definition changed; a formula without a past holds for all time."""
    starts = [*(one.valid_from for one in indicator.earlier[1:]), indicator.valid_from]
    for one, start in zip(indicator.earlier, starts, strict=True) if indicator.earlier else ():
        if start is not None and not one.comparable:
            yield Break(start, indicator.id)
    if not indicator.earlier and not indicator.formula and indicator.valid_from is not None:
        yield Break(indicator.valid_from, indicator.id)


def _later(day: date, years: int) -> date | None:
    moved = shifted(Period(day, day), years)
    return None if moved is None else moved.first_day
