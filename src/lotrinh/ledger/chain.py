"""The chain of what was done: each entry takes in the hash of the one before.

Nobody can mend, drop or reorder an entry without breaking every link behind it. The chain
tells that something was mended, and where; it cannot tell what stood there before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

#: What the first entry stands on.
BEGINNING = "0" * 64


def canonical(value: Mapping[str, Any]) -> str:
    """Return JSON with sorted keys and no spaces, the same text on every machine.

    >>> canonical({"b": 1, "a": "xã"})
    '{"a":"xã","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def moment(at: datetime) -> str:
    """Write a moment as it is hashed: in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True)
class Link:
    """One entry of the chain: a deed, tied to the one before.

    >>> noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    >>> first = Link.after(BEGINNING, noon, "an", "submit", "x", "{}")
    >>> second = Link.after(first.hash, noon, "ba", "approve", "x", "{}")
    >>> first_break([first, second]) is None
    True
    >>> first_break([second])
    (1, Link(...))
    """

    prev_hash: str
    at: datetime
    by: str
    #: What was done: `submit`.
    action: str
    #: What it was done to, as an address.
    subject: str
    #: Canonical JSON.
    payload: str
    hash: str

    @classmethod
    def after(
        cls, prev_hash: str, at: datetime, by: str, action: str, subject: str, payload: str
    ) -> Link:
        """Return the link of a deed that follows the one of `prev_hash`."""
        bare = cls(prev_hash, at, by, action, subject, payload, "")
        return cls(prev_hash, at, by, action, subject, payload, bare.expected())

    def expected(self) -> str:
        """Return the hash the link ought to bear, from all else it says."""
        deed = {
            "prev_hash": self.prev_hash,
            "at": moment(self.at),
            "by": self.by,
            "action": self.action,
            "subject": self.subject,
            "payload": self.payload,
        }
        return hashlib.sha256(canonical(deed).encode()).hexdigest()


def first_break(links: Iterable[Link]) -> tuple[int, Link] | None:
    """Return the first link that does not follow from the one before, counted from 1; or None."""
    prev_hash = BEGINNING
    for number, one in enumerate(links, 1):
        if one.prev_hash != prev_hash or one.hash != one.expected():
            return number, one
        prev_hash = one.hash
    return None


def head(links: Iterable[Link]) -> str:
    """Return the hash of the last link, which stands for the whole chain."""
    last = BEGINNING
    for one in links:
        last = one.hash
    return last
