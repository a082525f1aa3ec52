"""A phrase finds the thing it names, however it is spelt; where nothing is near none is said."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lotrinh.directive.match import Names, fold
from lotrinh.flow import open_content, read_folder


@pytest.fixture(scope="module")
def indicators() -> Names:
    root = Path(__file__).resolve().parents[3]
    content = open_content(*read_folder(root / "content/plans/dak-lak/kh-175-2020"))
    return Names({one.id: [one.name.vi] for one in content.indicators.values()})


@pytest.fixture(scope="module")
def bodies() -> Names:
    root = Path(__file__).resolve().parents[3]
    content = open_content(*read_folder(root / "content/plans/dak-lak/kh-175-2020"))
    return Names({one.id: [one.name.vi] for one in content.bodies.bodies.values()})


@pytest.mark.parametrize(
    ("phrase", "id"),
    [
        ("Internet băng thông rộng phủ xã, phường, thị trấn", "broadband-coverage"),
        ("tỷ lệ lao động qua đào tạo", "trained-worker-rate"),
        ("ty le lao dong qua dao tao", "trained-worker-rate"),
        ("Tỷ trọng KTS", "digital-economy-share"),
        ("NSLĐ xã hội", "labour-productivity"),
    ],
)
def test_an_indicator_is_found_under_its_abbreviation_and_without_marks(
    indicators: Names, phrase: str, id: str
) -> None:
    assert id in [candidate.id for candidate in indicators.match(phrase)]


def test_of_two_definitions_under_one_name_both_are_offered(indicators: Names) -> None:
    offered = {one.id for one in indicators.match("tỷ trọng kinh tế số")}
    assert {"digital-economy-share", "digital-economy-share-mic"} <= offered


@pytest.mark.parametrize(
    "phrase", ["số giường bệnh trên một vạn dân", "", "%", "tỷ lệ che phủ rừng"]
)
def test_what_is_not_known_is_not_guessed(indicators: Names, phrase: str) -> None:
    assert indicators.match(phrase) == ()


def test_a_body_is_found(bodies: Names) -> None:
    found = bodies.match("Ban Tuyên giáo Tỉnh ủy")
    assert found
    assert "tuyen-giao" in found[0].id


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_phrase_gets_scores_between_0_and_1_from_best_to_worst(phrase: str) -> None:
    scores = [c.score for c in Names({"a": ["kinh tế số"], "b": [phrase or "x"]}).match(phrase)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_folding_forgets_capitals_and_marks_only() -> None:
    assert fold("Đắk Lắk") == fold("ĐĂK LĂK") == "dak lak"
