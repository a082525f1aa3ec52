"""A body's own table is read by a mapping that is proposed, mended once and remembered."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
import xlsxwriter

from lotrinh.base.errors import LotrinhError
from lotrinh.intake.filing import Known
from lotrinh.intake.form import Form, form
from lotrinh.intake.free_table import Table, open_table
from lotrinh.intake.mapping import SKIP, Mapping, fingerprint, fold
from lotrinh.intake.read_mapped import read_mapped
from lotrinh.intake.suggest_mapping import suggest
from lotrinh.periods import Period
from lotrinh.plan import Cell
from unit.intake.filings import CONTENT, ONE, Q1
from unit.intake.workbooks import edited, template

BOTH = replace(ONE, places=("vn/p/a", "vn/p/b"))
WIDE = (
    "Báo cáo quý I\n\nĐịa bàn;Số people;Số pupils;Ghi chú\nXã A;9.120;1.710,0;\nB;8.000;;đang đếm\n"
)
LONG = "Chỉ tiêu,Place,Value\nSố people,vn/p/a,9120\npupils,Xã B,900\n"


def a_form() -> Form:
    return form(BOTH, Q1, CONTENT.indicators, CONTENT.places, Known())


def table(text: str) -> Table:
    return open_table(text.encode(), "cua-toi.csv")


def values(text: str, mapping: Mapping | None = None) -> dict[Cell, Decimal | None]:
    one, of = table(text), a_form()
    sheet = read_mapped(one, mapping or suggest(one, of), of)
    assert sheet.problems == {}
    return {cell: filled.value for cell, filled in sheet.filled.items()}


def refused(text: str, mapping: Mapping | None = None) -> str:
    one, of = table(text), a_form()
    with pytest.raises(LotrinhError) as caught:
        read_mapped(one, mapping or suggest(one, of), of)
    return caught.value.say("vi")


def test_one_column_an_indicator_is_recognised_by_names() -> None:
    assert values(WIDE) == {
        Cell("people", "vn/p/a"): Decimal(9120), Cell("pupils", "vn/p/a"): Decimal("1710.0"),
        Cell("people", "vn/p/b"): Decimal(8000), Cell("pupils", "vn/p/b"): None,
    }  # fmt: skip


def test_one_row_a_figure_is_recognised_too() -> None:
    mapping = replace(suggest(table(LONG), a_form()), numbers="en")
    assert (mapping.indicator, mapping.place) == ("Chỉ tiêu", "Place")
    assert mapping.values == {"Value": "|"}
    assert values(LONG, mapping) == {
        Cell("people", "vn/p/a"): Decimal(9120), Cell("pupils", "vn/p/b"): Decimal(900),
    }  # fmt: skip


def test_a_row_keeps_the_line_it_stood_in() -> None:
    one = read_mapped(table(WIDE), suggest(table(WIDE), a_form()), a_form())
    assert str(one.filled[Cell("people", "vn/p/b")].where) == "cua-toi.csv:5 Số people"


def test_a_name_nobody_knows_is_said_once_and_learnt() -> None:
    strange = WIDE.replace("\nB;", "\nChợ Mới;").replace("đang đếm\n", "\nChợ Mới;1;2;\n")
    said = refused(strange)
    assert said.count("Không nhận ra “Chợ Mới”") == 1
    learnt = replace(suggest(table(WIDE), a_form()), names={fold("Chợ Mới"): "vn/p/b"})
    once = strange.replace("Chợ Mới;1;2;\n", "")
    assert values(once, learnt)[Cell("people", "vn/p/b")] == 8000


def test_a_figure_that_stands_twice_refuses_the_whole() -> None:
    assert "Số liệu này xuất hiện hai lần: people|vn/p/a|" in refused(WIDE + "Xã A;1;2;\n")


def test_a_number_that_cannot_be_read_is_a_fault_of_its_cell() -> None:
    one = table(WIDE.replace("9.120", "chín nghìn"))
    sheet = read_mapped(one, suggest(one, a_form()), a_form())
    (problem,) = sheet.problems.values()
    assert str(problem.where) == "cua-toi.csv:4 Số people"
    assert "dấu chấm cho hàng nghìn" in problem.mend("vi")


def test_a_mapping_survives_being_kept_and_is_found_by_the_shape_of_the_table() -> None:
    one = replace(suggest(table(WIDE), a_form()), names={"chợ mới": "vn/p/b"})
    assert Mapping.of(one.as_dict()) == one
    february = table(WIDE.replace("9.120", "9.130"))
    assert fingerprint(february.heads, Q1) == fingerprint(table(WIDE).heads, Q1)
    assert fingerprint(february.heads, Q1) != fingerprint(table(LONG).heads, Q1)


def test_heads_that_are_gone_are_named_with_those_there_are() -> None:
    mapping = replace(suggest(table(WIDE), a_form()), place="Nơi", values={"Dân": "people|"})
    said = refused(WIDE, mapping)
    assert "không có cột “Nơi”" in said
    assert "không có cột “Dân”" in said
    assert "Địa bàn, Số people" in said
    assert "Chưa chọn cột nào chứa số liệu" in refused(WIDE, Mapping())


A_FEMALE, A_MALE = (Cell("people", "vn/p/a", f"sex={sex}") for sex in ("female", "male"))
#: One row a figure: indicator, place, sex and period in columns of their own.
PARTS = """\
Chỉ tiêu;Địa bàn;Giới tính;Kỳ;Giá trị
Số people;Xã A;Tổng số;Quý I/2026;9.120
Số people;Xã A;Nữ;Quý I/2026;4.580
Số people;Xã A;nam;2026-Q1;4.540
Số people;Xã A;nam;Quý IV/2025;4.500
Số pupils;Xã A;;Q1/2026;1.710
"""


def test_a_long_table_says_period_and_part_of_the_whole_in_columns() -> None:
    mapping = suggest(table(PARTS), a_form())
    assert (mapping.dimensions, mapping.period) == ({"Giới tính": "sex"}, "Kỳ")
    assert values(PARTS) == {
        Cell("people", "vn/p/a"): Decimal(9120), A_FEMALE: Decimal(4580), A_MALE: Decimal(4540),
        Cell("pupils", "vn/p/a"): Decimal(1710),
    }  # fmt: skip


def test_a_code_nobody_knows_is_said_once_with_the_nearest_and_learnt() -> None:
    strange = PARTS.replace("Nữ;", "Nữ giới;")
    said = refused(strange)
    assert said.count("Không nhận ra “Nữ giới” ở cột “Giới tính”") == 1
    assert "Gần giống: nữ" in said
    assert "Các nhóm: female, nữ, male, nam" in said
    learnt = replace(suggest(table(PARTS), a_form()), names={"sex=nữ giới": "female"})
    assert values(strange, learnt)[A_FEMALE] == 4580


def test_one_unknown_code_takes_nothing_of_the_whole_table() -> None:
    one = table(PARTS.replace("Nữ;", "khác;"))
    with pytest.raises(LotrinhError) as caught:
        read_mapped(one, suggest(one, a_form()), a_form())
    assert [one.key for one in caught.value.problems] == ["intake.unknown_group"]
    (problem,) = caught.value.problems
    assert str(problem.where) == "cua-toi.csv:3 Giới tính"


def test_a_period_that_is_none_is_said_once() -> None:
    said = refused(PARTS.replace("Q1/2026", "quý trước").replace("2026-Q1", "quý trước"))
    assert said.count("Không đọc được “quý trước”") == 1


def test_a_wide_table_has_a_column_for_each_group() -> None:
    groups = "Địa bàn;Chỉ tiêu;Tổng số;Nam;Nữ\nXã A;Số people;9.120;4.540;4.580\n"
    assert suggest(table(groups), a_form()).values == {
        "Tổng số": "|", "Nam": "|sex=male", "Nữ": "|sex=female",
    }  # fmt: skip
    assert values(groups) == {
        Cell("people", "vn/p/a"): Decimal(9120), A_FEMALE: Decimal(4580), A_MALE: Decimal(4540),
    }  # fmt: skip


def test_a_wide_table_has_a_column_for_each_period_and_only_the_report_s_is_read() -> None:
    periods = "Địa bàn;Chỉ tiêu;Quý IV/2025;Quý I\nXã A;Số people;9.000;9.120\n"
    mapping = suggest(table(periods), a_form())
    assert mapping.periods == {"Quý IV/2025": "2025-Q4", "Quý I": "2026-Q1"}
    assert values(periods) == {Cell("people", "vn/p/a"): Decimal(9120)}
    said = refused(periods.replace("Quý I\n", "Quý II/2026\n"))
    assert "không có cột của quý 1/2026" in said
    assert "bảng này có: Quý IV/2025, Quý II/2026" in said


def test_a_remembered_table_of_periods_moves_on_with_its_heads() -> None:
    """Next quarter's table has one column more, and the report is of that one."""
    heads = ("Địa bàn", "Chỉ tiêu", "Quý I", "Quý II", "Ghi chú")
    q2 = Period.read("2026-Q2")
    before = suggest(table("Địa bàn;Chỉ tiêu;Quý I;Ghi chú\nXã A;Số people;1;\n"), a_form())
    kept = Mapping.of(before.as_dict()).for_heads(heads, q2)
    assert kept.periods == {"Quý I": "2026-Q1", "Quý II": "2026-Q2"}
    assert kept.values == {"Quý I": "|", "Quý II": "|"}
    assert fingerprint(heads, q2) == fingerprint(("Địa bàn", "Chỉ tiêu", "Quý I", "Ghi chú"), Q1)


