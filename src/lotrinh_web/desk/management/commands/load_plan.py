"""`load_plan FOLDER… --by NAME`: issues plans from folders, through the door the site uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.flow import read_folder
from lotrinh_web.desk.actions import issue_plan


class Command(BaseCommand):
    """Load plans from folders."""

    help = "Loads plans from their folders: checks each whole, keeps it, records its figures."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders, and who loads them."""
        parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
        parser.add_argument("--by", required=True, help="who loads them; stands in the audit")

    def handle(self, *, folders: list[Path], by: str, **options: Any) -> None:  # noqa: ARG002
        """Load each folder; a wrong one stops the command with all that is wrong in it."""
        for path in folders:
            try:
                files, folder = read_folder(path)
                done = issue_plan(files=files, folder=folder, by=by, at=timezone.now())
            except LotrinhError as error:
                raise CommandError(error.say("en")) from error
            state = "new version" if done.is_new else "unchanged"
            self.stdout.write(f"{folder}: {state}, {done.new_observations} new figures.")
