"""Writes the workbook of a report: styled, locked but where figures go, with its version inside.

A person opens it in Excel or LibreOffice, fills in three columns and sends it back; nothing
in it is computed, and no macro is in it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

from lotrinh.base.words import Lang, say, spoken
from lotrinh.indicators.amount import Amount
from lotrinh.indicators.unit import Unit
from lotrinh.intake.form import LAYOUT, Form, Line
from lotrinh.intake.layout import (
    COLUMNS,
    FIRST_ROW,
    HEADS_ROW,
    MARK,
    MARKS,
    NAMES_ROW,
    OPEN,
    STATUSES,
    WIDTHS,
    Column,
)
from lotrinh.ledger.observation import Status
from lotrinh.plan.obligation import Cell

#: The colours of the site by day: ink, accent, ground of what is locked, of what is open.
INK, ACCENT, LOCKED, FREE = "#1f2421", "#1b5e43", "#f5f3ea", "#ffffff"
#: Excel holds numbers to 15 digits.
_DIGITS = 15
#: Columns of words, which may need several lines; a line of theirs is so many points high.
WRAPPED: tuple[Column, ...] = ("indicator", "breakdown", "place", "unit", "note")
_LINE, _LEAST = 15, 20


@dataclass(frozen=True)
class Entry:
    """What already stands in the three open cells of a line, as typed."""

    value: Decimal | str | None = None
    status: Status = "actual"
    note: str = ""


def write_template(
    form: Form,
    lang: Lang,
    entries: Mapping[Cell, Entry] | None = None,
) -> bytes:
    """Return the workbook as bytes, with what stands in it already."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    writer = _Writer(book, form, lang, entries or {})
    writer.write()
    book.close()
    return out.getvalue()


