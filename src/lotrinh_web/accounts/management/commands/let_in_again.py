"""`let_in_again NAME`: a one-time link for who has lost password and keys, from the terminal."""

from __future__ import annotations

from typing import Any

from axes.utils import reset
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.accounts.people import one_time_link, person, reset_factors
from lotrinh_web.accounts.terminal import sitting


class Command(BaseCommand):
    """Let a person in again."""

    help = "Takes away a person's second factors and prints a link to set a new password, once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name."""
        parser.add_argument("name")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, name: str, lang: Lang, **options: Any) -> None:
        """Print the link, or say that there is no such person."""
        try:
            user = person(name)
            asked: dict[str, Any] = {"user": user, "by": sitting(), "at": timezone.now()}
            reset_factors(**asked)
            part, token = one_time_link(**asked)
        except LotrinhError as error:
            raise CommandError(error.say(lang)) from error
        reset(username=name)
        link = reverse("account_welcome", kwargs={"lang": lang, "part": part, "token": token})
        self.stdout.write(say("lotrinh_web.link_made", lang, name=name, link=link))
