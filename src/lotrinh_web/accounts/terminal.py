"""What the commands on accounts share: who sits at the terminal, and asking for a password."""

from __future__ import annotations

import getpass
import sys

from django.core.management.base import CommandError

from lotrinh.base.words import Lang, say
from lotrinh_web.accounts.appoint import TERMINAL


def sitting() -> str:
    """Return the `by=` of who runs a command on the server."""
    return TERMINAL + getpass.getuser()


def ask_password(lang: Lang, *, from_stdin: bool) -> str:
    """Ask twice, so that a slip of the finger does not lock the person out; or read one line."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass(say("lotrinh_web.account_ask", lang) + " ")
    if first != getpass.getpass(say("lotrinh_web.account_ask_again", lang) + " "):
        raise CommandError(say("lotrinh_web.account_unlike", lang))
    return first
