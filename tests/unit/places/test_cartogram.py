"""Each unit has a cell of its own, near those it is near to, the same on every machine."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lotrinh.flow import read_country
from lotrinh.places import Country, Point, tree_on
from lotrinh.places.cartogram import cartogram

ROOT = Path(__file__).resolve().parents[3]
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)

points = st.builds(Point, st.floats(8.0, 23.5), st.floats(102.0, 110.0))


@pytest.fixture(scope="module")
def country() -> Country:
    """The national list."""
    return read_country(ROOT)


def communes(country: Country, province: str, day: date) -> dict[str, Point]:
    below = tree_on(country.gazetteer, day).finest(province)
    return {one.id: country.points[one.id] for one in below if one.id in country.points}


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=4), points, max_size=60))
def test_every_unit_has_one_cell_and_no_cell_two(found: dict[str, Point]) -> None:
    cells = cartogram(found)
    assert {one.id for one in cells} == set(found)
    assert len({(one.row, one.col) for one in cells}) == len(found)
    if cells:
        assert min(one.row for one in cells) == min(one.col for one in cells) == 0


@settings(deadline=None, max_examples=20)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=4), points, max_size=30))
def test_the_order_of_the_units_changes_nothing(found: dict[str, Point]) -> None:
    assert cartogram(dict(reversed(found.items()))) == cartogram(found)


def test_units_on_one_point_still_get_cells_of_their_own() -> None:
    cells = cartogram({str(n): Point(12.0, 108.0) for n in range(9)})
    assert len({(one.row, one.col) for one in cells}) == 9


@pytest.mark.parametrize(
    ("province", "day", "count"),
    [("vn/dak-lak@2025", DAY, 102), ("vn/dak-lak@2004", EVE, 180), ("vn/thanh-hoa", DAY, 166)],
)
def test_a_province_is_laid_out_at_once_and_neighbours_stay_near(
    country: Country, province: str, day: date, count: int
) -> None:
    found = communes(country, province, day)
    assert len(found) == count
    start = time.perf_counter()
    cells = {one.id: one for one in cartogram(found)}
    assert time.perf_counter() - start < 1.0
    # The four nearest communes of each are at most about two cells away, in the mean.
    away = []
    for id, here in found.items():
        others = sorted(
            (other for other in found if other != id),
            key=lambda o: (found[o].lat - here.lat) ** 2 + (found[o].lon - here.lon) ** 2,
        )
        away += [
            max(abs(cells[id].row - cells[o].row), abs(cells[id].col - cells[o].col))
            for o in others[:4]
        ]
    assert sum(away) / len(away) < 2.0
    rows, cols = (1 + max(getattr(one, axis) for one in cells.values()) for axis in ("row", "col"))
    assert rows * cols < 3 * count, "not much of the sheet stays empty"


def test_north_stays_north_and_west_stays_west(country: Country) -> None:
    found = communes(country, "vn/dak-lak@2025", DAY)
    cells = {one.id: one for one in cartogram(found)}
    north, south = (pick(found, key=lambda one: found[one].lat) for pick in (max, min))
    west, east = (pick(found, key=lambda one: found[one].lon) for pick in (min, max))
    assert cells[north].row < cells[south].row
    assert cells[west].col < cells[east].col


def test_a_far_island_does_not_shrink_the_land(country: Country) -> None:
    """Trường Sa and Hoàng Sa lie hundreds of kilometres out."""
    cells = cartogram(communes(country, "vn/khanh-hoa@2025", DAY))
    assert 1 + max(one.col for one in cells) <= 16
