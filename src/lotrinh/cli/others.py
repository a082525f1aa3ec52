"""Commands on places, and those that start the web."""

from __future__ import annotations

import argparse
import runpy
import sys

from lotrinh.base.errors import wrong
from lotrinh.base.words import say
from lotrinh.cli.asked import bytes_of, lang_of
from lotrinh.cli.put import as_json_text


def place(arguments: argparse.Namespace) -> int:
    """Print what became of the places of a name."""
    from lotrinh.flow import read_country
    from lotrinh.places.search import Index
    from lotrinh.publish.map_sheet import place_data, place_sheet

    gazetteer = read_country(arguments.content).gazetteer
    found = Index(gazetteer).find(arguments.name)
    if not found:
        raise wrong("places.not_found", text=arguments.name)
    print(
        as_json_text(place_data(gazetteer, found))
        if arguments.json
        else place_sheet(gazetteer, found, lang_of(arguments))
    )
    return 0


def boundaries(arguments: argparse.Namespace) -> int:
    """Say what is wrong with a map; print it as GeoJSON, simplified if asked to."""
    from lotrinh.flow import read_country
    from lotrinh.places.boundaries import read_boundaries
    from lotrinh.places.boundary_faults import faults
    from lotrinh.places.simplify import simplify
    from lotrinh.places.write_boundaries import write_boundaries

    file, lang = arguments.file, lang_of(arguments)
    gazetteer = read_country(arguments.content).gazetteer
    text = bytes_of(file).decode("utf-8", errors="replace")
    found = read_boundaries(text, file.name, gazetteer, arguments.property)
    faulty = faults(found)
    for one in faulty.overlaps:
        values = {"one": gazetteer[one.one], "other": gazetteer[one.other], "area": one.area_km2}
        print(say("places.fault_overlap", lang, **values), file=sys.stderr)
    for gap in faulty.gaps:
        values = {"lat": gap.lat, "lon": gap.lon, "area": gap.area_km2}
        print(say("places.fault_gap", lang, **values), file=sys.stderr)
    counts = {"count": len(found), "overlaps": len(faulty.overlaps), "gaps": len(faulty.gaps)}
    print(say("places.boundaries_read", lang, **counts), file=sys.stderr)
    print(write_boundaries(simplify(found, arguments.simplify) if arguments.simplify else found))
    return 0


def web(arguments: argparse.Namespace) -> int:
    """Start the web."""
    # By name, not by import: the core does not know the web, and installs without it.
    sys.argv = ["lotrinh_web", arguments.command, "--port", str(arguments.port)]
    runpy.run_module("lotrinh_web", run_name="__main__", alter_sys=True)
    return 0
