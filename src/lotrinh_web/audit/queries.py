"""Reads the chain: its head, its links, and where it breaks if it does."""

from __future__ import annotations

from collections.abc import Iterator

from lotrinh.ledger import chain
from lotrinh_web.audit.bridge import to_core
from lotrinh_web.audit.models import AuditEntry


def head() -> str:
    """Return the hash of the last entry, which stands for the whole chain."""
    last = AuditEntry.objects.order_by("-id").first()
    return last.hash if last else chain.BEGINNING


def is_in_chain(hash: str) -> bool:
    """Tell whether the chain leads through a hash; every chain begins at the beginning."""
    return hash == chain.BEGINNING or AuditEntry.objects.filter(hash=hash).exists()


def links() -> Iterator[chain.Link]:
    """Yield the whole chain from its beginning."""
    return (to_core(row) for row in AuditEntry.objects.order_by("id").iterator())


def first_break() -> AuditEntry | None:
    """Return the first entry that does not follow from the one before; None when all do."""
    broken = chain.first_break(links())
    return AuditEntry.objects.order_by("id")[broken[0] - 1] if broken else None
