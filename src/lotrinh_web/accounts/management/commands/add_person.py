"""`add_person NAME`: adds a person who may sign in at the desk; asks for the password."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.accounts.actions import add_person


class Command(BaseCommand):
    """Add a person."""

    help = "Adds a person who may sign in at the desk. There is no default password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name, and where the password comes from."""
        parser.add_argument("name")
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, name: str, password_stdin: bool, lang: Lang, **options: Any) -> None:  # noqa: ARG002  (Django calls it so)
        """Add the person, or say everything that is wrong."""
        try:
            password = sys.stdin.readline().rstrip("\n") if password_stdin else _ask(lang)
            add_person(name=name, password=password, by="terminal", at=timezone.now())
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        self.stdout.write(say("lotrinh_web.account_added", lang, name=name))


def _ask(lang: Lang) -> str:
    """Ask twice, so that a slip of the finger does not lock the person out."""
    first = getpass(say("lotrinh_web.account_ask", lang) + " ")
    if first != getpass(say("lotrinh_web.account_ask_again", lang) + " "):
        raise CommandError(say("lotrinh_web.account_unlike", lang))
    return first
