"""Sends letters as soon as the deed they tell of is committed, beside the request and never in it.

One thread of a process sends at a time. Whatever goes wrong, the notices stay in the outbox and
`lotrinh notify` sends them: a mail server that is slow or gone holds nobody up.
"""

from __future__ import annotations

import logging
from threading import Event, Lock, Thread

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from lotrinh_web.notices.mail import send_waiting

_log = logging.getLogger(__name__)
_asked = Event()
_turn = Lock()


def post_soon() -> None:
    """Send what waits for those who want it at once, after the transaction around is committed."""
    transaction.on_commit(_start)


def _start() -> None:
    _asked.set()
    # A daemon: a site that is stopped does not wait for a mail server.
    Thread(target=_send, name="lotrinh-post", daemon=True).start()


def _send() -> None:
    """Send until nobody has asked again; whoever asks while one sends leaves it to that one."""
    try:
        while _asked.is_set() and _turn.acquire(blocking=False):
            try:
                _asked.clear()
                now = timezone.now()
                send_waiting(hows=("now",), on=timezone.localdate(now), at=now, failed=_failed)
            finally:
                _turn.release()
    except DatabaseError:
        _log.exception("notices wait for `lotrinh notify`")
    finally:
        connection.close()


def _failed(person: str, why: str) -> None:
    _log.warning("the letter to %s waits for `lotrinh notify`: %s", person, why)
