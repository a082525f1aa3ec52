"""A report of the small province as filled in, for tests of checks and workbooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lotrinh.base.errors import Where
from lotrinh.indicators import unit
from lotrinh.intake.checkup import check_filing
from lotrinh.intake.filing import Filing, Filled, Known
from lotrinh.intake.form import Form, form
from lotrinh.periods import Period
from lotrinh.plan import Cell, Obligation
from unit.plan.reporting import all_obligations, opened

CONTENT = opened()
ONE = all_obligations()["people.p.a"]
Q1 = Period.read("2026-Q1")
PEOPLE, FEMALE, MALE = (Cell("people", "vn/p/a", part) for part in ("", "sex=female", "sex=male"))
PUPILS = Cell("pupils", "vn/p/a")
#: A commune of nine thousand, as the averages of the country have it.
GOOD = {PEOPLE: "9120", FEMALE: "4580", MALE: "4540", PUPILS: "1710"}


def filing(
    values: Mapping[Cell, str],
    known: Known | None = None,
    notes: Mapping[Cell, str] | None = None,
    obligation: Obligation = ONE,
    period: Period = Q1,
    **indicators: Mapping[str, Any],
) -> Filing:
    """Return a filing; `people={"kind": "flow"}` changes an indicator's fields."""
    filled = {
        cell: Filled(
            cell, Decimal(value) if value else None, note=(notes or {}).get(cell, ""),
            where=Where("bao-cao.xlsx", None, f"H{row}"),
        )
        for row, (cell, value) in enumerate(values.items(), 5)
    }  # fmt: skip
    found = dict(CONTENT.indicators)
    for id, changes in indicators.items():
        fields = {k: unit(v) if k == "unit" else v for k, v in changes.items()}
        found[id] = replace(found[id], **fields)
    return Filing(obligation, period, filled, found, CONTENT.places, known or Known())


def said(one: Filing) -> list[tuple[str, str, str]]:
    """Return what the checks find: indicator with breakdown, strength, message."""
    return [
        (f"{found.cell.indicator} {found.cell.breakdown}".strip(), found.strength,
         found.problem.key.removeprefix("intake."))
        for found in check_filing(one).findings
    ]  # fmt: skip


def a_form(known: Known | None = None) -> Form:
    """Return the form of the commune's report on the first quarter."""
    return form(ONE, Q1, CONTENT.indicators, CONTENT.places, known or Known())
