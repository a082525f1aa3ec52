"""Every command as one line of a table: its name, what it does, its words, its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from lotrinh.cli import (
    arguments,
    documents,
    imports,
    indicators,
    ledger,
    others,
    people,
    plans,
    reports,
    vintages,
)

_Run = Callable[[argparse.Namespace], int]
COMMANDS: tuple[tuple[str, _Run, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("read", documents.read, "Read a directive or an article into a draft.", arguments.a_file),
    ("compare", documents.compare, "Compare two versions of a directive.", arguments.two_files),
    ("check", plans.check, "Check a plan's folder; every error at once.", arguments.a_plan),
    ("assess", plans.assess, "Judge every target of a plan.", arguments.a_plan_for_json),
    (
        "explain",
        plans.explain,
        "Show the chain from a judgement to the clause.",
        arguments.a_plan_and_target,
    ),
    (
        "freeze",
        plans.freeze,
        "Freeze the figures known on a day as a vintage.",
        arguments.a_plan_and_folder,
    ),
    (
        "load",
        ledger.load,
        "Load a plan's folder, or a dump of a ledger, into the database.",
        arguments.a_load,
    ),
    (
        "dump",
        ledger.dump,
        "Write the whole ledger, or the figures that came with a plan.",
        arguments.a_dump,
    ),
    (
        "verify",
        ledger.verify,
        "See that nothing in a ledger, a dump or a vintage was mended.",
        arguments.a_ledger,
    ),
    ("notify", ledger.notify, "Make a day's reminders and mail what is new.", arguments.a_day),
    (
        "first-administrator",
        people.first_administrator,
        "Make the first administrator of the desk, once.",
        arguments.a_new_person,
    ),
    (
        "add-person",
        people.add_person,
        "Add a person of the desk, perhaps with a post.",
        arguments.a_new_person_and_post,
    ),
    (
        "let-in-again",
        people.let_in_again,
        "Print a one-time link for who is locked out of the desk.",
        arguments.a_name,
    ),
    (
        "partition",
        vintages.partition,
        "Write figures as a vintage in many files, for millions of them.",
        arguments.figures_and_folder,
    ),
    (
        "compute",
        vintages.compute,
        "Compute every indicator on a vintage into a file.",
        arguments.a_vintage_and_file,
    ),
    (
        "query",
        vintages.query,
        "Write a slice of a vintage, computed, to a file.",
        arguments.a_slice,
    ),
    (
        "restate",
        plans.restate,
        "Put an indicator on the map of another day.",
        arguments.a_plan_and_map,
    ),
    (
        "template",
        reports.template,
        "Write the workbook by which a body reports.",
        arguments.a_plan_and_obligation,
    ),
    (
        "intake",
        reports.intake,
        "Check a workbook that was filled in; print its figures.",
        arguments.a_workbook,
    ),
    (
        "import",
        imports.import_from,
        "Turn the indicators of another system into files of ours.",
        arguments.a_foreign_file,
    ),
    (
        "indicator",
        indicators.indicator,
        "Show the metadata sheet of an indicator.",
        arguments.an_indicator,
    ),
    (
        "place",
        others.place,
        "Tell what became of a place, by an old or new name.",
        arguments.a_place,
    ),
    (
        "boundaries",
        others.boundaries,
        "Check a file of boundaries; print it for the content.",
        arguments.a_map_file,
    ),
    ("serve", others.web, "Serve the database that is configured.", arguments.a_port),
    (
        "demo",
        others.web,
        "Load the built-in plans and serve them on this machine.",
        arguments.a_port,
    ),
)
