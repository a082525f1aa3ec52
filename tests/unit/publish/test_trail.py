"""A formula that looks around is shown with the places, parts and counts it looked at."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lotrinh.base.words import Lang
from lotrinh.engine.result import Key
from lotrinh.flow import Content, evaluate_vintage, open_content, read_folder
from lotrinh.indicators import unit
from lotrinh.ledger import Observation, Vintage
from lotrinh.periods import Period
from lotrinh.publish.page import Case
from lotrinh.publish.page.empty import why_empty
from lotrinh.publish.page.trail import ResultView, result_view
from lotrinh.publish.sheet import explain
from unit.publish.test_pages import DAY, case_of

PLACE = "vn/dak-lak@2004"
YEAR = Period.year(2023)


@pytest.fixture(scope="module")
def opened(content: Path) -> Content:
    return open_content(*read_folder(content / "plans/dak-lak/kh-175-2020"))


def _case(opened: Content, formulas: dict[str, str], more: dict[tuple[str, str, str], str]) -> Case:
    """Plan 175 with further indicators and figures; of each figure indicator, place and part."""
    indicators = dict(opened.indicators)
    for id, formula in formulas.items():
        measured = unit("province" if "province" in formula else "commune")
        indicators[id] = replace(
            indicators["communes"], id=id, formula=formula, unit=measured, over_places="none"
        )
    like = next(one for one in opened.observations if one.indicator == "grdp-current")
    figures = [
        replace(
            like,
            indicator=id,
            place=place,
            breakdown=part,
            value=Decimal(value),
            period=YEAR,
            unit=indicators[id].unit.code,
            price_basis=indicators[id].price_basis,
        )
        for (id, place, part), value in more.items()
    ]
    known: tuple[Observation, ...] = (*opened.observations, *figures)
    content = replace(opened, indicators=indicators)
    return evaluate_vintage(content, Vintage.freeze(known, DAY)).case()


def _view(case: Case, indicator: str, lang: Lang) -> ResultView:
    found = case.results.at(Key(indicator, PLACE, YEAR))
    assert found is not None
    return result_view(found, case, lang)


def test_a_share_names_the_place_it_is_a_share_of(opened: Content) -> None:
    case = _case(opened, {}, {("grdp-current", "vn", ""): "10000000"})
    shown = _view(case, "grdp-share-of-country", "vi").worked
    assert shown is not None
    assert [one.about for one in shown.parts] == ["", "Việt Nam"]
    assert shown.parts[1].value == "10.000.000"


def test_a_sum_over_a_dimension_names_its_parts(opened: Content) -> None:
    figures = {
        ("broadband-communes", PLACE, f"connection={kind}"): value
        for kind, value in (("fixed", "120"), ("mobile", "64"))
    }
    case = _case(opened, {"both": "sum_over(broadband_communes, connection)"}, figures)
    shown = _view(case, "both", "vi")
    assert shown.worked is not None
    assert [(one.about, one.value) for one in shown.worked.parts] == [
        ("cáp quang cố định", "120"),
        ("di động từ 4G trở lên", "64"),
    ]
    assert [one.indicator for one in shown.inputs] == [
        "Số xã, phường, thị trấn có Internet băng thông rộng (cáp quang cố định)",
        "Số xã, phường, thị trấn có Internet băng thông rộng (di động từ 4G trở lên)",
    ]


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "có số của 1/1 đơn vị"), ("en", "figures of 1 of 1 units")]
)
def test_a_count_says_of_how_many_places_it_knows(opened: Content, lang: Lang, said: str) -> None:
    case = _case(
        opened,
        {"large": "count_where(communes > 0, province)"},
        {("communes", PLACE, ""): "184"},
    )
    shown = _view(case, "large", lang).worked
    assert shown is not None
    assert (shown.value, shown.counted) == ("1", said)


def test_an_empty_place_tells_which_figure_of_the_formula_is_missing(content: Path) -> None:
    case = case_of(content / "plans/dak-lak/kh-175-2020")
    broadband = case.assessment("broadband")
    assert broadband is not None
    assert why_empty(broadband, "broadband-coverage", case, "en") == (
        "There is no value for 2025: Communes with broadband Internet of Đắk Lắk province "
        "(to 30 June 2025) for 2025 is missing."
    )
    assert "Kỳ 2025 chưa có giá trị: thiếu" in explain(case, "broadband", "vi")


def test_a_figure_that_is_there_needs_no_excuse(content: Path) -> None:
    case = case_of(content / "plans/vn/nq-52-2019")
    told = [why_empty(one, one.target.indicator, case, "vi") for one in
            case.scoreboard.assessments if one.figure is not None]  # fmt: skip
    assert told
    assert not any(told)
