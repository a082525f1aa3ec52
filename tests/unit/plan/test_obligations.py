"""Who must report what and when follows from the plan, or stands in obligations.yml."""

from datetime import date
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import obligations, open_content, read_folder
from lotrinh.periods import Period
from lotrinh.plan import Cell
from unit.plan.folder import FILES, PLAN
from unit.plan.reporting import DECLARED, all_obligations, opened

TODAY = date(2026, 11, 27)


def test_the_statistics_office_of_the_province_reports_the_nation_s_custodian_s_figures(
    content: Path,
) -> None:
    found = open_content(*read_folder(content / "plans/dak-lak/kh-175-2020"))
    by_body = {one.body: one for one in obligations(found, TODAY)}
    office = by_body["dak-lak/cuc-thong-ke"]
    # Labour productivity is computed: what is asked for is GRDP and the employed.
    assert [one.indicator for one in office.asked] == [
        "digital-economy-share", "grdp-constant", "employed-total",
    ]  # fmt: skip
    assert office.targets == ("digital-economy", "labour-productivity")
    # The base year of the growth target is 2020; figures of statistics come out on the 29th.
    reports = office.reports(date(2020, 1, 1), date(2026, 1, 1))
    assert [str(one.period) for one in reports] == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert reports[-1].due == date(2025, 12, 29)


def test_a_department_that_ended_is_followed_by_the_one_that_took_its_figures(
    content: Path,
) -> None:
    found = open_content(*read_folder(content / "plans/dak-lak/kh-175-2020"))
    before = {one.body for one in obligations(found, date(2020, 7, 1))}
    after = {one.body for one in obligations(found, TODAY)}
    assert before != after
    for body in after:
        assert found.bodies[body].is_there_on(TODAY)


def test_a_survey_of_every_second_year_is_asked_for_in_the_years_it_is_held(content: Path) -> None:
    found = open_content(*read_folder(content / "plans/vn/nq-52-2019"))
    (survey,) = (one for one in obligations(found, TODAY) if one.every_years == 2)
    # The UN e-government survey came out in 2020, 2022 and 2024.
    assert [str(one) for one in survey.periods()] == ["2020", "2022", "2024"]


def test_each_member_of_a_group_reports_for_the_place_it_sits_in() -> None:
    found = all_obligations()
    assert found["people.p.a"].places == ("vn/p/a",)
    assert found["people.p.b"].body == "p/b"
    assert found["people.p.a"].name.vi == "Báo cáo dân số – UBND xã A"


def test_a_report_has_one_cell_for_each_indicator_place_and_breakdown() -> None:
    one = all_obligations()["people.p.a"]
    assert one.cells(Period.read("2026-Q1"), opened().places) == (
        Cell("people", "vn/p/a"),
        Cell("people", "vn/p/a", "sex=female"),
        Cell("people", "vn/p/a", "sex=male"),
        Cell("pupils", "vn/p/a"),
    )


def test_a_place_that_is_no_more_is_not_asked_about() -> None:
    one = all_obligations()["people.p.b"]
    assert len(one.cells(Period.read("2026-Q2"), opened().places)) == 4
    assert one.cells(Period.read("2026-Q3"), opened().places) == ()


def test_reports_fall_due_by_the_calendar_two_working_days_after_the_14th() -> None:
    reports = all_obligations()["people.p.a"].reports(date(2026, 1, 1), date(2026, 12, 31))
    # 14 March 2026 is a Saturday.
    assert [one.due.isoformat() for one in reports] == [
        "2026-03-17", "2026-06-16", "2026-09-16", "2026-12-16",
    ]  # fmt: skip


def test_a_day_written_as_a_decision_says_it_comes_before_the_calendar() -> None:
    declared = DECLARED.replace("since:", "due: trước ngày 25 tháng cuối quý\n  since:")
    (one, *_) = obligations(opened(declared), TODAY)
    assert one.report(Period.read("2026-Q1")).due == date(2026, 3, 25)
    assert one.asks_about(Period.read("2026-Q1"))
    assert not one.asks_about(Period.read("2026"))
    assert not one.asks_about(Period.read("2027-Q1"))


