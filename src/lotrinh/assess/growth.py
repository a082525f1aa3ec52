"""Judges average growth a year over a window, as the geometric mean.

The average is taken from a figure published for the window, from yearly rates, or from the
levels at the ends of the window, whichever the indicator gives. What the missing years would
have had to bring is said, but it is no verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from lotrinh.assess.assessment import Assessment, Missing, Rule, Verdict
from lotrinh.assess.compare import band, keeps
from lotrinh.assess.evidence import Evidence
from lotrinh.assess.implied import implied
from lotrinh.assess.pace import METHOD, METHOD_URL, cagr, judge
from lotrinh.base.words import Words, both
from lotrinh.engine import Result
from lotrinh.indicators import unit
from lotrinh.indicators.amount import Amount, distance
from lotrinh.periods import Period

RULE = Rule("average_growth", both("assess.rule_average_growth"), METHOD, METHOD_URL)


@dataclass(frozen=True)
class _Average:
    """An average rate a year, in percent, over the years that are known."""

    value: float
    #: Last year it takes in.
    through: int
    #: Number of years it takes in.
    years: int
    result: Result


def judge_growth(evidence: Evidence) -> Assessment:
    """Return the judgement on a target of average growth over a window."""
    window = evidence.target.deadline_period
    average = _average(evidence, window)
    missing = evidence.missing(_needed(evidence, window))
    if average is None:
        values = {"window": window, "promised": evidence.promised, "day": evidence.as_known_on}
        broken = _broken(evidence, window)
        reason = both("assess.no_average", **values).then(broken or implied(evidence))
        return evidence.assessment(
            "cannot_assess", RULE, reason, missing=missing,
            required=float(evidence.target.value or 0), required_unit=evidence.target.unit,
        )  # fmt: skip
    length = len(tuple(window.years()))
    if average.years == length:
        return _whole(evidence, average)
    return _partial(evidence, average, length, missing)


def _whole(evidence: Evidence, average: _Average) -> Assessment:
    target = evidence.target
    kept = keeps(average.value, "", target, band(target, "up"))
    gap = average.value - float(target.value or 0)
    values = _values(evidence, average) | {"gap": distance(gap, unit(target.unit))}
    key = "average_kept" if kept else "average_missed"
    verdict: Verdict = "met" if kept else "missed"
    if not evidence.is_over:
        verdict, key = ("on_track" if kept else "off_track"), "average_early"
    return evidence.assessment(
        verdict, RULE, both(f"assess.{key}", **values), figure=average.result, gap=gap,
        required=float(target.value or 0), required_unit=target.unit,
    )  # fmt: skip


def _partial(
    evidence: Evidence, average: _Average, length: int, missing: tuple[Missing, ...]
) -> Assessment:
    """Judge the years that are known; once the deadline has passed they settle nothing."""
    target = evidence.target
    goal = 1 + float(target.value or 0) / 100
    done = (1 + average.value / 100) ** average.years
    left = length - average.years
    needed = 100 * ((goal**length / done) ** (1 / left) - 1)
    values = _values(evidence, average) | {
        "needed": Amount(needed, unit("percent_per_year")),
        "left": left,
        "through": str(average.through),
    }
    verdict: Verdict = "cannot_assess"
    if evidence.is_over:
        reason = both("assess.average_incomplete", **values).then(implied(evidence))
    else:
        verdict = judge(average.value / float(target.value or 1))
        reason = both("assess.average_so_far", **values)
    return evidence.assessment(
        verdict, RULE, reason, figure=average.result, missing=missing,
        required=needed, required_unit="percent_per_year",
        gap=average.value - float(target.value or 0),
    )  # fmt: skip


def _average(evidence: Evidence, window: Period) -> _Average | None:
    """Return the average from a figure for the window, from yearly rates, or from levels."""
    years = list(window.years())
    whole = evidence.at(window)
    if whole is not None and not whole.qualifier:
        return _Average(whole.value, window.last_day.year, len(years), whole)
    if evidence.measured.kind == "rate":
        return _from_rates(evidence, years)
    return _from_levels(evidence, years)


def _from_rates(evidence: Evidence, years: list[Period]) -> _Average | None:
    """Average the yearly rates without a gap from the first year on."""
    known: list[Result] = []
    for year in years:
        found = evidence.at(year)
        if found is None or found.qualifier:
            break
        known.append(found)
    if not known:
        return None
    mean = prod(1 + one.value / 100 for one in known) ** (1 / len(known)) - 1
    span = Period.window(years[0].first_day.year, known[-1].period.first_day.year)
    return _made(evidence, 100 * mean, known, span)


def _from_levels(evidence: Evidence, years: list[Period]) -> _Average | None:
    """Take the growth from the year before the window to the last year that has a level."""
    base = evidence.at(years[0].shifted(-1))
    known = [one for year in years if (one := evidence.at(year)) and not one.qualifier]
    if base is None or base.qualifier or not known:
        return None
    if evidence.broken(base.period, known[-1].period):
        return None
    first, last = years[0].first_day.year - 1, known[-1].period.first_day.year
    rate = cagr(base.value, known[-1].value, last - first)
    if rate is None:
        return None
    return _made(evidence, 100 * rate, [base, known[-1]], Period.window(first + 1, last))


def _broken(evidence: Evidence, window: Period) -> Words | None:
    """Say which break in series keeps levels from being compared; rates carry their own."""
    if evidence.measured.kind == "rate":
        return None
    base, *_, last = _needed(evidence, window)
    return evidence.broken(base, last)


def _made(evidence: Evidence, value: float, of: list[Result], window: Period) -> _Average:
    """Wrap the average as a result that leads back to the figures it was made of."""
    statuses = [one.status for one in of]
    firm = next((s for s in ("estimate", "preliminary") if s in statuses), "actual")
    result = Result(
        evidence.measured.id, evidence.target.place, window, value, firm,
        formula=both("assess.formula_average").en, inputs=tuple(of),
    )  # fmt: skip
    years = window.last_day.year - window.first_day.year + 1
    return _Average(value, window.last_day.year, years, result)


def _needed(evidence: Evidence, window: Period) -> tuple[Period, ...]:
    years = tuple(window.years())
    return years if evidence.measured.kind == "rate" else (years[0].shifted(-1), *years)


def _values(evidence: Evidence, average: _Average) -> dict[str, object]:
    return {
        "average": Amount(average.value, unit("percent_per_year")),
        "window": evidence.target.deadline_period,
        "known": average.result.period,
        "promised": evidence.promised,
        "day": evidence.as_known_on,
        "status": both(f"ledger.status_{average.result.status}"),
    }
