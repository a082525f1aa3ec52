"""`load_plan FOLDER… --by NAME`: issues plans from folders, through the door the site uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import LANGS, Lang, say
from lotrinh.flow import read_folder
from lotrinh_web.desk.actions import issue_plan


class Command(BaseCommand):
    """Load plans from folders."""

    help = "Loads plans from their folders: checks each whole, keeps it, records its figures."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders, and who loads them."""
        parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
        parser.add_argument("--by", required=True, help="who loads them; stands in the audit")
        parser.add_argument("--lang", choices=LANGS, default="vi", help="language of messages")

    def handle(self, *, folders: list[Path], by: str, lang: Lang, **options: Any) -> None:
        """Load each folder; a wrong one stops the command with all that is wrong in it."""
        for path in folders:
            try:
                files, folder = read_folder(path)
                done = issue_plan(files=files, folder=folder, by=by, at=timezone.now())
            except LotrinhError as error:
                raise CommandError(error.say(lang)) from error
            key = "loaded_new" if done.is_new else "loaded_same"
            values = {"plan": folder, "count": done.new_observations}
            self.stdout.write(say(f"lotrinh_web.{key}", lang, **values))
