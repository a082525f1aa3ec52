"""Both plans open without an error, and nothing in them stands without a source."""

from __future__ import annotations

from datetime import date

from lotrinh.flow import Content, evaluate

#: Sources read through another, without an address of their own.
_WITHOUT_ADDRESS = ("Bài viết tiếng Anh về PCI Đắk Lắk 2018-2020",)


def test_every_target_of_a_plan_is_judged_with_a_reason(opened: Content) -> None:
    """Each target gets a verdict and a sentence in both languages."""
    board = evaluate(opened, date(2026, 6, 30)).scoreboard
    assert len(board.assessments) == len(opened.plan.targets)
    assert all(one.reason.vi and one.reason.en for one in board.assessments)


def test_plan_175_has_its_six_targets_and_its_duties(plan_175: Content) -> None:
    """Four numbers, a bundle of completions and a regional level; no deadline for a duty."""
    kinds = [target.kind for target in plan_175.plan.targets]
    assert kinds == ["coverage", "level", "growth", "level", "completion", "qualitative"]
    assert [str(target.value) for target in plan_175.plan.targets[:4]] == ["100", "20", "7", "65"]
    operators = [target.operator for target in plan_175.plan.targets[:4]]
    assert operators == ["=", "~", ">", "="]
    assert len(plan_175.plan.targets[4].parts) == 3
    assert {duty.kind for duty in plan_175.plan.duties} >= {"guide", "concretise", "supervise"}
    assert all(duty.deadline is None for duty in plan_175.plan.duties)


def test_the_plan_hangs_under_the_resolution(plan_175: Content) -> None:
    """Four of its targets pass on one of the resolution's; each says how it differs."""
    assert [str(one) for one in plan_175.plan.parents] == ["plans/vn/nq-52-2019"]
    passed_on = [target for target in plan_175.plan.targets if target.parent is not None]
    assert len(passed_on) == 4
    assert all(target.parent_note is not None for target in passed_on)


def test_nothing_without_figures_is_green(plan_175: Content) -> None:
    """For Đắk Lắk no end value was published, and the board says so."""
    board = evaluate(plan_175, date(2026, 6, 30)).scoreboard
    assert {one.verdict for one in board.assessments} == {"cannot_assess"}


def test_every_measured_target_shows_what_is_nearest(plan_175: Content) -> None:
    """Where the figure is missing, the nearest known ones stand beside it as what they are."""
    board = evaluate(plan_175, date(2026, 6, 30)).scoreboard
    for one in board.assessments:
        if one.target.indicator:
            assert any(beside.latest is not None for beside in one.beside), one.target.id


def test_every_figure_names_its_source(opened: Content) -> None:
    """A figure has a title and an address; one worked out from others says how."""
    for one in opened.observations:
        assert one.source.title
        if not one.source.url:
            assert one.source.title.startswith(_WITHOUT_ADDRESS), one
        if one.source.title.startswith("Tính từ"):
            assert one.method == "computed", one
            assert one.note, one


def test_every_place_and_body_of_the_province_names_its_source(plan_175: Content) -> None:
    """Only the usual five unions and the groups of all provinces carry no address."""
    assert all(place.source_url for place in plan_175.places.places.values())
    bare = [body.id for body in plan_175.bodies.bodies.values() if not body.source_url]
    assert len(bare) <= 8, bare


def test_a_body_is_followed_to_its_heir(plan_175: Content) -> None:
    """The board that must guide is another one since 2025."""
    today = plan_175.bodies.today_of("dak-lak/ban-tuyen-giao", date(2026, 6, 30))
    assert [body.id for body in today] == ["dak-lak/ban-tuyen-giao-dan-van"]
    ministry = plan_175.bodies.today_of("vn/mic", date(2026, 6, 30))
    assert [body.id for body in ministry] == ["vn/most"]


def test_the_fifteen_districts_are_all_there(plan_175: Content) -> None:
    """Fifteen districts of the old province ended on 1 July 2025, and so did their committees."""
    districts = [p for p in plan_175.places.places.values() if p.parent == "vn/dak-lak@2004"]
    assert len(districts) == 15
    assert {place.valid_to for place in districts} == {date(2025, 7, 1)}
    assert len(plan_175.bodies.members("dak-lak/district-party-committees")) == 15
    heirs = plan_175.places.successors("vn/dak-lak@2004")
    assert [place.id for place in heirs] == ["vn/dak-lak@2025"]
    assert (
        plan_175.places["vn/dak-lak@2004"].code == plan_175.places["vn/dak-lak@2025"].code == "66"
    )
