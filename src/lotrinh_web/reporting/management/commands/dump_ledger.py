"""`dump_ledger [PLAN]`: the whole ledger as lines of JSON, or a plan's figures as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lotrinh.base.words import LANGS
from lotrinh.intake import write_observations
from lotrinh.ledger.dump import write_dump
from lotrinh_web.reporting.queries import brought
from lotrinh_web.reporting.whole import dump


class Command(BaseCommand):
    """Dump the ledger."""

    help = "Writes the whole ledger as lines of JSON, or what one plan's folder brought as CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the plan and where to write."""
        parser.add_argument("plan", nargs="?", default="", help="plans/dak-lak/kh-175-2020")
        parser.add_argument("--out", type=Path, help="a file; else standard output")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, plan: str, out: Path | None, **options: Any) -> None:
        """Write it."""
        text: Iterable[str]
        text = [write_observations(brought(plan))] if plan else write_dump(dump())
        if out is None:
            sys.stdout.writelines(text)
        else:
            with out.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(text)
