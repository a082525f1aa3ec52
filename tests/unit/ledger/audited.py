"""A story with the chain, the vintages and the evidence the shell would keep beside it."""

from __future__ import annotations

import hashlib
from itertools import groupby

from lotrinh.ledger.chain import BEGINNING, Link, canonical
from lotrinh.ledger.dump import Dump
from lotrinh.ledger.entry import digest
from lotrinh.ledger.evidence import Laid
from lotrinh.ledger.published import Published, freeze
from unit.ledger.story import Story

#: The bytes of the one file of evidence, beside the first submission.
FILE = b"%PDF-1.7 minutes of a meeting"
FILES = {hashlib.sha256(FILE).hexdigest(): FILE}


def audited(story: Story) -> Dump:
    """Return the ledger of a story with a link for each deed and a vintage of its last day."""
    book = story.store.book
    links: list[Link] = []
    for (id, at, by), group in groupby(book.entries, lambda one: (one.submission, one.at, one.by)):
        left = tuple(group)
        payload: dict[str, object] = {
            "first": left[0].number,
            "last": left[-1].number,
            "digest": digest(left),
        }
        before = links[-1].hash if links else BEGINNING
        action = left[0].verdict or "submit"
        if not links:
            payload["evidence"] = [*FILES]
        links.append(Link.after(before, at, by, action, f"submissions/{id}", canonical(payload)))
    if not links:
        return Dump(book)
    day, last = story.now.date(), book.entries[-1].number
    vintage = freeze(book, ("",), day, last)
    kept = Published("plans/x", ("",), day, vintage.hash, last, links[-1].hash, "chi", story.now)
    first, (sha256,) = book.entries[0], FILES
    laid = Laid(
        first.submission, "biên bản.pdf", sha256, "application/pdf", len(FILE), "an", first.at
    )
    return Dump(book, tuple(links), (kept,), (laid,))
