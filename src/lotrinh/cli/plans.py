"""Commands on a plan's folder: check, assess, explain, freeze, restate."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from lotrinh.base.errors import Where, wrong
from lotrinh.base.files import read_day
from lotrinh.base.words import say
from lotrinh.cli.asked import day_of, engine_of, lang_of
from lotrinh.cli.on_database import on_database
from lotrinh.cli.put import as_json_text, put

if TYPE_CHECKING:
    from lotrinh.publish.page.case import Case


def check(arguments: argparse.Namespace) -> int:
    """Say that a plan is right, or everything that is wrong with it."""
    from lotrinh.flow import open_content, read_folder

    content = open_content(*read_folder(arguments.plan))
    counts = {
        "targets": len(list(content.plan.all_targets())),
        "duties": len(content.plan.duties),
        "indicators": len(content.indicators),
        "observations": len(content.observations),
    }
    print(say("plan.all_right", lang_of(arguments), **counts), file=sys.stderr)
    return 0


def assess(arguments: argparse.Namespace) -> int:
    """Print the judgement on every target."""
    from lotrinh.publish.sheet import sheet

    case = _case(arguments)
    if arguments.json:
        put(case.scoreboard.as_dict(), as_json=True)
    else:
        print(sheet(case, lang_of(arguments)))
    return 0


def explain(arguments: argparse.Namespace) -> int:
    """Print the trail from a judgement to its clause."""
    from lotrinh.publish.sheet import explain

    print(explain(_case(arguments), arguments.address, lang_of(arguments)))
    return 0


def freeze(arguments: argparse.Namespace) -> int:
    """Write the figures known on a day as a vintage; print its hash."""
    from lotrinh.engine.vintage_file import write_vintage
    from lotrinh.flow import freeze, open_content, read_folder

    if bool(arguments.ledger) == bool(arguments.plan):
        raise wrong("plan.folder_or_ledger", Where(field="--ledger"))
    if arguments.ledger:
        day = day_of(arguments).isoformat()
        rest = ("--as-known-on", day, "--out", str(arguments.out), "--by", arguments.by)
        return on_database(arguments, "freeze_ledger", arguments.ledger, *rest)
    vintage = freeze(open_content(*read_folder(arguments.plan)), day_of(arguments))
    write_vintage(vintage, arguments.out)
    print(vintage.hash)
    return 0


def restate(arguments: argparse.Namespace) -> int:
    """Print an indicator on another day's map."""
    from lotrinh.flow import open_content, read_country, read_folder, restate_on
    from lotrinh.publish.map_sheet import restated_data, restated_sheet

    content, country = open_content(*read_folder(arguments.plan)), read_country(arguments.plan)
    name, day = arguments.indicator, read_day(arguments.map, Where(field="--map"))
    rows, refused = restate_on(content, country, name, day, arguments.basis, day_of(arguments))
    sheet = restated_sheet(rows, content.indicators[name], country.gazetteer, lang_of(arguments))
    print(as_json_text(restated_data(rows)) if arguments.json else sheet)
    if refused:
        raise refused
    return 0


def _case(arguments: argparse.Namespace) -> Case:
    from lotrinh.flow import evaluate, open_content, read_folder

    content, day = open_content(*read_folder(arguments.plan)), day_of(arguments)
    done = evaluate(content, day, on=engine_of(arguments))
    return done.case()
