"""`verify_audit`: walks the chain of what was done and says whether it is whole."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lotrinh_web.audit.queries import first_break, head


class Command(BaseCommand):
    """Check the chain of audit entries."""

    help = "Walks the chain of what was done and says whether it is whole."

    def handle(self, **options: Any) -> None:  # noqa: ARG002  (Django calls it so)
        """Say the head of a whole chain, or where it breaks."""
        broken = first_break()
        if broken is not None:
            raise CommandError(f"The chain breaks at entry {broken.pk} ({broken}).")
        self.stdout.write(f"The chain is whole; its head is {head()}.")
