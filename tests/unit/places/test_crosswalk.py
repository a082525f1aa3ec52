"""Figures go from map to map without a loss: merges exactly, divisions only on a named basis."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotrinh.base.words import Words
from lotrinh.flow import read_country
from lotrinh.places import (
    Basis,
    Change,
    Country,
    Crosswalk,
    Gazetteer,
    Place,
    Weight,
    Weights,
    carry,
    crosswalk,
    tree_on,
)
from lotrinh.places.dense import Dense

ROOT = Path(__file__).resolve().parents[3]
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
START = date(2000, 1, 1)


@pytest.fixture(scope="module")
def country() -> Country:
    """The national list."""
    return read_country(ROOT)


def place(id: str, valid_from: date | None, valid_to: date | None) -> Place:
    return Place(id, Words(id, id), "commune", "", "vn", valid_from, valid_to)


@st.composite
def histories(draw: st.DrawFn, divides: bool = True) -> tuple[Gazetteer, tuple[date, ...]]:
    """A small country over a few reforms, each of which regroups its units."""
    count = draw(st.integers(1, 6))
    alive = [f"vn/{n}" for n in range(count)]
    places = {"vn": Place("vn", Words("vn", "vn"), "country", "", "", None, None)}
    places |= {id: place(id, None, None) for id in alive}
    changes, day = [], START
    days = [START]
    for reform in range(draw(st.integers(0, 3))):
        day += timedelta(days=draw(st.integers(1, 500)))
        heirs = draw(st.integers(1, len(alive)))
        most = 2 if divides else 1
        goes = {
            id: sorted(draw(st.sets(st.integers(0, heirs - 1), min_size=1, max_size=most)))
            for id in alive
        }
        new = []
        for heir in range(heirs):
            before = tuple(id for id in alive if heir in goes[id])
            if before:
                id = f"vn/{reform}-{heir}"
                parts = tuple(one for one in before if len(goes[one]) > 1)
                changes.append(Change(day, "merge", before, (id,), "", "", parts))
                places[id] = place(id, day, None)
                new.append(id)
        for id in alive:
            places[id] = place(id, places[id].valid_from, day)
        alive = new
        days.append(day)
    return Gazetteer(places, tuple(changes)), tuple(days)


def figures(units: tuple[str, ...]) -> dict[str, float]:
    return {id: float(3 + 7 * number) for number, id in enumerate(units)}


@given(histories(divides=False))
def test_every_merge_preserves_the_total_exactly(found: tuple[Gazetteer, tuple[date, ...]]) -> None:
    gazetteer, days = found
    over = crosswalk(gazetteer, days[0], days[-1])
    values = figures(over.units)
    carried = carry(values, over)
    assert all(one.is_exact and one.reported == one.expected for one in carried.values())
    assert sum(one.value or 0 for one in carried.values()) == sum(values.values())


@given(histories())
def test_a_division_on_a_basis_preserves_the_total(
    found: tuple[Gazetteer, tuple[date, ...]],
) -> None:
    gazetteer, days = found
    over = crosswalk(gazetteer, days[0], days[-1], basis="count")
    values = figures(over.units)
    carried = carry(values, over)
    assert sum(one.value or 0 for one in carried.values()) == pytest.approx(sum(values.values()))


@given(histories())
def test_without_a_basis_a_division_is_refused_and_nothing_is_guessed(
    found: tuple[Gazetteer, tuple[date, ...]],
) -> None:
    gazetteer, days = found
    over = crosswalk(gazetteer, days[0], days[-1])
    for one in carry(figures(over.units), over).values():
        assert (one.value is None) == bool(one.unknown)
        assert one.is_exact == (not one.unknown)


@given(histories(divides=False), st.sampled_from(["count", "population"]))
def test_back_and_there_over_a_pure_merge_is_the_identity_on_the_merged_map(
    found: tuple[Gazetteer, tuple[date, ...]], basis: Basis
) -> None:
    gazetteer, days = found
    there = crosswalk(gazetteer, days[0], days[-1])
    weights = Weights(
        {(id, "population"): Weight(float(n + 1)) for n, id in enumerate(there.units)}
    )
    back = crosswalk(gazetteer, days[-1], days[0], basis=basis, weights=weights)
    values = figures(back.units)
    home = carry(values, back.then(there))
    assert {id: one.value for id, one in home.items()} == pytest.approx(values)


@given(histories(), st.sampled_from(["none", "count"]))
def test_crosswalks_are_put_together_in_any_order(
    found: tuple[Gazetteer, tuple[date, ...]], basis: Basis
) -> None:
    """The way from first to last is the way over any day between, however it is bracketed."""
    gazetteer, days = found
    whole = crosswalk(gazetteer, days[0], days[-1], basis=basis)
    legs = [
        crosswalk(gazetteer, one, other, basis=basis)
        for one, other in zip(days, days[1:], strict=False)  # noqa: RUF007 (of one day none)
    ]
    from_left = Crosswalk(whole.units, ())
    for leg in legs:
        from_left = from_left.then(leg)
    from_right = Crosswalk(whole.units, ())
    for leg in reversed(legs):
        from_right = leg.then(from_right)
    assert from_left.shares == whole.shares
    assert {id: from_right.shares[id] for id in from_right.units} == whole.shares or not legs


@given(histories())
def test_dense_tables_are_carried_as_the_plain_way_does(
    found: tuple[Gazetteer, tuple[date, ...]],
) -> None:
    gazetteer, days = found
    over = crosswalk(gazetteer, days[0], days[-1], basis="count")
    values = figures(over.units)
    values.pop(over.units[0])
    dense = Dense.of(over)
    table = np.array([[values.get(id, np.nan)] for id in dense.before])
    plain, reported = carry(values, over), dense.reported(table)
    for row, id in enumerate(dense.after):
        value = plain[id].value
        assert dense.carry(table)[row, 0] == pytest.approx(
            np.nan if value is None else value, nan_ok=True
        )
        assert (reported[row, 0], dense.expected[row]) == (plain[id].reported, plain[id].expected)


def test_the_trees_of_every_day_from_1975_to_2026_are_whole(country: Country) -> None:
    """Every place hangs on one that is there, and every line leads up to the nation.

    A tree changes only on the first or the last day of some place, so those days are all.
    """
    gazetteer = country.gazetteer
    spans = (day for one in gazetteer.places.values() for day in (one.valid_from, one.valid_to))
    days = {date(1975, 5, 1), date(2026, 12, 31), *(day for day in spans if day)}
    days |= {day - timedelta(days=1) for day in days}
    assert len(days) > 8
    for day in sorted(days):
        tree = tree_on(gazetteer, day)
        assert all(tree.places[parent].is_there_on(day) for parent in tree.parents.values())
        assert [id for id in tree.places if id not in tree.parents] == ["vn"]
        assert sum(1 for _ in tree.below("vn")) == len(tree.places) - 1


def test_a_unit_divided_and_united_again_comes_out_whole(country: Country) -> None:
    # Ea Blang was divided in 2024 between Ea Drông and Ea Siên, which became one in 2025.
    gazetteer = country.gazetteer
    in_2024 = crosswalk(gazetteer, date(2024, 10, 31), date(2024, 11, 1)).shares["vn/24325"]
    assert [one.share for one in in_2024] == [None, None]
    (whole,) = crosswalk(gazetteer, date(2024, 10, 31), DAY).shares["vn/24325"]
    assert (whole.after, whole.share, whole.is_exact) == ("vn/24328@2025-07-01", 1.0, True)


def test_a_district_goes_over_to_its_province_exactly(country: Country) -> None:
    over = crosswalk(country.gazetteer, EVE, DAY, level="district", to_level="province")
    assert len(over.units) == 696
    assert all(len(found) == 1 and found[0].is_exact for found in over.shares.values())
    assert len(over.into) == 34


def test_a_district_goes_over_to_communes_only_on_a_basis(country: Country) -> None:
    buon_ho = "vn/dak-lak@2004/buon-ho"
    over = crosswalk(country.gazetteer, EVE, DAY, level="district", to_level="commune")
    assert {one.share for one in over.shares[buon_ho]} == {None}
    assert {one.after for one in over.shares[buon_ho]} == {
        "vn/24305@2025-07-01",
        "vn/24328@2025-07-01",
        "vn/24340@2025-07-01",
    }
    equal = crosswalk(
        country.gazetteer, EVE, DAY, level="district", to_level="commune", basis="count"
    )
    assert sum(one.share or 0 for one in equal.shares[buon_ho]) == pytest.approx(1)
    assert {one.basis for one in equal.shares[buon_ho]} == {"count"}


def test_provinces_go_over_by_their_own_changes_as_by_their_communes(country: Country) -> None:
    direct = crosswalk(country.gazetteer, EVE, DAY, level="province")
    before, after = tree_on(country.gazetteer, EVE), tree_on(country.gazetteer, DAY)
    for province in direct.units:
        (one,) = direct.shares[province]
        below = {p.id for p in after.below(one.after)}
        heirs = {
            heir.id
            for place in before.below(province)
            if place.level == "commune"
            for heir in country.gazetteer.successors(place.id)
        }
        assert heirs <= below


def test_the_new_province_is_divided_by_area_and_refused_by_population(country: Country) -> None:
    """Areas of both old provinces are known; no source tells the people of the old Phú Yên."""
    back = crosswalk(
        country.gazetteer, DAY, EVE, level="province", basis="area", weights=country.weights
    )
    shares = {one.after: one for one in back.shares["vn/dak-lak@2025"]}
    assert shares["vn/dak-lak@2004"].share == pytest.approx(13125.37 / (13125.37 + 5060.6))
    assert shares["vn/phu-yen"].basis == "area"
    people = crosswalk(
        country.gazetteer, DAY, EVE, level="province", basis="population", weights=country.weights
    )
    assert {one.share for one in people.shares["vn/dak-lak@2025"]} == {None}
