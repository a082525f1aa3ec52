"""Returns a file to who sent it: their own workbook, with only its faulty cells marked.

A table that came as CSV has no cells to colour; it comes back as our workbook with what was
typed in it. So does a workbook whose parts are not written as the standard has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from lotrinh.base.errors import LotrinhError, Problem
from lotrinh.base.words import Lang, say
from lotrinh.intake.checkup import Checkup, said
from lotrinh.intake.form import Form
from lotrinh.intake.free_table import Table
from lotrinh.intake.layout import FIRST_ROW, Column, address, letters
from lotrinh.intake.mark_workbook import mark_workbook
from lotrinh.intake.sheet import Sheet, read_mark, sheet_of
from lotrinh.intake.template import write_template
from lotrinh.plan.obligation import Cell

Place = tuple[Cell, Column]


def faults(sheet: Sheet, checkup: Checkup | None) -> dict[Place, list[Problem]]:
    """Return everything that stands in the way, by cell: of reading first, then of checking."""
    found: dict[Place, list[Problem]] = {at: [one] for at, one in sheet.problems.items()}
    for finding in checkup.refused if checkup else ():
        found.setdefault((finding.cell, "value"), []).append(said(finding))
    return found


def write_marked(
    form: Form,
    sheet: Sheet,
    found: Mapping[Place, list[Problem]],
    lang: Lang,
    data: bytes,
    name: str,
    table: Table | None = None,
) -> bytes:
    """Return the workbook in `data` with its faulty cells coloured and their faults in comments.

    `table` is what was read of it, where it is one of the body's own.
    """
    if table is None or table.sheet:
        with suppress(LotrinhError):
            return _in_place(found, lang, data, name, table)
    return _anew(form, sheet, found, lang)


def _in_place(
    found: Mapping[Place, list[Problem]], lang: Lang, data: bytes, name: str, table: Table | None
) -> bytes:
    at = [(problems[0].where, problems) for problems in found.values()]
    if table is None:
        cells = [(where.field, said) for where, said in at]
        return mark_workbook(data, name, sheet_of(read_mark(data, name)), _remarks(cells, lang))
    cells = [(f"{letters(table.heads.index(where.field))}{where.line}", said) for where, said in at]
    return mark_workbook(data, name, table.sheet, _remarks(cells, lang))


def _anew(form: Form, sheet: Sheet, found: Mapping[Place, list[Problem]], lang: Lang) -> bytes:
    rows = {line.cell: row for row, line in enumerate(form.lines, FIRST_ROW)}
    told = [(address(column, rows[cell]), problems) for (cell, column), problems in found.items()]
    fresh = write_template(form, lang, sheet.entries)
    return mark_workbook(
        fresh, form.address, say("intake.sheet_figures", lang), _remarks(told, lang)
    )


def _remarks(told: list[tuple[str, list[Problem]]], lang: Lang) -> dict[str, str]:
    """Return what is said of each cell; two figures may have come from one cell."""
    found: dict[str, list[str]] = {}
    for at, problems in told:
        for one in problems:
            text = f"{one.wrong(lang)}\n→ {one.mend(lang)}"
            if text not in found.setdefault(at, []):
                found[at].append(text)
    return {at: "\n\n".join(texts) for at, texts in found.items()}
