"""`first_administrator NAME`: makes the first administrator of all bodies, once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.accounts.people import first_administrator
from lotrinh_web.accounts.terminal import ask_password, sitting


class Command(BaseCommand):
    """Make the first administrator."""

    help = "Makes the first administrator of all bodies; refuses a second time."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name, and where the password comes from."""
        parser.add_argument("name")
        parser.add_argument("--full-name", default="", help="as it stands under what they sign")
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(
        self, *, name: str, full_name: str, password_stdin: bool, lang: Lang, **options: Any
    ) -> None:
        """Make the administrator, or say why not."""
        try:
            password = ask_password(lang, from_stdin=password_stdin)
            first_administrator(
                name=name, full_name=full_name, password=password, by=sitting(), at=timezone.now()
            )
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        self.stdout.write(say("lotrinh_web.first_made", lang, name=name))
