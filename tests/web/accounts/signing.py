"""What tests of signing in share: a person with a password, the code of an app, a clean door."""

from __future__ import annotations

import base64
import hmac
import struct
import time
from hashlib import sha1
from typing import Any

from django.test import Client

NAME, PASSWORD = "lan", "correct-horse-battery"
DOOR = "/desk/sign-in/"


def enter(client: Client, name: str = NAME, password: str = PASSWORD, lang: str = "") -> Any:
    """Post the form of the door."""
    return client.post(f"{lang}{DOOR}", {"name": name, "password": password})


def code_of(secret: str, at: float | None = None) -> str:
    """Return the six digits of RFC 6238 for a secret in base 32, as an app computes them."""
    counter = struct.pack(">Q", int(time.time() if at is None else at) // 30)
    digest = hmac.new(base64.b32decode(secret.replace(" ", "")), counter, sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
