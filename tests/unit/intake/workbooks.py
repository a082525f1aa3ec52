"""Fills in and breaks workbooks as people and their programs do, by editing the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from lotrinh.base.words import say
from lotrinh.intake.template import write_template
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
