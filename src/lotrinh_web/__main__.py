"""`python -m lotrinh_web demo|serve`: the site from a terminal.

`demo` brings its own secret and the plans of the content; `serve` is for a server, where the
secret is given and plans come in by `load_plan`.
"""

from __future__ import annotations

import argparse
import locale
import os
import sys

from lotrinh.base.errors import LotrinhError
from lotrinh.base.words import Lang, say

HOST = "127.0.0.1"
#: Who issues the plans of the demo, as the audit says it.
DEMO = "lotrinh demo"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when it was stopped, 1 when it could not start."""
    given = _parser().parse_args(arguments)
    lang: Lang = given.lang or ("vi" if (locale.getlocale()[0] or "").startswith("vi") else "en")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotrinh_web.settings")
    from lotrinh_web.start import CannotStartError, claim

    try:
        claim(given.host, given.port, lang)
        if given.command == "demo":
            _prepare_demo()
        else:
            _prepare_server(lang)
        return _serve(given.host, given.port, given.workers, lang)
    except CannotStartError as error:
        print(error, file=sys.stderr)
    except LotrinhError as error:
        print(error.say(lang), file=sys.stderr)
    except KeyboardInterrupt:
        print(say("lotrinh_web.stopped", lang), file=sys.stderr)
        return 0
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lotrinh_web", description=__doc__)
    parser.add_argument("command", choices=["demo", "serve"])
    parser.add_argument("--host", default=HOST, help=f"address to listen on ({HOST})")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes of 8 threads (1)")
    parser.add_argument("--lang", choices=["vi", "en"], help="language of messages")
    return parser


def _prepare_demo() -> None:
    """Make the data folder, bring the database up to date, load every plan of the content."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections
    from django.utils import timezone

    from lotrinh.flow import read_folder
    from lotrinh_web.start import demo_secret

    key = os.environ.get("LOTRINH_SECRET_KEY") or demo_secret(settings.DATA)
    os.environ["LOTRINH_SECRET_KEY"] = settings.SECRET_KEY = key
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)

    from lotrinh_web.content import content_folder
    from lotrinh_web.desk.actions import issue_plan

    for found in sorted(content_folder().glob("plans/*/*/plan.yml")):
        files, folder = read_folder(found.parent)
        issue_plan(files=files, folder=folder, by=DEMO, at=timezone.now())
    # A connection must not be carried over the fork into the worker.
    connections.close_all()


def _prepare_server(lang: Lang) -> None:
    """See that the secret is strong and the database up to date."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from lotrinh_web.start import SHORTEST_SECRET, CannotStartError, weak_secret

    django.setup()
    if weak_secret():
        raise CannotStartError(say("lotrinh_web.weak_secret", lang, length=SHORTEST_SECRET))
    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    connections.close_all()


def _serve(host: str, port: int, workers: int, lang: Lang) -> int:
    """Serve until told to stop."""
    from lotrinh_web.start import Site

    def say_address() -> None:
        url = f"http://{host}:{port}"
        print(say("lotrinh_web.serving", lang, url=url), file=sys.stderr, flush=True)

    master = os.getpid()
    try:
        Site(bind=f"{host}:{port}", workers=workers, on_ready=say_address).run()
    except SystemExit as stopped:
        if stopped.code not in (0, None):
            return 1
    # The workers are copies of this process and leave by the same way; one of them is enough.
    if os.getpid() == master:
        print(say("lotrinh_web.stopped", lang), file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
