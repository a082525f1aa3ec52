"""Commands on vintages of any size: put in parts, compute, ask for a slice."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from lotrinh.base.errors import Where
from lotrinh.base.files import read_day
from lotrinh.base.words import say
from lotrinh.cli.asked import day_of, engine_of, lang_of

if TYPE_CHECKING:
    from lotrinh.engine.slice import Slice


def partition(arguments: argparse.Namespace) -> int:
    """Write figures as a vintage in many files; print its hash."""
    from lotrinh.engine.facts.write import write_facts

    with_progress = _progress("engine.rows_written", arguments)
    print(write_facts(arguments.source, arguments.out, day_of(arguments), with_progress))
    return 0


def compute(arguments: argparse.Namespace) -> int:
    """Compute every indicator on a vintage into a file."""
    from lotrinh.cli.definitions import read_definitions
    from lotrinh.engine.compute_file import compute_vintage
    from lotrinh.engine.territory import Territory

    indicators, country = read_definitions(arguments.content)
    count = compute_vintage(
        arguments.vintage, arguments.out, indicators, Territory(country.gazetteer),
        on=engine_of(arguments), progress=_progress("engine.computed_so_far", arguments),
    )  # fmt: skip
    print(say("engine.results_written", lang_of(arguments), count=count), file=sys.stderr)
    return 0


def query(arguments: argparse.Namespace) -> int:
    """Write a slice of a vintage to a file."""
    from lotrinh.cli.definitions import read_definitions
    from lotrinh.engine.query import Source
    from lotrinh.engine.table_file import open_sink
    from lotrinh.engine.territory import Territory

    indicators, country = read_definitions(arguments.content)
    source = Source(arguments.vintage, indicators, Territory(country.gazetteer))
    rows = 0
    with open_sink(arguments.out, arguments.format) as sink:
        for table in source.tables(_slice(arguments), country.weights):
            sink.write_table(table)
            rows += table.num_rows
    print(say("engine.results_written", lang_of(arguments), count=rows), file=sys.stderr)
    return 0


def _slice(arguments: argparse.Namespace) -> Slice:
    from lotrinh.engine.slice import Slice
    from lotrinh.periods import Period

    def period(name: str) -> Period | None:
        text = getattr(arguments, name)
        return Period.read(text, Where(field=f"--{name}")) if text else None

    def day(name: str, text: str | None) -> date | None:
        return read_day(text, Where(field=name)) if text else None

    return Slice(
        tuple(arguments.indicator), tuple(arguments.place), arguments.subtree, arguments.level,
        period("from"), period("to"), None if arguments.all_parts else arguments.breakdown,
        day("--as-known-on", arguments.as_known_on), day("--map", arguments.map),
        arguments.basis,
    )  # fmt: skip


def _progress(key: str, arguments: argparse.Namespace) -> Callable[[int, int], None]:
    """Return what tells people how far long work has come: on a terminal only."""
    lang = lang_of(arguments)

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == of else "\r"
            print(say(key, lang, done=done, of=of), end=end, file=sys.stderr, flush=True)

    return tell
