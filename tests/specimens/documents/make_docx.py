"""Makes small Word files while a test runs: numbered lists, tables, changes kept in view."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_W = nsdecls("w")
#: The list every plan has: I. → 1. → a) → -.
PLAN = ("upperRoman %1.", "decimal %2.", "lowerLetter %3)", "bullet -")


class Word:
    """A Word file being written."""

    def __init__(self) -> None:
        self._file = docx.Document()
        numbering = self._file.part.numbering_part.element
        for old in list(numbering):
            numbering.remove(old)

    def numbered(self, levels: Iterable[str], *lists: str, restart: int | None = None) -> None:
        """Define a family of numbers and the lists that count with it."""
        numbering = self._file.part.numbering_part.element
        family = len(numbering)
        xml = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{level.split()[0]}"/>'
            f'<w:lvlText w:val="{level.split(" ", 1)[1]}"/></w:lvl>'
            for n, level in enumerate(levels)
        )
        first = next((n for n, one in enumerate(numbering) if one.tag.endswith("}num")), family)
        numbering.insert(
            first,
            parse_xml(f'<w:abstractNum {_W} w:abstractNumId="{family}">{xml}</w:abstractNum>'),
        )
        for one in lists:
            begins = (
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restart}"/></w:lvlOverride>'
            )
            numbering.append(
                parse_xml(
                    f'<w:num {_W} w:numId="{one}"><w:abstractNumId w:val="{family}"/>'
                    f"{begins if restart else ''}</w:num>"
                )
            )

    def write(self, text: str, number: str = "", level: int = 0, style: str | None = None) -> None:
        """Write a paragraph, with a number where a list is named."""
        paragraph = self._file.add_paragraph(text, style=style)
        if number:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
                )
            )

    def insert(self, xml: str) -> None:
        """Write a paragraph given as XML."""
        body = self._file.element.body
        body.insert(len(body) - 1, parse_xml(f"<w:p {_W}>{xml}</w:p>"))

    def table(self, *rows: Iterable[str]) -> None:
        """Write a table; a cell's newlines part its paragraphs."""
        cells = [list(row) for row in rows]
        table = self._file.add_table(rows=len(cells), cols=max(map(len, cells)))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                first, *others = text.split("\n")
                cell.text = first
                for one in others:
                    cell.add_paragraph(one)

    def contents(self, text: str) -> None:
        """Write a line of a table of contents."""
        styles = self._file.styles
        if "toc 1" not in [style.name for style in styles]:
            styles.add_style("toc 1", 1)
        self._file.add_paragraph(text, style="toc 1")

    def nested(self, depth: int) -> None:
        """Write tables within each other."""
        cell = self._file.add_table(rows=1, cols=1).cell(0, 0)
        for _ in range(depth):
            cell.text = "x"
            cell = cell.add_table(rows=1, cols=1).cell(0, 0)

    def data(self) -> bytes:
        """Return the file."""
        out = BytesIO()
        self._file.save(out)
        return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a ZIP archive of the parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
