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
from lotrinh.intake.mapping import Mapping, fingerprint, fold, read_mapped, suggest
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
    assert (mapping.indicator, mapping.place, mapping.value) == ("Chỉ tiêu", "Place", "Value")
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
    assert fingerprint(february.heads) == fingerprint(table(WIDE).heads)
    assert fingerprint(february.heads) != fingerprint(table(LONG).heads)


def test_heads_that_are_gone_are_named_with_those_there_are() -> None:
    mapping = replace(suggest(table(WIDE), a_form()), place="Nơi", values={"Dân": "people|"})
    said = refused(WIDE, mapping)
    assert "không có cột “Nơi”" in said
    assert "không có cột “Dân”" in said
    assert "Địa bàn, Số people" in said
    assert "Chưa chọn cột nào chứa số liệu" in refused(WIDE, Mapping())


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
