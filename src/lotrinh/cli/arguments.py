"""What each command takes from the call."""

from __future__ import annotations

import argparse
from pathlib import Path


def a_file(parser: argparse.ArgumentParser) -> None:
    """Take a document, and how its draft is to be shown."""
    parser.add_argument("file", type=Path)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="the draft as JSON")
    shape.add_argument("--yaml", action="store_true", help="the draft as YAML (the default)")
    shape.add_argument("--text", action="store_true", help="the text that spans point into")
    shape.add_argument("--structure", action="store_true", help="its parts, each with its address")
    parser.add_argument(
        "--names",
        type=Path,
        metavar="CONTENT",
        help="offer the indicators, bodies and places it may mean",
    )
    parser.add_argument(
        "--why", action="store_true", help="say what looked like a target and was refused, and why"
    )
    parser.add_argument("--model", metavar="URL", help="ask a helper model too; sends it the text")


def two_files(parser: argparse.ArgumentParser) -> None:
    """Take two versions of a document."""
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--yaml", action="store_true", help="the default")


def a_plan(parser: argparse.ArgumentParser) -> None:
    """Take a plan's folder."""
    parser.add_argument("plan", type=Path, help="the folder of a plan")


def a_plan_and_day(parser: argparse.ArgumentParser) -> None:
    """Take a plan's folder and the day it is seen from."""
    a_plan(parser)
    parser.add_argument("--as-known-on", metavar="DATE", help="a day, 2025-09-30; else today")
    engines = "reference, duckdb, cube, postgres or spark"
    parser.add_argument("--on", default="reference", help=f"the engine: {engines}")


def a_plan_for_json(parser: argparse.ArgumentParser) -> None:
    """Take the same, and whether JSON is wanted."""
    a_plan_and_day(parser)
    parser.add_argument("--json", action="store_true")


def a_plan_and_target(parser: argparse.ArgumentParser) -> None:
    """Take the same, and one target."""
    a_plan_and_day(parser)
    parser.add_argument("address", help="a target: its name, #target/NAME or the whole address")


def a_plan_and_folder(parser: argparse.ArgumentParser) -> None:
    """Take a plan, as a folder or as the database holds it, and a folder to write to."""
    parser.add_argument("plan", type=Path, nargs="?", help="the folder of a plan")
    parser.add_argument("--ledger", metavar="PLAN", help="a plan of the database instead")
    parser.add_argument("--by", default="lotrinh freeze", help="who publishes it, with --ledger")
    parser.add_argument("--as-known-on", metavar="DATE", help="a day, 2025-09-30; else today")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of the vintage")


def a_load(parser: argparse.ArgumentParser) -> None:
    """Take what is to be loaded, and who loads it."""
    parser.add_argument("path", type=Path, help="a plan's folder, or a file `dump` wrote")
    parser.add_argument("--by", required=True, help="who loads it; stands in the audit")


def a_dump(parser: argparse.ArgumentParser) -> None:
    """Take a plan, if only its figures are wanted, and where to write."""
    parser.add_argument("plan", nargs="?", help="only its figures, as CSV: plans/vn/nq-52-2019")
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        help="a file, its evidence in a folder beside it; else standard output",
    )


def a_ledger(parser: argparse.ArgumentParser) -> None:
    """Take a dump or a vintage; without one it is the database."""
    parser.add_argument("path", type=Path, nargs="?", help="a dump or a vintage; else the database")


def a_day(parser: argparse.ArgumentParser) -> None:
    """Take a day."""
    parser.add_argument("--on", metavar="DATE", help="a day, 2025-09-30; else today")


def a_name(parser: argparse.ArgumentParser) -> None:
    """Take a user name."""
    parser.add_argument("name", help="the user name: an.nguyen")


def a_new_person(parser: argparse.ArgumentParser) -> None:
    """Take a user name, and where the password comes from; else it is asked for, twice."""
    a_name(parser)
    parser.add_argument("--full-name", default="", help="as it stands under what they sign")
    parser.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )


def a_new_person_and_post(parser: argparse.ArgumentParser) -> None:
    """Take the same, and a first post."""
    a_new_person(parser)
    parser.add_argument("--role", help="reporter, approver, planning_office, reader, …")
    parser.add_argument("--body", help="the id of a body; else all of them")


def a_plan_and_map(parser: argparse.ArgumentParser) -> None:
    """Take the same, an indicator and another day's map."""
    a_plan_for_json(parser)
    parser.add_argument("indicator", help="the id of an indicator: grdp-constant")
    parser.add_argument("--map", metavar="DATE", required=True, help="whose places: 2025-07-01")
    parser.add_argument("--basis", default="none", choices=("population", "area", "count", "none"))


