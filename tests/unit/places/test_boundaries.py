"""Boundaries are read from both formats, checked, and simplified without tearing neighbours."""

import json
from datetime import date

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Words
from lotrinh.places import Gazetteer, Place
from lotrinh.places.boundaries import Boundary, read_boundaries
from lotrinh.places.boundary_faults import faults
from lotrinh.places.simplify import simplify

DAY = date(2025, 7, 1)
PLACES = Gazetteer(
    {id: Place(id, Words(id, id), "commune", "", "vn", None, DAY) for id in ("a", "b", "c")}
)
LEFT = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
RIGHT = [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]


def geojson(**rings: list) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {"id": id},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for id, ring in rings.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def boundaries(**rings: list) -> tuple[Boundary, ...]:
    return read_boundaries(geojson(**rings), "map.geojson", PLACES)


def test_geojson_and_topojson_of_one_map_read_the_same() -> None:
    topology = {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [
            [[1, 0], [0, 1]],
            [[1, 1], [-1, 0], [0, -1], [1, 0]],
            [[1, 0], [1, 0], [0, 1], [-1, 0]],
        ],
        "objects": {
            "communes": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "properties": {"id": "a"}, "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "properties": {"id": "b"}, "arcs": [[[2, -1]]]},
                ],
            }
        },
    }
    found = read_boundaries(json.dumps(topology), "map.topojson", PLACES)
    expected = boundaries(a=LEFT, b=RIGHT)
    for one, other in zip(found, expected, strict=True):
        assert one.place == other.place
        assert {frozenset(ring) for ring in one.rings()} == {frozenset(r) for r in other.rings()}
    assert faults(found).overlaps == faults(found).gaps == ()


def test_a_boundary_lives_as_long_as_its_place_unless_the_file_says_otherwise() -> None:
    (one,) = boundaries(a=LEFT)
    assert one.is_there_on(date(2025, 6, 30))
    assert not one.is_there_on(DAY)
    data = json.loads(geojson(a=LEFT))
    data["features"][0]["properties"] |= {"valid_from": "2024-11-01"}
    (one,) = read_boundaries(json.dumps(data), "map.geojson", PLACES)
    assert not one.is_there_on(date(2024, 10, 31))
    assert one.valid_to == DAY


@pytest.mark.parametrize(
    ("text", "vi"),
    [
        ("{", "Tệp không phải là JSON"),
        ('{"type": "Point"}', "Tệp loại “Point” không chứa ranh giới"),
        (geojson(x=LEFT), "Không có địa bàn “x”"),
        (geojson(a=LEFT[:-1]), "một vòng không khép kín"),
        (geojson(a=[[0, 0], [1, 1], [0, 0]]), "một vòng không khép kín"),
        (geojson(a=[[500000, 0], [1, 0], [1, 1], [500000, 0]]), "đỉnh ngoài địa cầu"),
        (geojson(a=LEFT).replace("Polygon", "LineString"), "“LineString” không phải là một vùng"),
        (geojson(a=LEFT).replace("coordinates", "coords"), "bị thiếu hoặc sai cấu trúc"),
    ],
)
def test_what_is_no_boundary_is_refused(text: str, vi: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        read_boundaries(text, "map.geojson", PLACES)
    assert vi in caught.value.say("vi")
    assert caught.value.problems[0].where.file == "map.geojson"


def test_all_wrong_features_are_named_at_once() -> None:
    with pytest.raises(LotrinhError) as caught:
        boundaries(a=LEFT[:-1], b=RIGHT[:-1])
    assert [one.where.field for one in caught.value.problems] == ["features[0]", "features[1]"]


def test_neighbours_that_share_a_line_have_no_fault() -> None:
    found = faults(boundaries(a=LEFT, b=RIGHT))
    assert (found.overlaps, found.gaps) == ((), ())


def test_an_overlap_is_reported_with_its_area() -> None:
    wide = [[0.9, 0], [2, 0], [2, 1], [0.9, 1], [0.9, 0]]
    (one,) = faults(boundaries(a=LEFT, b=wide)).overlaps
    assert (one.one, one.other) == ("a", "b")
    assert one.area_km2 == pytest.approx(0.1 * 111.32**2, rel=0.01)


def test_a_gap_within_is_reported_and_a_bay_is_not() -> None:
    bitten = [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0.7], [1.2, 0.7], [1.2, 0.3], [1, 0.3], [1, 0]]
    (one,) = faults(boundaries(a=LEFT, b=bitten)).gaps
    assert one.area_km2 == pytest.approx(0.2 * 0.4 * 111.32**2, rel=0.02)
    assert 1 < one.lon < 1.2
    assert 0.3 < one.lat < 0.7
    open_to_the_east = [
        [0, 0],
        [1, 0],
        [1, 0.4],
        [0.5, 0.4],
        [0.5, 0.6],
        [1, 0.6],
        [1, 1],
        [0, 1],
        [0, 0],
    ]
    assert faults(boundaries(a=open_to_the_east)).gaps == ()
    open_to_the_north = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0.6, 1],
        [0.6, 0.5],
        [0.4, 0.5],
        [0.4, 1],
        [0, 1],
        [0, 0],
    ]
    assert faults(boundaries(a=open_to_the_north)).gaps == ()


def test_a_hole_that_is_another_place_is_no_gap() -> None:
    inner = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]]
    data = json.loads(geojson(a=LEFT, c=inner))
    data["features"][0]["geometry"]["coordinates"].append(inner[::-1])
    found = faults(read_boundaries(json.dumps(data), "map.geojson", PLACES))
    assert (found.overlaps, found.gaps) == ((), ())
    alone = json.dumps({**data, "features": data["features"][:1]})
    (gap,) = faults(read_boundaries(alone, "map.geojson", PLACES)).gaps
    assert gap.area_km2 == pytest.approx(0.04 * 111.32**2, rel=0.03)


def test_simplifying_keeps_the_line_between_neighbours_shared() -> None:
    """The crooked border loses its small steps on both sides alike."""
    border = [[1 + 0.02 * (n % 2), n / 20] for n in range(21)]
    border[10] = [1.3, 0.5]
    left = [[0, 0], *border, [0, 1], [0, 0]]
    right = [*border[::-1], [2, 0], [2, 1], border[-1]]
    before = boundaries(a=left, b=right)
    after = simplify(before, 0.05)
    assert faults(after, least_km2=1e-6) == faults(before, least_km2=1e-6)
    counts = [sum(len(ring) for ring in one.rings()) for one in after]
    assert counts == [8, 8], "corners, the ends of the border and its one wide bend remain"
    assert (1.3, 0.5) in next(after[0].rings())
    assert simplify(before, 0.0)[0].place == "a"


def test_a_ring_is_never_simplified_to_nothing() -> None:
    (one,) = simplify(boundaries(a=[[0, 0], [0.001, 0], [0.001, 0.001], [0, 0]]), 1.0)
    assert len(next(one.rings())) == 4
