"""A faulty workbook goes back as it came, to the byte, but for the colour and a comment."""

from __future__ import annotations

import io
import re
import time
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang
from lotrinh.intake.checkup import check_filing
from lotrinh.intake.filing import Filing
from lotrinh.intake.free_table import open_table
from lotrinh.intake.mark_comments import SIGN
from lotrinh.intake.mark_workbook import mark_workbook
from lotrinh.intake.marked import faults, write_marked
from lotrinh.intake.read_mapped import read_mapped
from lotrinh.intake.sheet import Sheet, read_sheet
from lotrinh.intake.suggest_mapping import suggest
from unit.intake.filings import CONTENT, ONE, PUPILS, Q1, a_form
from unit.intake.workbooks import (
    FIGURES,
    edited,
    filled,
    number,
    of_a_person,
    repacked,
    sheet_name,
    template,
    text,
)

FORM = a_form()
PERSONAL = of_a_person()
#: Parts that tell of our colour and comments; no other part of a file may differ.
OURS = {FIGURES, "xl/styles.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}


def read(data: bytes) -> Sheet:
    return read_sheet(data, "bao-cao.xlsx", FORM)


def marked(data: bytes, lang: Lang = "vi") -> bytes:
    sheet = read(data)
    checkup = check_filing(Filing(ONE, Q1, sheet.filled, CONTENT.indicators, CONTENT.places))
    return write_marked(FORM, sheet, faults(sheet, checkup), lang, data, "bao-cao.xlsx")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str) -> str:
    return parts(data)[name].decode()


def coloured(data: bytes) -> list[str]:
    """Return the cells under our colour."""
    xml = part(data, FIGURES)
    return " ".join(re.findall(r'sqref="([^"]*)"><cfRule type="expression"', xml)).split()


def remarks(data: bytes) -> dict[str, str]:
    """Return the comments of the sheet of figures by cell."""
    xml = part(data, "xl/comments1.xml")
    found = re.findall(r'<comment ref="(\w+)".*?</comment>', xml, re.DOTALL)
    texts = re.split("(?=<comment )", xml)[1:]
    return dict(zip(found, (re.sub("<[^>]*>", "", one) for one in texts), strict=True))


def test_sheets_formulas_widths_hidden_sheets_and_charts_of_a_person_stay_to_the_byte() -> None:
    back = marked(PERSONAL)
    before, after = parts(PERSONAL), parts(back)
    assert {name for name in before if before[name] != after[name]} == OURS
    assert before.keys() == after.keys()
    own = after["xl/worksheets/sheet4.xml"].decode()
    assert "<f>SUM(A1:A2)</f><v>9120</v>" in own
    assert re.search(r'<col min="1" max="1" width="3[12]\.\d+', own)
    assert 'state="hidden"' in after["xl/workbook.xml"].decode()
    assert "<c:barChart>" in after["xl/charts/chart1.xml"].decode()


def test_the_cells_themselves_are_not_touched() -> None:
    before, after = part(PERSONAL, FIGURES), part(marked(PERSONAL), FIGURES)
    cells = slice(0, before.index("</sheetData>"))
    assert after[cells] == before[cells]
    assert "<f>'Sổ hộ khẩu'!A3</f>" in after


def test_each_fault_has_its_colour_and_its_comment_and_nothing_else_has() -> None:
    back = marked(PERSONAL)
    assert coloured(back) == ["H6", "H7"]
    said = remarks(back)
    assert said.keys() == {"H6", "H7", "J8"}
    assert "“bốn nghìn” là chữ, không phải số" in said["H7"]
    assert "→ Xóa chữ" in said["H7"]
    assert "is text, not a number" in remarks(marked(PERSONAL, "en"))["H7"]


def test_a_comment_of_a_person_in_a_faulty_cell_stays_above_ours_and_outlives_it() -> None:
    back = marked(PERSONAL)
    assert remarks(back)["H6"].startswith(f"Chị Hoa đếm lại hôm 2/3\n\n{SIGN}")
    assert "không phải số nguyên" in remarks(back)["H6"]
    again = marked(filled(back, {"H6": number("4580")}))
    assert remarks(again)["H6"] == "Chị Hoa đếm lại hôm 2/3"
    assert remarks(again)["J8"] == "Hỏi trường"


def test_what_was_mended_loses_its_mark_when_the_rest_comes_back() -> None:
    again = marked(filled(marked(PERSONAL), {"H6": number("4580")}))
    assert coloured(again) == ["H7"]
    drawn = part(again, "xl/drawings/vmlDrawing1.vml")
    assert sorted(re.findall(r"<x:Row>(\d+)<", drawn)) == ["5", "6", "7"]
    assert part(again, "xl/styles.xml") == part(marked(PERSONAL), "xl/styles.xml")


