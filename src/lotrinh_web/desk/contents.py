"""Opens the plans as issued, each version once: the same files give the same value."""

from __future__ import annotations

from functools import lru_cache

from lotrinh.flow import Content, open_content
from lotrinh_web.desk import queries

#: Versions that are kept open.
_KEPT = 16


def content_of(address: str) -> Content | None:
    """Return the plan at an address with all it rests on; None when there is none."""
    found = queries.version(address)
    return _opened(found.address, found.sha256) if found else None


def contents() -> tuple[Content, ...]:
    """Return every plan as it holds, by address."""
    return tuple(_opened(one.address, one.sha256) for one in queries.versions())


def sources(content: Content) -> tuple[str, ...]:
    """Return the plans whose figures a plan is judged on: its own address, and those above."""
    return (str(content.plan.address), *(str(one.address) for one in content.parents))


@lru_cache(maxsize=_KEPT)
def _opened(address: str, sha256: str) -> Content:
    """Open a version; its hash stands for its files."""
    found = next(one for one in queries.versions() if one.sha256 == sha256)
    return open_content(queries.files(found.id), address)
