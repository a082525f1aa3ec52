"""Holds a ledger to itself: the chain, entries and evidence against the deeds, the vintages.

Each part tells its first fault, for what stands behind a broken link is no better than it.
Numbers without a gap, hashes that follow, approvals by others, vintages that freeze again:
nothing here trusts what a database keeps ready.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from lotrinh.base.errors import LotrinhError, Problems, wrong
from lotrinh.ledger.chain import BEGINNING, Link, first_break
from lotrinh.ledger.dump import Dump
from lotrinh.ledger.entry import digest
from lotrinh.ledger.evidence import Open, file_faults, untrue_to
from lotrinh.ledger.published import freeze


@dataclass(frozen=True)
class Verified:
    """What was looked at and found whole."""

    links: int
    entries: int
    submissions: int
    vintages: int
    evidence: int
    #: Hash of the last link; it stands for everything.
    head: str


def verify(dump: Dump, open: Open) -> Verified:
    """Return what was found whole; raises one LotrinhError with the first fault of each part.

    Of the evidence, whose bytes `open` gives by their hash, every faulty file is named.
    """
    problems = Problems()
    broken = first_break(dump.links)
    if broken:
        number, link = broken
        at = f"{link.at:%Y-%m-%d %H:%M}"
        problems.add("ledger.chain_broken", number=number, action=link.action, by=link.by, at=at)
    for check in (_numbers, _submissions, _deeds, _evidence):
        if first := next(check(dump), None):
            problems.take(first)
    # What was decided against the rules freezes to no vintage at all.
    if first := next(_decisions(dump), None) or next(_vintages(dump), None):
        problems.take(first)
    for fault in file_faults(dump.evidence, open):
        problems.take(fault)
    problems.raise_if_any()
    head = dump.links[-1].hash if dump.links else BEGINNING
    book = dump.book
    return Verified(
        len(dump.links),
        len(book.entries),
        len(book.submissions),
        len(dump.vintages),
        len(dump.evidence),
        head,
    )


def _numbers(dump: Dump) -> Iterator[LotrinhError]:
    """Entries are numbered from 1 without a gap: none was taken out."""
    for expected, one in enumerate(dump.book.entries, 1):
        if one.number != expected:
            yield wrong("ledger.number_gap", number=expected, found=one.number)


def _submissions(dump: Dump) -> Iterator[LotrinhError]:
    """A submission is named by the hash of all it says: no figure of it was mended."""
    for id, one in dump.book.submissions.items():
        if one.id != id:
            yield wrong("ledger.submission_mended", id=id, author=one.author)


def _deeds(dump: Dump) -> Iterator[LotrinhError]:
    """Each deed in the chain tells the digest of what it left, and every entry was told of."""
    told: set[int] = set()
    for number, link in enumerate(dump.links, 1):
        for first, last, expected in _left(link):
            told.update(range(first, last + 1))
            if digest(dump.book.entries[first - 1 : last]) != expected:
                yield wrong("ledger.entries_mended", first=first, last=last, number=number)
    for one in dump.book.entries if dump.links else ():
        if one.number not in told:
            yield wrong("ledger.entry_untold", number=one.number, by=one.by)


def _evidence(dump: Dump) -> Iterator[LotrinhError]:
    """What lies beside a submission is what the chain tells was laid there."""
    if dump.links:
        yield from untrue_to(dump.links, dump.evidence)


def _left(link: Link) -> Iterator[tuple[int, int, str]]:
    """Yield the entries a deed left: first, last, digest. Only deeds on the ledger tell one."""
    if not link.payload.startswith("{"):
        return
    said = json.loads(link.payload)
    if {"first", "last", "digest"} <= said.keys():
        yield said["first"], said["last"], said["digest"]


def _decisions(dump: Dump) -> Iterator[LotrinhError]:
    """Every decision was allowed when it was made."""
    try:
        dump.book.progress()
    except LotrinhError as error:
        yield error


def _vintages(dump: Dump) -> Iterator[LotrinhError]:
    """Every published vintage freezes to its hash again, and its head lies in the chain."""
    heads = {BEGINNING} | {link.hash for link in dump.links}
    for one in dump.vintages:
        plan, day, name = one.plan, one.as_known_on, one.hash[:12]
        again = freeze(dump.book, one.sources, day, one.last_entry, one.withheld)
        if again.hash != one.hash:
            yield wrong("ledger.vintage_differs", plan=plan, day=day, hash=name)
        if dump.links and one.chain_head not in heads:
            yield wrong("ledger.vintage_head", plan=plan, day=day, hash=name)
