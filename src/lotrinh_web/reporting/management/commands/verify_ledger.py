"""`verify_ledger`: holds the database to itself and says whether it is whole."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.reporting.whole import verify_all


class Command(BaseCommand):
    """Verify chain, entries, submissions, vintages, evidence."""

    help = "Verifies the chain, the entries against it, the vintages and the evidence."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the language."""
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, lang: Lang, **options: Any) -> None:
        """Say what was found whole, or the first fault of each part."""
        try:
            found = verify_all()
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        self.stdout.write(say("ledger.verified", lang, **vars(found)))
