"""The sheet of an indicator: in the order of ESMS, whole in both languages, nothing made up."""

import json

import pytest

from architecture.house import ROOT
from lotrinh.cli.definitions import read_indicators
from lotrinh.publish.page.indicator import IndicatorPage, indicator_page, sheet_data
from lotrinh.publish.sheet import indicator_sheet

INDICATORS, BODIES = read_indicators(ROOT / "content")


def _page(id: str, lang: str = "en") -> IndicatorPage:
    return indicator_page(id, INDICATORS, BODIES, (), lang)  # type: ignore[arg-type]


def _said(page: IndicatorPage, concept: str) -> list[str]:
    return [line.text for one in page.concepts if one.id == concept for line in one.lines]


@pytest.mark.parametrize("id", sorted(INDICATORS))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_indicator_has_a_sheet_in_order(id: str, lang: str) -> None:
    page = _page(id, lang)
    numbers = [tuple(map(int, one.number.split("."))) for one in page.concepts]
    assert numbers == sorted(numbers)
    said = {one.id for one in page.concepts}
    assert {"CONTACT", "DATA_DESCR", "UNIT_MEASURE", "INST_MAN_LA_OA", "FREQ_DISS"} <= said
    assert {"DATA_REV", "DATA_COMP", "REF_PERIOD"} <= said
    assert "{" not in "".join(line.text for one in page.concepts for line in one.lines)


def test_the_formula_is_told_in_words_with_what_missing_means() -> None:
    said = _said(_page("labour-productivity"), "DATA_COMP")
    assert "1,000 × [GRDP at constant prices] ÷ [Employed persons]" in said[0]
    assert "there is no value" in said[1]


def test_a_flow_says_how_it_adds_up() -> None:
    said = _said(_page("grdp-current"), "DATA_COMP")
    assert "takes the sum of the places below" in said[0]
    assert said[1] == "A longer period is the sum of all its shorter ones."


def test_an_observed_ratio_is_never_added_up() -> None:
    assert "Never added up or averaged over places." in _said(
        _page("trained-worker-rate"), "DATA_COMP"
    )


def test_the_national_code_stands_under_the_legal_acts() -> None:
    assert _said(_page("grdp-current"), "INST_MAN_LA_OA")[0] == "T0501 (QĐ 05/2023/QĐ-TTg)"


def test_the_sheet_leads_to_the_indicators_around_it() -> None:
    related = {(one.id, one.how) for one in _page("grdp-constant").related}
    assert ("labour-productivity", "computed from it") in related


def test_a_linked_series_is_told_in_words() -> None:
    said = _said(_page("grdp-linked", "vi"), "DATA_COMP")[0]
    assert "từ năm 2020; trước đó là [GRDP theo giá so sánh]" in said


def test_the_sheet_is_printed_and_given_as_data() -> None:
    page = _page("grdp-current")
    assert "3.1 Data description (DATA_DESCR)" in indicator_sheet(page)
    data = json.loads(json.dumps(sheet_data(page)))
    assert [one["number"] for one in data["concepts"]][:2] == ["1", "3.1"]
