"""A workbook comes back whole as it was filled in, or it is said what was done to it."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lotrinh.base.errors import LotrinhError
from lotrinh.intake.filing import Known
from lotrinh.intake.form import form
from lotrinh.intake.sheet import Sheet, read_mark, read_sheet
from lotrinh.intake.template import Entry, write_template
from lotrinh.periods import Period
from unit.intake.filings import CONTENT, FEMALE, MALE, ONE, PEOPLE, PUPILS, Q1, a_form
from unit.intake.workbooks import FIGURES, edited, filled, number, repacked, template, text

FORM = a_form()
TEMPLATE = template()
WITH_MACROS = repacked(TEMPLATE, {}, xl__vbaProject_bin=b"x").replace(b"t_bin", b"t.bin")


def read(data: bytes) -> Sheet:
    return read_sheet(data, "bao-cao.xlsx", FORM)


def refused(data: bytes) -> str:
    with pytest.raises(LotrinhError) as caught:
        read(data)
    assert all(one.mend("vi") and one.mend("en") for one in caught.value.problems)
    return caught.value.say("vi")


def test_an_empty_template_reports_nothing_and_is_right() -> None:
    sheet = read(TEMPLATE)
    assert {cell: one.value for cell, one in sheet.filled.items()} == {
        PEOPLE: None, FEMALE: None, MALE: None, PUPILS: None,
    }  # fmt: skip
    assert sheet.problems == {}
    assert read_mark(TEMPLATE, "x.xlsx").report == "plans/x/kh-1#report/people.p.a/2026-Q1"


def test_what_is_filled_in_comes_back_with_its_cell() -> None:
    data = filled(TEMPLATE, {"H5": number("9120"), "H8": number("0.30000000000000004"),
                             "I5": text("Sơ bộ"), "J5": text("Theo sổ hộ khẩu")})  # fmt: skip
    sheet = read(data)
    one = sheet.filled[PEOPLE]
    assert (one.value, one.status, one.note) == (Decimal(9120), "preliminary", "Theo sổ hộ khẩu")
    assert str(one.where) == "bao-cao.xlsx H5"
    assert str(sheet.filled[PUPILS].value) == "0.3"


@given(
    st.dictionaries(
        st.sampled_from([PEOPLE, FEMALE, MALE, PUPILS]),
        st.tuples(
            st.decimals(allow_nan=False, places=2, max_value=10**9, min_value=0),
            st.sampled_from(["actual", "preliminary", "estimate"]),
            st.text(st.characters(min_codepoint=32, max_codepoint=0x1EF9), max_size=40),
        ),
    )
)  # fmt: skip
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_writing_and_reading_a_workbook_gives_what_was_typed(typed) -> None:
    entries = {cell: Entry(*one) for cell, one in typed.items()}
    sheet = read(write_template(FORM, "en", entries))
    for cell, (value, status, note) in typed.items():
        found = sheet.filled[cell]
        assert (found.value, found.status, found.note) == (value, status, note.strip())


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (text("9.120 người"), "“9.120 người” là chữ, không phải số"),
        ("<f>SUM(H6:H7)</f>", "công thức chưa có kết quả được lưu"),
        ("<f>1+1</f><v></v>", "công thức chưa có kết quả được lưu"),
    ],
)
def test_a_faulty_cell_is_named_and_the_rest_is_read(inside: str, said: str) -> None:
    sheet = read(filled(TEMPLATE, {"H5": inside, "H6": number("4580")}))
    problem = sheet.problems[PEOPLE, "value"]
    assert said in problem.wrong("vi")
    assert problem.where.field == "H5"
    assert sheet.filled[FEMALE].value == 4580
    with pytest.raises(LotrinhError):
        sheet.raise_if_any()


def test_a_formula_with_its_result_counts_as_the_result() -> None:
    sheet = read(filled(TEMPLATE, {"H5": "<f>H6+H7</f><v>9120</v>"}))
    assert (sheet.filled[PEOPLE].value, sheet.problems) == (Decimal(9120), {})


def test_an_error_of_excel_a_day_and_a_truth_are_no_numbers() -> None:
    def change(xml: str) -> str:
        for at, kind, value in (
            ("H5", "e", "#REF!"),
            ("H6", "b", "1"),
            ("H7", "d", "2026-01-02T00:00:00"),
        ):
            start = xml.index(f'<c r="{at}"')
            end = xml.index("/>", start) + 2
            xml = f'{xml[:start]}<c r="{at}" t="{kind}"><v>{value}</v></c>{xml[end:]}'
        return xml

    problems = read(edited(TEMPLATE, change)).problems
    keys = {cell.breakdown: one.key for (cell, _), one in problems.items()}
    assert keys["sex=female"] == keys["sex=male"] == "intake.not_number_cell"
    assert keys[""] == "intake.excel_error"


def test_a_status_that_is_none_lists_those_there_are() -> None:
    problem = read(filled(TEMPLATE, {"I5": text("chắc chắn")})).problems[PEOPLE, "status"]
    assert "chính thức, sơ bộ, ước tính" in problem.mend("vi")


def _without_row(xml: str) -> str:
    start = xml.index('<row r="6"')
    return xml[:start] + xml[xml.index("</row>", start) + 6 :]


def _merged(xml: str) -> str:
    return xml.replace(
        "</sheetData>", '</sheetData><mergeCells><mergeCell ref="H5:H6"/></mergeCells>'
    )


def _sorted(xml: str) -> str:
    """Exchange rows 5 and 6, as sorting by another column may."""
    start, middle, end = (xml.index(f'<row r="{n}"') for n in (5, 6, 7))
    five = re.sub(r'r="([A-J]?)5"', r'r="\g<1>6"', xml[start:middle])
    six = re.sub(r'r="([A-J]?)6"', r'r="\g<1>5"', xml[middle:end])
    return xml[:start] + six + five + xml[end:]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda xml: xml.replace('r="H3"', 'r="K3"'), "Các cột không còn ở chỗ cũ"),
        (_without_row, "Thiếu 1 dòng của mẫu, ví dụ: people|vn/p/a|sex=female"),
        (_merged, "H5:H6: Có ô bị gộp"),
        (lambda xml: xml.replace("<v>9</v>", "<v>8</v>", 1), "không có mã"),
    ],
)
def test_a_sheet_that_was_rebuilt_says_what_was_done(
    change: Callable[[str], str], said: str
) -> None:
    data = edited(TEMPLATE, change) if "mã" not in said else filled(TEMPLATE, {"A6": text("gì đó")})
    assert said in refused(data)


def test_rows_may_be_sorted() -> None:
    data = filled(TEMPLATE, {"H5": number("9120"), "H6": number("4580")})
    sheet = read(edited(data, _sorted))
    assert (sheet.filled[PEOPLE].value, sheet.filled[FEMALE].value) == (9120, 4580)
    assert sheet.filled[PEOPLE].where.field == "H6"


def test_a_row_copied_with_its_code_is_refused() -> None:
    code = filled(TEMPLATE, {"A6": text("people|vn/p/a|")})
    assert "Dòng 6 lặp lại mã" in refused(code)
    assert "Dòng 6 có mã mà báo cáo này không hỏi" in refused(
        filled(TEMPLATE, {"A6": text("people|vn/p/b|")})
    )


def test_another_report_s_workbook_is_told_from_this_one_s() -> None:
    other = form(ONE, Period.read("2026-Q2"), CONTENT.indicators, CONTENT.places, Known())
    assert "Tệp này là của báo cáo khác (plans/x/kh-1#report/people.p.a/2026-Q2)" in refused(
        write_template(other, "vi")
    )
    fewer = form(ONE, Q1, CONTENT.indicators, CONTENT.places, Known())
    object.__setattr__(fewer, "lines", fewer.lines[:3])
    assert "Mẫu báo cáo đã thay đổi" in refused(write_template(fewer, "vi"))


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "<workbook/>")
        for n in range(40):
            bomb.writestr(f"xl/worksheets/sheet{n}.xml", b"0" * 10_000_000)
    return out.getvalue()


def _liar() -> bytes:
    """A zip whose directory says 10 bytes of a part that has ten million."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"0" * 10_000_000)
    return out.getvalue().replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def _corners(xml: str) -> str:
    return xml.replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )


