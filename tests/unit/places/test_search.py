"""A place is found by an old or a new name, however it is typed, and says what became of it."""

from pathlib import Path

import pytest

from lotrinh.flow import read_country
from lotrinh.places import Gazetteer
from lotrinh.places.search import Index, communes_after, fates, fold, tell

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def index() -> Index:
    """The names of the national list."""
    return Index(read_country(ROOT).gazetteer)


@pytest.fixture(scope="module")
def gazetteer(index: Index) -> Gazetteer:
    return index.gazetteer


@pytest.mark.parametrize(
    "text",
    [
        "xã Hòa Thắng (thành phố Buôn Ma Thuột)",
        "Hòa Thắng (Buôn Ma Thuột)",
        "hoa thang, buon ma thuot",
        "HOÀ THẮNG, Đắk Lắk",
        "24166",
    ],
)
def test_a_commune_is_found_however_it_is_typed(index: Index, text: str) -> None:
    assert [one.id for one in index.find(text)] == ["vn/24166"]


def test_what_became_of_it_is_told_with_day_and_act(index: Index, gazetteer: Gazetteer) -> None:
    (place,) = index.find("xã Hòa Thắng (thành phố Buôn Ma Thuột)")
    (told,) = tell(gazetteer, place)
    assert told.vi == (
        "Xã Hòa Thắng (Thành phố Buôn Ma Thuột, Tỉnh Đắk Lắk) → Phường Tân Lập (Tỉnh Đắk Lắk), "
        "từ 01/07/2025, theo Nghị quyết 1660/NQ-UBTVQH15"
    )
    assert told.en.endswith("from 1 July 2025, by Resolution 1660/NQ-UBTVQH15")


def test_a_name_borne_by_several_gives_them_all(index: Index) -> None:
    found = {one.id for one in index.find("Phường Thành Công (Đắk Lắk)")}
    assert found == {"vn/24139", "vn/24133@2024-11-01"}
    krong_buk = [one.level for one in index.find("krong buk")]
    assert krong_buk == ["district", "commune", "commune"]
    assert [one.level for one in index.find("xã Krông Búk")] == ["commune", "commune"]
    assert [one.code for one in index.find("huyện Krông Búk")] == ["649"]


def test_a_place_of_several_changes_is_followed_to_today(
    index: Index, gazetteer: Gazetteer
) -> None:
    names = [one.after.name.vi for one in fates(gazetteer, "vn/24139")]
    assert names == ["Phường Thành Công", "Phường Buôn Ma Thuột"]
    told = tell(gazetteer, gazetteer["vn/24325"])
    assert "một phần → Xã Ea Drông" in told[0].vi
    assert "một phần → Xã Ea Siên" in told[1].vi


def test_a_new_unit_tells_what_it_was_made_of(gazetteer: Gazetteer) -> None:
    told = [one.vi for one in tell(gazetteer, gazetteer["vn/24133@2025-07-01"])]
    assert len(told) == 7
    assert "Xã Cư ÊBur" in told[5]
    assert told[-1] == "Phường Buôn Ma Thuột (Tỉnh Đắk Lắk): hiện có, từ 01/07/2025"


def test_a_district_ended_and_its_ground_is_in_communes(gazetteer: Gazetteer) -> None:
    id = "vn/dak-lak@2004/krong-buk"
    (told,) = tell(gazetteer, gazetteer[id])
    assert "thôi từ 01/07/2025, theo Nghị quyết 76/2025/UBTVQH15" in told.vi
    assert "Xã Cư Pơng" in told.vi
    assert len(communes_after(gazetteer, id)) == 3
    assert communes_after(gazetteer, "vn/dak-lak@2025") == ()


def test_an_island_district_became_a_special_zone(gazetteer: Gazetteer) -> None:
    assert [one.after.name.vi for one in fates(gazetteer, "vn/536")] == ["Đặc khu Lý Sơn"]


def test_a_place_that_lasts_says_so(gazetteer: Gazetteer) -> None:
    assert [one.vi for one in tell(gazetteer, gazetteer["vn/thanh-hoa"])] == [
        "Tỉnh Thanh Hóa: hiện có"
    ]


def test_an_unknown_name_finds_nothing(index: Index) -> None:
    assert index.find("Atlantis") == ()
    assert index.find("") == ()
    assert index.find("Hòa Thắng (Hà Giang)") == ()


def test_names_are_compared_without_marks_capitals_and_apostrophes() -> None:
    assert fold("M’Đrắk") == fold("m'drak") == "mdrak"
    assert fold("Cư Ê Bur") == fold("cuêbur")
