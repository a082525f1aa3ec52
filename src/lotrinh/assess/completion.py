"""Judges what has no single figure: projects, bundles of promises, aims without a number.

A project nobody published the state of is unknown, not undone; a bundle is met when all of
its parts are.
"""

from __future__ import annotations

from collections import Counter

from lotrinh.assess.assessment import Assessment, Rule, Verdict
from lotrinh.assess.evidence import Evidence
from lotrinh.assess.verdict import worst
from lotrinh.base.words import both
from lotrinh.plan import Project

#: The rules of this file are our own; ARCHITECTURE.md says why.
OWN, OWN_URL = "lotrinh, docs/methods.md", ""
COMPLETION = Rule("projects_completed", both("assess.rule_completion"), OWN, OWN_URL)
BUNDLE = Rule("all_parts", both("assess.rule_bundle"), OWN, OWN_URL)
NO_MEASURE = Rule("needs_a_measure", both("assess.rule_no_measure"), OWN, OWN_URL)


def judge_completion(evidence: Evidence) -> Assessment:
    """Return the judgement on a target that counts completed projects."""
    target = evidence.target
    projects = [one for one in evidence.plan.projects if one.target == target.id]
    count: Counter[str] = Counter(project.status for project in projects)
    values: dict[str, object] = {
        "total": len(projects), "done": count["done"], "unknown": count["unknown"],
        "day": evidence.as_known_on, "year": target.deadline_period,
    }  # fmt: skip
    verdict, key = _completion(evidence, projects, count)
    return evidence.assessment(verdict, COMPLETION, both(f"assess.{key}", **values))


def _completion(
    evidence: Evidence, projects: list[Project], count: Counter[str]
) -> tuple[Verdict, str]:
    if not projects:
        return "cannot_assess", "no_projects"
    if count["done"] == len(projects):
        return "met", "projects_done"
    if count["unknown"]:
        return "cannot_assess", "projects_unknown"
    if evidence.is_over:
        return "missed", "projects_undone"
    if count["not_started"]:
        return "at_risk", "projects_not_started"
    return "on_track", "projects_under_way"


def judge_bundle(evidence: Evidence, parts: tuple[Assessment, ...]) -> Assessment:
    """Return the judgement on a promise that bundles others: met when all of them are."""
    verdict = worst(part.verdict for part in parts)
    met = sum(part.verdict == "met" for part in parts)
    unknown = sum(part.verdict == "cannot_assess" for part in parts)
    key = "bundle_met" if verdict == "met" else "bundle_unknown" if unknown else "bundle_open"
    values = {"met": met, "total": len(parts), "unknown": unknown}
    return evidence.assessment(verdict, BUNDLE, both(f"assess.{key}", **values), parts=parts)


def judge_qualitative(evidence: Evidence) -> Assessment:
    """Return the judgement on an aim without a figure: it cannot be given, and why."""
    return evidence.assessment("cannot_assess", NO_MEASURE, both("assess.no_measure"))