def _million(xml: str) -> str:
    rows = "".join(f'<row r="{n}"><c r="H{n}"><v>1</v></c></row>' for n in range(9, 1_000_009))
    return xml.replace("</sheetData>", rows + "</sheetData>")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Tệp hỏng hoặc không phải"),
        (b"PK\x03\x04 and no more", "Tệp hỏng hoặc không phải"),
        (TEMPLATE[: len(TEMPLATE) // 2], "Tệp hỏng hoặc không phải"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "kiểu cũ (.xls) hoặc có mật khẩu"),
        (_bomb(), "bung ra lớn hơn 64 MB"),
        (_liar(), "Tệp hỏng hoặc không phải"),
        (b"0" * (13 * 1024 * 1024), "lớn hơn 12 MB"),
        (WITH_MACROS, "có macro"),
        (edited(TEMPLATE, _corners), "dòng 1.048.576, cột thứ 16.384"),
        (edited(TEMPLATE, _million), "dòng 1.000.008, cột thứ 10"),
        (edited(TEMPLATE, lambda xml: xml[:200]), "Tệp hỏng hoặc không phải"),
        (edited(TEMPLATE, lambda xml: f"<!DOCTYPE a>{xml}", "xl/workbook.xml"), "Tệp hỏng"),
        (repacked(TEMPLATE, {"xl/workbook.xml": lambda _: b"\xff\xfe\x00"}), "Tệp hỏng"),
    ],
    ids=(
        "empty,cut short,half,old or locked,bomb,liar,large,macros,corners,million rows,cut sheet,"
        "entities,no text"
    ).split(","),
)
def test_what_must_not_be_opened_is_refused_in_little_memory(data: bytes, said: str) -> None:
    tracemalloc.start()
    try:
        assert said in refused(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # A worksheet is read as one text of 64 MB at most, and twice for a moment.
    assert peak < 200 * 1024 * 1024


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_workbook_damaged_anywhere_is_read_or_refused_and_nothing_else(data) -> None:
    raw = bytearray(filled(TEMPLATE, {"H5": number("9120")}))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with suppress(LotrinhError):
        read(bytes(raw))


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_sheet_whose_xml_is_damaged_is_read_or_refused_and_nothing_else(data) -> None:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as archive:
        names = [one for one in archive.namelist() if one.endswith((".xml", ".rels"))]
    part = data.draw(st.sampled_from(names))

    def damage(raw: bytes) -> bytes:
        at = data.draw(st.integers(0, len(raw)))
        junk = data.draw(
            st.sampled_from([b"", b"<", b"</c>", b'r="ZZ9"', b"\x00", b"&x;", b'"', b"<f>1</f>"])
        )
        return raw[:at] + junk + raw[at + data.draw(st.integers(0, 40)) :]

    with suppress(LotrinhError):
        read(repacked(TEMPLATE, {part: damage}))


def test_the_part_that_holds_the_figures_is_the_second_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as archive:
        assert FIGURES in archive.namelist()
