"""Several hierarchies stand side by side, each with its own days."""

from datetime import date
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.places import load_hierarchies, load_places, tree_on

ROOT = Path(__file__).resolve().parents[3] / "content"
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "places" / "vn").glob("*.csv")
}
MEMBERS = "places/vn/memberships.csv"


def test_the_statistical_regions_hold_their_provinces_until_the_reform() -> None:
    places = load_places(FILES)
    hierarchies, members = load_hierarchies(FILES, places)
    tree = tree_on(places, date(2024, 12, 31), "statistics", members)
    assert len(tree.children("vn/central-highlands")) == 5
    assert len(tree.children("vn/north-central-coast")) == 14
    above = [one.id for one in tree.above("vn/dak-lak@2004")]
    assert above == ["vn/central-highlands", "vn"]
    assert not hierarchies["statistics"].is_there_on(date(2025, 7, 1))
    assert len(tree_on(places, date(2025, 7, 1), "statistics", members).places) == 0


def test_the_party_and_the_state_have_trees_of_their_own() -> None:
    places = load_places(FILES)
    _, members = load_hierarchies(FILES, places)
    party = tree_on(places, date(2020, 6, 16), "party", members)
    state = tree_on(places, date(2020, 6, 16))
    assert len(party.children("vn/dak-lak@2004")) == 15
    assert "vn/phu-yen" in state.places
    assert "vn/phu-yen" not in party.places
    assert "vn/central-highlands" not in state.places, "a region governs nothing"
    today = tree_on(places, date(2026, 1, 1), "party", members)
    assert set(today.places) == {"vn", "vn/dak-lak@2025"}


@pytest.mark.parametrize(
    ("row", "vi"),
    [
        ("party,vn/nowhere,vn,,,", "Không có địa bàn “vn/nowhere”"),
        ("army,vn/phu-yen,vn,,,", "Không có hệ thống phân cấp “army”"),
        ("party,vn/dak-lak@2025,vn/phu-yen,2026-01-01,,", "hai cấp trên trong cùng một ngày"),
        ("party,vn/phu-yen,vn,sớm,,", "“sớm” không phải là một ngày"),
    ],
)
def test_a_wrong_membership_is_named(row: str, vi: str) -> None:
    files = {**FILES, MEMBERS: FILES[MEMBERS] + row + "\n"}
    with pytest.raises(LotrinhError) as caught:
        load_hierarchies(files, load_places(files))
    assert vi in caught.value.say("vi")


def test_an_unknown_kind_of_change_is_refused() -> None:
    path = "places/vn/changes.csv"
    with pytest.raises(LotrinhError, match="is not a kind of change"):
        load_places({**FILES, path: FILES[path].replace(",merge,", ",melt,", 1)})
