"""Bodies have lifespans and successors: a duty passes on, with both shown."""

from datetime import date
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Words
from lotrinh.bodies import Body, Register, load_bodies, seat
from lotrinh.flow import Content, open_content, read_folder
from lotrinh.places import load_places
from unit.plan.folder import FILES, changed

PATH = "bodies/vn/bodies.csv"


@pytest.fixture(scope="module")
def opened(content: Path) -> Content:
    """Plan 175 with the register of its province."""
    return open_content(*read_folder(content / "plans/dak-lak/kh-175-2020"))


def body(id: str, **other: object) -> Body:
    return Body(id, Words(id, id), "department", "vn", **other)  # type: ignore[arg-type]


def test_the_fifteen_district_committees_of_2020_are_there(opened: Content) -> None:
    bodies = opened.bodies
    groups = [one for one in bodies.bodies.values() if one.kind == "group"]
    assert 15 in {len(group.members) for group in groups}


def test_who_answers_for_a_body_follows_its_successors() -> None:
    ended = date(2025, 3, 1)
    register = Register(
        {
            "old": body("old", valid_to=ended, successors=("mid",)),
            "mid": body("mid", valid_from=ended, valid_to=date(2025, 7, 1), successors=("new",)),
            "new": body("new", valid_from=date(2025, 7, 1)),
        }
    )
    assert [b.id for b in register.today_of("old", date(2025, 2, 28))] == ["old"]
    assert [b.id for b in register.today_of("old", date(2025, 3, 1))] == ["mid"]
    assert [b.id for b in register.today_of("old", date(2025, 7, 1))] == ["new"]


def test_a_group_stands_for_its_members_and_a_body_for_itself() -> None:
    one, group = body("one"), Body("g", Words("g", "g"), "group", "vn", members=("one",))
    register = Register({"one": one, "g": group})
    assert register.members("g") == register.members("one") == (one,)


@pytest.mark.parametrize(
    ("old", "new", "vi"),
    [
        ("vn/office,Văn phòng,Office", "vn/office,,Office", "thiếu tên"),
        ("department", "ministry", "“ministry” không phải là một loại cơ quan"),
        ("department,vn,", "department,vx,", "Không có địa bàn “vx”"),
        ("department,vn,,", "department,vn,vn/x,", "Không có cơ quan “vn/x”"),
    ],
)
def test_a_wrong_row_is_named(old: str, new: str, vi: str) -> None:
    files = changed(PATH, (old, new))
    with pytest.raises(LotrinhError) as caught:
        load_bodies(files, load_places(files))
    assert vi in caught.value.say("vi")


def test_a_body_twice_is_refused() -> None:
    files = {**FILES, PATH: FILES[PATH] + "vn/office,a,b,department,vn,,,,,,\n"}
    with pytest.raises(LotrinhError, match="stands twice"):
        load_bodies(files, load_places(files))


TIES = "bodies/vn/ties.csv"
HEAD = "hierarchy,body,parent,valid_from,valid_to,source\n"


def test_a_department_stands_under_the_province_and_under_its_ministry(opened: Content) -> None:
    bodies = opened.bodies
    in_2024 = bodies.parents("dak-lak/so-thong-tin-truyen-thong", date(2024, 6, 1))
    assert in_2024["own"].id == "dak-lak/ubnd"
    assert in_2024["sector"].id == "vn/mic"
    today = bodies.parents("dak-lak/so-khoa-hoc-cong-nghe", date(2026, 1, 1))
    assert today["own"].id == "dak-lak/ubnd@2025", (
        "the committee above has an heir, and it is shown"
    )
    assert today["sector"].id == "vn/most"
    unions = bodies.children("dak-lak/mttq", date(2024, 6, 1), "front")
    assert len(unions) == 6
    assert "dak-lak/so-tai-chinh" in {
        one.id for one in bodies.children("dak-lak/ubnd", date(2024, 6, 1))
    }


def test_the_districts_committees_ended_and_their_duties_passed_on(opened: Content) -> None:
    bodies = opened.bodies
    for group in ("dak-lak/district-party-committees", "dak-lak/district-peoples-committees"):
        members = bodies.members(group)
        assert len(members) == 15
        assert {one.valid_to for one in members} == {date(2025, 7, 1)}
    heirs = bodies.today_of("dak-lak/huyen-uy-lak", date(2025, 7, 1))
    assert [one.id for one in heirs] == ["dak-lak/commune-party-committees"]
    assert len(bodies.predecessors("dak-lak/commune-party-committees")) == 15


def test_the_ministry_of_labour_left_its_duties_to_two(opened: Content) -> None:
    bodies = opened.bodies
    heirs = bodies.today_of("vn/molisa", date(2025, 3, 1))
    assert [one.id for one in heirs] == ["vn/moha", "vn/moet"]
    assert bodies.today_of("vn/molisa", date(2025, 2, 28))[0].id == "vn/molisa"


@pytest.mark.parametrize(
    ("row", "vi"),
    [
        ("sector,vn/nobody,vn/office,,,x", "Không có cơ quan “vn/nobody”"),
        ("guild,vn/office,vn/office,,,x", "“guild” không phải là một hệ thống cơ quan"),
        ("sector,vn/office,vn/office,soon,,x", "“soon” không phải là một ngày"),
    ],
)
def test_a_wrong_tie_is_named(row: str, vi: str) -> None:
    files = {**FILES, TIES: HEAD + row + "\n"}
    with pytest.raises(LotrinhError) as caught:
        load_bodies(files, load_places(files))
    assert vi in caught.value.say("vi")
    assert caught.value.problems[0].where.line == 2


def test_successors_in_a_circle_are_refused() -> None:
    row = "vn/a,a,a,department,vn,,,2025-01-01,vn/b,,\nvn/b,b,b,department,vn,,,2025-01-01,vn/a,,\n"
    with pytest.raises(LotrinhError, match="in a circle"):
        load_bodies({**FILES, PATH: FILES[PATH] + row}, load_places(FILES))


def test_a_body_that_outlived_its_place_sits_in_what_it_became(opened: Content) -> None:
    """The department went on when its province was merged; its seat follows the ground."""
    department = opened.bodies["dak-lak/so-tai-chinh"]
    assert seat(department, opened.places, date(2025, 6, 30)).id == "vn/dak-lak@2004"
    assert seat(department, opened.places, date(2025, 7, 1)).id == "vn/dak-lak@2025"
