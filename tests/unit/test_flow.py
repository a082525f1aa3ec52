"""The road from a folder to the judgements, on the built-in plans with their real figures."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import (
    Content,
    evaluate,
    evaluate_again,
    evaluate_vintage,
    freeze,
    open_content,
    read_folder,
)
from lotrinh.ledger import Key, Vintage
from lotrinh.periods import Period

OLD = "vn/dak-lak@2004"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def plan_175() -> Content:
    root = Path(__file__).resolve().parents[2]
    return open_content(*read_folder(root / "content/plans/dak-lak/kh-175-2020"))


@pytest.fixture(scope="module")
def resolution_52() -> Content:
    root = Path(__file__).resolve().parents[2]
    return open_content(*read_folder(root / "content/plans/vn/nq-52-2019"))


def held(content: Content, indicator: str, period: str, day: date) -> Decimal:
    return freeze(content, day).holding[Key(indicator, OLD, Period.read(period))].value


def test_grdp_of_2020_is_what_was_known_of_it_on_each_day(plan_175: Content) -> None:
    assert held(plan_175, "grdp-constant", "2020", date(2020, 12, 31)) == 62500
    assert held(plan_175, "grdp-constant", "2020", date(2026, 6, 30)) == 50967


def test_average_growth_is_what_was_announced_by_each_day(plan_175: Content) -> None:
    assert held(plan_175, "grdp-growth-average", "2021-2025", date(2025, 9, 30)) == Decimal("6.31")
    assert held(plan_175, "grdp-growth-average", "2021-2025", date(2026, 6, 30)) == Decimal("5.88")


def test_productivity_is_computed_from_grdp_and_workers(plan_175: Content) -> None:
    year = Period.year(2020)
    early = evaluate(plan_175, date(2021, 6, 30)).results.get("labour-productivity", OLD, year)
    late = evaluate(plan_175, TODAY).results.get("labour-productivity", OLD, year)
    assert early is not None
    assert late is not None
    assert early.value == pytest.approx(1000 * 62500 / 1149722)
    assert late.value == pytest.approx(1000 * 50967 / 1149722)
    assert late.status == "estimate", "no firmer than its least firm input"


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2025, 9, 30), TODAY])
def test_both_engines_give_the_same_judgements(plan_175: Content, day: date) -> None:
    slow, fast = (evaluate(plan_175, day, on=on).scoreboard for on in ("reference", "duckdb"))
    assert fast == slow


def test_no_target_of_plan_175_can_be_shown_met_from_public_figures(plan_175: Content) -> None:
    board = evaluate(plan_175, TODAY).scoreboard
    assert len(board.assessments) == 6
    assert {one.verdict for one in board.assessments} == {"cannot_assess"}
    measured = [one for one in board.assessments if one.target.indicator]
    assert all(one.missing for one in measured), "each says which figure is missing"


def test_the_resolution_above_has_real_verdicts(resolution_52: Content) -> None:
    board = evaluate(resolution_52, TODAY).scoreboard
    verdicts = {one.target.id: one.verdict for one in board.assessments}
    assert verdicts["digital-economy"] == "missed"
    assert verdicts["digital-economy-2030"] == "off_track"
    assert verdicts["labour-productivity"] == "missed"
    digital = next(one for one in board.assessments if one.target.id == "digital-economy")
    # GSO's estimate for 2025, told on 18 January 2026, against about 20 %.
    assert digital.figure is not None
    assert (digital.figure.value, digital.figure.status) == (14.02, "estimate")


def test_before_the_deadline_the_same_target_was_off_track(resolution_52: Content) -> None:
    board = evaluate(resolution_52, date(2025, 6, 30)).scoreboard
    digital = next(one for one in board.assessments if one.target.id == "digital-economy")
    assert digital.verdict == "off_track"
    assert digital.figure is not None
    assert digital.figure.value == 13.17


def test_every_figure_on_a_scoreboard_leads_to_a_source(
    plan_175: Content, resolution_52: Content
) -> None:
    for content in (plan_175, resolution_52):
        for one in evaluate(content, TODAY).scoreboard.assessments:
            shown = [one.figure] if one.figure else []
            shown += [r for beside in one.beside for r in beside.series] + list(one.series)
            for result in shown:
                sources = [observation.source for observation in result.observations()]
                assert sources, result
                assert all(source.title for source in sources)


def test_the_two_definitions_of_trained_workers_stand_side_by_side(plan_175: Content) -> None:
    board = evaluate(plan_175, TODAY).scoreboard
    trained = next(one for one in board.assessments if one.target.id == "trained-workers")
    assert trained.target.silence is not None, "the plan does not say which it means"
    assert trained.other_definitions


def test_a_plan_opens_from_nothing_but_its_own_files(plan_175: Content) -> None:
    again = open_content(plan_175.files, str(plan_175.plan.address))
    assert evaluate(again, TODAY).scoreboard == evaluate(plan_175, TODAY).scoreboard


def test_a_folder_without_a_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LotrinhError) as caught:
        read_folder(tmp_path)
    assert "không có tệp plan.yml" in caught.value.say("vi")


def test_a_plan_outside_any_content_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text("name: x", encoding="utf-8")
    with pytest.raises(LotrinhError) as caught:
        read_folder(tmp_path)
    assert "lies in no content" in caught.value.say("en")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    plan = tmp_path / "plans/x"
    plan.mkdir(parents=True)
    (tmp_path / "places").mkdir()
    (plan / "plan.yml").write_bytes("name: Kế".encode("utf-16"))
    with pytest.raises(LotrinhError) as caught:
        read_folder(plan)
    assert caught.value.say("vi").startswith("plans/x/plan.yml: Tệp này không được mã hóa UTF-8.")


def test_a_year_of_news_judged_again_is_judged_as_from_the_beginning(plan_175: Content) -> None:
    """Only what rests on the new figures is computed; scoreboard and traces are the same."""
    earlier, later = (freeze(plan_175, day) for day in (date(2025, 9, 30), TODAY))
    news = Vintage(TODAY, earlier.observations)
    again = evaluate_again(evaluate_vintage(plan_175, news), later)
    whole = evaluate_vintage(plan_175, later)
    assert len(later.observations) > len(earlier.observations)
    assert again.scoreboard == whole.scoreboard
    assert again.results.all() == whole.results.all()
