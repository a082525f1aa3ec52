"""`dump_ledger [PLAN]`: the whole ledger as lines of JSON, or a plan's figures as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lotrinh.base.words import LANGS, Lang, say
from lotrinh.cli.dump_files import folder_beside
from lotrinh.intake import write_observations
from lotrinh.ledger.dump import Dump, write_dump
from lotrinh_web.reporting.queries import brought
from lotrinh_web.reporting.whole import content_of, dump


class Command(BaseCommand):
    """Dump the ledger."""

    help = "Writes the whole ledger as lines of JSON, or what one plan's folder brought as CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the plan and where to write."""
        parser.add_argument("plan", nargs="?", default="", help="plans/dak-lak/kh-175-2020")
        parser.add_argument("--out", type=Path, help="a file; else standard output")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, plan: str, out: Path | None, lang: Lang, **options: Any) -> None:
        """Write it; the files of evidence go into a folder beside it."""
        if plan:
            _write([write_observations(brought(plan))], out)
            return
        whole = dump()
        _write(write_dump(whole), out)
        if out is not None:
            _write_evidence(whole, folder_beside(out))
        elif whole.evidence:
            count = len({one.sha256 for one in whole.evidence})
            self.stderr.write(say("ledger.dump_without_evidence", lang, count=count))


def _write(text: Iterable[str], out: Path | None) -> None:
    if out is None:
        sys.stdout.writelines(text)
    else:
        with out.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(text)


def _write_evidence(whole: Dump, folder: Path) -> None:
    """Write each file under its hash; one that is not there any more is for `verify` to name."""
    for sha256 in {one.sha256 for one in whole.evidence}:
        data = content_of(sha256)
        if data is not None:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / sha256).write_bytes(data)