class _Writer:
    """One writing of one workbook."""

    def __init__(
        self,
        book: Any,
        form: Form,
        lang: Lang,
        entries: Mapping[Cell, Entry],
    ) -> None:
        self.book, self.form, self.lang = book, form, lang
        self.entries = entries
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        book.set_properties({"title": form.obligation.say(lang), "comments": form.address})

    def write(self) -> None:
        """Write the three sheets; the figures are what opens."""
        guide = self.book.add_worksheet(self.said("sheet_guide"))
        figures = self.book.add_worksheet(self.said("sheet_figures"))
        self.guide(guide)
        self.figures(figures)
        self.mark(self.book.add_worksheet(MARK))
        figures.activate()

    def said(self, key: str, **values: object) -> str:
        return say(f"intake.{key}", self.lang, **values)

    def format(self, **properties: Any) -> Any:
        """Return a cell format; the same one is kept once in the file."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            base = {"font_name": "Arial", "font_size": 11, "font_color": INK, "valign": "vcenter"}
            self.formats[key] = self.book.add_format(base | properties)
        return self.formats[key]

    def guide(self, sheet: Any) -> None:
        sheet.set_column(0, 0, 78)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        name = self.form.obligation.say(self.lang)
        sheet.write_string(0, 0, name, self.title(text_wrap=True))
        sheet.set_row(0, 24 * (1 + len(name) // 44) + 8)
        values = {
            "period": self.form.period,
            "due": self.form.obligation.report(self.form.period).due,
            "count": len(self.form.lines),
        }
        wrapped = self.format(text_wrap=True)
        for row in range(1, 8):
            text = say(f"intake.guide_{row}", self.lang, **values)
            sheet.write_string(row, 0, text, wrapped)
            sheet.set_row(row, 18 * (1 + len(text) // 68) + 6)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def figures(self, sheet: Any) -> None:
        for number, column in enumerate(COLUMNS):
            hidden = {"hidden": True} if column == "code" or self.is_empty(column) else {}
            sheet.set_column(number, number, WIDTHS[column], None, hidden)
            sheet.write_string(NAMES_ROW, number, column)
            sheet.write_string(HEADS_ROW, number, self.head(column), self.head_format())
        sheet.write_string(0, 1, self.form.obligation.say(self.lang), self.title())
        about = self.said("sheet_about", period=self.form.period,
                          due=self.form.obligation.report(self.form.period).due)  # fmt: skip
        sheet.write_string(1, 1, about, self.format(font_color="#5b625d"))
        sheet.set_row(0, 30)
        sheet.set_row(NAMES_ROW, None, None, {"hidden": True})
        sheet.set_row(HEADS_ROW, 32)
        sheet.set_default_row(20)
        for row, line in enumerate(self.form.lines, FIRST_ROW):
            self.line(sheet, row, line)
        last = max(FIRST_ROW, FIRST_ROW + len(self.form.lines) - 1)
        self.validations(sheet, last)
        sheet.freeze_panes(FIRST_ROW, COLUMNS.index("breakdown"))
        sheet.autofilter(HEADS_ROW, 1, last, len(COLUMNS) - 1)
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True,
                           "sort": True, "select_locked_cells": True})  # fmt: skip
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADS_ROW)

    def line(self, sheet: Any, row: int, line: Line) -> None:
        entry = self.entries.get(line.cell) or Entry()
        shown: dict[Column, str | int | Decimal | None] = {
            "code": line.cell.code,
            "number": row - FIRST_ROW + 1,
            "indicator": line.indicator.say(self.lang),
            "breakdown": line.part.say(self.lang) if line.part else "",
            "place": line.place.say(self.lang),
            "unit": line.indicator.unit.say(self.lang),
            "before": line.before,
            "value": entry.value,
            "status": self.status(entry.status),
            "note": entry.note,
        }
        sheet.set_row(row, height(shown))
        for number, column in enumerate(COLUMNS):
            value = shown[column]
            form = self.cell_format(column, line.indicator.unit, value)
            if value is None or value == "":
                sheet.write_blank(row, number, None, form)
            elif isinstance(value, str):
                sheet.write_string(row, number, value, form)
            elif isinstance(value, Decimal) and len(value.as_tuple().digits) > _DIGITS:
                sheet.write_string(row, number, spoken(value, self.lang), form)
            else:
                sheet.write_number(row, number, float(value), form)
            if column == "value" and (offer := self.offered(line)):
                size = {"x_scale": 2.2, "y_scale": 1 + len(offer) / 160, "author": "lotrinh"}
                sheet.write_comment(row, number, offer, size)

    def offered(self, line: Line) -> str | None:
        """Return what another report has said already, so that it need not be said again."""
        if line.already is None:
            return None
        amount = Amount(Decimal(line.already.value), line.indicator.unit)
        return self.said("already", amount=amount)

    def validations(self, sheet: Any, last: int) -> None:
        """Let Excel itself refuse what cannot be, with our words."""
        value, status, note = (COLUMNS.index(one) for one in OPEN)
        title, text = self.said("not_number_title"), self.said("not_number_text")
        rule = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15,
                "error_title": title, "error_message": text}  # fmt: skip
        sheet.data_validation(FIRST_ROW, value, last, value, rule)
        choices = [self.status(one) for one in STATUSES]
        sheet.data_validation(FIRST_ROW, status, last, status,
                              {"validate": "list", "source": choices,
                               "error_title": self.said("not_status_title"),
                               "error_message": self.said("not_status_text")})  # fmt: skip
        sheet.data_validation(FIRST_ROW, note, last, note,
                              {"validate": "length", "criteria": "<=", "value": 2000})  # fmt: skip

    def mark(self, sheet: Any) -> None:
        marks = (str(LAYOUT), self.form.address, self.form.version, self.lang)
        for row, (name, value) in enumerate(zip(MARKS, marks, strict=True)):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, value)
        sheet.protect()
        sheet.very_hidden()

    def is_empty(self, column: Column) -> bool:
        """Whether a column would stand empty, so that it is hidden."""
        if column == "breakdown":
            return not any(one.cell.breakdown for one in self.form.lines)
        return False

    def head(self, column: Column) -> str:
        if column == "before" and self.form.lines:
            return self.said("head_before", period=self.form.lines[0].compared)
        if column == "value":
            return self.said("head_value", period=self.form.period)
        return say(f"intake.head_{column}", self.lang)

    def status(self, status: Status) -> str:
        return say(f"intake.status_{status}", self.lang)

    def title(self, **more: Any) -> Any:
        return self.format(bold=True, font_size=15, font_color=ACCENT, **more)

    def head_format(self) -> Any:
        return self.format(bold=True, font_color="#ffffff", bg_color=ACCENT, text_wrap=True,
                           indent=1, border=1, border_color="#0f4430")  # fmt: skip

    def cell_format(self, column: Column, unit: Unit, value: object) -> Any:
        is_open = column in OPEN
        ground = FREE if is_open else LOCKED
        shape: dict[str, Any] = {"bg_color": ground, "border": 1, "border_color": "#dedcd3"}
        shape |= {"locked": not is_open, "text_wrap": column in WRAPPED}
        if column == "number":
            shape |= {"align": "center"}
        elif column in (*WRAPPED, "status"):
            shape |= {"indent": 1}
        if column in ("value", "before"):
            shape |= {"num_format": number_format(unit, value), "align": "right"}
        if column == "before":
            shape |= {"font_color": "#5b625d"}
        return self.format(**shape)


def height(shown: Mapping[Column, object]) -> int:
    """Return how high a row must be for its longest cell; spreadsheets do not see to that.

    >>> height({"place": "Xã A"}), height({"unit": "xã, phường, thị trấn"})
    (20, 35)
    """
    lines = max(-(-len(str(shown.get(one) or "")) // int(WIDTHS[one] - 3)) for one in WRAPPED)
    return max(_LEAST, _LINE * lines + 5)


def number_format(unit: Unit, value: object = None) -> str:
    """Return how Excel shows a number of the unit; its marks are those of the reader's machine.

    A fraction typed where only whole numbers can be is shown, not rounded away.
    """
    is_whole = not isinstance(value, Decimal) or value == value.to_integral_value()
    return "#,##0" if unit.whole and is_whole else "#,##0.00##"
