"""Dimensions are content: read with their categories, named by the indicators that have them."""

from pathlib import Path

import pytest

from architecture.house import ROOT
from lotrinh.base.errors import LotrinhError, Problems
from lotrinh.bodies import Register, load_bodies
from lotrinh.flow import read_folder
from lotrinh.indicators import load_indicators
from lotrinh.indicators.disaggregation import gather_disaggregations, say_part
from lotrinh.places import load_places

FILES, _ = read_folder(ROOT / "content/plans/vn/nq-52-2019")
SEX = Path("disaggregations/sex.yml")


@pytest.fixture(scope="module")
def bodies() -> Register:
    return load_bodies(FILES, load_places(FILES))


def test_every_dimension_of_the_content_is_read_in_both_languages() -> None:
    problems = Problems()
    found = gather_disaggregations(FILES, problems)
    assert not problems.found
    assert {"sex", "age", "sector", "ethnic-group", "area", "ownership"} <= set(found)
    assert [name.say("vi") for name in found["sex"].categories.values()] == ["nam", "nữ"]


def test_viet_nam_has_fifty_four_ethnic_groups_and_room_for_others() -> None:
    """Decision 121-TCTK/PPCĐ of 2 March 1979."""
    groups = gather_disaggregations(FILES, Problems())["ethnic-group"].categories
    assert len([code for code in groups if code != "other"]) == 54
    assert groups["e-de"].say("vi") == "Ê-đê"


def test_an_indicator_names_its_dimensions(bodies: Register) -> None:
    path = "indicators/communes.yml"
    files = {**FILES, path: FILES[path] + "disaggregations: [sex, area]\n"}
    found = load_indicators(files, bodies)["communes"]
    assert [one.id for one in found.disaggregations] == ["sex", "area"]


def test_an_unknown_dimension_is_named_with_the_nearest(bodies: Register) -> None:
    path = "indicators/communes.yml"
    files = {**FILES, path: FILES[path] + "disaggregations: [sexx]\n"}
    with pytest.raises(LotrinhError) as caught:
        load_indicators(files, bodies)
    assert "Không có phân tổ “sexx”" in caught.value.say("vi")
    assert "Nearest: sex" in caught.value.say("en")


def test_a_dimension_with_one_category_divides_nothing() -> None:
    problems = Problems()
    text = 'id: sex\nname: {vi: a, en: b}\ncategories:\n  male: {vi: "nam", en: male}\n'
    gather_disaggregations({SEX.as_posix(): text}, problems)
    assert [one.where.field for one in problems.found] == ["categories"]


def test_a_part_is_named_by_its_categories_and_keeps_the_code_of_what_is_not_declared() -> None:
    declared = gather_disaggregations(FILES, Problems()).values()
    part = {"area": "rural", "sex": "female", "moon": "full"}
    assert say_part(part, declared, "vi") == "nông thôn, nữ, moon=full"
    assert say_part(part, declared, "en") == "rural, female, moon=full"
    assert say_part({}, declared, "en") == ""
