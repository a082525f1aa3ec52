"""Commands on the ledger: load, dump, verify, notify; what needs the database goes to the web."""

from __future__ import annotations

import argparse

from lotrinh.base.errors import Where
from lotrinh.base.files import read_day
from lotrinh.base.words import say
from lotrinh.cli.asked import bytes_of, lang_of
from lotrinh.cli.dump_files import open_beside
from lotrinh.cli.on_database import on_database


def load(arguments: argparse.Namespace) -> int:
    """Put a plan's folder with its figures, or a dump of a ledger, into the database."""
    command = "load_plan" if arguments.path.is_dir() else "restore_ledger"
    return on_database(arguments, command, str(arguments.path), "--by", arguments.by)


def dump(arguments: argparse.Namespace) -> int:
    """Write the whole ledger, or the figures that came with one plan."""
    plan = [arguments.plan] if arguments.plan else []
    out = ["--out", str(arguments.out)] if arguments.out else []
    return on_database(arguments, "dump_ledger", *plan, *out)


def verify(arguments: argparse.Namespace) -> int:
    """Hold a vintage, a dump or the database to itself; say what was found whole."""
    path, lang = arguments.path, lang_of(arguments)
    if path is None:
        return on_database(arguments, "verify_ledger")
    if path.is_dir():
        from lotrinh.engine.vintage_file import read_vintage

        vintage = read_vintage(path)
        values = {"hash": vintage.hash, "day": vintage.as_known_on}
        print(say("ledger.vintage_whole", lang, count=len(vintage.observations), **values))
        return 0
    from lotrinh.ledger.dump import read_dump
    from lotrinh.ledger.verify import verify as verify_dump

    lines = bytes_of(path).decode("utf-8", errors="replace").splitlines()
    found = verify_dump(read_dump(lines, path.name), open_beside(path))
    print(say("ledger.verified", lang, **vars(found)))
    return 0


def notify(arguments: argparse.Namespace) -> int:
    """Make the reminders of a day and mail what is new; meant for cron."""
    day = ["--on", read_day(arguments.on, Where(field="--on")).isoformat()] if arguments.on else []
    return on_database(arguments, "notify", *day)
