"""Projects, bundles and aims without a figure: unknown is not undone, and never done."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.assess.verdict import ORDER, worst
from lotrinh.base.words import Words
from lotrinh.plan import Project
from unit.assess.worked import figure, judged, target

DONE = target(id="done", kind="completion", indicator="", operator="", value=None, unit="")


def projects(*statuses: str) -> tuple[Project, ...]:
    return tuple(
        Project(f"p{n}", Words("dự án", "project"), "done", status)  # type: ignore[arg-type]
        for n, status in enumerate(statuses)
    )


@pytest.mark.parametrize(
    ("statuses", "on", "verdict"),
    [
        ((), date(2026, 1, 1), "cannot_assess"),
        (("done", "done"), date(2026, 1, 1), "met"),
        (("done", "unknown"), date(2026, 1, 1), "cannot_assess"),
        (("done", "under_way"), date(2026, 1, 1), "missed"),
        (("done", "under_way"), date(2024, 1, 1), "on_track"),
        (("done", "not_started"), date(2024, 1, 1), "at_risk"),
    ],
)
def test_completion_counts_the_projects_of_its_list(statuses, on: date, verdict: str) -> None:
    assert judged(DONE, on=on, projects=projects(*statuses)).verdict == verdict


def test_a_bundle_is_as_good_as_its_worst_part_and_counts_the_met_ones() -> None:
    parts = (target(id="a"), target(id="b", value=Decimal(10)))
    whole = target(id="whole", value=None, operator="", unit="", indicator="", parts=parts)
    one = judged(whole, figure(2025, 15))
    assert [part.verdict for part in one.parts] == ["missed", "met"]
    assert one.verdict == "missed"
    assert one.reason.en == "The target has 2 parts, 1 met."


@given(st.lists(st.sampled_from(ORDER), min_size=1))
def test_a_bundle_is_green_only_when_all_of_it_is(verdicts) -> None:
    assert (worst(verdicts) == "met") == (set(verdicts) == {"met"})
    if "cannot_assess" in verdicts:
        assert worst(verdicts) not in ("met", "on_track")


def test_an_aim_without_a_figure_cannot_be_judged_and_says_why() -> None:
    aim = target(kind="qualitative", indicator="", operator="", value=None, unit="")
    one = judged(aim)
    assert (one.verdict, one.rule.id) == ("cannot_assess", "needs_a_measure")
    assert "không nêu con số" in one.reason.vi
