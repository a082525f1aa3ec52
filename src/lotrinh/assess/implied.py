"""What the missing half of a ratio would have had to do for the promise to be kept.

Output per worker grows at g when output grows at a and workers at (1+a)/(1+g)−1. Where one
of the two is known and the other missing, that rate is a fact worth saying; it is no verdict.
"""

from __future__ import annotations

from lotrinh.assess.evidence import Evidence
from lotrinh.assess.pace import cagr
from lotrinh.base.words import Words, both
from lotrinh.engine import Result
from lotrinh.indicators import unit
from lotrinh.indicators.amount import Amount
from lotrinh.indicators.formula import Formula, Name, Number, Operation
from lotrinh.indicators.read_formula import read_formula


def implied(evidence: Evidence) -> Words | None:
    """Return what the denominator would have had to do; None where that does not apply.

    It applies to an indicator computed as one series over another (times a constant), with
    the numerator known at the baseline and in some later year of the window.
    """
    indicator = evidence.measured
    parts = _ratio(read_formula(indicator.formula)) if indicator.formula else None
    if parts is None:
        return None
    over, under = parts
    grown = _growth_in_window(evidence, over)
    if grown is None:
        return None
    first, last, growth = grown
    needed = (1 + growth) / (1 + float(evidence.target.value or 0) / 100) - 1
    sentence = both(
        "assess.implied_fall" if needed < 0 else "assess.implied_rise",
        over=evidence.indicators[over].name.within(),
        under=evidence.indicators[under].name.within(),
        growth=_a_year(growth),
        needed=_a_year(abs(needed)),
        first=str(first),
        last=str(last),
        promised=evidence.promised,
    )
    known = _known_change(_years(evidence, under))
    if known is None:
        return sentence
    first, last, rate = known
    change = both(
        "assess.implied_known_fall" if rate < 0 else "assess.implied_known_rise",
        under=evidence.indicators[under].name.within(),
        first=str(first),
        last=str(last),
        rate=_a_year(abs(rate)),
    )
    return sentence.then(change)


def _growth_in_window(evidence: Evidence, id: str) -> tuple[int, int, float] | None:
    """Return how a series grew from the year before the window to its last year within it."""
    window = evidence.target.deadline_period
    base = window.first_day.year - 1
    series = [
        one
        for one in _years(evidence, id)
        if base <= one.period.first_day.year and one.period.last_day <= window.last_day
    ]
    starts_at_base = bool(series) and series[0].period.first_day.year == base
    return _known_change(series) if starts_at_base else None


def _a_year(rate: float) -> Amount:
    return Amount(100 * rate, unit("percent_per_year"))


def _years(evidence: Evidence, id: str) -> list[Result]:
    series = evidence.series_of(id)
    return [one for one in series if one.period.is_year and not one.qualifier]


def _known_change(series: list[Result]) -> tuple[int, int, float] | None:
    """Return first year, last year and rate of change of a series; None for fewer than two."""
    if len(series) < 2:
        return None
    first, last = series[0].period.first_day.year, series[-1].period.first_day.year
    rate = cagr(series[0].value, series[-1].value, last - first)
    return None if rate is None else (first, last, rate)


def _ratio(formula: Formula) -> tuple[str, str] | None:
    """Return numerator and denominator of `a / b` or `1000 * a / b`; None for other shapes."""
    match formula:
        case Operation(operator="/", left=Name(indicator=over), right=Name(indicator=under)):
            return over, under
        case Operation(
            operator="/",
            left=Operation(operator="*", left=Number(), right=Name(indicator=over)),
            right=Name(indicator=under),
        ):
            return over, under
        case _:
            return None
