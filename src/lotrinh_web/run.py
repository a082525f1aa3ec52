"""`python -m lotrinh_web.run COMMAND …`: one command on the database, its errors in plain words.

`lotrinh load|dump|verify|freeze --ledger|notify|first-administrator|add-person|let-in-again`
come through here. What each does stands in the app that owns it, under `management/commands`.
"""

from __future__ import annotations

import os
import sys

from django.core.management import CommandError, ManagementUtility

#: Commands that write first bring the database up to date, as serving does.
_WRITING = {
    "load_plan",
    "restore_ledger",
    "freeze_ledger",
    "notify",
    "first_administrator",
    "add_person",
    "let_in_again",
}


def main(arguments: list[str]) -> int:
    """Run the command; return 0 when it was done, 1 when something is wrong with the input."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotrinh_web.settings")
    name, *rest = arguments
    utility = ManagementUtility(["lotrinh", name, *rest])
    import django

    django.setup()
    from django.conf import settings

    settings.DATA.mkdir(parents=True, exist_ok=True)
    if name in _WRITING:
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
    command = utility.fetch_command(name)
    parser = command.create_parser("lotrinh", name)
    options = vars(parser.parse_args(rest))
    try:
        command.execute(*options.pop("args", ()), **options)
    except CommandError as error:
        print(error, file=sys.stderr)  # noqa: T201  (the terminal is its page)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
