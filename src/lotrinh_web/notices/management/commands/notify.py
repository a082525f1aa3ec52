"""`notify [--on DATE]`: makes the reminders of a day and mails what waits; run it from cron."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.notices.mail import send_waiting
from lotrinh_web.notices.remind import remind


class Command(BaseCommand):
    """Remind and mail."""

    help = "Makes the reminders of a day, then mails what waits, one letter a person."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day."""
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="else today")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, on: date | None, lang: Lang, **options: Any) -> None:
        """Do it and say how many; a letter that failed is told on standard error."""
        day, now = on or timezone.localdate(), timezone.now()

        def failed(person: str, why: str) -> None:
            text = say("lotrinh_web.mail_failed", lang, person=person, why=why)
            self.stderr.write(text)

        reminded = remind(on=day, at=now)
        letters = send_waiting(hows=("now", "daily"), on=day, at=now, failed=failed)
        self.stdout.write(say("lotrinh_web.notified", lang, reminders=reminded, letters=letters))
