"""Commands on reports: write the workbook of one, read a workbook that was filled in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lotrinh.base.address import Address
from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.base.words import say
from lotrinh.cli.asked import bytes_of, day_of, lang_of

if TYPE_CHECKING:
    from lotrinh.flow import Content
    from lotrinh.intake.form import Form
    from lotrinh.plan import Obligation


def template(arguments: argparse.Namespace) -> int:
    """Write the workbook of a report; print the report's address."""
    from lotrinh.flow import open_content, read_folder
    from lotrinh.intake.template import write_template

    day = day_of(arguments)
    content = open_content(*read_folder(arguments.plan))
    obligation = _obligation(content, arguments.obligation, day)
    form = _form(content, obligation, arguments.period or _next(obligation, day), day)
    arguments.out.write_bytes(write_template(form, lang_of(arguments)))
    print(form.address)
    return 0


def intake(arguments: argparse.Namespace) -> int:
    """Read a workbook that was filled in; print its figures as observations."""
    from lotrinh.flow import open_content, read_folder
    from lotrinh.intake import write_observations
    from lotrinh.intake.checkup import check_filing
    from lotrinh.intake.filing import Filing
    from lotrinh.intake.known import known
    from lotrinh.intake.marked import faults, write_marked
    from lotrinh.intake.observed import observed
    from lotrinh.intake.sheet import read_mark, read_sheet

    lang, day, name = lang_of(arguments), day_of(arguments), arguments.file.name
    data = bytes_of(arguments.file)
    report = Address.read(read_mark(data, name).report)
    id, _, period = report.name.partition("/")
    content = open_content(*read_folder(_content(arguments.content) / report.folder))
    form = _form(content, _obligation(content, id, day), period, day)
    sheet = read_sheet(data, name, form)
    past = known(content.observations, content.indicators)
    filing = Filing(form.obligation, form.period, sheet.filled, content.indicators,
                    content.places, past)  # fmt: skip
    checkup = check_filing(filing)
    found = faults(sheet, checkup)
    if found and arguments.marked:
        arguments.marked.write_bytes(write_marked(form, sheet, found, lang, data, name))
    if found:
        raise LotrinhError(problem for problems in found.values() for problem in problems)
    figures = [one for _, one in observed(filing, content.bodies[form.obligation.body], day)]
    if not figures:
        raise wrong("intake.nothing_filled", Where(name))
    sys.stdout.write(write_observations(figures))
    counts = {"count": len(figures), "empty": len(form.lines) - len(figures)}
    explained = len({one.cell for one in checkup.explained})
    print(say("intake.taken", lang, **counts, explained=explained), file=sys.stderr)
    return 0


def _content(named: Path) -> Path:
    """Return the folder that holds `plans`: the one named, or `content` in it."""
    return named if (named / "plans").is_dir() else named / "content"


def _obligation(content: Content, id: str, day: date) -> Obligation:
    from lotrinh.flow import obligations

    found = {one.id: one for one in obligations(content, day)}
    if id not in found:
        raise wrong("intake.unknown_obligation", Where(field=id), id=id, known=sorted(found))
    return found[id]


def _form(content: Content, obligation: Obligation, period: str, day: date) -> Form:
    from lotrinh.flow import freeze
    from lotrinh.intake.form import form
    from lotrinh.intake.known import known
    from lotrinh.periods import Period

    asked = Period.read(period, Where(field="--period"))
    if not obligation.asks_about(asked):
        periods: Sequence[str] = [str(one) for one in obligation.periods()]
        where = Where(field="--period")
        raise wrong("intake.period_not_asked", where, period=asked, known=periods)
    past = known(freeze(content, day).holding.values(), content.indicators)
    return form(obligation, asked, content.indicators, content.places, past)


def _next(obligation: Obligation, day: date) -> str:
    """Return the period whose report falls due next; the last one when all are past."""
    reports = obligation.reports(date.min, date.max)
    due = [one for one in reports if one.due >= day] or reports[-1:]
    return str(due[0].period)
