"""The reform of a province names every old unit, where it went, and what ended."""

from datetime import date
from pathlib import Path

from lotrinh.flow import read_country
from lotrinh.places.reform import reform

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2025, 7, 1)


def test_the_reform_of_dak_lak_is_told_whole() -> None:
    """286 communes of two provinces became 102; 24 districts ended; eight communes were divided."""
    gazetteer = read_country(ROOT).gazetteer
    found = reform(gazetteer, "vn/dak-lak@2025", DAY)
    communes = [one for one in found.flows if one.after.level == "commune"]
    assert len({one.before.id for one in communes}) == 286
    assert len({one.after.id for one in communes}) == 102
    provinces = {one.before.id for one in found.flows if one.after.level == "province"}
    assert provinces == {"vn/dak-lak@2004", "vn/phu-yen"}
    assert len(found.abolished) == 24
    assert sorted(one.name.vi for one in found.divided) == [
        "Phường 9",
        "Phường Hòa Hiệp Bắc",
        "Xã Ea BHốk",
        "Xã EaBar",
        "Xã EaBia",
        "Xã Hòa An",
        "Xã Hòa Bình 1",
        "Xã Hòa Trị",
    ]
    assert all(one.change.legal_basis for one in found.flows)
    assert all(one.out_of is not None for one in found.flows)


def test_a_day_without_a_change_has_no_flows() -> None:
    gazetteer = read_country(ROOT).gazetteer
    found = reform(gazetteer, "vn/thanh-hoa", date(2020, 1, 1))
    assert (found.flows, found.abolished, found.divided) == ((), (), ())
