"""Plans opened: the content of the version that holds, kept at hand while the version does."""

from __future__ import annotations

from functools import lru_cache

from lotrinh.flow import Content, open_content
from lotrinh_web.desk import queries

#: Plans a process keeps open.
_KEPT = 16


def content(address: str) -> Content | None:
    """Return a plan with all it rests on; None when there is no such plan."""
    found = queries.version(address)
    return opened(found) if found else None


def opened(version: queries.Version) -> Content:
    """Return a version's content."""
    return _open(_Key(version))


def sources(content: Content) -> tuple[str, ...]:
    """Return the plans whose figures a plan is judged on: its own address, and those above."""
    return (str(content.plan.address), *(str(one.address) for one in content.parents))


class _Key:
    """A version, told from others by its content: the same files open to the same plan."""

    def __init__(self, version: queries.Version) -> None:
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other._content == self._content

    def __hash__(self) -> int:
        return hash(self._content)

    @property
    def _content(self) -> tuple[str, str]:
        return self.version.address, self.version.sha256


@lru_cache(maxsize=_KEPT)
def _open(key: _Key) -> Content:
    return open_content(queries.files(key.version.id), key.version.address)