def test_the_plan_decides_how_many_levels_approve_its_reports() -> None:
    def levels(declared: str) -> dict[str, int]:
        return {one.id: one.levels for one in obligations(opened(declared), TODAY)}

    derived = {"vn.office-vn", "vn.office-p"} & levels(DECLARED).keys()
    assert set(levels(DECLARED).values()) == {2}
    assert set(levels(f"levels: 1\n{DECLARED}").values()) == {1}
    assert derived, "what follows from the targets is meant too"
    one_more = DECLARED.replace("  since:", "  levels: 3\n  since:")
    found = levels(f"levels: 1\n{one_more}")
    assert (found.pop("people.p.a"), found.pop("people.p.b")) == (3, 3)
    assert set(found.values()) == {1}


def test_what_is_declared_is_not_derived_once_more() -> None:
    declared = (
        "obligations:\n- {id: share, name: {vi: Tỷ trọng, en: Share}, body: vn/office,"
        " places: [vn], indicators: [digital-economy-share], frequency: year, since: 2024-01-01,"
        " until: 2025-12-31}\n"
    )
    assert [one.id for one in obligations(opened(declared), TODAY)] == ["share"]


def test_without_a_calendar_a_report_is_due_when_its_period_ends() -> None:
    (one,) = obligations(open_content(FILES, PLAN), TODAY)
    assert one.report(Period.year(2025)).due == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("old", "new", "vi", "en"),
    [
        ("p/communes", "p/comunes", "Không có cơ quan “p/comunes”", "no body “p/comunes”"),
        ("- pupils", "- pupil", "Mã gần giống: pupils", "Nearest ids: pupils"),
        ("quarter", "weekly", "“weekly” không phải là giá", "Choose one of: month, quarter"),
        ("until: 2026", "until: 2025", "đến trước ngày đầu", "comes before the first"),
        ("since:", "targets: [x]\n  since:", "không có chỉ tiêu “x”", "has no target “x”"),
        ("since:", "calendar: moon\n  since:", "Không có lịch báo cáo “moon”", "calendar “moon”"),
        ("since:", "due: hôm nào đó\n  since:", "“hôm nào đó”", "“hôm nào đó”"),
        ("since:", "due: ngày 5 hàng tháng\n  since:", "khác với frequency", "another length"),
        ("since:", "levels: 0\n  since:", "“0” không đúng dạng", "(1–3): 1 the body's own head"),
        ("since:", "levels: 4\n  since:", "“4” không đúng dạng", "then the planning office"),
        ("since:", "levels: hai\n  since:", "“hai” không đúng dạng", "“hai” has the wrong shape"),
        ("relations:", "levels: 1.5\nrelations:", "“1.5” không đúng dạng", "wrong shape"),
        ("since:", "places: [vn/z]\n  since:", "Không có địa bàn “vn/z”", "no place “vn/z”"),
        ("pupils <= people", "pupils <= peple", "Mã gần giống: people", "Nearest ids: people"),
        ("pupils <= people", "pupils <= people)", "cột 17", "column 17"),
        ("sex=male]}\n  - p", "sex=x]}\n  - p", "phân tổ “sex=x”", "breakdown “sex=x”"),
        ("sex=male]}\n  - p", "X=y]}\n  - p", "area=rural", "area=rural"),
        ("id: by-sex", "id: people", "“people” xuất hiện hai lần", "“people” stands twice"),
        ("parts: [sex=female, sex=male]", "parts: [sex=female]", "không đúng dạng", "wrong shape"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_its_mend(old, new, vi: str, en: str) -> None:
    assert old in DECLARED
    with pytest.raises(LotrinhError) as caught:
        opened(DECLARED.replace(old, new, 1))
    assert vi in caught.value.say("vi")
    assert en in caught.value.say("en")
    for problem in caught.value.problems:
        assert (problem.where.file, bool(problem.where.line)) == (f"{PLAN}/obligations.yml", True)


def test_a_computed_indicator_is_reported_by_nobody(content: Path) -> None:
    files, folder = read_folder(content / "plans/dak-lak/kh-175-2020")
    declared = (
        "obligations:\n- {id: x, name: {vi: a, en: b}, body: dak-lak/cuc-thong-ke, frequency: year,"
        " indicators: [labour-productivity], since: 2024-01-01, until: 2025-12-31}\n"
    )
    with pytest.raises(LotrinhError, match="is computed by a formula"):
        open_content({**files, f"{folder}/obligations.yml": declared}, folder)
