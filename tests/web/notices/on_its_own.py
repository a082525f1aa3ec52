"""Runs as a process of its own on a database of its own: deeds that are committed send letters.

Prints as JSON what the mail server got and what still waits after each of them.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from web.notices.mail_server import MailServer, mail_server
from web.reporting.on_its_own import begin, decide, send


def settled() -> None:
    """Wait until no letter is on its way."""
    while is_sending():
        time.sleep(0.02)


def is_sending() -> bool:
    """Whether a letter is on its way."""
    return any(one.name == "lotrinh-post" for one in threading.enumerate())


def waiting() -> int:
    """Return how many notices of those who want letters wait to be mailed."""
    from lotrinh_web.notices.models import Notice

    return Notice.objects.filter(person__in=("an", "binh"), mailed_at=None).count()


def report(year: int) -> str:
    """Send a report of one figure; return the submission's id."""
    from django.utils import timezone

    from web.reporting.conftest import figure

    return send("an", figure("1", year, timezone.now()))


@contextmanager
def mailing_to(server: MailServer) -> Iterator[None]:
    """Let the site send by that server."""
    from django.test import override_settings

    from lotrinh_web.database import mail

    given = mail(f"smtp://127.0.0.1:{server.port}")
    with override_settings(
        EMAIL_BACKEND=given["backend"], EMAIL_HOST=given["host"], EMAIL_PORT=given["port"],
        EMAIL_USE_TLS=given["starttls"], EMAIL_USE_SSL=given["ssl"],
    ):  # fmt: skip
        yield


def live() -> dict[str, Any]:
    """Send letters after commit, without a server, by a silent one, and without a database."""
    from django.utils import timezone

    from lotrinh_web.notices.actions import set_mail
    from lotrinh_web.notices.models import Notice

    begin()
    settled()
    Notice.objects.all().delete()
    for one in ("an", "binh"):
        email = f"{one}@example.gov.vn"
        set_mail(email=email, how="now", by=one, at=timezone.now())
    with mail_server() as server, mailing_to(server):
        return {
            "committed": committed(server),
            "undone": undone(server),
            "no_server": no_server(server),
            "silent": silent(server),
            "no_database": no_database(),
        }


def committed(server: MailServer) -> list[object]:
    """A report tells the head, the approval its author."""
    one = report(1950)
    settled()
    decide("binh", one)
    settled()
    bodies = [letter.get_payload(decode=True) for letter in server.letters]
    leads = all(f"/desk/submissions/{one}/".encode() in bytes(body) for body in bodies)  # type: ignore[arg-type]
    return [[letter["To"] for letter in server.letters], leads, waiting()]


def undone(server: MailServer) -> list[int]:
    """What is rolled back sends nothing."""
    from django.db import transaction

    before = len(server.letters)
    try:
        with transaction.atomic():
            report(1951)
            raise OSError("no room")
    except OSError:
        settled()
    return [len(server.letters) - before, waiting()]


def no_server(server: MailServer) -> list[int]:
    """Without a server the deed is done; `notify` sends the letter when there is one."""
    from django.core.management import call_command
    from django.test import override_settings

    before = len(server.letters)
    with override_settings(EMAIL_PORT=1):
        report(1952)
        settled()
    waited = waiting()
    call_command("notify", "--on=1990-01-01", stdout=sys.stderr)
    return [waited, len(server.letters) - before, waiting()]


def silent(server: MailServer) -> list[object]:
    """While a letter waits for a server that says nothing, deeds are done."""
    before = len(server.letters)
    server.speaks.clear()
    report(1953)
    server.kept_waiting.wait(30)
    report(1954)
    still = is_sending()
    server.speaks.set()
    settled()
    return [still, len(server.letters) - before, waiting()]


def no_database() -> list[object]:
    """A sender that cannot read the database says so; the letter waits."""
    from django.db import OperationalError

    said: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("lotrinh_web.notices.post").addHandler(handler)
    with mock.patch("lotrinh_web.notices.post.send_waiting", side_effect=OperationalError("busy")):
        report(1955)
        settled()
    return [said, waiting()]


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps({"live": live}[sys.argv[1]]()) + "\n")
