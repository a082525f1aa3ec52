"""From a deed to the text its hash is taken of, the same on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

#: What the first entry stands on.
BEGINNING = "0" * 64


def canonical(value: Mapping[str, Any]) -> str:
    """Return JSON with sorted keys and no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(*, prev_hash: str, at: datetime, by: str, action: str, subject: str, payload: str) -> str:
    """Return the hash of an entry, which takes in the hash of the one before."""
    deed = {
        "prev_hash": prev_hash,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": by,
        "action": action,
        "subject": subject,
        "payload": payload,
    }
    return hashlib.sha256(canonical(deed).encode()).hexdigest()