def test_a_figure_the_report_does_not_ask_for_is_told_and_not_taken() -> None:
    one = table(PARTS + "Số pupils;Xã A;nữ;Quý I/2026;800\n;Xã A;;Quý I/2026;7\n")
    sheet = read_mapped(one, suggest(one, a_form()), a_form())
    assert Cell("pupils", "vn/p/a", "sex=female") not in sheet.filled
    assert sheet.passed == ("7 Giá trị: pupils|vn/p/a|sex=female", "8 Giá trị")


def test_a_row_of_totals_can_be_passed_over_for_good() -> None:
    totals = WIDE + "Toàn tỉnh;17.120;1.710;\n"
    assert "Không nhận ra “Toàn tỉnh”" in refused(totals)
    learnt = replace(suggest(table(WIDE), a_form()), names={fold("Toàn tỉnh"): SKIP})
    assert values(totals, learnt) == values(WIDE)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (Mapping(values={"Giá trị": "|"}, place="Địa bàn"), "của chỉ tiêu nào"),
        (
            Mapping(
                values={"Giá trị": "|sex=male"},
                indicator="Chỉ tiêu",
                dimensions={"Giới tính": "sex"},
            ),
            "Cột “Giá trị” là của một nhóm “sex”",
        ),
    ],
)
def test_a_mapping_that_leaves_open_whose_figures_they_are_is_refused(mapping, said: str) -> None:
    assert said in refused(PARTS, mapping)


