"""Proposes what the columns of a body's own table mean, by their heads and first cells alone.

A person sees the proposal and changes it; nothing is read by it unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from lotrinh.indicators import Disaggregation
from lotrinh.intake.form import Form
from lotrinh.intake.free_table import Table
from lotrinh.intake.mapping import BAR, FIGURES, Mapping, fold, period_of
from lotrinh.ledger.breakdown import read_breakdown

_PLACES = ("địa bàn", "xã", "xã, phường", "đơn vị hành chính", "nơi", "place", "commune")
_INDICATORS = ("chỉ tiêu", "tên chỉ tiêu", "indicator")
_PERIODS = ("kỳ", "kỳ báo cáo", "thời gian", "năm", "quý", "tháng", "period", "year")
_FIGURES = ("giá trị", "số liệu", "số lượng", "kỳ này", "value", "figure")
#: Names of the whole beside its parts, as a head and as a cell.
TOTALS = ("tổng", "tổng số", "tổng cộng", "chung", "cộng", "total", "all")


def suggest(table: Table, form: Form) -> Mapping:
    """Return what the heads seem to mean: by ids and by names, exact ones first."""
    values = _near(table.heads, _indicators(form))
    rest = [head for head in table.heads if head not in values]
    dimensions = _near(rest, _dimensions(form))
    rest = [head for head in rest if head not in dimensions]
    periods: dict[str, str] = {}
    if not values:
        values = _near(rest, _groups(form), cutoff=1)
        told = {head: period_of(head, form.period) for head in rest if head not in values}
        periods = {head: str(one) for head, one in told.items() if one}
        values |= dict.fromkeys(periods, FIGURES)
    heads = {fold(head): head for head in rest if head not in values}

    def first(names: Iterable[str]) -> str:
        return next((heads[name] for name in names if name in heads), "")

    is_named = any(not code.startswith(BAR) for code in values.values())
    if not values and (head := first(_FIGURES)):
        values = {head: FIGURES}
    return Mapping(
        place=first(_PLACES),
        indicator="" if is_named else first(_INDICATORS),
        period="" if periods else first(_PERIODS),
        dimensions=dimensions,
        values=values,
        periods=periods,
        status=first(("tình trạng", "status")),
        note=first(("ghi chú", "ghi chú, lý do", "note")),
    )


def asked_dimensions(form: Form) -> list[Disaggregation]:
    """Return the dimensions by which a report asks for figures, in order."""
    found: dict[str, Disaggregation] = {}
    for line in form.lines:
        for id in read_breakdown(line.cell.breakdown):
            if one := line.indicator.disaggregation(id):
                found.setdefault(id, one)
    return list(found.values())


def _near(heads: Iterable[str], called: dict[str, str], cutoff: float = 0.85) -> dict[str, str]:
    """Return what heads name, each thing once."""
    found: dict[str, str] = {}
    for head in heads:
        near = get_close_matches(fold(head), list(called), n=1, cutoff=cutoff)
        if near and called[near[0]] not in found.values():
            found[head] = called[near[0]]
    return found


def _indicators(form: Form) -> dict[str, str]:
    """Return the figures of a report by every name their column may have."""
    called = {}
    for line in form.lines:
        code = f"{line.cell.indicator}{BAR}{line.cell.breakdown}"
        for name in (line.cell.indicator, line.indicator.name.vi, line.indicator.name.en):
            called[fold(f"{name} {line.part.vi if line.part else ''}")] = code
    return called


def _dimensions(form: Form) -> dict[str, str]:
    return {
        fold(name): one.id
        for one in asked_dimensions(form)
        for name in (one.id, one.name.vi, one.name.en)
    }


def _groups(form: Form) -> dict[str, str]:
    """Return the parts of the whole by the heads of their columns, the whole among them."""
    called = dict.fromkeys(TOTALS, FIGURES)
    for line in form.lines:
        if line.part:
            for name in (line.cell.breakdown, line.part.vi, line.part.en):
                called[fold(name)] = f"{BAR}{line.cell.breakdown}"
    return called if len(called) > len(TOTALS) else {}
