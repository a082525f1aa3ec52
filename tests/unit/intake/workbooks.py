"""Fills in and breaks workbooks as people and their programs do, by editing the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import xlsxwriter

from lotrinh.base.words import say
from lotrinh.intake.template import _Writer, write_template
from unit.intake.filings import a_form

FIGURES = "xl/worksheets/sheet2.xml"


def template() -> bytes:
    """The workbook of the commune's report, in Vietnamese."""
    return write_template(a_form(), "vi")


def edited(data: bytes, change: Callable[[str], str], part: str = FIGURES) -> bytes:
    """Return a workbook with one part changed."""
    return repacked(data, {part: lambda raw: change(raw.decode()).encode()})


def repacked(data: bytes, changes: dict[str, Callable[[bytes], bytes]], **added: bytes) -> bytes:
    """Return a workbook with parts changed and parts added."""
    out = io.BytesIO()
    kept = zipfile.ZipFile(io.BytesIO(data))
    with kept as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
        for name, content in added.items():
            new.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def filled(data: bytes, cells: dict[str, str]) -> bytes:
    """Return a workbook with the XML inside cells put in: `{"H5": "<v>9120</v>"}`."""

    def change(xml: str) -> str:
        for at, inner in cells.items():
            pattern = rf'<c r="{at}"( s="\d+")?[^>]*?(/>|>.*?</c>)'
            kind = ' t="inlineStr"' if inner.startswith("<is>") else ""
            xml, count = re.subn(pattern, rf'<c r="{at}"\1{kind}>{inner}</c>', xml, count=1)
            assert count == 1, at
        return xml

    return edited(data, change)


def text(value: str) -> str:
    """Return a cell's inside for a text."""
    return f"<is><t>{value}</t></is>"


def number(value: str) -> str:
    """Return a cell's inside for a number."""
    return f"<v>{value}</v>"


def sheet_name() -> str:
    """The Vietnamese name of the sheet of figures."""
    return say("intake.sheet_figures", "vi")


def of_a_person() -> bytes:
    """Return the workbook as a person made it theirs: sheets, a chart, a note, widths, a sum."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    _Writer(book, a_form(), "vi", {}).write()
    figures = book.get_worksheet_by_name(sheet_name())
    own, hidden = book.add_worksheet("Sổ hộ khẩu"), book.add_worksheet("Nháp")
    own.write_column("A1", [4580, 4540])
    own.write_formula("A3", "=SUM(A1:A2)", book.add_format({"bold": True}), 9120)
    own.set_column("A:A", 31.5)
    own.conditional_format("A1:A3", {"type": "cell", "criteria": ">", "value": 9000})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Sổ hộ khẩu'!$A$1:$A$2"})
    own.insert_chart("C2", chart)
    hidden.write("A1", "còn thiếu thôn 4")
    hidden.hide()
    figures.set_column("E:E", 61)
    figures.write_comment("H6", "Chị Hoa đếm lại hôm 2/3", {"author": "An"})
    figures.write_comment("J8", "Hỏi trường", {"author": "An"})
    unlocked = book.add_format({"locked": False, "num_format": "#,##0"})
    figures.write_formula("H5", "='Sổ hộ khẩu'!A3", unlocked, 9120)
    figures.write_number("H6", 4580.5, unlocked)
    figures.write_string("H7", "bốn nghìn", unlocked)
    book.close()
    return out.getvalue()