def test_a_template_without_comments_gets_them_and_is_a_whole_workbook_again() -> None:
    faulty = filled(template(), {"H5": text("chín nghìn"), "J8": text("giữ lại")})
    back = marked(faulty)
    types, links = part(back, "[Content_Types].xml"), "xl/worksheets/_rels/sheet2.xml.rels"
    assert types.count("/xl/comments1.xml") == types.count('Extension="vml"') == 1
    assert part(back, links).count("<Relationship ") == 2
    assert read(back).entries == read(faulty).entries
    mended = read(filled(back, {"H5": number("9161")}))
    assert (mended.problems, mended.filled[PUPILS].note) == ({}, "giữ lại")


def test_a_workbook_whose_elements_have_a_prefix_is_marked_too() -> None:
    """As the Open XML SDK writes them."""

    def prefixed(xml: str) -> str:
        xml = re.sub(r"<(/?)(\w+)(?=[\s/>])", r"<\1x:\2", xml)
        return xml.replace("xmlns=", "xmlns:x=", 1)

    data = edited(filled(template(), {"H5": text("không rõ")}), prefixed)
    xml = part(marked(data), FIGURES)
    assert '<x:conditionalFormatting sqref="H5"><x:cfRule' in xml
    assert xml.index("<x:conditionalFormatting") < xml.index("<x:dataValidations")
    assert xml.index("<x:legacyDrawing") < xml.index("</x:worksheet>")


def test_what_a_view_of_one_person_holds_is_not_taken_for_the_sheet_s_own() -> None:
    view = "<customSheetViews><customSheetView><pageMargins/></customSheetView></customSheetViews>"
    data = edited(
        filled(template(), {"H5": text("?")}),
        lambda xml: xml.replace("<dataValidations", f"{view}<dataValidations"),
    )
    assert f"{view}<conditionalFormatting" in part(marked(data), FIGURES)


def test_a_table_of_the_body_s_own_comes_back_as_its_own_workbook() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    own, other = book.add_worksheet("Quý I"), book.add_worksheet("Khác")
    own.write_row("B2", ["Địa bàn", "Số people", "Số pupils"])
    own.write_row("B3", ["Xã A", "chín nghìn", 1710.5])
    other.write_formula("A1", "='Quý I'!D3*2", None, 3421)
    book.close()
    table = open_table(out.getvalue(), "own.xlsx")
    sheet = read_mapped(table, suggest(table, FORM), FORM)
    checkup = check_filing(Filing(ONE, Q1, sheet.filled, CONTENT.indicators, CONTENT.places))
    found = faults(sheet, checkup)
    back = write_marked(FORM, sheet, found, "vi", out.getvalue(), "own.xlsx", table)
    assert 'sqref="C3 D3"><cfRule type="expression"' in part(back, "xl/worksheets/sheet1.xml")
    assert (
        parts(back)["xl/worksheets/sheet2.xml"] == parts(out.getvalue())["xl/worksheets/sheet2.xml"]
    )


def test_a_csv_comes_back_as_our_workbook_with_what_was_typed() -> None:
    data = "Địa bàn;Số people\nXã A;chín nghìn\n".encode()
    table = open_table(data, "own.csv")
    sheet = read_mapped(table, suggest(table, FORM), FORM)
    back = write_marked(FORM, sheet, faults(sheet, None), "vi", data, "own.csv", table)
    assert coloured(back) == ["H5"]
    assert read(back).entries[FORM.lines[0].cell].value == "chín nghìn"


def test_a_sheet_full_of_openings_without_ends_takes_no_longer_than_its_length() -> None:
    junk = "<conditionalFormatting ><comment ><v:shape ><legacyDrawing <Relationship " * 40_000
    data = edited(template(), lambda xml: xml.replace("</sheetData>", f"</sheetData>{junk}"))
    begun = time.perf_counter()
    mark_workbook(data, "x.xlsx", sheet_name(), {"H5": "sai"})
    assert time.perf_counter() - begun < 5


@given(st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_workbook_damaged_anywhere_is_marked_or_refused_and_nothing_else(data) -> None:
    name = data.draw(st.sampled_from([*sorted(OURS), "[Content_Types].xml", "xl/workbook.xml"]))

    def damage(raw: bytes) -> bytes:
        at = data.draw(st.integers(0, len(raw)))
        junk = data.draw(st.sampled_from([b"", b"<", b"</xml>", b"\xff", b'"', b"<dxfs/>"]))
        return raw[:at] + junk + raw[at + data.draw(st.integers(0, 400)) :]

    with suppress(LotrinhError):
        mark_workbook(repacked(PERSONAL, {name: damage}), "x.xlsx", sheet_name(), {"H5": "sai"})


@pytest.mark.parametrize("remark", ["<b>&\"' ]]>", "a\x00b\x0b", "\ufffe✗ ✗"])
def test_a_remark_is_text_whatever_is_in_it(remark: str) -> None:
    back = mark_workbook(PERSONAL, "x.xlsx", sheet_name(), {"H5": remark})
    again = mark_workbook(back, "x.xlsx", sheet_name(), {"H5": remark})
    assert parts(again) == parts(back)
