"""Commands on places, and those that start the web."""

from __future__ import annotations

import argparse
import runpy
import sys

from lotrinh.cli.asked import lang_of
from lotrinh.cli.put import as_json_text


def place(arguments: argparse.Namespace) -> int:
    """Print what became of the places of a name."""
    from lotrinh.flow import find_places
    from lotrinh.publish.map_sheet import place_data, place_sheet

    found = find_places(arguments.content, arguments.name)
    print(
        as_json_text(place_data(*found))
        if arguments.json
        else place_sheet(*found, lang_of(arguments))
    )
    return 0


def web(arguments: argparse.Namespace) -> int:
    """Start the web."""
    # By name, not by import: the core does not know the web, and installs without it.
    sys.argv = ["lotrinh_web", arguments.command, "--port", str(arguments.port)]
    runpy.run_module("lotrinh_web", run_name="__main__", alter_sys=True)
    return 0
