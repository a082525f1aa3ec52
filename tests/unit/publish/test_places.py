"""Values behind the pages of places: maps, flows and trees, on a small made-up country."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from lotrinh.base.words import Words
from lotrinh.places import Change, Country, Gazetteer, Place, Point, Weight, Weights
from lotrinh.places.boundaries import Boundary
from lotrinh.publish.chart.ground import bounds_ground, cells_ground
from lotrinh.publish.chart.ribbons import BAND, ROW, ribbons
from lotrinh.publish.page.atlas import ONE_DAY, Atlas
from lotrinh.publish.page.place import place_page
from lotrinh.publish.page.place_map import place_map
from lotrinh.publish.page.place_search import search_page
from lotrinh.publish.page.reform import reform_page

DAY = date(2025, 7, 1)
LATER = date(2026, 1, 1)


def place(id: str, name: str, level: str, parent: str, *, ends: bool, code: str = "") -> Place:
    """Return a place that ends or begins on the day of the reform."""
    days = (None, DAY) if ends else (DAY, None)
    return Place(id, Words(name, f"{name} in English"), level, code, parent, *days)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """Two provinces become one; a commune is divided between two new ones."""
    found = [
        Place("vn", Words("Việt Nam", "Viet Nam"), "country", "", "", None, None),
        place("p1", "Tỉnh Một", "province", "vn", ends=True, code="66"),
        place("p2", "Tỉnh Hai", "province", "vn", ends=True, code="54"),
        place("d1", "Huyện Đông", "district", "p1", ends=True, code="1"),
        place("d2", "Huyện Tây", "district", "p2", ends=True, code="2"),
        place("a", "Xã An", "commune", "d1", ends=True, code="10"),
        place("b", "Xã Bình", "commune", "d1", ends=True, code="11"),
        place("c", "Xã Cát", "commune", "d2", ends=True, code="12"),
        place("n", "Tỉnh Mới", "province", "vn", ends=False, code="66"),
        place("x", "Xã Xuân", "commune", "n", ends=False, code="10"),
        place("y", "Phường Yên", "commune", "n", ends=False, code="12"),
    ]
    changes = (
        Change(DAY, "merge", ("p1", "p2"), ("n",), "202/2025/QH15"),
        Change(DAY, "abolish", ("d1",), ("n",), "76/2025"),
        Change(DAY, "abolish", ("d2",), ("n",), "76/2025"),
        Change(DAY, "merge", ("a", "b"), ("x",), "1660", parts=("b",)),
        Change(DAY, "merge", ("b", "c"), ("y",), "1660", parts=("b",)),
    )
    points = {id: Point(12.0, 108 + number / 10) for number, id in enumerate("abcxy")}
    weights = Weights({("n", "area"): Weight(12.5, "2025-07-01", "here")})
    gazetteer = Gazetteer({one.id: one for one in found}, changes)
    return Atlas(Country(gazetteer, weights, points, {}))


def test_bands_leave_their_rows_and_meet_without_a_gap() -> None:
    drawn = ribbons((False, True, False))
    assert drawn.height == 3 * ROW
    assert [one.is_part for one in drawn.bands] == [False, True, False]
    tops = [float(one.path.split(" 100 ")[1].split("V")[0]) for one in drawn.bands]
    assert [low - high for high, low in pairwise(tops)] == [BAND, BAND]


def test_the_units_of_a_ground_are_found_on_both_sides_of_the_reform(atlas: Atlas) -> None:
    assert [one.id for one in atlas.units("n", DAY - ONE_DAY)] == ["a", "b", "c"]
    assert [one.id for one in atlas.units("p2", DAY)] == ["x", "y"]
    assert atlas.reform_day("n") == DAY
    assert atlas.reform_day("p1") is None


def test_a_reform_names_every_old_unit_and_its_parts(atlas: Atlas) -> None:
    page = reform_page(atlas, "n", None, "vi")
    assert page is not None
    flows = [flow for group in page.groups for flow in group.flows]
    told = {flow.place.name: [(u.place.name, u.is_part) for u in flow.old] for flow in flows}
    assert told == {
        "Xã Xuân": [("Xã An", False), ("Xã Bình", True)],
        "Phường Yên": [("Xã Bình", True), ("Xã Cát", False)],
    }
    assert [one.place.name for one in page.provinces.old] == ["Tỉnh Một", "Tỉnh Hai"]
    assert "3 đơn vị cấp xã cũ sắp xếp thành 2" in page.sentence


def test_the_list_beside_a_map_names_every_shape(atlas: Atlas) -> None:
    for day in (DAY - ONE_DAY, DAY):
        shown = place_map(atlas, "n", day, "vi")
        listed = {unit.id for group in shown.groups for unit in group.units}
        assert {one.id for one in shown.shapes} == listed
        assert [one.is_shown for one in shown.days] == [day < DAY, day >= DAY]


def test_old_maps_number_districts_and_new_ones_number_units(atlas: Atlas) -> None:
    old = place_map(atlas, "n", DAY - ONE_DAY, "vi")
    assert sorted(one.number for one in old.shapes if one.number) == ["1", "2"]
    new = place_map(atlas, "n", DAY, "vi")
    assert sorted(one.number for one in new.shapes) == ["1", "2"]


def test_boundaries_take_the_place_of_cells_when_all_are_given(atlas: Atlas) -> None:
    square = ((108.0, 12.0), (108.1, 12.0), (108.1, 12.1), (108.0, 12.0))
    bounds = tuple(Boundary(id, ((square,),), DAY, None) for id in "xy")
    given = Atlas(atlas.country, boundaries=bounds)
    shown = place_map(given, "n", DAY, "en")
    assert shown.note.startswith("Boundaries")
    assert all("L" in one.path for one in shown.shapes)
    assert bounds_ground({"x": bounds[0]}).width > 0
    assert place_map(Atlas(atlas.country, boundaries=bounds[:1]), "n", DAY, "en").note != shown.note


def test_lines_stand_only_between_groups(atlas: Atlas) -> None:
    cells = atlas.cells(atlas.units("n", DAY))
    assert cells_ground(cells, lambda _: "one").borders == ""
    assert cells_ground(cells, lambda unit: unit).borders.startswith("M")


def test_a_page_says_what_a_divided_commune_became(atlas: Atlas) -> None:
    page = place_page(atlas, (), "b", LATER, None, "vi")
    assert page is not None
    assert [(one.place.name, one.is_part) for one in page.became] == [
        ("Xã Xuân", True),
        ("Phường Yên", True),
    ]
    assert "được chia về Xã Xuân, Phường Yên" in page.sentence
    assert page.parent is not None
    assert page.parent.name == "Huyện Đông"
    assert page.reform_of == "n"


def test_a_district_names_those_who_hold_its_ground(atlas: Atlas) -> None:
    page = place_page(atlas, (), "d1", LATER, None, "vi")
    assert page is not None
    assert {one.name for one in page.heirs} == {"Xã Xuân", "Phường Yên"}
    assert "kết thúc hoạt động" in page.sentence


def test_a_code_is_followed_through_time(atlas: Atlas) -> None:
    page = place_page(atlas, (), "n", LATER, None, "en")
    assert page is not None
    assert [(one.code, one.place.id) for one in page.codes] == [("66", "p1"), ("66", "n")]
    assert page.weights[0].value == "12.5 km²"
    assert page.weights[0].as_of == "1 July 2025"


def test_a_search_tells_by_which_act(atlas: Atlas) -> None:
    page = search_page(atlas, "cat", LATER, "vi")
    assert page.found[0].told[0].by == "từ 01/07/2025, theo Nghị quyết 1660"
    assert search_page(atlas, "khong co", LATER, "vi").found == ()
    assert [one.place.id for one in search_page(atlas, "", LATER, "vi").provinces] == ["n"]
