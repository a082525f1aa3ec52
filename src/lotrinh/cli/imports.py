"""The command that brings in what other systems define: DHIS2's indicators."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lotrinh.base.errors import LotrinhError, Where, wrong
from lotrinh.base.words import say
from lotrinh.cli.asked import bytes_of, lang_of


def import_from(arguments: argparse.Namespace) -> int:
    """Write the indicators of a DHIS2 metadata file as files of ours."""
    from lotrinh.intake.dhis2 import Asked, read_metadata, translate

    text = bytes_of(arguments.file).decode("utf-8", errors="replace")
    metadata = read_metadata(text, arguments.file.name)
    asked = Asked(arguments.custodian, arguments.days, arguments.missing == "zero")
    made = translate(metadata, asked)
    if not arguments.leave_out:
        made.problems.raise_if_any()
    _write(made.indicators, arguments.out)
    counts = ", ".join(f"{name} {count}" for name, count in metadata.counts().items())
    values = {"counts": counts, "translated": made.translated, "files": len(made.indicators)}
    all_of_them = len(metadata.collections["indicators"])
    print(say("intake.dhis2_done", lang_of(arguments), all=all_of_them, **values), file=sys.stderr)
    if made.problems.found:
        print(LotrinhError(made.problems.found).say(lang_of(arguments)), file=sys.stderr)
    return 0


def _write(indicators: Mapping[str, Mapping[str, Any]], out: Path) -> None:
    """Write all files, or none: a file that is there is somebody's."""
    from lotrinh.plan.dump import dump_yaml

    try:
        out.mkdir(parents=True, exist_ok=True)
        there = [id for id in indicators if (out / f"{id}.yml").exists()]
        if there:
            raise wrong(
                "intake.dhis2_folder", Where(str(out)), folder=out.name, file=f"{there[0]}.yml"
            )
        for id, fields in indicators.items():
            (out / f"{id}.yml").write_text(dump_yaml(fields), encoding="utf-8")
    except OSError as error:
        where = Where(str(out))
        raise wrong("intake.dhis2_folder", where, folder=out.name, file="–") from error
