"""Places are read with their lifespans; a place that ends says what it became and by which act."""

from datetime import date
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import open_content, read_folder
from lotrinh.places import load_places
from unit.plan.folder import FILES, changed

UNITS, CHANGES = "places/vn/units.csv", "places/vn/changes.csv"


def test_the_old_province_became_the_new_one_on_1_july_2025(content: Path) -> None:
    # Resolution 202/2025/QH15: Đắk Lắk and Phú Yên merge; the code 66 is kept.
    places = open_content(*read_folder(content / "plans/dak-lak/kh-175-2020")).places
    old, new = places["vn/dak-lak@2004"], places["vn/dak-lak@2025"]
    assert (old.code, new.code) == ("66", "66"), "a code is not an identity"
    assert places.successors("vn/dak-lak@2004") == (new,)
    assert places.successors("vn/phu-yen") == (new,)
    change = places.ended_by("vn/dak-lak@2004")
    assert change is not None
    assert (change.day, change.legal_basis) == (date(2025, 7, 1), "202/2025/QH15")
    assert old.is_there_on(date(2025, 6, 30))
    assert not old.is_there_on(date(2025, 7, 1))
    assert new.is_there_on(date(2025, 7, 1))


@pytest.mark.parametrize(
    ("path", "old", "new", "vi"),
    [
        (UNITS, "vn,Việt Nam", "vn,", "nhiều ô hơn"),
        (UNITS, "vn,Việt Nam,Viet Nam", "vn,Việt Nam,", "thiếu tên tiếng Việt hoặc tiếng Anh"),
        (UNITS, "country,,,,,", "country,,xx,,,", "Không có địa bàn “xx”"),
        (UNITS, "country,,,,,", "country,,,2004,,", "“2004” không phải là một ngày"),
        (UNITS, "id,name_vi", "ID,name_vi", "Dòng đầu phải là: id,name_vi"),
    ],
)
def test_a_wrong_row_is_named(path: str, old: str, new: str, vi: str) -> None:
    if new == "vn,":
        new, old = "x,vn,Việt Nam", "vn,Việt Nam"
    with pytest.raises(LotrinhError) as caught:
        load_places(changed(path, (old, new)))
    assert vi in caught.value.say("vi")
    assert caught.value.problems[0].where.file == path


def test_a_change_between_unknown_places_is_refused() -> None:
    row = "2025-07-01,merge,vn/a;vn/b,vn/c,202/2025/QH15,\n"
    with pytest.raises(LotrinhError) as caught:
        load_places({**FILES, CHANGES: FILES[CHANGES] + row})
    assert [problem.values["id"] for problem in caught.value.problems] == ["vn/a", "vn/b", "vn/c"]


def test_a_place_twice_is_refused() -> None:
    with pytest.raises(LotrinhError, match="stands twice"):
        load_places({**FILES, UNITS: FILES[UNITS] + "vn,Việt Nam,Viet Nam,country,,,,,\n"})
