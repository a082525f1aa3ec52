"""`restore_ledger FILE --by NAME`: a dump, evidence too, into a database with no ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh.cli.dump_files import open_beside
from lotrinh.ledger.dump import read_dump
from lotrinh_web.reporting.whole import restore


class Command(BaseCommand):
    """Restore a ledger."""

    help = "Verifies a dump and keeps it in a database whose ledger is empty."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and who restores it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, help="who loads it; stands in the audit")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, file: Path, by: str, lang: Lang, **options: Any) -> None:
        """Restore it, or say what is wrong with it."""
        try:
            with file.open(encoding="utf-8") as lines:
                whole, files = read_dump(lines, file.name), open_beside(file)
            count = restore(dump=whole, open=files, by=by, at=timezone.now())
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file}: {error}") from error
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        self.stdout.write(say("lotrinh_web.restored", lang, count=count))
