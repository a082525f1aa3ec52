"""Judges a value at a deadline: level, coverage and rank.

After the deadline only the figure for the deadline counts; before it, the pace since the
baseline does. A figure of another year is named as the last known and judged as nothing.
"""

from __future__ import annotations

from lotrinh.assess.assessment import Assessment, Rule, Verdict
from lotrinh.assess.compare import band, keeps, tolerance_pct
from lotrinh.assess.evidence import Evidence
from lotrinh.assess.pace import METHOD, METHOD_URL, cagr, judge, progress_ratio
from lotrinh.base.words import Words, both
from lotrinh.engine import Result
from lotrinh.indicators import unit
from lotrinh.indicators.amount import Amount, distance, rounded
from lotrinh.periods import Period

AT_DEADLINE = Rule("value_at_deadline", both("assess.rule_at_deadline"), METHOD, METHOD_URL)
PACE = Rule("pace_to_target", both("assess.rule_pace"), METHOD, METHOD_URL)


def judge_level(evidence: Evidence) -> Assessment:
    """Return the judgement on a level, coverage or rank target."""
    if evidence.is_over:
        return _after(evidence)
    return _before(evidence)


def _after(evidence: Evidence) -> Assessment:
    target = evidence.target
    period = target.deadline_period
    figure = _deciding(evidence, period)
    values = {"year": period, "promised": evidence.promised, "day": evidence.as_known_on}
    if figure is None:
        reason = both("assess.no_figure_for_deadline", **values).then(_last_known(evidence))
        missing = evidence.missing((period,))
        path = _path(evidence, _base(evidence))
        return evidence.assessment(
            "cannot_assess", AT_DEADLINE, reason, missing=missing, path=path,
            required=float(target.value or 0), required_unit=target.unit,
        )  # fmt: skip
    limits = band(target, evidence.measured.direction, evidence.scale)
    kept = keeps(figure.value, figure.qualifier, target, limits)
    verdict: Verdict = "cannot_assess" if kept is None else "met" if kept else "missed"
    key = {None: "bound_leaves_open", True: "met_at_deadline", False: "missed_at_deadline"}[kept]
    values |= _figure_values(evidence, figure)
    reason = both(f"assess.{key}", **values).then(_tolerance(evidence))
    if figure.period != period:
        reason = reason.then(both("assess.last_edition", every=evidence.measured.every_years))
    return evidence.assessment(
        verdict, AT_DEADLINE, reason, figure=figure, gap=_gap(evidence, figure),
        required=float(target.value or 0), required_unit=target.unit,
        path=_path(evidence, _base(evidence)),
    )  # fmt: skip


def _deciding(evidence: Evidence, period: Period) -> Result | None:
    """Return the figure for the deadline; of a rarer one, the last edition due by it."""
    due = (period.shifted(-back) for back in range(evidence.measured.every_years))
    return next((found for one in due if (found := evidence.at(one)) is not None), None)


def _before(evidence: Evidence) -> Assessment:
    target = evidence.target
    known = [one for one in evidence.years if one.period.last_day <= target.deadline]
    exact = [one for one in known if not one.qualifier]
    values = {"promised": evidence.promised, "year": target.deadline_period}
    if not exact:
        reason = both("assess.no_figure_yet", **values).then(_last_known(evidence))
        missing = evidence.missing((target.deadline_period,))
        return evidence.assessment("cannot_assess", PACE, reason, missing=missing)
    latest = exact[-1]
    values |= _figure_values(evidence, latest)
    limits = band(target, evidence.measured.direction, evidence.scale)
    if keeps(latest.value, "", target, limits):
        reason = both("assess.reached_early", **values)
        return evidence.assessment(
            "met", AT_DEADLINE, reason, figure=latest, gap=_gap(evidence, latest)
        )
    base = _base(evidence)
    if base is None or base[0] >= latest.period:
        reason = both("assess.one_figure_only", **values)
        return evidence.assessment(
            "cannot_assess", PACE, reason, figure=latest, gap=_gap(evidence, latest)
        )
    if broken := evidence.broken(base[0], latest.period):
        reason = both("assess.pace_across_a_break", **values).then(broken)
        return evidence.assessment(
            "cannot_assess", PACE, reason, figure=latest, gap=_gap(evidence, latest)
        )
    return _by_pace(evidence, base, latest, values)


def _by_pace(
    evidence: Evidence, base: tuple[Period, float], latest: Result, values: dict[str, object]
) -> Assessment:
    goal = float(evidence.target.value or 0) * evidence.scale
    start, end = base[0].first_day.year, evidence.target.deadline.year
    now = latest.period.first_day.year
    rising = evidence.measured.direction != "down" and evidence.target.operator not in ("<", "<=")
    ratio = progress_ratio(
        base[1], latest.value, now - start, target=goal, years_to_target=end - start, rising=rising
    )
    path = _path(evidence, base)
    if ratio is None:
        reason = both("assess.no_pace", **values)
        return evidence.assessment("cannot_assess", PACE, reason, figure=latest, path=path)
    so_far, needed = cagr(base[1], latest.value, now - start), cagr(latest.value, goal, end - now)
    percent = unit("percent_per_year")
    values |= {
        "base": Amount(base[1], evidence.measured.unit),
        "base_year": base[0],
        "so_far": Amount(100 * (so_far or 0), percent),
        "needed": Amount(100 * (needed or 0), percent),
        "share": Amount(100 * ratio, unit("percent")),
    }
    verdict = judge(ratio)
    return evidence.assessment(
        verdict, PACE, both(f"assess.pace_{verdict}", **values), figure=latest,
        required=None if needed is None else 100 * needed, required_unit="percent_per_year",
        gap=_gap(evidence, latest), path=path,
    )  # fmt: skip


def _base(evidence: Evidence) -> tuple[Period, float] | None:
    """Return the baseline the plan names, else the first exact yearly figure."""
    named = evidence.target.baseline
    if named is not None and named.value is not None:
        return named.period, float(named.value) * evidence.scale
    if named is not None:
        found = evidence.at(named.period)
        return (named.period, found.value) if found and not found.qualifier else None
    first = next((one for one in evidence.years if not one.qualifier), None)
    return (first.period, first.value) if first else None


def _path(
    evidence: Evidence, base: tuple[Period, float] | None
) -> tuple[tuple[Period, float], ...]:
    """Return the value needed in each year at an even rate from the baseline to the target."""
    if base is None or evidence.target.value is None:
        return ()
    start, end = base[0].first_day.year, evidence.target.deadline.year
    goal = float(evidence.target.value) * evidence.scale
    rate = cagr(base[1], goal, end - start)
    if rate is None:
        return ()
    return tuple(
        (Period.year(y), base[1] * (1 + rate) ** (y - start)) for y in range(start, end + 1)
    )


def _gap(evidence: Evidence, figure: Result) -> float:
    return figure.value / evidence.scale - float(evidence.target.value or 0)


def _figure_values(evidence: Evidence, figure: Result) -> dict[str, object]:
    return {
        "value": evidence.amount(figure),
        "of": figure.period,
        "status": both(f"ledger.status_{figure.status}"),
        "gap": distance(_gap(evidence, figure), unit(evidence.target.unit)),
    }


def _last_known(evidence: Evidence) -> Words | None:
    if not evidence.years:
        return both("assess.never_known", indicator=evidence.measured)
    return both("assess.last_known", **_figure_values(evidence, evidence.years[-1]))


def _tolerance(evidence: Evidence) -> Words | None:
    if evidence.target.operator != "~":
        return None
    return both("assess.about", tolerance=rounded(tolerance_pct(evidence.target)))
