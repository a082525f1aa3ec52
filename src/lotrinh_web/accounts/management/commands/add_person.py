"""`add_person NAME`: adds a person who may sign in at the desk; asks for the password."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.accounts.appoint import appoint
from lotrinh_web.accounts.people import add_person
from lotrinh_web.accounts.posts import EVERYWHERE
from lotrinh_web.accounts.roles import POWERS, Role
from lotrinh_web.accounts.terminal import ask_password, sitting


class Command(BaseCommand):
    """Add a person, perhaps with a first post."""

    help = "Adds a person who may sign in at the desk. There is no default password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name, where the password comes from, and the first post."""
        parser.add_argument("name")
        parser.add_argument("--full-name", default="", help="as it stands under what they sign")
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
        parser.add_argument("--role", choices=[*POWERS], help="give a post in this role")
        parser.add_argument("--body", default=EVERYWHERE, help="… at this body (all of them)")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(
        self,
        *,
        name: str,
        full_name: str,
        password_stdin: bool,
        role: Role | None,
        body: str,
        lang: Lang,
        **options: Any,
    ) -> None:
        """Add the person, or say everything that is wrong."""
        by, now = sitting(), timezone.now()
        try:
            password = ask_password(lang, from_stdin=password_stdin)
            with transaction.atomic():
                add_person(name=name, full_name=full_name, password=password, by=by, at=now)
                if role:
                    day = timezone.localdate(now)
                    appoint(person=name, role=role, body=body, valid_from=day, by=by, at=now)
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        self.stdout.write(say("lotrinh_web.account_added", lang, name=name))
