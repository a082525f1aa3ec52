"""A report as a page shows it: lines in words, what stands in them, what is said of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lotrinh.base.errors import Problem
from lotrinh.base.words import Lang, number, say
from lotrinh.indicators.amount import Amount
from lotrinh.intake.form import Form, Line
from lotrinh.intake.layout import STATUSES, Column
from lotrinh.plan import Cell
from lotrinh_web.accounts.powers import body_name
from lotrinh_web.collect.actions import Looked
from lotrinh_web.collect.beside import Beside
from lotrinh_web.collect.typed import Typed

#: Lines of one page of the grid; a phone on a slow line gets no more at once.
PAGE = 200


#: What is said of one line: (kind, wrong, mend) of each remark.
Said = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Row:
    """One line of the grid in words."""

    number: int
    code: str
    indicator: str
    part: str
    place: str
    unit: str
    before: str
    compared: str
    value: str
    status: str
    note: str
    #: What another report has said of this very figure.
    already: str
    said: Said

    @property
    def is_faulty(self) -> bool:
        """Whether something must be done about the line."""
        return is_faulty(self.said)


@dataclass(frozen=True)
class Page:
    """One page of the grid."""

    rows: tuple[Row, ...]
    number: int
    count: int
    #: Choices of status: (code, words).
    statuses: tuple[tuple[str, str], ...]
    compared: str
    #: Whether all lines are of one place, so that the column is left out.
    is_one_place: bool


def first_line(form: Form, asked: int) -> int:
    """Return the first line of a page; a page that is not there is the first."""
    is_there = 1 <= asked <= -(-len(form.lines) // PAGE)
    return (asked - 1) * PAGE if is_there else 0


def page(
    form: Form,
    typed: Mapping[Cell, Typed],
    said: Mapping[Cell, Said],
    lang: Lang,
    first: int = 0,
) -> Page:
    """Return the page of the grid that begins with a line."""
    lines = form.lines[first : first + PAGE]
    rows = tuple(
        _row(n, line, typed.get(line.cell), said.get(line.cell, ()), lang)
        for n, line in enumerate(lines, first)
    )
    statuses = tuple((one, say(f"intake.status_{one}", lang)) for one in STATUSES)
    compared = form.lines[0].compared.say(lang) if form.lines else ""
    places = {line.place.id for line in form.lines}
    number, count = 1 + first // PAGE, max(1, -(-len(form.lines) // PAGE))
    return Page(rows, number, count, statuses, compared, len(places) == 1)


def is_faulty(said: Said) -> bool:
    """Whether what is said of a line asks for something: what is explained does not."""
    return any(kind != "explained" for kind, _, _ in said)


def remarks_of(looked: Looked, lang: Lang) -> dict[Cell, Said]:
    """Return what reading and checking say of each cell; what has its reason is said too."""
    found: dict[Cell, list[tuple[str, str, str]]] = {}
    for (cell, _), problems in looked.faults.items():
        found.setdefault(cell, []).extend(_said(one, "wrong", lang) for one in problems)
    for one in looked.checkup.explained:
        found.setdefault(one.cell, []).append(("explained", one.problem.wrong(lang), ""))
    return {cell: tuple(said) for cell, said in found.items()}


def _said(one: Problem, kind: str, lang: Lang) -> tuple[str, str, str]:
    is_soft = one.key == "intake.needs_reason"
    return ("asks" if is_soft else kind, one.wrong(lang), one.mend(lang))


def table_of(
    faults: Mapping[tuple[Cell, Column], list[Problem]], form: Form, lang: Lang
) -> list[tuple[str, str, str, str]]:
    """Return every fault as a row: where, which figure, what is wrong, the mend."""
    rows = []
    order = {line.cell: n for n, line in enumerate(form.lines)}
    for (cell, _), problems in sorted(faults.items(), key=lambda one: order[one[0][0]]):
        line = form.by_cell[cell]
        what = what_of(line, lang)
        rows += [(_at(one), what, one.wrong(lang), one.mend(lang)) for one in problems]
    return rows


@dataclass(frozen=True)
class FigureLine:
    """One figure of a file in words, beside what it is compared with."""

    what: str
    before: str
    value: str
    note: str
    #: Whether the body said something else before, so that this is a correction.
    changed: bool


def lines_of(at_hand: Beside, looked: Looked, lang: Lang) -> list[FigureLine]:
    """Return the figures of a file, those that change what was said before first."""
    found = []
    for line in at_hand.form.lines:
        one = looked.sheet.filled.get(line.cell)
        if one is None or one.value is None:
            continue
        said = at_hand.own.get(line.cell)
        unit = line.indicator.unit
        before = "" if line.before is None else Amount(line.before, unit).say(lang)
        value = Amount(one.value, unit).say(lang)
        changed = said is not None and said.value != one.value
        found.append(FigureLine(what_of(line, lang), before, value, one.note, changed))
    return sorted(found, key=lambda one: not one.changed)


def what_of(line: Line, lang: Lang) -> str:
    """Name a line: indicator, part of the whole, place."""
    part = line.part.say(lang) if line.part else ""
    parts = (line.indicator.say(lang), part, line.place.say(lang))
    return ", ".join(one for one in parts if one)


def _at(one: Problem) -> str:
    """Return where a fault is within its file: a cell, or a line and a column."""
    line = f"{one.where.line} " if one.where.line else ""
    return f"{line}{one.where.field}"


def _row(
    n: int,
    line: Line,
    typed: Typed | None,
    said: Said,
    lang: Lang,
) -> Row:
    return Row(
        number=n,
        code=line.cell.code,
        indicator=line.indicator.say(lang),
        part=line.part.say(lang) if line.part else "",
        place=line.place.say(lang),
        unit=line.indicator.unit.say(lang),
        before="" if line.before is None else number(Amount(line.before, None).value, lang),
        compared=line.compared.say(lang),
        value=typed.shown(lang) if typed else "",
        status=typed.status if typed else "actual",
        note=typed.note if typed else "",
        already=_already(line, lang),
        said=said,
    )


def _already(line: Line, lang: Lang) -> str:
    if line.already is None:
        return ""
    amount = Amount(Decimal(line.already.value), line.indicator.unit)
    if not line.already.body:
        return say("lotrinh_web.collect_published_already", lang, amount=amount)
    body = body_name(line.already.body)
    return say("lotrinh_web.collect_already", lang, amount=amount, body=body)
