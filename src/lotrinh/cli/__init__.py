"""The road from a terminal. Data on standard output, words on standard error.

Exit 0: done. 1: the input is wrong, every error listed. 2: the call is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from lotrinh import __version__
from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, say
from lotrinh.cli.asked import lang_of
from lotrinh.cli.commands import COMMANDS

__all__ = ["COMMANDS", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except LotrinhError as error:
        print(error.say(lang_of(arguments)), file=sys.stderr)
        count = len(error.problems)
        print(say("plan.count_of_errors", lang_of(arguments), count=count), file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lotrinh", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, run, text, add_arguments in COMMANDS:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        one.add_argument("--lang", choices=LANGS, help="language of the words (vi, en)")
        add_arguments(one)
    return parser
