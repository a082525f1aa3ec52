"""The road from a terminal. Data on standard output, words on standard error.

Exit 0: done. 1: the input is wrong, every error listed. 2: the call is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import runpy
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lotrinh import __version__
from lotrinh.base.errors import LotrinhError
from lotrinh.base.files import read_day
from lotrinh.base.words import LANGS, Lang, say

if TYPE_CHECKING:
    from lotrinh.directive import Draft
    from lotrinh.publish.page.case import Case


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except LotrinhError as error:
        print(error.say(_lang(arguments)), file=sys.stderr)
        count = len(error.problems)
        print(say("plan.count_of_errors", _lang(arguments), count=count), file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lotrinh", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, run, text, add_arguments in _COMMANDS:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        one.add_argument("--lang", choices=LANGS, help="language of the words (vi, en)")
        add_arguments(one)
    return parser


def _a_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="the draft as JSON")
    shape.add_argument("--yaml", action="store_true", help="the draft as YAML (the default)")
    shape.add_argument("--text", action="store_true", help="the text that spans point into")
    shape.add_argument("--structure", action="store_true", help="its parts, each with its address")
    parser.add_argument("--model", metavar="URL", help="ask a helper model too; sends it the text")


def _two_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--yaml", action="store_true", help="the default")


def _a_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, help="the folder of a plan")


def _a_plan_and_day(parser: argparse.ArgumentParser) -> None:
    _a_plan(parser)
    parser.add_argument("--as-known-on", metavar="DATE", help="a day, 2025-09-30; else today")
    parser.add_argument("--on", default="reference", help="the engine: reference or duckdb")


def _a_plan_for_json(parser: argparse.ArgumentParser) -> None:
    _a_plan_and_day(parser)
    parser.add_argument("--json", action="store_true")


def _a_plan_and_target(parser: argparse.ArgumentParser) -> None:
    _a_plan_and_day(parser)
    parser.add_argument("address", help="a target: its name, #target/NAME or the whole address")


def _a_plan_and_folder(parser: argparse.ArgumentParser) -> None:
    _a_plan_and_day(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of the vintage")


def _a_plan_and_map(parser: argparse.ArgumentParser) -> None:
    _a_plan_for_json(parser)
    parser.add_argument("indicator", help="the id of an indicator: grdp-constant")
    parser.add_argument("--map", metavar="DATE", required=True, help="whose places: 2025-07-01")
    parser.add_argument("--basis", default="none", choices=("population", "area", "count", "none"))


def _a_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="an old or a new name: hoa thang, buon ma thuot")
    parser.add_argument("--content", type=Path, default=Path(), help="folder of the content")
    parser.add_argument("--json", action="store_true")


def _a_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)


def _read(arguments: argparse.Namespace) -> int:
    from lotrinh.directive import open_document, outline, read

    document = open_document(arguments.file.name, _bytes(arguments.file))
    if arguments.text or arguments.structure:
        sys.stdout.write(document.text if arguments.text else outline(document))
        return 0
    draft = read(document)
    if arguments.model:
        draft = _helped(draft, arguments)
    _print(draft.as_json(), as_json=arguments.json)
    return 0


def _helped(draft: Draft, arguments: argparse.Namespace) -> Draft:
    """Return the draft with what a helper model found besides, each refusal said."""
    from lotrinh.directive.ask_model import asker
    from lotrinh.directive.suggest import suggest

    lang = _lang(arguments)
    print(say("directive.model_warning", lang, url=arguments.model), file=sys.stderr)
    found = suggest(draft.document, draft, asker(arguments.model))
    for one in found.refused:
        print(f"– {one.reason.say(lang)}", file=sys.stderr)
    return replace(draft, targets=(*draft.targets, *found.targets))


def _compare(arguments: argparse.Namespace) -> int:
    from lotrinh.directive import open_document, read
    from lotrinh.directive.compare import compare

    old, new = (
        read(open_document(path.name, _bytes(path))) for path in (arguments.old, arguments.new)
    )
    _print([pair.as_dict() for pair in compare(old, new)], as_json=arguments.json)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from lotrinh.flow import open_content, read_folder

    content = open_content(*read_folder(arguments.plan))
    counts = {
        "targets": len(list(content.plan.all_targets())),
        "duties": len(content.plan.duties),
        "indicators": len(content.indicators),
        "observations": len(content.observations),
    }
    print(say("plan.all_right", _lang(arguments), **counts), file=sys.stderr)
    return 0


def _assess(arguments: argparse.Namespace) -> int:
    from lotrinh.publish.sheet import sheet

    case = _case(arguments)
    if arguments.json:
        _print(case.scoreboard.as_dict(), as_json=True)
    else:
        print(sheet(case, _lang(arguments)))
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from lotrinh.publish.sheet import explain

    print(explain(_case(arguments), arguments.address, _lang(arguments)))
    return 0


def _freeze(arguments: argparse.Namespace) -> int:
    from lotrinh.engine.vintage_file import write_vintage
    from lotrinh.flow import freeze, open_content, read_folder

    vintage = freeze(open_content(*read_folder(arguments.plan)), _day(arguments))
    write_vintage(vintage, arguments.out)
    print(vintage.hash)
    return 0


def _restate(arguments: argparse.Namespace) -> int:
    from lotrinh.base.errors import Where
    from lotrinh.flow import open_content, read_country, read_folder, restate_on
    from lotrinh.publish.map_sheet import restated_data, restated_sheet

    content, country = open_content(*read_folder(arguments.plan)), read_country(arguments.plan)
    name, day = arguments.indicator, read_day(arguments.map, Where(field="--map"))
    rows, refused = restate_on(content, country, name, day, arguments.basis, _day(arguments))
    sheet = restated_sheet(rows, content.indicators[name], country.gazetteer, _lang(arguments))
    print(_json(restated_data(rows)) if arguments.json else sheet)
    if refused:
        raise refused
    return 0


def _place(arguments: argparse.Namespace) -> int:
    from lotrinh.flow import find_places
    from lotrinh.publish.map_sheet import place_data, place_sheet

    found = find_places(arguments.content, arguments.name)
    print(_json(place_data(*found)) if arguments.json else place_sheet(*found, _lang(arguments)))
    return 0


def _web(arguments: argparse.Namespace) -> int:
    # By name, not by import: the core does not know the web, and installs without it.
    sys.argv = ["lotrinh_web", arguments.command, "--port", str(arguments.port)]
    runpy.run_module("lotrinh_web", run_name="__main__", alter_sys=True)
    return 0


def _case(arguments: argparse.Namespace) -> Case:
    from lotrinh.flow import evaluate, open_content, read_folder
    from lotrinh.publish.page.case import Case

    done = evaluate(open_content(*read_folder(arguments.plan)), _day(arguments), on=arguments.on)
    content = done.content
    return Case(
        plan=content.plan,
        parents=content.parents,
        places=content.places,
        bodies=content.bodies,
        indicators=content.indicators,
        vintage=done.vintage,
        scoreboard=done.scoreboard,
    )


def _day(arguments: argparse.Namespace) -> date:
    from lotrinh.base.errors import Where

    text = arguments.as_known_on
    # The one clock of the core stands here, at its outermost edge.
    return read_day(text, Where(field="--as-known-on")) if text else date.today()  # noqa: DTZ011


def _bytes(path: Path) -> bytes:
    from lotrinh.base.errors import Where, wrong

    try:
        return path.read_bytes()
    except OSError as error:
        raise wrong("base.cannot_open", Where(str(path)), reason=error.strerror) from error


def _print(data: object, *, as_json: bool) -> None:
    if as_json:
        print(_json(data))
        return
    from lotrinh.plan.dump import dump_yaml

    sys.stdout.write(dump_yaml(data))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _lang(arguments: argparse.Namespace) -> Lang:
    """Return the language asked for, else Vietnamese where the terminal speaks it, else English."""
    if arguments.lang:
        lang: Lang = arguments.lang
        return lang
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "vi" if spoken.startswith("vi") else "en"


_Run = Callable[[argparse.Namespace], int]
_COMMANDS: tuple[tuple[str, _Run, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("read", _read, "Read a directive or an article into a draft.", _a_file),
    ("compare", _compare, "Compare two versions of a directive.", _two_files),
    ("check", _check, "Check a plan's folder; every error at once.", _a_plan),
    ("assess", _assess, "Judge every target of a plan.", _a_plan_for_json),
    ("explain", _explain, "Show the chain from a judgement to the clause.", _a_plan_and_target),
    ("freeze", _freeze, "Freeze the figures known on a day as a vintage.", _a_plan_and_folder),
    ("restate", _restate, "Put an indicator on the map of another day.", _a_plan_and_map),
    ("place", _place, "Tell what became of a place, by an old or new name.", _a_place),
    ("serve", _web, "Serve the database that is configured.", _a_port),
    ("demo", _web, "Load the built-in plans and serve them on this machine.", _a_port),
)


if __name__ == "__main__":
    sys.exit(main())
