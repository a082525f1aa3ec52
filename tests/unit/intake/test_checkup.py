"""Each check finds what it is for, in the cell it is about; the rest passes without a word."""

from dataclasses import replace

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.intake.checkup import check_filing
from lotrinh.intake.filing import Known
from lotrinh.intake.robust import OUTLIER, Spread
from lotrinh.periods import Period
from lotrinh.plan import Cell
from lotrinh.plan.obligation import Sum
from unit.intake.filings import CONTENT, FEMALE, GOOD, MALE, ONE, PEOPLE, PUPILS, filing, said

LAST = Period.read("2025-Q4")


def series(cell: Cell, *values: float, until: str = "2025-Q4") -> Known:
    """Return quarters up to `until`, the last value last."""
    last = Period.read(until)
    periods = [last]
    while len(periods) < len(values):
        quarter = periods[0]
        year, n = quarter.first_day.year, quarter.first_day.month // 3
        periods.insert(0, Period.read(f"{year}-Q{n}" if n else f"{year - 1}-Q4"))
    return Known({cell: dict(zip(periods, values, strict=True))})


def test_a_right_report_passes_without_a_word() -> None:
    assert said(filing(GOOD)) == []
    assert said(filing(dict.fromkeys(GOOD, ""))) == []


def test_a_figure_out_of_its_bounds_is_refused_and_not_called_odd_as_well() -> None:
    one = filing({**GOOD, PUPILS: "-3"}, series(PUPILS, 1700))
    assert said(one) == [("pupils", "hard", "impossible")]


def test_half_a_person_is_refused_and_half_a_percent_is_not() -> None:
    assert ("pupils", "hard", "not_whole") in said(filing({**GOOD, PUPILS: "1710.5"}))
    assert said(filing({PUPILS: "0.5"}, pupils={"unit": "percent"})) == []


def test_a_total_is_what_its_parts_add_up_to() -> None:
    assert said(filing({**GOOD, MALE: "4541"})) == [("people", "hard", "sum")]
    # A part that is missing proves nothing: missing is never zero.
    assert said(filing({**GOOD, MALE: ""})) == []


def test_a_sum_of_decimals_is_not_refused_for_the_dust_of_floats() -> None:
    one = {PEOPLE: "0.3", FEMALE: "0.1", MALE: "0.2", PUPILS: ""}
    assert said(filing(one, people={"unit": "percent"})) == []


def test_a_condition_between_indicators_is_held_with_its_reason() -> None:
    one = filing({**GOOD, PUPILS: "9121"})
    assert said(one) == [("pupils", "hard", "relation_because")]
    (found,) = check_filing(one).findings
    assert found.problem.wrong("vi").startswith(
        "Học sinh là người dân. Ở đây là 9.121 so với 9.120"
    )


def test_communes_add_up_to_the_province_whoever_reports_them() -> None:
    rule = Sum("by-commune", "pupils", "soft", places=("vn/p/a", "vn/p/b"), of="vn/p")
    obligation = replace(ONE, sums=(rule,))
    q1 = Period.read("2026-Q1")
    known = Known(
        {Cell("pupils", "vn/p/b"): {q1: 900.0}, Cell("pupils", "vn/p"): {q1: 2610.0}}
    )  # fmt: skip
    assert said(filing({PUPILS: "1710"}, known, obligation=obligation)) == []
    assert said(filing({PUPILS: "1711"}, known, obligation=obligation)) == [
        ("pupils", "soft", "sum")
    ]


def test_another_body_that_says_otherwise_is_named() -> None:
    office = CONTENT.bodies["p/office"]
    one = filing(GOOD, Known(others={PUPILS: {office: 1700.0}}))
    assert said(one) == [("pupils", "soft", "said_otherwise")]
    assert "Sở P đã báo 1.700\xa0người" in check_filing(one).findings[0].problem.wrong("vi")
    assert said(filing(GOOD, Known(others={PUPILS: {office: 1710.0}}))) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1710", []),
        ("2600", ["jumped"]),
        ("800", ["jumped"]),
        ("17000", ["slip"]),
        ("170", ["slip"]),
    ],
)
def test_a_jump_against_the_last_period_asks_for_a_reason(value: str, expected: list[str]) -> None:
    one = filing({PUPILS: value}, series(PUPILS, 1700))
    assert said(one) == [("pupils", "soft", key) for key in expected]


