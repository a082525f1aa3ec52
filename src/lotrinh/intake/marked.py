"""Returns a workbook to who sent it: the same lines as typed, faulty cells marked and explained.

It is written anew from the form and from what was typed, so that it is a whole template
again, which can be mended and sent back; colours and sheets a person added are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang
from lotrinh.intake.checkup import Checkup, said
from lotrinh.intake.form import Form
from lotrinh.intake.layout import Column
from lotrinh.intake.sheet import Sheet
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
    form: Form, sheet: Sheet, found: Mapping[Place, list[Problem]], lang: Lang
) -> bytes:
    """Return the workbook with each faulty cell coloured and its faults in a comment."""
    remarks = {
        at: "\n\n".join(f"{one.wrong(lang)}\n→ {one.mend(lang)}" for one in problems)
        for at, problems in found.items()
    }
    return write_template(form, lang, sheet.entries, remarks)
