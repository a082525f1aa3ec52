"""Django's commands for those who run the site: `python -m lotrinh_web.manage migrate`."""

from __future__ import annotations

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotrinh_web.settings")
    # SQLite makes its file, not the folder.
    settings.DATA.mkdir(parents=True, exist_ok=True)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