def test_a_share_moves_by_points_and_a_rank_may_move_as_it_will() -> None:
    share = {"unit": "percent"}
    assert said(filing({PUPILS: "12"}, series(PUPILS, 4), pupils=share)) == []
    assert said(filing({PUPILS: "25"}, series(PUPILS, 4), pupils=share)) == [
        ("pupils", "soft", "jumped_points")
    ]
    rank = {"unit": "rank", "kind": "rank"}
    assert said(filing({PUPILS: "60"}, series(PUPILS, 4), pupils=rank)) == []


def test_a_flow_is_compared_with_the_same_season_of_the_year_before() -> None:
    # The fourth quarter is the harvest; the first is like the first of last year.
    known = series(PUPILS, 100, 300, 500, 900)
    assert said(filing({PUPILS: "104"}, known, pupils={"kind": "flow"})) == []
    assert said(filing({PUPILS: "104"}, known)) == [("pupils", "soft", "jumped")]


def test_a_change_unlike_all_before_is_an_outlier_and_a_steady_rise_is_not() -> None:
    known = series(PUPILS, 1600, 1616, 1633, 1650, 1665, 1682, 1700)
    assert said(filing({PUPILS: "1718"}, known)) == []
    assert said(filing({PUPILS: "1900"}, known)) == [("pupils", "soft", "odd_in_series")]
    # Four changes are no sample.
    assert said(filing({PUPILS: "1900"}, series(PUPILS, 1633, 1650, 1665, 1682, 1700))) == []


def test_one_place_far_from_its_peers_is_an_outlier() -> None:
    shares = [61.0, 62.5, 60.0, 63.0, 61.5, 62.0, 60.5, 61.2, 62.2]
    places = dict(CONTENT.places.places)
    for n in range(len(shares)):
        places[f"vn/p/{n}"] = replace(places["vn/p/a"], id=f"vn/p/{n}")
    q1 = Period.read("2026-Q1")
    known = Known({Cell("pupils", f"vn/p/{n}"): {q1: one} for n, one in enumerate(shares)})

    def found(value: str) -> list[tuple[str, str, str]]:
        one = filing({PUPILS: value}, known, pupils={"unit": "percent", "kind": "ratio"})
        return said(replace(one, places=replace(one.places, places=places)))

    assert found("62.4") == []
    assert found("75") == [("pupils", "soft", "odd_among_peers")]


def test_a_soft_finding_passes_with_a_reason_and_a_hard_one_never() -> None:
    known = series(PUPILS, 1700)
    odd = {**GOOD, PUPILS: "2600"}
    with pytest.raises(LotrinhError, match=r"H8: A change of 52.94% from quarter 4 of 2025"):
        check_filing(filing(odd, known)).raise_if_refused()
    checkup = check_filing(filing(odd, known, {PUPILS: "Nhập thêm trường của xã bên"}))
    checkup.raise_if_refused()
    assert [one.cell for one in checkup.explained] == [PUPILS]
    # “ok” is no reason, and no reason makes half a person.
    assert check_filing(filing(odd, known, {PUPILS: "ok"})).refused
    assert check_filing(filing({**GOOD, PUPILS: "1.5"}, notes={PUPILS: "Đúng như thế đấy"})).refused


def test_all_findings_of_all_cells_come_at_once_in_the_order_of_the_form() -> None:
    one = filing({**GOOD, PEOPLE: "-1", FEMALE: "0.5", PUPILS: "1.5"})
    assert [row for row, _, _ in said(one)] == [
        "people",
        "people",
        "people sex=female",
        "pupils",
        "pupils",
    ]


def test_the_modified_z_score_is_that_of_iglewicz_and_hoaglin() -> None:
    # By hand: the median is 2.45, the deviations' median 0.15.
    sample = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3]
    spread = Spread.of(sample)
    assert [one for one in sample if abs(spread.z(one)) > OUTLIER] == [8.2, 8.3]
    assert spread.z(8.2) == pytest.approx(0.6745 * 5.75 / 0.15)


def test_where_half_the_sample_is_one_value_the_mean_deviation_measures() -> None:
    spread = Spread.of([5.0, 5.0, 5.0, 5.0, 9.0])
    # The mean absolute deviation is 0.8.
    assert spread.z(9.0) == pytest.approx(4 / (1.253314 * 0.8))