def test_years_in_excel_are_years_and_no_fractions() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("B")
    sheet.write_row(0, 0, ["Địa bàn", 2025, 2026.0])
    sheet.write_row(1, 0, ["Xã A", 1, 2])
    book.close()
    assert open_table(out.getvalue(), "own.xlsx").heads == ("Địa bàn", "2025", "2026")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_is_read_in_the_encodings_excel_writes(encoding: str) -> None:
    assert open_table(WIDE.encode(encoding), "x.csv").heads[0] == "Địa bàn"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WIDE.encode("cp1258", errors="ignore"), "không phải là CSV mã hóa UTF-8"),
        (codecs.BOM_UTF8, "Không thấy bảng nào"),
        (b"a\x00b,c\n1,2\n", "không phải là CSV"),
        (b"only one column\n1\n2\n", "Không thấy bảng nào"),
        (b"a,b\n" + b"1,2\n" * 60_001, "hơn 60.000 dòng"),
        (b'a,b\n"' + b"x" * 200_000, "không phải là CSV"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_table_says_what_one_is(data: bytes, said: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        open_table(data, "x.csv")
    assert said in caught.value.say("vi")


def test_an_excel_file_of_one_s_own_is_a_table_too() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for number, row in enumerate([["Biểu 1"], ["Địa bàn", "Số people"], ["Xã A", 9120.5]]):
        book.get_worksheet_by_name("B") or book.add_worksheet("B")
        book.get_worksheet_by_name("B").write_row(number, 1, row)
    book.close()
    one = open_table(out.getvalue(), "own.xlsx")
    sheet = read_mapped(one, suggest(one, a_form()), a_form())
    (cell,) = sheet.filled.values()
    assert (cell.value, str(cell.where)) == (Decimal("9120.5"), "own.xlsx:3 Số people")


def test_a_workbook_without_a_sheet_holds_no_table() -> None:
    bare = edited(template(), lambda xml: re.sub("<sheet .*?/>", "", xml), "xl/workbook.xml")
    with pytest.raises(LotrinhError, match="There is no table in the file"):
        open_table(bare, "x.xlsx")


def test_heads_of_one_name_are_told_apart() -> None:
    assert table("Xã,Tổng,Tổng,\na,1,2,3\n").heads == ("Xã", "Tổng", "Tổng (2)", "#4")
