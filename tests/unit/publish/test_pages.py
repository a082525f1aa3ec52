"""Pages say what the values behind them hold, no more and no less."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lotrinh.flow import evaluate, open_content, read_folder
from lotrinh.publish.page import (
    Case,
    bodies_page,
    data_page,
    directive_page,
    home_page,
    methods_page,
    scoreboard_page,
    target_page,
)

DAY = date(2026, 2, 1)


def case_of(folder: Path, day: date = DAY) -> Case:
    """Return the case of a plan of the content."""
    return evaluate(open_content(*read_folder(folder)), day).case()


@pytest.fixture(scope="module")
def province(content: Path) -> Case:
    """Plan 175 on a day."""
    return case_of(content / "plans/dak-lak/kh-175-2020")


@pytest.fixture(scope="module")
def nation(content: Path) -> Case:
    """Resolution 52 on a day."""
    return case_of(content / "plans/vn/nq-52-2019")


def test_the_sentence_of_a_scoreboard_counts_what_nobody_can_tell(province: Case) -> None:
    said = scoreboard_page(province, "vi").sentence
    unknown = sum(one.verdict == "cannot_assess" for one in province.scoreboard.assessments)
    assert "chưa chỉ tiêu nào trong 6 chỉ tiêu" in said
    assert f"{unknown} chỉ tiêu chưa đủ số liệu" in said


def test_the_counts_of_a_scoreboard_add_up(nation: Case) -> None:
    page = scoreboard_page(nation, "en")
    assert sum(one.count for one in page.counts) == len(page.rows)


@pytest.mark.parametrize("sort", ["plan", "verdict", "age", "no such order"])
def test_every_order_of_a_scoreboard_holds_every_target(nation: Case, sort: str) -> None:
    page = scoreboard_page(nation, "vi", sort)
    assert {row.address.name for row in page.rows} == {one.id for one in nation.plan.targets}


def test_the_newest_figures_come_first_and_targets_without_any_last(nation: Case) -> None:
    ages = [row.newest for row in scoreboard_page(nation, "vi", "age").rows]
    known = [age for age in ages if age is not None]
    assert known == sorted(known, reverse=True)
    assert ages[: len(known)] == known


def test_a_growth_target_measured_by_levels_has_no_line_among_them(province: Case) -> None:
    page = target_page(province, "labour-productivity", "vi")
    assert page is not None
    assert page.judged.chart is not None
    assert ">Chỉ tiêu: trên 7%" not in page.judged.chart.wide


def test_an_undecided_target_still_leads_to_its_latest_figure(province: Case) -> None:
    page = target_page(province, "labour-productivity", "vi")
    assert page is not None
    trail = page.judged.trail
    assert trail is not None
    assert not page.judged.trail_decides
    grdp, workers = trail.inputs
    assert grdp.observation is not None
    assert workers.observation is not None
    assert [old.value for old in grdp.observation.superseded] == ["62.500\xa0tỷ đồng"]


def test_each_other_definition_is_judged_under_its_own_name(nation: Case) -> None:
    page = target_page(nation, "digital-economy", "vi")
    assert page is not None
    names = [one.indicator.name for one in (page.judged, *page.others) if one.indicator]
    assert len(names) == len(set(names)) == 3


def test_a_target_that_is_not_there_has_no_page(nation: Case) -> None:
    assert target_page(nation, "no-such-target", "vi") is None


def test_every_target_and_part_has_a_page_in_both_languages(province: Case, nation: Case) -> None:
    for case in (province, nation):
        for target in case.plan.all_targets():
            assert target_page(case, target.id, "vi") is not None
            assert target_page(case, target.id, "en") is not None


def test_the_pieces_of_a_clause_are_its_text(province: Case, nation: Case) -> None:
    for case in (province, nation):
        page = directive_page(case, "vi")
        for clause, shown in zip(case.plan.directive.clauses, page.clauses, strict=True):
            assert "".join(piece.text for piece in shown.pieces) == clause.text


def test_every_number_promised_is_marked_in_its_clause(province: Case, nation: Case) -> None:
    for case in (province, nation):
        marked = {
            piece.address.name
            for clause in directive_page(case, "vi").clauses
            for piece in clause.pieces
            if piece.kind == "target" and piece.address
        }
        promised = {one.id for one in case.plan.all_targets() if one.value is not None}
        assert promised <= marked


def test_every_duty_says_its_bodies_and_that_no_deadline_was_set(province: Case) -> None:
    page = bodies_page(province, "vi")
    assert len(page.duties) == len(province.plan.duties)
    assert {duty.deadline for duty in page.duties} == {"văn bản không nêu thời hạn"}
    guide = page.duties[0].bodies[0]
    assert guide.heirs.startswith("nay là ")


def test_the_data_page_holds_every_figure_of_the_vintage(province: Case) -> None:
    page = data_page(province, "vi")
    shown = [one.id for group in page.groups for one in group.observations]
    assert sorted(shown) == sorted(one.id for one in province.vintage.observations)
    assert page.total == len(shown)


def test_the_first_page_lists_the_plan_nearer_to_the_people_first(
    province: Case, nation: Case
) -> None:
    page = home_page((nation, province), "vi")
    assert [row.head.label for row in page.plans] == ["Kế hoạch 175-KH/TU", "Nghị quyết 52-NQ/TW"]


def test_the_methods_page_holds_every_rule_that_judged(province: Case, nation: Case) -> None:
    used = {
        one.rule.id
        for case in (province, nation)
        for judged in case.scoreboard.assessments
        for one in (judged, *judged.parts, *judged.other_definitions)
    }
    assert used <= {rule.id for rule in methods_page("vi").rules}
