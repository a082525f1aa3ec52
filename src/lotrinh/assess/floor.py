"""Judges a value that every year of a window must keep: one year below it settles the matter."""

from __future__ import annotations

from lotrinh.assess.assessment import Assessment, Rule, Verdict
from lotrinh.assess.compare import band, keeps
from lotrinh.assess.evidence import Evidence
from lotrinh.assess.pace import METHOD, METHOD_URL
from lotrinh.base.words import both

RULE = Rule("every_year", both("assess.rule_every_year"), METHOD, METHOD_URL)


def judge_floor(evidence: Evidence) -> Assessment:
    """Return the judgement on a target that holds for every year of its window."""
    target = evidence.target
    years = tuple(target.deadline_period.years())
    limits = band(target, evidence.measured.direction, evidence.scale)
    known = [one for year in years if (one := evidence.at(year)) is not None]
    broken = [one for one in known if keeps(one.value, one.qualifier, target, limits) is False]
    over = [year for year in years if year.last_day < evidence.as_known_on]
    missing = evidence.missing(tuple(over))
    values: dict[str, object] = {
        "promised": evidence.promised, "window": target.deadline_period,
        "known": len(known), "years": len(years), "day": evidence.as_known_on,
    }  # fmt: skip
    latest = broken[0] if broken else known[-1] if known else None
    gap = None if latest is None else latest.value / evidence.scale - float(target.value or 0)
    if latest is not None:
        values |= {"value": evidence.amount(latest), "of": latest.period}
    verdict: Verdict
    if broken:
        verdict, key = "missed", "floor_broken"
    elif missing or not known:
        verdict, key = "cannot_assess", "floor_incomplete"
    elif len(known) == len(years):
        verdict, key = "met", "floor_kept"
    else:
        verdict, key = "on_track", "floor_so_far"
    return evidence.assessment(
        verdict, RULE, both(f"assess.{key}", **values), figure=latest, gap=gap, missing=missing,
        required=float(target.value or 0), required_unit=target.unit,
    )  # fmt: skip
