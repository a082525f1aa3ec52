"""`freeze_ledger PLAN --out DIR --by NAME`: publishes a plan's vintage and writes it as Parquet."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh.engine.vintage_file import write_vintage
from lotrinh_web.desk.told import told_of
from lotrinh_web.reporting.vintages import public_vintage, publish_vintage

#: Beside the vintage: how far the ledger had come, and the head of the chain.
PUBLISHED = "published.json"


class Command(BaseCommand):
    """Publish a vintage."""

    help = "Publishes the official figures of a plan on a day, with the head of the audit chain."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the plan, the day, the folder, and who publishes."""
        parser.add_argument("plan", help="plans/dak-lak/kh-175-2020")
        parser.add_argument("--as-known-on", type=date.fromisoformat, default=None)
        parser.add_argument("--out", type=Path, required=True, help="folder of the vintage")
        parser.add_argument("--by", required=True, help="who publishes; stands in the audit")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(
        self, *, plan: str, as_known_on: date | None, out: Path, by: str, lang: Lang, **_: Any
    ) -> None:
        """Publish it and print its hash."""
        found, day = told_of(plan), as_known_on or timezone.localdate()
        done = publish_vintage(plan=plan, as_known_on=day, by=by, at=timezone.now())
        if found is None or done is None:
            raise CommandError(say("lotrinh_web.no_such_plan", lang, plan=plan))
        try:
            write_vintage(public_vintage(found, day)[0], out)
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        told = json.dumps(done.as_dict(), ensure_ascii=False, indent=2) + "\n"
        (out / PUBLISHED).write_text(told, encoding="utf-8")
        self.stdout.write(done.hash)