def a_plan_and_obligation(parser: argparse.ArgumentParser) -> None:
    """Take a plan's folder, one obligation, and where its workbook goes."""
    a_plan(parser)
    parser.add_argument("obligation", help="the id of an obligation")
    parser.add_argument("-o", "--out", type=Path, required=True, help="the workbook, .xlsx")
    parser.add_argument("--period", metavar="PERIOD", help="2026-Q1; else the one due next")
    parser.add_argument("--as-known-on", metavar="DATE", help="a day, 2025-09-30; else today")


def a_workbook(parser: argparse.ArgumentParser) -> None:
    """Take a workbook that was filled in."""
    parser.add_argument("file", type=Path, help="a workbook of `lotrinh template`, filled in")
    parser.add_argument("--content", type=Path, default=Path(), help="folder of the content")
    parser.add_argument("--marked", type=Path, help="write the workbook with its faults marked")
    parser.add_argument("--as-known-on", metavar="DATE", help="a day, 2025-09-30; else today")


def figures_and_folder(parser: argparse.ArgumentParser) -> None:
    """Take figures in Parquet, the day they are known on, and a folder to write to."""
    parser.add_argument("source", type=Path, help="Parquet with a vintage's columns, or a pattern")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of the vintage")
    parser.add_argument("--as-known-on", metavar="DATE", help="a day, 2025-09-30; else today")


def _a_vintage(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("vintage", type=Path, help="the folder of a vintage")
    parser.add_argument("--content", type=Path, default=Path(), help="folder of the content")


def a_vintage_and_file(parser: argparse.ArgumentParser) -> None:
    """Take a vintage, and a file for its results."""
    _a_vintage(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, help=".parquet, .arrow or .csv")
    parser.add_argument("--on", default="auto", help="the engine: auto, reference, duckdb, cube, …")


def a_slice(parser: argparse.ArgumentParser) -> None:
    """Take a vintage, what is wanted of it, and a file to write to."""
    _a_vintage(parser)
    parser.add_argument("--indicator", action="append", required=True, help="once for each")
    parser.add_argument("--place", action="append", default=[], help="once for each; else all")
    parser.add_argument("--subtree", action="store_true", help="and every place below them")
    parser.add_argument("--level", default="", help="only places of a level, such as province")
    parser.add_argument("--from", metavar="PERIOD", help="the first period: 2015, 2024-Q1")
    parser.add_argument("--to", metavar="PERIOD", help="the last period")
    parser.add_argument("--breakdown", default="", help="a part of the whole: sex=female")
    parser.add_argument("--all-parts", action="store_true", help="the total and every part")
    parser.add_argument("--as-known-on", metavar="DATE", help="a day; else the vintage's own")
    parser.add_argument("--map", metavar="DATE", help="on the places of a day: 2025-07-01")
    parser.add_argument("--basis", default="none", choices=("population", "area", "count", "none"))
    parser.add_argument("--format", default="", help="arrow, parquet or csv; else by the name")
    parser.add_argument("-o", "--out", type=Path, required=True, help="the file")


def an_indicator(parser: argparse.ArgumentParser) -> None:
    """Take the id of an indicator."""
    parser.add_argument("id", help="the id of an indicator: grdp-constant")
    parser.add_argument("--content", type=Path, default=Path(), help="folder of the content")
    parser.add_argument("--json", action="store_true")


def a_place(parser: argparse.ArgumentParser) -> None:
    """Take the name of a place."""
    parser.add_argument("name", help="an old or a new name: hoa thang, buon ma thuot")
    parser.add_argument("--content", type=Path, default=Path(), help="folder of the content")
    parser.add_argument("--json", action="store_true")


def a_foreign_file(parser: argparse.ArgumentParser) -> None:
    """Take a file of another system, a folder to write to, and what the file does not say."""
    parser.add_argument("kind", choices=("dhis2-indicators",), help="what the file is")
    parser.add_argument("file", type=Path, help="a metadata export of DHIS2, as JSON")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of the indicators")
    parser.add_argument("--custodian", required=True, metavar="BODY", help="whose figures they are")
    parser.add_argument("--days", type=int, help="days of a period, for annualised indicators")
    parser.add_argument(
        "--missing",
        choices=("strict", "zero"),
        default="strict",
        help="a missing figure: no result (strict), or zero beside one that is there, as in DHIS2",
    )
    parser.add_argument(
        "--leave-out", action="store_true", help="write the rest, and list what was refused"
    )


def a_map_file(parser: argparse.ArgumentParser) -> None:
    """Take a file of boundaries."""
    parser.add_argument("file", type=Path, help="GeoJSON or TopoJSON")
    parser.add_argument("--property", default="id", help="the property that holds a place's id")
    parser.add_argument("--simplify", type=float, metavar="DEGREES", help="0.001 is about 100 m")
    parser.add_argument("--content", type=Path, default=Path(), help="folder of the content")


def a_port(parser: argparse.ArgumentParser) -> None:
    """Take a port."""
    parser.add_argument("--port", type=int, default=8000)
