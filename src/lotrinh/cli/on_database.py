"""Hands a command on to the web, which alone knows the database."""

from __future__ import annotations

import argparse
import runpy
import sys

from lotrinh.cli.asked import lang_of


def on_database(arguments: argparse.Namespace, command: str, *rest: str) -> int:
    """Run a command of the web; return its exit code."""
    # By name, not by import: the core does not know the web, and installs without it.
    sys.argv = ["lotrinh", command, *rest, "--lang", lang_of(arguments)]
    try:
        runpy.run_module("lotrinh_web.run", run_name="__main__", alter_sys=True)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    return 0
