"""`verify_audit`: walks the chain of what was done and says whether it is whole."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lotrinh.base.words import LANGS, Lang, say
from lotrinh_web.audit.queries import first_break, head


class Command(BaseCommand):
    """Check the chain of audit entries."""

    help = "Walks the chain of what was done and says whether it is whole."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the language."""
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, lang: Lang, **options: Any) -> None:
        """Say the head of a whole chain, or where it breaks."""
        broken = first_break()
        if broken is not None:
            values = {"number": broken.pk, "entry": str(broken)}
            raise CommandError(say("lotrinh_web.chain_broken", lang, **values))
        self.stdout.write(say("lotrinh_web.chain_whole", lang, head=head()))
