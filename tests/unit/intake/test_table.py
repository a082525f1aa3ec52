"""A CSV of figures is read whole or not at all, and written back to the letter."""

from datetime import date

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Words
from lotrinh.indicators import Disaggregation, Indicator, unit
from lotrinh.intake import read_observations, write_observations
from lotrinh.ledger import COLUMNS
from lotrinh.places import Gazetteer, Place

HEAD = ",".join(COLUMNS)
LONGER_HEAD = ",".join((*COLUMNS, "breakdown", "shared"))
SEX = Disaggregation(
    "sex",
    Words("giới tính", "sex"),
    {"male": Words("nam", "male"), "female": Words("nữ", "female")},
)
INDICATORS = {
    "trained": Indicator(
        "trained", Words("Lao động qua đào tạo", "Trained workers"), Words("Số người", "Persons"),
        unit("person"), "stock", "up", "", "", "vn/gso", (), disaggregations=(SEX,),
        over_places="sum",
    ),
    "digital-economy-share": Indicator(
        "digital-economy-share", Words("Tỷ trọng kinh tế số", "Digital economy share"),
        Words("Giá trị tăng thêm", "Value added"), unit("percent"), "ratio", "up", "", "current",
        "vn/gso", (), least=0, greatest=100,
    )
}  # fmt: skip
PLACES = Gazetteer(
    {
        "vn": Place("vn", Words("Việt Nam", "Viet Nam"), "country", "", "", None, None),
        "vn/old": Place(
            "vn/old", Words("Tỉnh cũ", "Old province"), "province", "1", "vn",
            date(2004, 1, 1), date(2025, 7, 1),
        ),
    }
)  # fmt: skip
#: Source: General Statistics Office, 6 January 2025.
GOOD = (
    "digital-economy-share,vn,2024,,13.17,percent,estimate,published,current,"
    "2025-01-06,day,Kinh tế số năm 2024,https://example.org,"
)


def read(*rows: str):
    return read_observations("\n".join((HEAD, *rows)) + "\n", "o.csv", INDICATORS, PLACES)


def test_writing_what_was_read_gives_the_same_text() -> None:
    text = f"{HEAD}\n{GOOD}\n"
    assert write_observations(read(GOOD)) == text


def test_a_row_becomes_an_observation() -> None:
    (one,) = read(GOOD)
    assert (str(one.value), one.recorded_at, one.source.url) == (
        "13.17", date(2025, 1, 6), "https://example.org",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "vi", "en"),
    [
        ("13.17", "13,17", "không phải là một số", "columns"),
        ("13.17", "abc", "“abc” không phải là một số", "“abc” is not a number. In a CSV file"),
        ("13.17", "1e400", "“1e400” không phải là một số", "“1e400” is not a number"),
        ("13.17", "nan", "“nan” không phải là một số", "“nan” is not a number"),
        ("13.17", "1317", "Giá trị 1.317 không thể đúng", "The value 1,317 cannot be true"),
        ("percent", "bushel", "không phải là một đơn vị tính", "is not a known unit"),
        ("percent", "person", "Đơn vị “người” không cùng loại", "is not of the same kind"),
        ("estimate", "maybe", "không phải là giá trị được phép", "Choose one of: actual"),
        ("vn,2024", "vn/xyz,2024", "Không có địa bàn “vn/xyz”", "There is no place “vn/xyz”"),
        ("vn,2024", "vn/old,2026", "không còn tồn tại từ 01/07/2025", "is no more since 1 July"),
        ("2025-01-06", "2023-12-31", "trước khi kỳ 2024 bắt đầu", "recorded before 2024 began"),
        ("2025-01-06", "6/1/2025", "không phải là một ngày", "is not a day"),
        ("Kinh tế số năm 2024", "", "Số liệu không có nguồn", "has no source"),
        ("current", "constant 2010", "Giá gốc “constant 2010” khác", "price basis “constant 2010”"),
        ("digital-economy-share", "digital-economy", "Mã gần giống: digital-economy-share", "Near"),
        (",2024,", ",năm 2024,", "Không đọc được “năm 2024”", "Cannot read “năm 2024”"),
    ],
)
def test_a_wrong_cell_is_named_with_line_column_and_mend(old, new, vi: str, en: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        read(GOOD, GOOD.replace(old, new, 1))
    if new == "13,17":  # a comma splits the cell: the row has one cell too many
        assert "nhiều ô hơn" in caught.value.say("vi")
        return
    assert vi in caught.value.say("vi")
    assert en in caught.value.say("en")
    assert all(problem.where.line == 3 for problem in caught.value.problems)


def test_all_errors_of_all_rows_come_at_once() -> None:
    bad = [GOOD.replace("13.17", "x"), GOOD.replace("vn,", "xx,"), GOOD.replace("estimate", "e")]
    with pytest.raises(LotrinhError) as caught:
        read(*bad)
    assert [problem.where.line for problem in caught.value.problems] == [2, 3, 4]


def test_the_same_row_twice_is_a_slip_but_two_sources_are_not() -> None:
    with pytest.raises(LotrinhError, match="stands twice"):
        read(GOOD, GOOD)
    assert len(read(GOOD, GOOD.replace("Kinh tế số năm 2024", "Báo khác"))) == 2


def test_other_columns_are_refused_with_the_right_ones() -> None:
    with pytest.raises(LotrinhError, match="The first line must be: indicator,place"):
        read_observations("a,b\n1,2\n", "o.csv", INDICATORS, PLACES)


#: A made-up figure: a woman's training counted by two communes together.
PART = (
    "trained,vn,2024,,120,person,actual,published,,2025-01-06,day,Báo cáo,https://example.org,,"
    "sex=female,night-school"
)


def test_a_part_of_the_whole_is_read_and_written_back() -> None:
    text = f"{LONGER_HEAD}\n{PART}\n"
    (one,) = read_observations(text, "o.csv", INDICATORS, PLACES)
    assert (one.breakdown, one.shared) == ("sex=female", "night-school")
    assert write_observations([one]) == text


@pytest.mark.parametrize(
    ("old", "new", "vi", "en"),
    [
        ("sex=female", "sex", "không phải là một phân tổ đọc được", "not a readable breakdown"),
        ("sex=female", "sex=x", "không phải là một nhóm", "Choose one of: male, female"),
        ("sex=female", "age=old", "không phân tổ theo “age”", "disaggregations: sex"),
        ("sex=female", "area=x;sex=male", "không phân tổ theo “area”", "by “area”"),
    ],
)
def test_a_wrong_part_is_named_with_its_column_and_mend(old, new, vi: str, en: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        read_observations(f"{LONGER_HEAD}\n{PART.replace(old, new)}\n", "o", INDICATORS, PLACES)
    assert vi in caught.value.say("vi")
    assert en in caught.value.say("en")
    assert [problem.where.field for problem in caught.value.problems] == ["breakdown"]


def test_a_ratio_has_no_shared_result() -> None:
    row = f"{GOOD},,two-provinces"
    with pytest.raises(LotrinhError, match="does not add up over places"):
        read_observations(f"{LONGER_HEAD}\n{row}\n", "o.csv", INDICATORS, PLACES)
