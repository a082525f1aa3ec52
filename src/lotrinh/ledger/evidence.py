"""A file of evidence beside a submission: its name, its hash, who laid it there and when.

The bytes stay where they are kept, a table or a folder; they are looked at one file at a time,
for all of them together may not fit into memory.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from lotrinh.base.errors import LotrinhError, wrong
from lotrinh.ledger.chain import Link, moment

#: From the hash of a file to its bytes; None where there is no such file.
Open = Callable[[str], bytes | None]
_SUBMISSIONS = "submissions/"
#: A kept file is called by its hash, so nothing else may stand there.
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Laid:
    """One file as it was laid beside a submission."""

    submission: str
    #: The name it was sent with.
    name: str
    #: Hash of its bytes, which is also what a kept file is called.
    sha256: str
    media_type: str
    size: int
    by: str
    at: datetime

    def __post_init__(self) -> None:
        if _HASH.fullmatch(self.sha256) is None:
            raise ValueError(f"no SHA-256: {self.sha256}")

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON data; `from_dict` reads it back."""
        return asdict(self) | {"at": moment(self.at)}

    @classmethod
    def from_dict(cls, said: dict[str, Any]) -> Laid:
        """Return what `as_dict` gave; TypeError, ValueError or KeyError for anything else."""
        return cls(**said | {"at": datetime.fromisoformat(said["at"])})


def file_faults(laid: Iterable[Laid], open: Open) -> Iterator[LotrinhError]:
    """Yield an error for each file that is missing or no longer has its bytes, by its name."""
    seen: set[str] = set()
    for one in laid:
        if one.sha256 in seen:
            continue
        seen.add(one.sha256)
        data = open(one.sha256)
        values: dict[str, Any] = {"name": one.name, "id": one.submission, "hash": one.sha256[:12]}
        if data is None:
            yield wrong("ledger.evidence_missing", **values)
        elif len(data) != one.size or hashlib.sha256(data).hexdigest() != one.sha256:
            yield wrong("ledger.evidence_mended", **values)


def untrue_to(links: Iterable[Link], laid: Iterable[Laid]) -> Iterator[LotrinhError]:
    """Yield an error for each file that is told of but not there, and the reverse."""
    there = {(one.submission, one.sha256): one for one in laid}
    told = dict(_told(links))
    for (id, sha256), number in told.items():
        if (id, sha256) not in there:
            yield wrong("ledger.evidence_gone", hash=sha256[:12], id=id, number=number)
    for pair, one in there.items():
        if pair not in told:
            yield wrong("ledger.evidence_untold", name=one.name, id=one.submission, by=one.by)


def _told(links: Iterable[Link]) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield which file the audit says was laid beside which submission, and the link's number."""
    for number, link in enumerate(links, 1):
        if not link.subject.startswith(_SUBMISSIONS) or not link.payload.startswith("{"):
            continue
        id, said = link.subject.removeprefix(_SUBMISSIONS), json.loads(link.payload)
        sent = [said["sha256"]] if link.action == "add_evidence" else said.get("evidence", ())
        for sha256 in sent:
            yield (id, sha256), number
