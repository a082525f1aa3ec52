"""Bodies have lifespans and successors: a duty passes on, with both shown."""

from datetime import date
from pathlib import Path

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Words
from lotrinh.bodies import Body, Register, load_bodies
from lotrinh.flow import open_content, read_folder
from lotrinh.places import load_places
from unit.plan.folder import FILES, changed

PATH = "bodies/vn/bodies.csv"


def body(id: str, **other: object) -> Body:
    return Body(id, Words(id, id), "department", "vn", **other)  # type: ignore[arg-type]


def test_the_fifteen_district_committees_of_2020_are_there(content: Path) -> None:
    bodies = open_content(*read_folder(content / "plans/dak-lak/kh-175-2020")).bodies
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
